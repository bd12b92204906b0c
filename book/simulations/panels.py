"""A figure of panels: one beneath the other, in each an upright bar for every column; the columns share their names.

    panels(["Per uur", "Per traject"], [{"title": "Cliënten", "values": [100, 80], "texts": ["100", "80"]}])

A panel may also hold `line`, a value drawn as a dashed line beside its bars (through them it would cross out the
amounts). A column that is not in `chosen` has hollow bars. The words are traces: Plotly redraws those faster than
annotations.
"""

from book.facts import dutch

PANEL = 92
HEAD = 30
EMPTY = 1e-9


def panels(columns, rows, chosen=None):
    """Return the figure; each panel has a scale of its own, unless its row brings a `span` (low, high)."""
    height = HEAD + PANEL * len(rows)
    picked = range(len(columns)) if chosen is None else chosen
    data = []
    layout = {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": 2, "b": 4},
        "xaxis": {"range": [-0.5, len(columns) - 0.5], "anchor": "free", "position": 0, "visible": False},
    }
    names = []
    for j in range(len(columns)):
        names.append("<b>" + columns[j] + "</b>" if j in picked else columns[j])
    heads = words(list(range(len(columns))), [height - HEAD + 4] * len(columns), names, "top center")
    titles = words([-0.5] * len(rows), [], [], "bottom right")
    for i in range(len(rows)):
        top = height - HEAD - i * PANEL
        titles["y"].append(top)
        titles["text"].append("<b>" + rows[i]["title"] + "</b>")
        layout["yaxis" + str(i + 2)] = axis(rows[i], (top - PANEL + 8) / height, (top - 22) / height)
        data = data + bars(rows[i], "y" + str(i + 2), picked)
    layout["yaxis"] = {"range": [0, height], "domain": [0, 1], "visible": False, "anchor": "x"}
    return {"data": data + [heads, titles], "layout": layout}


def axis(row, bottom, top):
    """The value axis of one panel: room for the amounts above its bars, and below them where one is negative."""
    values = row["values"] + ([row["line"]] if "line" in row else [])
    low, high = row["span"] if "span" in row else (min(values), max(values))
    low, high = min(low, 0), max(high, EMPTY)
    room = 0.75 * (high - low)
    return {
        "range": [low - room if low < 0 else 0, high + room],
        "domain": [bottom, top],
        "anchor": "x",
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": "@muted",
        "zerolinewidth": 1,
    }


def bars(row, scale, picked):
    """The bars of one panel with their amounts, and its line."""
    count = len(row["values"])
    dashes = []
    for j in range(count):
        dashes = dashes + [j - 0.5, j - 0.3, None, j + 0.3, j + 0.5, None]
    traces = [
        {
            "type": "bar",
            "x": list(range(count)),
            "y": row["values"],
            "width": 0.5,
            "yaxis": scale,
            "text": row["texts"],
            "textposition": "outside",
            "textangle": 0,
            "constraintext": "none",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "outsidetextfont": {"color": "@ink", "size": 14},
            "marker": {
                "color": ["@series-1" if j in picked else "rgba(0,0,0,0)" for j in range(count)],
                "line": {"color": "@series-1", "width": 1.5},
            },
        }
    ]
    if "line" in row:
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": dashes,
                "y": [None if x is None else row["line"] for x in dashes],
                "yaxis": scale,
                "hoverinfo": "skip",
                "line": {"color": "@series-2", "width": 1.5, "dash": "dash"},
            }
        )
    return traces


def words(x, y, texts, position):
    """Texts in the picture; `y` counts pixels from below."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": texts,
        "textposition": position,
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": "@ink", "size": 14},
    }


def euros(x):
    """An amount to the nearest hundred: more would claim too much."""
    return dutch.euro(dutch.rounded(x / 100) * 100, "", 0)
