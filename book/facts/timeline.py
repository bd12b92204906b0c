"""The timeline: what happened when, from `timeline.csv`, in order of time.

Raises RegisterError (file, line, remedy) for an event without a source, an unknown source, essay or theme, a date
that does not exist, and rows that are not in order of date.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from book.facts import dutch, package
from book.facts.errors import RegisterError

LAYERS = {
    "wet": "wetten en regels",
    "rapport": "rapporten",
    "geld": "geld",
    "essay": "essays",
    "praktijk": "praktijk",
}
THEMES = {
    "jeugd": "jeugdhulp",
    "wmo": "Wmo",
    "werk": "werk en bijstand",
    "schulden": "schulden",
    "inburgering": "inburgering",
    "stelsel": "stelsel en sturing",
    "inwoners": "inwoners en buurt",
}


@dataclass(frozen=True)
class Event:
    """One event. `date` is as precise as is known: `2015`, `2015-05` or `2015-05-04`; `text` may hold roles."""

    id: str
    date: str
    circa: bool
    layer: str
    themes: tuple[str, ...]
    title: str
    text: str
    sources: tuple[str, ...]
    essay: str
    planned: bool
    line: int

    @property
    def year(self) -> int:
        """The year of the event."""
        return int(self.date[:4])

    @property
    def when(self) -> str:
        """The date in words: `ca. mei 2015`, `1 januari 2027 (gepland)`."""
        return f"{'ca. ' * self.circa}{dutch.period(self.date)}{' (gepland)' * self.planned}"


def read(
    folder: Path, check_source: Callable[[str, tuple[Path, int]], None], essays: dict[str, object]
) -> tuple[Event, ...]:
    """The events of `folder`; `check_source` complains about a source that does not exist."""
    path, found = folder / "timeline.csv", []
    for row in package.rows("timeline", folder):
        values, where = dict(row.values), (path, row.line)
        themes, sources = (tuple(filter(None, values[name].split(";"))) for name in ("themes", "sources"))
        event = Event(**{**values, "themes": themes, "sources": sources}, line=row.line)
        for key in event.sources:
            check_source(key, where)
        if event.essay and event.essay not in essays:
            raise RegisterError(f"there is no essay '{event.essay}'; use E01 to E25", *where)
        if not event.sources and not event.essay:
            raise RegisterError("an event needs a source or an essay", *where)
        if unknown := [theme for theme in themes if theme not in THEMES]:
            raise RegisterError(f"there is no theme '{unknown[0]}'; use: {', '.join(THEMES)}", *where)
        _check_date(event.date, where)
        if found and event.date < found[-1].date:
            raise RegisterError(f"'{event.id}' stands after a later event; keep the rows in order of date", *where)
        found.append(event)
    return tuple(found)


def _check_date(text: str, where: tuple[Path, int]) -> None:
    parts = [int(part) for part in text.split("-")]
    try:
        date(*parts, *[1] * (3 - len(parts)))
    except ValueError as error:
        raise RegisterError(f"there is no date '{text}'", *where) from error
