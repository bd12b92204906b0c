"""What a chart is: the message, the picture, the words, the table and the figures of the register behind it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from book.charts.errors import ChartError
from book.facts import Break, Fact, Point, Series, dutch

Item = Fact | Point
GAP = "geen cijfer"
"""The status of a row whose figure was not found: there is nothing to draw."""


def status_of(item: Item) -> str:
    """The status a reader must see: a provisional observation is "voorlopig" whoever published it."""
    if item.value is None:
        return GAP
    return "voorlopig" if getattr(item, "provisional", False) else item.status


@dataclass(frozen=True)
class Cell:
    """A number in a table: how it reads, and its value (and upper end) for the download; None is a gap."""

    text: str
    value: float | None = None
    high: float | None = None
    decimals: int = 0

    @classmethod
    def of(cls, item: Item, factor: float = 1, decimals: int | None = None) -> "Cell":
        """The cell of a figure of the register, times `factor` where the column counts in another unit."""
        places = item.decimals if decimals is None else decimals
        if item.value is None:
            return cls("niet bekend")
        value, high = (None if x is None else x * factor for x in (item.value, item.value_high))
        text = dutch.number(value, places)
        if high is not None:
            text += " à " + dutch.number(high, places)
        return cls(f"{item.qualifier} {text}".strip(), value, high, places)


@dataclass(frozen=True)
class Column:
    """The head of a column; `unit` is what its numbers count ("mln euro", "procent"), empty for words."""

    label: str
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its head ("2019"), a cell for each column (text or number), its status and what to know about it."""

    head: str
    cells: tuple[Cell | str, ...]
    status: str = "bevestigd"
    note: str = ""
    indirect: bool = False
    """Seen in a weaker source or through another's hands."""

    @property
    def certainty(self) -> str:
        """The status in words, as the table and the download tell it."""
        if not self.indirect:
            return self.status
        return "indirect" if self.status == "bevestigd" else f"{self.status}, indirect"


@dataclass(frozen=True)
class Table:
    """The figures of a chart. `head` names what the rows are ("Jaar")."""

    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Citation:
    """Where figures come from: key in references.bib, place in the source, licence (empty when none is stated)."""

    key: str
    locator: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Chart:
    """One chart, complete. Colours in `figure` are tokens such as `@ink`: see `book.charts.template`.

    `uses` holds every figure and series of the register that is drawn: sources and breaks follow from it.
    `narrow` replaces `figure` where the page is narrow; heights are in px. A chart drawn by a script of its own
    (`script`, with what it needs in `settings`) brings its still picture as a function (theme, narrow) -> SVG.
    """

    title: str
    alt: str
    figure: dict[str, Any]
    table: Table
    uses: tuple[Fact | Series | Point, ...]
    note: str = ""
    height: int = 340
    narrow: dict[str, Any] | None = None
    narrow_height: int | None = None
    print_height: int = 300
    print_table: bool = False
    script: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    picture: Callable[[str, bool], str] | None = None
    name: str = ""
    file: str = ""
    line: int = 0

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of everything used, each once, in order of use."""
        found: dict[tuple[str, str], Citation] = {}
        for item in self.uses:
            for one in _citations(item):
                found.setdefault((one.key, one.locator), one)
        return tuple(found.values())

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks in the series used, each once."""
        every = [one for item in self.uses if isinstance(item, Series) for one in item.breaks]
        return tuple(dict.fromkeys(every))

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses in the table that a reader must be able to tell apart, in order of first use."""
        return tuple(dict.fromkeys(row.status for row in self.table.rows if row.status not in {"bevestigd", GAP}))

    def error(self, message: str) -> ChartError:
        """A ChartError that points to the chart's function."""
        return ChartError(f"chart '{self.name}' {message}", self.file, self.line)


def _citations(item: Fact | Series | Point) -> list[Citation]:
    if isinstance(item, Series):
        own = Citation(item.source, item.locator, item.licence)
        others = [Citation(point.source) for point in item.points if point.source != item.source]
        return [own, *others]
    return [Citation(item.source, getattr(item, "locator", ""))]
