"""How the build stops on a mistake in the book: one sentence with the file, the line and the remedy.

A `SphinxError` passes through docutils, MyST and Sphinx' events unchanged; Sphinx prints it without a traceback
and ends with a status other than zero.
"""

from pathlib import Path
from typing import NoReturn

from sphinx.errors import SphinxError


class BookError(SphinxError):
    """A mistake in the sources of the book; its text is ``path:line: message (remedy)``."""

    category = "Dichterbij"


def fail(message: str, source: str | Path, line: int | None = None, remedy: str = "") -> NoReturn:
    """Stop the build: `message` says what is wrong at `source`:`line`, `remedy` what to do about it."""
    raise BookError(describe(message, source, line, remedy))


def describe(message: str, source: str | Path, line: int | None = None, remedy: str = "") -> str:
    """Return ``path:line: message (remedy)``, the path as seen from the working directory."""
    path = Path(source)
    if path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    place = f"{path}:{line}" if line else f"{path}"
    return f"{place}: {message}" + (f" ({remedy})" if remedy else "")
