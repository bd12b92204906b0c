"""Bars that show what their figures are: full, hollow, hatched or dotted, and a range as a range."""

from dataclasses import dataclass
from typing import Any

from book.charts.marks import bar_marks
from book.charts.template import HOVER

RANGE_OPACITY = 0.4


@dataclass(frozen=True)
class Bar:
    """One bar: its place on the axis, value and upper end (None: no range), status and words to read out."""

    place: Any
    value: float
    high: float | None
    status: str
    words: str


def bars(items: list[Bar], colour: str, across: bool = False, width: float = 0.7) -> list[dict[str, Any]]:
    """The traces of `items`: one with the bars, one with what lies between the ends of a range, paler.

    `across` draws from left to right; places are then on the y axis.
    """
    place, length = ("y", "x") if across else ("x", "y")
    common = {"type": "bar", "orientation": "h" if across else "v", "width": width}
    traces = [
        {
            **common, place: [bar.place for bar in items], length: [bar.value for bar in items],
            "marker": bar_marks([bar.status for bar in items], colour),
            "customdata": [[bar.words, bar.status] for bar in items], "hovertemplate": HOVER,
        }
    ]
    ranged = [bar for bar in items if bar.high is not None]
    if ranged:
        traces.append(
            {
                **common, place: [bar.place for bar in ranged], length: [bar.high - bar.value for bar in ranged],
                "base": [bar.value for bar in ranged], "marker": {"color": colour, "line": {"width": 0}},
                "opacity": RANGE_OPACITY, "hoverinfo": "skip",
            }
        )
    return traces
