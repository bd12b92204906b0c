"""What the register holds: figures, series with their points and breaks, sources."""

from dataclasses import dataclass

from book.facts import dutch

STATUSES = ("bevestigd", "voorlopig", "bewering", "afgeleid")
EURO_UNITS = {"euro": ("", 1), "mln euro": ("mln", 10**6), "mld euro": ("mld", 10**9)}


def value_text(
    value: float | None, high: float | None, unit: str, decimals: int, qualifier: str = "", written: str = ""
) -> str:
    """A value as the reader sees it: `145.000`, `€ 1,6 à 1,8 mld`, `bijna 1 op 5`.

    `unit` decides the form; `decimals` are those of the value as the register states it, so that nothing is
    rounded away. Only `duizend euro` is rounded to the unit that reads best. `written` replaces the value.
    """
    if written or value is None:
        text = written or "–"
    elif unit in EURO_UNITS:
        scale, size = EURO_UNITS[unit]
        cents = 2 if unit == "euro" and decimals else decimals
        text = (
            dutch.euro(value * size, scale, cents)
            if high is None
            else dutch.euro_range(value * size, high * size, scale, cents)
        )
    elif unit == "duizend euro":
        text = dutch.euro(value * 1000)
    else:
        factor = 1000 if unit == "duizend" else 1
        places = 0 if unit == "duizend" else decimals
        text = dutch.number(value * factor, places)
        if high is not None:
            text += " à " + dutch.number(high * factor, places)
        if unit == "procent":
            text += "%"
        elif unit == "mln":
            text += " mln"
        elif unit == "1 op":
            text = "1 op " + text
    return f"{qualifier} {text}" if qualifier else text


@dataclass(frozen=True)
class Fact:
    """One figure. `value` counts in `unit`; `decimals` is the precision in which the source states it."""

    id: str
    theme: str
    label: str
    value: float | None
    value_high: float | None
    decimals: int
    written: str
    qualifier: str
    unit: str
    period: str
    definition: str
    source: str
    locator: str
    status: str
    indirect: bool
    derivation: str
    note: str

    @property
    def text(self) -> str:
        """The figure in Dutch, as it stands in running text."""
        return value_text(self.value, self.value_high, self.unit, self.decimals, self.qualifier, self.written)


@dataclass(frozen=True)
class Point:
    """One observation of a series. `value` None is a gap: the year exists, the figure was not found."""

    period: str
    value: float | None
    value_high: float | None
    decimals: int
    qualifier: str
    unit: str
    status: str
    provisional: bool
    indirect: bool
    method: str
    source: str
    derivation: str
    note: str

    @property
    def text(self) -> str:
        """The value in Dutch; `–` for a gap."""
        return value_text(self.value, self.value_high, self.unit, self.decimals, self.qualifier)


@dataclass(frozen=True)
class Break:
    """Figures from `before` on cannot be compared with those that precede it."""

    before: str
    note: str


@dataclass(frozen=True)
class Series:
    """A series of points in order of time, with the places where it breaks."""

    id: str
    theme: str
    title: str
    unit: str
    definition: str
    source: str
    locator: str
    licence: str
    note: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]

    def point(self, period: str) -> Point:
        """The point of one period; KeyError when the series has none."""
        for point in self.points:
            if point.period == period:
                return point
        raise KeyError(period)


@dataclass(frozen=True)
class Source:
    """An entry of references.bib: APA text, `Auteur (jaar)`, address, what is still to be checked ('' = nothing)."""

    key: str
    text: str
    short: str
    url: str
    uncertain: str


@dataclass(frozen=True)
class Essay:
    """A source essay of the catalogue; `date` is Dutch text, with 'ca.' where it was inferred."""

    id: str
    title: str
    title_is_ours: bool
    author: str
    date: str
    kind: str
    site: str
    source: str
