"""The budget and spending of the reader's own municipality, and the model of the shortfall set to them.

A row is [year, budget, spending, clients or None], in the order of time, in any unit of money. With t₀
the first year:

    spending(t) = spending(t₀)·((1 + v)·(1 + p))^(t − t₀),  budget(t) = budget(t₀)·(1 + i)^(t − t₀)

v, p and i are read from the rows: the slope of a straight line, by least squares, through the logarithms of clients,
of spending per client and of budget. Without two counts of clients v is 0 and p is the growth of all spending.
Cuts and extra money have no place here: they are in the reader's own budgets already.
"""

import math

from book.facts import dutch
from book.simulations import yearly

AHEAD = 3
LOW, HIGH = -5.0, 15.0
BUDGET_LOW, BUDGET_HIGH = 0.0, 10.0


def fit(rows):
    """Return the growths that the rows ask for, as values of the sliders, and in Dutch how they were found."""
    counted = [row for row in rows if row[3]]
    spending = slope([[row[0], row[2]] for row in rows])
    budget = slope([[row[0], row[1]] for row in rows])
    if len(counted) > 1:
        volume = slope([[row[0], row[3]] for row in counted])
        price = slope([[row[0], row[2] / row[3]] for row in counted])
        split = (
            "Groei van het aantal cliënten: "
            + growth(volume)
            + "; groei van de kosten per cliënt: "
            + growth(price)
            + "."
        )
    else:
        volume, price = 0.0, spending
        split = (
            "Je gaf geen twee aantallen cliënten. De hele groei van de uitgaven, "
            + growth(price)
            + ", staat daarom bij de kosten per cliënt."
        )
    how = (
        "Het model begint bij het budget en de uitgaven van "
        + dutch.year(rows[0][0])
        + ", je eerste rij. "
        + split
        + " Groei van het budget: "
        + growth(budget)
        + ". Elke groei is het vaste percentage per jaar dat het beste "
        "past bij al je rijen samen. Korting en extra geld rekent het model hier niet apart: die zitten al in je "
        "eigen bedragen."
    )
    values = {
        "volume": within(volume, LOW, HIGH),
        "price": within(price, LOW, HIGH),
        "indexation": within(budget, BUDGET_LOW, BUDGET_HIGH),
    }
    if [one for one in (volume, price) if not LOW <= one <= HIGH] or not BUDGET_LOW <= budget <= BUDGET_HIGH:
        how = how + " Een groei die buiten de schuif valt, staat op het einde van de schuif."
    return {"values": values, "how": how}


def slope(points):
    """The growth in percent a year of [[year, amount], ...], by least squares through the logarithms."""
    middle = sum([year for year, _ in points]) / len(points)
    logs = [math.log(amount) for _, amount in points]
    mean = sum(logs) / len(logs)
    over = sum([(points[k][0] - middle) * (logs[k] - mean) for k in range(len(points))])
    return 100 * (math.exp(over / sum([(year - middle) ** 2 for year, _ in points])) - 1)


def within(value, low, high):
    """A growth in steps of a tenth, no further than its slider."""
    return dutch.rounded(min(high, max(low, value)), 1)


def growth(value):
    """`3,8% per jaar`."""
    return dutch.percent(value, 1) + " per jaar"


def simulate(rows, volume, price, indexation):
    """Return for each year of the rows, and a few after them, what the model makes of their first year."""
    first = rows[0][0]
    years = list(range(first, rows[-1][0] + AHEAD + 1))
    each = (1 + volume / 100) * (1 + price / 100)
    spending = [rows[0][2] * each ** (year - first) for year in years]
    budget = [rows[0][1] * (1 + indexation / 100) ** (year - first) for year in years]
    return {
        "own": rows,
        "years": years,
        "spending": spending,
        "budget": budget,
        "shortfall": [spending[k] - budget[k] for k in range(len(years))],
    }


