"""The figure register: the only place a number of this book comes from.

    fact("gemeenten-2015").text          -> "393"
    series("jeugdzorg-tot-18").points    -> the observations in order of time
    source("cbs82016ned").text           -> the source in APA 7

The data are in `book/data/`; they are read once and again after they change.
"""

from book.facts.errors import RegisterError
from book.facts.model import STATUSES, Break, Essay, Fact, Point, Series, Source
from book.facts.package import DATA
from book.facts.register import Register

__all__ = [
    "STATUSES",
    "Break",
    "Essay",
    "Fact",
    "Point",
    "Register",
    "RegisterError",
    "Series",
    "Source",
    "essay",
    "fact",
    "look_up",
    "register",
    "series",
    "source",
]

_read: tuple[tuple[int, ...], Register] | None = None


def register() -> Register:
    """The book's register; read again when a file in `book/data/` has changed."""
    global _read
    stamp = tuple(path.stat().st_mtime_ns for path in sorted(DATA.iterdir()))
    if _read is None or _read[0] != stamp:
        _read = (stamp, Register(DATA))
    return _read[1]


def fact(identifier: str) -> Fact:
    """One figure, by its id in figures.csv. Raises RegisterError."""
    return register().fact(identifier)


def series(identifier: str) -> Series:
    """One series, by its id in series.csv. Raises RegisterError."""
    return register().one_series(identifier)


def look_up(identifier: str) -> tuple[Fact | Series, Fact | Point]:
    """What an id means, a figure's or `series@period`: what holds the description, and what holds the value."""
    if "@" in identifier:
        return register().point(identifier)
    found = fact(identifier)
    return found, found


def source(key: str) -> Source:
    """One source, by its key in references.bib. Raises RegisterError."""
    return register().source(key)


def essay(identifier: str) -> Essay:
    """One source essay of the catalogue, by its number (E07). Raises RegisterError."""
    found = register()
    if identifier not in found.essays:
        raise RegisterError(f"there is no essay '{identifier}'", found.folder / "essays.csv")
    return found.essays[identifier]
