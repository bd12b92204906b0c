"""The one exception of the figure register."""

from pathlib import Path


class RegisterError(Exception):
    """A fault in the register's data or in the use of it: what is wrong and what to do, and where.

    `str(error)` is `file:line: message` as far as file and line are known.
    """

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        where = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(where + message)
