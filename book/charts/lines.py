"""Lines over years that stop where nothing is known, and where another count begins.

    figure(lines, axis, unit, ...)      the figure; every line has its name and its amounts beside it
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from book.charts.marks import point_marks
from book.charts.model import status_of
from book.charts.template import HOVER, MUTED, PAPER, PETROL, break_line, label, layout, unit_label
from book.facts import Break, Point

FIRST = {"xanchor": "left", "xshift": -8}
LAST = {"xanchor": "right", "xshift": 14}
UNDER = {"yanchor": "top", "yshift": -8}
"""How an amount stands at the first and the last point of a line, and under a point; joined by `|`."""


@dataclass(frozen=True)
class Line:
    """One line: its points, and which of them bear their amount (period -> settings of the label, {} = above).

    `before` holds the periods with which another count begins: the line stops there. `dash` is the second cue.
    `text` writes an amount, `said` what is read out; `name` stands at (year, value) `name_at`.
    """

    points: tuple[Point, ...]
    colour: str = PETROL
    dash: str = "solid"
    factor: float = 1
    labels: dict[str, dict[str, Any]] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    name: str = ""
    name_at: tuple[float, float] | None = None
    said: str = "{period}: {text}"
    short: Any = None

    def text(self, point: Point) -> str:
        """The amount as it stands beside a point."""
        return self.short(point) if self.short else point.text


def figure(
    lines: Sequence[Line], axis: dict[str, Any], unit: str, cuts: Iterable[tuple[Break, str, dict[str, Any]]] = (),
    notes: Sequence[dict[str, Any]] = (), every: int = 1,
) -> dict:
    """The figure: `axis` of values, `cuts` with their words and place, `notes`, a tick `every` so many years."""
    years = sorted({int(point.period) for line in lines for point in line.points})
    first, last = years[0], years[-1]
    shapes, words = [], []
    for one, text, own in cuts:
        shape, note = break_line(one, int(one.before[:4]) - 0.5, text, **own)
        shapes.append(shape)
        words.append(note)
    ticks = list(range(first, last + 1))[::every]
    return {
        "data": [trace for line in lines for trace in _traces(line)],
        "layout": layout(
            xaxis={"range": [first - 0.5, last + 0.6], "tickmode": "array", "tickvals": ticks,
                   "ticktext": [str(year) for year in ticks]},
            yaxis=axis, shapes=shapes,
            annotations=[unit_label(unit), *words, *(note for line in lines for note in _labels(line)), *notes],
        ),
    }


def gap(text: str, first: int, last: int, value: float, **own: Any) -> dict[str, Any]:
    """Words in the years of which nothing is known; no line of the grid runs through them."""
    ground = {"font": {"color": MUTED, "size": 13}, "bgcolor": PAPER}
    return label(text, (first + last) / 2, value, **{**ground, **own})


def pieces(points: Iterable[Point], before: Iterable[str] = ()) -> list[list[Point]]:
    """The stretches of `points` that may be joined: a new one after each gap and from each period in `before`."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.value is None or point.period in before:
            found.append([])
        if point.value is not None:
            found[-1].append(point)
    return [piece for piece in found if piece]


def _traces(line: Line) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter", "mode": "lines+markers",
            "x": [int(point.period) for point in piece], "y": [point.value * line.factor for point in piece],
            "line": {"color": line.colour, "width": 2.5, "dash": line.dash},
            "marker": point_marks([status_of(point) for point in piece], line.colour, 9),
            "customdata": [[_read_out(line, point), status_of(point)] for point in piece], "hovertemplate": HOVER,
        }
        for piece in pieces(line.points, line.before)
    ]


def _labels(line: Line) -> list[dict[str, Any]]:
    notes = []
    for point in line.points:
        if point.period not in line.labels or point.value is None:
            continue
        own = {"yanchor": "bottom", "yshift": 8, "font": {"color": line.colour, "size": 14}}
        own.update(line.labels[point.period])
        notes.append(label(line.text(point), int(point.period), point.value * line.factor, **own))
    if line.name and line.name_at:
        font = {"color": line.colour, "size": 14}
        notes.append(label(line.name, *line.name_at, xanchor="left", align="left", font=font))
    return notes


def _read_out(line: Line, point: Point) -> str:
    status = {"voorlopig": " (voorlopig cijfer)", "afgeleid": " (door ons berekend)"}.get(status_of(point), "")
    return line.said.format(period=point.period, text=line.text(point)) + status
