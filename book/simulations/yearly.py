"""Parts of a figure of amounts by year: lines that end in their name, hollow bars, axes with ticks, words.

The figure brings margins in which its ticks fit, upright: nothing need be measured, so that the page can draw both
panels on one axis (simulation-view.js).

Written in the subset that CPython and MicroPython share. `tekorten` draws the national figures with it, `own_budget`
those of the reader's own municipality.
"""

from book.facts import dutch


def line(years, values, colour, dash):
    """A line of the model."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": years,
        "y": values,
        "line": {"color": colour, "width": 3, "dash": dash},
        "hoverinfo": "skip",
    }


def bars(years, values, last):
    """The shortfalls of the model, in the lower panel; greyer after the last year of which something is known."""
    return {
        "type": "bar",
        "x": years,
        "y": values,
        "yaxis": "y2",
        "width": 0.7,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {"color": ["@muted" if year > last else "@series-2" for year in years], "width": 2},
        },
        "hoverinfo": "skip",
    }


def year_axis(years, every):
    """The axis that both panels share, with a tick every so many years."""
    ticks = years[::every]
    return {
        "range": [years[0] - 0.6, years[-1] + 0.6],
        "tickvals": ticks,
        "ticktext": [dutch.year(year) for year in ticks],
        "anchor": "y2",
        "automargin": False,
        "tickangle": 0,
    }


def axis(span, domain, ticks, texts):
    """A value axis."""
    return {
        "range": span,
        "domain": domain,
        "tickvals": ticks,
        "ticktext": texts,
        "zeroline": True,
        "zerolinecolor": "@muted",
        "zerolinewidth": 1,
        "anchor": "x",
        "automargin": False,
        "tickangle": 0,
    }


def note(text, y, anchor, colour):
    """Words at a height in the picture (0 to 1), from its left edge."""
    return {
        "text": text,
        "x": 0,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": anchor,
        "align": "left",
        "showarrow": False,
        "font": {"color": colour, "size": 13},
    }


def endings(year, spent, money):
    """The names of the lines of spending and budget behind their ends, the higher one above."""
    above = spent >= money
    names = []
    for text, y, up, colour in (
        ("uitgaven", spent, above, "@series-1"),
        ("budget", money, not above, "@series-3"),
    ):
        names.append(
            {
                "text": text,
                "x": year + 0.2,
                "y": y,
                "xanchor": "left",
                "yanchor": "bottom" if up else "top",
                "showarrow": False,
                "font": {"color": colour, "size": 14},
            }
        )
    return names
