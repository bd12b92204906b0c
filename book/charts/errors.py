"""The one exception of the charts: what is wrong with a chart, where it is declared, what to do."""

from pathlib import Path


class ChartError(Exception):
    """A chart that is unknown or incomplete. `str(error)` is `file:line: message`."""

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        where = "" if file is None else f"{file}:{line or 1}: "
        super().__init__(where + message)