def figure(result):
    """Above: the lines of the model with the reader's own amounts. Below: the shortfalls, of the model and own."""
    years, rows = result["years"], result["own"]
    last = rows[-1][0]
    own = [row[2] - row[1] for row in rows]
    top = max(result["spending"] + result["budget"] + [max(row[1], row[2]) for row in rows])
    low, high = min(result["shortfall"] + own + [0]), max(result["shortfall"] + own + [0])
    room = 0.12 * (high - low) or 1
    data = [
        yearly.line(years, result["spending"], "@series-1", "solid"),
        yearly.line(years, result["budget"], "@series-3", "dash"),
        marks([row[0] for row in rows], [row[2] for row in rows], "diamond", "y"),
        marks([row[0] for row in rows], [row[1] for row in rows], "square", "y"),
        yearly.bars(years, result["shortfall"], last),
        marks([row[0] for row in rows], own, "circle", "y2"),
    ]
    return {
        "data": data,
        "layout": {
            "height": 560,
            "margin": {"l": 70, "r": 76, "t": 28, "b": 60},
            "annotations": [
                yearly.note("<b>Bedragen uit jouw tabel</b>; ◆ uitgaven, ■ budget", 1, "bottom", "@muted"),
                yearly.note("<b>Tekort per jaar</b>; onder nul: over", 0.45, "bottom", "@series-2"),
                yearly.note("lijnen en staven: het model; ●: jouw cijfers", -0.07, "top", "@muted"),
            ]
            + yearly.endings(years[-1], result["spending"][-1], result["budget"][-1]),
            "xaxis": yearly.year_axis(years, max(1, int((len(years) + 5) / 6))),
            "yaxis": axis([0, 1.15 * top], [0.56, 1]),
            "yaxis2": axis([low - room, high + room], [0, 0.45]),
        },
    }


def axis(span, domain):
    """A value axis with some four ticks, in the reader's own unit."""
    apart = distance(span[1] - span[0])
    ticks = [apart * k for k in range(int(span[0] / apart), int(span[1] / apart) + 1)]
    decimals = 0 if apart >= 1 else 1 if apart >= 0.1 else 2
    return yearly.axis(span, domain, ticks, [dutch.number(tick, decimals) for tick in ticks])


def distance(span):
    """The distance between ticks: 1, 2 or 5 with zeros, so that `span` has at most six."""
    size = 10.0 ** math.floor(math.log10(span / 6))
    for times in (1, 2, 5):
        if span <= 6 * times * size:
            return times * size
    return 10 * size


def marks(years, values, symbol, scale):
    """The reader's own amounts, joined by nothing."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": years,
        "y": values,
        "yaxis": scale,
        "marker": {"symbol": symbol, "size": 11, "color": "@ink", "opacity": 1},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def summary(result):
    """What the reader's own rows add up to, and where the model ends."""
    rows = result["own"]
    together = sum([row[2] - row[1] for row in rows])
    return (
        "In jouw tabel gaan de uitgaven van "
        + amount(rows[0][2])
        + " in "
        + dutch.year(rows[0][0])
        + " naar "
        + amount(rows[-1][2])
        + " in "
        + dutch.year(rows[-1][0])
        + ", en is er over je "
        + dutch.number(len(rows))
        + " jaren samen "
        + gap(together)
        + ". Met deze groei is er in het model in "
        + dutch.year(result["years"][-1])
        + " "
        + gap(result["shortfall"][-1])
        + "."
    )


def gap(value):
    """`een tekort van 1.200`."""
    return ("een overschot van " if value < 0 else "een tekort van ") + amount(abs(value))


def amount(value):
    """An amount in the reader's own unit; small ones keep a decimal."""
    return dutch.shortest(value, 0 if abs(value) >= 1000 else 1)


def table(result):
    """A row a year: the model beside the reader's own amounts."""
    rows = []
    for k in range(len(result["years"])):
        year = result["years"][k]
        own = [row for row in result["own"] if row[0] == year]
        rows.append(
            [
                dutch.year(year),
                amount(own[0][2]) if own else "",
                amount(result["spending"][k]),
                amount(own[0][1]) if own else "",
                amount(result["budget"][k]),
                amount(own[0][2] - own[0][1]) if own else "",
                amount(result["shortfall"][k]),
                amount(own[0][3]) if own and own[0][3] else "",
            ]
        )
    return [
        "Jaar",
        "Jouw uitgaven",
        "Uitgaven in het model",
        "Jouw budget",
        "Budget in het model",
        "Jouw tekort (min: over)",
        "Tekort in het model",
        "Jouw cliënten",
    ], rows
