"""The common look of every chart: type, lines and Dutch numbers, and colours that follow the theme.

A figure names its colours as tokens behind an at sign, `@ink`, `@series-1`. The page's script fills in what the page
has at that moment; `themed` does so for a picture. Everything is plain data: no plotly import.
"""

import re
from collections.abc import Iterable
from typing import Any

from book.facts import Break, dutch
from book.look import colours, series_colours, tokens

FONT = tokens()["font"]["interface"]
INK, MUTED, RULE, PAPER = "@ink", "@muted", "@rule", "@paper"
PETROL, BRICK, OCHRE, VIOLET, GREEN, GREY = (f"@series-{number}" for number in range(1, 7))
BREAK = "break:"
TOKEN = re.compile(r"@([a-z][a-z0-9-]*)")

BASE: dict[str, Any] = {
    "font": {"family": FONT, "size": 14, "color": INK},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "separators": ",.",
    "showlegend": False,
    "hovermode": "closest",
    "dragmode": False,
    "bargap": 0.35,
    "margin": {"l": 8, "r": 12, "t": 32, "b": 8},
    "hoverlabel": {
        "bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 14, "color": INK}, "align": "left",
    },
}
AXIS: dict[str, Any] = {
    "automargin": True, "fixedrange": True, "zeroline": False, "showline": False, "showgrid": False,
    "ticks": "", "tickfont": {"size": 14, "color": INK},
}
HOVER = "%{customdata[0]}<extra></extra>"


def merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return `base` with `own` on top, dictionary by dictionary; neither is changed."""
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = merge(merged[key], value) if both else value
    return merged


def layout(**own: Any) -> dict[str, Any]:
    """The layout of a chart: the base with the chart's own settings on top."""
    return merge({**BASE, "xaxis": AXIS, "yaxis": AXIS}, own)


def value_axis(ticks: Iterable[float], texts: Iterable[str], top: float) -> dict[str, Any]:
    """An axis of values from zero to `top` with Dutch tick texts and faint lines."""
    return {
        "range": [0, top], "tickmode": "array", "tickvals": list(ticks), "ticktext": list(texts),
        "showgrid": True, "gridcolor": RULE, "gridwidth": 1, "tickfont": {"color": MUTED, "size": 13},
    }


def euro_ticks(top: float, step: float) -> tuple[list[float], list[str]]:
    """Ticks in mln euro written short: `0`, `500 mln`, `1,5 mld`."""
    values = [step * number for number in range(int(top / step) + 1)]
    return values, ["0" if value == 0 else dutch.euro(value * 10**6).removeprefix("€ ") for value in values]


def unit_label(text: str) -> dict[str, Any]:
    """What the values count, above the axis at the left."""
    return {
        "text": text, "x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom",
        "yshift": 8, "showarrow": False, "align": "left", "font": {"color": MUTED, "size": 13},
    }


def label(text: str, x: Any, y: Any, **own: Any) -> dict[str, Any]:
    """A direct label at a point of the chart; never an arrow unless `own` asks for one."""
    return merge({"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": 14, "color": INK}}, own)


def break_line(one: Break, x: Any, text: str, **own: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The shape and the label of a break: a dashed line at `x`, before the first period of the new count."""
    shape = {
        "type": "line", "name": BREAK + one.before, "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper",
        "line": {"color": MUTED, "width": 1.5, "dash": "4px,4px"}, "layer": "below",
    }
    words = merge(
        {
            "text": text, "x": x, "y": 0, "yref": "paper", "xanchor": "left", "yanchor": "bottom", "xshift": 8,
            "showarrow": False, "align": "left", "name": BREAK + one.before, "font": {"size": 13, "color": MUTED},
            "bgcolor": PAPER,
        },
        own,
    )
    return shape, words


def palette(theme: str) -> dict[str, str]:
    """The colour of each token in `theme` ("light", "dark", "print")."""
    numbered = {f"series-{number}": value for number, value in enumerate(series_colours(theme), start=1)}
    return {**colours(theme), **numbered}


def themed(value: Any, theme: str) -> Any:
    """Return a figure (or any part) with its colour tokens filled in for `theme`."""
    names = palette(theme)

    def fill(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: fill(one) for key, one in part.items()}
        if isinstance(part, list | tuple):
            return [fill(one) for one in part]
        if isinstance(part, str) and (found := TOKEN.fullmatch(part)):
            return names[found.group(1)]
        return part

    return fill(value)
