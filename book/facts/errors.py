"""The one exception of the figure register."""

from pathlib import Path


class RegisterError(Exception):
    """A fault in the register's data or in the use of it: what is wrong and what to do, and where.

    `str(error)` is `file:line: message` as far as file and line are known; the file as seen from here.
    """

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        path = Path(file) if file else None
        if path and path.is_relative_to(Path.cwd()):
            path = path.relative_to(Path.cwd())
        where = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
        super().__init__(where + message)
