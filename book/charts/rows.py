"""Lying bars in groups: one group for each source or definition, so that nobody compares across by accident.

    figure(groups, top=110)      the figure; every bar has its words beside it, so there is no axis of values
"""

from collections.abc import Iterable
from dataclasses import dataclass

from book.charts.bars import Bar, bars
from book.charts.template import BREAK, MUTED, PETROL, RULE, label, layout

ROOM_BETWEEN = 0.55
"""Rows of white between two groups."""


@dataclass(frozen=True)
class Item:
    """One bar: the words before it, its value and upper end, its status, the words beside it, what is read out.

    Without a value (None) stands `text` alone, grey: the figure was not found. `before` is the break it begins.
    """

    tick: str
    value: float | None
    text: str
    words: str = ""
    status: str = "bevestigd"
    high: float | None = None
    before: str = ""


@dataclass(frozen=True)
class Group:
    """Bars under one head: who counted, and what. `before` is the break with which the group begins."""

    head: str
    items: tuple[Item, ...]
    colour: str = PETROL
    before: str = ""


def figure(groups: Iterable[Group], top: float, whole: float | None = None) -> dict:
    """The figure of `groups` on an axis from zero to `top`: room for the words beside the longest bar.

    `whole` draws the whole that a share is of as a faint bar behind it.
    """
    data, notes, shapes, ticks, row = [], [], [], {}, 0.0
    for group in groups:
        if group.head:
            notes.append(
                label(
                    group.head, 0, row, xanchor="left", yanchor="middle", align="left", xref="paper",
                    name=BREAK + group.before if group.before else group.head,
                )
            )
        else:
            row += 1
        drawn = []
        for item in group.items:
            row -= 1
            ticks[row] = item.tick
            notes.append(_beside(item, row, whole))
            if item.value is None:
                continue
            drawn.append(Bar(row, item.value, item.high, item.status, item.words or f"{item.tick}: {item.text}"))
            if whole:
                shapes.append(_whole(whole, row))
        if drawn:
            data += bars(drawn, group.colour, across=True, width=0.72)
        row -= 1 + ROOM_BETWEEN
    return {
        "data": data,
        "layout": layout(
            bargap=0, barmode="overlay",
            margin={"l": 8, "r": 12, "t": 2, "b": 2},
            xaxis={"range": [0, top], "showticklabels": False},  # every bar has its amount beside it
            yaxis={"range": [row + 1.05, 0.55], "tickmode": "array", "tickvals": list(ticks),
                   "ticktext": list(ticks.values()), "ticklabelstandoff": 6},
            annotations=notes, shapes=shapes,
        ),
    }


def _beside(item: Item, row: float, whole: float | None) -> dict:
    """The words at the end of a bar; behind the whole where they would stand across its end."""
    end = 0 if item.value is None else item.high or item.value
    if whole and end > 0.8 * whole:
        end = whole
    own = {"font": {"color": MUTED}} if item.value is None else {}
    return label(
        item.text, end, row, xanchor="left", xshift=6, align="left",
        name=BREAK + item.before if item.before else item.tick, **own,
    )


def _whole(whole: float, row: float) -> dict:
    return {
        "type": "rect", "x0": 0, "x1": whole, "y0": row - 0.36, "y1": row + 0.36, "layer": "below",
        "line": {"color": RULE, "width": 1.5},
    }
