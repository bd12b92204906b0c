"""Ten municipalities of one region pay for rare, costly care: four ways to settle the bill.

Use: municipality i has w_i inhabitants and a mean of λ_i cases a year; U_i is compound Poisson: N_i ~ Poisson(λ_i)
cases, each with an exponential cost of mean m. In units of m, with Λ = Σλ, T = ΣU, s_i = w_i / Σw, p_i = λ_i / Λ:

    E U = λ,  Var U = 2·λ,  and the same for T with Λ
    P(U > d) = P(N > K),  E X = E J,  E X² = E J·(J + 1)   with X = max(0, U − d), K ~ Poisson(d), J = max(0, N − K)

(The costs are a Poisson process of their own: K is how many of them fit into d, and what sticks out of the K + 1st is
again exponential.) The bill P_i of municipality i:

    own use      P_i = U_i
    solidarity   P_i = s_i·T
    history      P_i = h_i·T,   h_i its share in the use of the last k years (s_i when there was none)
    mix          R_i = min(U_i, d_i),  d_i = (1 + own risk)·λ_i,  X_i = U_i − R_i
                 P_i = (1 − a)·R_i + s_i·(a·ΣR + ΣX),  a the part that is shared

Each adds up to T in every year. Mean and variance are exact. For history, with n cases in k years, h_i is
Beta(n_i, n − n_i) with n_i ~ Binomial(n, p_i), so E h² = p² + 2·p·(1 − p)·E[1 / (n + 1)] but for n = 0, and n ~
Poisson(k·Λ). For the mix Cov(R, X) = d·E X − E R·E X, since R = d when X > 0.

What stays of a saved euro: own use 1; solidarity s_i; history p_i this year, and about the rest in the next k years,
because a lower use lowers later shares; mix (1 − a)·(1 − P(U_i > d_i)) + s_i·(a·(1 − P(U_i > d_i)) + P(U_i > d_i)).
Who pays for whom: E P_i − E U_i.

The years in the figure, and the count of years in which P_i exceeds its mean E P_i by more than a chosen part, are
drawn by lot (book.simulations.chance): the same seed gives the same years to all four arrangements.

Assumes: municipalities and years are independent; every municipality has the same mean cost. Leaves out: growth,
behaviour that follows from the incentive, several kinds of care, the cost of settling, budgets from the state.

Units: inhabitants in thousands, cases a year, euros. Sources: kaas2008 (chapter 3, the collective model) and
klugman2019; the arrangements are those that e24wethouders names. Every default is an assumption of ours.
"""

import math
from typing import Annotated

from book.facts import dutch
from book.simulations import chance
from book.simulations.contract import Choice, Column, OwnTable, Scenario, Slider, simulation

OURS = "Jouw gemeente"
REGION = "De regio"
DEAL = "De afspraak"
LUCK = "Het geluk"
NAMES = ["eigen", "samen", "historisch", "mengvorm"]
TITLES = ["Eigen gebruik", "Naar inwoners", "Naar eerdere jaren", "Mengvorm"]
OTHERS = (
    ("centrum", [150, 55, 40, 30, 25, 20, 15, 12, 8]),
    ("gelijk", [40, 40, 40, 40, 40, 40, 40, 40, 40]),
    ("klein", [35, 30, 25, 22, 18, 15, 12, 10, 8]),
)
YEARS = 100
# The most inhabitants of a region, in thousands: with more, drawing lots would take too long.
MOST = 1000


# fmt: off
@simulation(
    title="Wie betaalt de dure jaren?",
    question="Tien gemeenten delen een regio en een zeldzame, dure vorm van zorg. Hoe sterk schommelt jouw rekening, "
    "wie betaalt voor wie, en wat blijft er over van een bespaarde euro?",
    scenarios=[
        Scenario(
            "ieder-voor-zich",
            "Ieder voor zich",
            "Elke gemeente betaalt wat haar inwoners gebruiken. Een bespaarde euro is van haar, een duur jaar ook.",
        ),
        Scenario(
            "kleine-gemeente",
            "Kleine gemeente, grote pech",
            "Met 8.000 inwoners is er gemiddeld ruim één geval per jaar: soms geen, soms vier.",
            {"size": 8},
        ),
        Scenario(
            "iedereen-samen",
            "Iedereen samen",
            "Jouw gemeente gebruikt per inwoner de helft meer dan de andere. Kijk wie dat betaalt, en wat jij van "
            "een bespaarde euro terugziet.",
            {"arrangement": "samen", "own_use": 150},
        ),
        Scenario(
            "historisch",
            "Historisch gebruik (E24)",
            "Het advies van jb Lorenz: verdeel naar historisch gebruik; gemeenten kennen dan drie jaren. Een "
            "bespaarde euro komt terug, maar later.",
            {"arrangement": "historisch"},
        ),
        Scenario(
            "mengvorm",
            "Half samen, met een grens",
            "Jullie delen de helft, en alles wat boven anderhalf keer het verwachte gebruik komt.",
            {"arrangement": "mengvorm"},
        ),
    ],
    model=[
        "gebruik U: het aantal gevallen volgt een Poissonverdeling met gemiddelde λ, en de kosten per geval zijn "
        "exponentieel verdeeld. Gemiddeld λ·m, standaardafwijking √(2·λ)·m.",
        "eigen gebruik: rekening = U",
        "samen: rekening = s·T",
        "eerdere jaren: rekening = h·T",
        "mengvorm: rekening = (1 − a)·R + s·(a·ΣR + ΣX)",
        "λ: gevallen per jaar. m: kosten per geval. T: het gebruik van de hele regio. s: jouw deel van de inwoners. "
        "h: jouw deel van het gebruik in de laatste k jaren.",
        "R: jouw gebruik tot de grens. X: wat erboven komt. a: het deel dat jullie samen betalen. Σ: alle "
        "gemeenten.",
        "spreiding = standaardafwijking / gemiddelde; uitgerekend, niet geloot",
        "wat blijft van een euro: 1 bij eigen gebruik; s bij samen; bij eerdere jaren je deel van het gebruik dit "
        "jaar, en in de k jaren erna ongeveer de rest; bij de mengvorm ertussenin",
    ],
    assumptions=[
        "Alle beginwaarden zijn aannames van dit boek, geen gemeten cijfers. De gemeenten bestaan niet.",
        "Gemeenten en jaren staan los van elkaar: een duur jaar hier zegt niets over een duur jaar daar.",
        "Een geval kost overal gemiddeld evenveel, maar wisselt sterk.",
        "Begroting betekent hier: de rekening die je bij deze afspraak gemiddeld krijgt.",
        "De honderd jaren zijn geloot. Kies een andere loting om te zien hoeveel dat uitmaakt.",
    ],
    leaves_out=[
        "Groei van de vraag, en andere vormen van zorg.",
        "Wat gemeenten gaan doen als een bespaarde euro wel of niet blijft.",
        "De kosten van het afrekenen, en het vertrouwen dat het vraagt.",
        "Het geld dat gemeenten van het Rijk krijgen.",
    ],
    sources=["e24wethouders", "kaas2008", "klugman2019"],
)
def simulate(
    own: Annotated[list, OwnTable(
        title="Maak je eigen regio",
        help="Geef elke gemeente een naam en een aantal inwoners, in duizenden. De bovenste is jouw gemeente. De "
        "regio gaat mee in de link die je kopieert.",
        paper="Teken hier je eigen regio: tien gemeenten met hun inwoners. Jouw gemeente staat bovenaan. Op de site "
        "vul je de tabel in en rekent het model ermee.",
        columns=(
            Column("Gemeente", "text", ("gemeente", "naam"), high=30),
            Column("Inwoners (duizend)", "amount", ("inwoners",), 1, 250),
        ),
        fixes=("size", "profile"), least=10, most=10, key="tabel", grid=True)],
    arrangement: Annotated[str, Choice(
        (("eigen", "ieder betaalt eigen gebruik"), ("samen", "alles samen, naar inwoners"),
         ("historisch", "naar gebruik in eerdere jaren"), ("mengvorm", "een mengvorm met een grens")),
        key="afspraak", label="Lees af voor", group=DEAL,
        help="De figuur toont ze alle vier; de zin en de tabel gaan over deze afspraak.")] = "eigen",
    size: Annotated[int, Slider(
        5, 150, 1, key="inwoners", label="Inwoners", unit="duizend", group=OURS,
        help="Een aanname van ons.")] = 15,
    own_use: Annotated[int, Slider(
        50, 200, 5, key="gebruik", label="Gebruik per inwoner, vergeleken met de andere", unit="%", group=OURS,
        help="Bij 100 gebruikt jouw gemeente evenveel als de andere.")] = 100,
    profile: Annotated[str, Choice(
        (("centrum", "één stad en acht kleinere"), ("gelijk", "negen even grote"), ("klein", "negen kleine")),
        key="regio", label="De andere gemeenten", group=REGION,
        help="Verzonnen groottes. De tabel noemt ze.")] = "centrum",
    rate: Annotated[int, Slider(
        5, 25, 1, key="gevallen", label="Gevallen", unit="per 100.000 inwoners per jaar", group=REGION,
        help="Hoe zeldzamer, hoe grilliger. Een aanname van ons.")] = 15,
    cost: Annotated[int, Slider(
        10, 300, 10, key="kosten", label="Kosten per geval", unit="duizend euro", group=REGION,
        help="Gemiddeld. Een aanname van ons.")] = 100,
    memory: Annotated[int, Slider(
        1, 10, 1, key="jaren", label="Eerdere jaren die tellen", unit="jaar", group=DEAL,
        help="Voor de verdeling naar eerdere jaren. jb Lorenz noemt er in 2018 drie.")] = 3,
    mix: Annotated[int, Slider(
        0, 100, 5, key="samen", label="Deel dat je samen betaalt", unit="%", group=DEAL,
        help="Voor de mengvorm. Een aanname van ons.")] = 50,
    own_risk: Annotated[int, Slider(
        0, 300, 10, key="grens", label="Grens boven het verwachte gebruik", unit="%", group=DEAL,
        help="Voor de mengvorm: wat daarboven komt, betaal je samen. Een aanname van ons.")] = 50,
    overrun: Annotated[int, Slider(
        0, 200, 5, key="tegenvaller", label="Te duur: zoveel boven de begroting", unit="%", group=LUCK,
        help="Kies wat jouw gemeente kan opvangen.")] = 25,
    seed: Annotated[int, Slider(
        1, 20, 1, key="loting", label="Loting", group=LUCK,
        help="Hetzelfde nummer geeft dezelfde honderd jaren, voor alle vier de afspraken.")] = 1,
) -> dict:
    """Return for each arrangement the mean bill, its spread, the lots and the incentive, and a row a municipality."""
    sizes = [size]
    for name, others in OTHERS:
        if name == profile:
            sizes = sizes + others
    names = [OURS] + ["Gemeente " + letter for letter in "BCDEFGHIJ"]
    if own:
        names, sizes = [row[0] for row in own], [row[1] for row in own]
    means = [rate * inhabitants / 100 for inhabitants in sizes]
    means[0] = means[0] * own_use / 100
    region = agreed(sizes, means, own_risk / 100, mix / 100, memory)
    lots = drawn(region, seed)
    limit = 1 + overrun / 100
    kind = NAMES.index(arrangement)
    expected = [bill(region, kind, i) for i in range(len(sizes))]
    return {
        "arrangement": kind,
        "cost": cost * 1000,
        "memory": memory,
        "overrun": overrun,
        "names": names,
        "sizes": sizes,
        "means": means,
        "expected": expected,
        "over": [count_over(lots[kind], i, limit * expected[i]["mean"]) for i in range(len(sizes))],
        "own": [own_bill(region, lots, other, limit) for other in range(len(NAMES))],
    }


# fmt: on


def fit(rows):
    """A region of the reader's own sets no other values. Raises ValueError where it is too large to compute."""
    together = sum([row[1] for row in rows])
    if together > MOST:
        raise ValueError(
            "Samen zijn dit "
            + dutch.number(1000 * together)
            + " inwoners; het model rekent met hoogstens "
            + dutch.number(1000 * MOST)
            + "."
        )
    how = "De regio komt uit jouw tabel: " + dutch.number(1000 * together) + " inwoners. Jouw gemeente is "
    return {"values": {}, "how": how + rows[0][0] + "."}


def own_rows(result):
    """The region as the table of fields shows it: names, and inhabitants in thousands."""
    return [[result["names"][i], dutch.shortest(result["sizes"][i], 2)] for i in range(len(result["sizes"]))]


def agreed(sizes, means, own_risk, mix, memory):
    """Return the region: shares, and the moments of use, in units of the mean cost of a case."""
    caps = [(1 + own_risk) * mean for mean in means]
    parts = [split(mean, cap) for mean, cap in zip(means, caps)]
    return {
        "shares": [inhabitants / sum(sizes) for inhabitants in sizes],
        "means": means,
        "total": sum(means),
        "caps": caps,
        "parts": parts,
        "all": [sum([part[key] for part in parts]) for key in range(6)],
        "mix": mix,
        "memory": memory,
    }


def split(mean, cap):
    """Return the moments of use below and above `cap`.

    In this order: means of R and X, variances of R and X, their covariance, and the chance that use exceeds the cap.
    """
    term = math.exp(-mean)
    at_most = term
    # Of N, the number of cases: E max(0, N − k), E J·(J + 1) with J = max(0, N − k), and P(N > k), for k = 0, 1, ...
    beyond, squares, exceeds = mean, mean * mean + 2 * mean, 1 - term
    weight = math.exp(-cap)
    over = excess = excess_squared = 0.0
    for k in range(1, int(cap + 9 * math.sqrt(cap)) + 25):
        over = over + weight * exceeds
        excess = excess + weight * beyond
        excess_squared = excess_squared + weight * squares
        squares = max(0.0, squares - 2 * beyond)
        beyond = max(0.0, beyond - exceeds)
        term = term * mean / k
        at_most = at_most + term
        exceeds = max(0.0, 1 - at_most)
        weight = weight * cap / k
    kept = mean - excess
    together = cap * excess
    kept_squared = mean * mean + 2 * mean - excess_squared - 2 * together
    return [
        kept,
        excess,
        kept_squared - kept * kept,
        excess_squared - excess * excess,
        together - kept * excess,
        over,
    ]


def bill(region, kind, i):
    """Return mean and spread of the bill of municipality `i`, and what stays of a saved euro, now and later."""
    share = region["shares"][i]
    mean = region["means"][i]
    total = region["total"]
    part = mean / total
    later = 0.0
    if kind == 0:
        expected, variance, now = mean, 2 * mean, 1.0
    elif kind == 1:
        expected, variance, now = share * total, share * share * 2 * total, share
    elif kind == 2:
        cases = region["memory"] * total
        never = math.exp(-cases)
        weight = part * (1 - never) + share * never
        luck = 2 * part * (1 - part) * ((1 - never) / cases - never)
        squared = part * part * (1 - never) + luck + share * share * never
        expected = weight * total
        variance = squared * (total * total + 2 * total) - expected * expected
        now, later = part, 1 - part
    else:
        mix = region["mix"]
        kept, _, kept_variance, _, covariance, over = region["parts"][i]
        every = region["all"]
        alone = 1 - mix
        expected = alone * kept + share * (mix * every[0] + every[1])
        variance = share * share * (mix * mix * every[2] + every[3] + 2 * mix * every[4])
        variance = variance + alone * alone * kept_variance
        variance = variance + 2 * alone * share * (mix * kept_variance + covariance)
        now = alone * (1 - over) + share * (mix * (1 - over) + over)
    return {"mean": expected, "spread": math.sqrt(variance) / expected, "now": now, "later": later}


def settle(kind, use, past, region):
    """Return the bills of one year; `past` is the use of the years that count for history."""
    shares = region["shares"]
    if kind == 0:
        return use
    total = sum(use)
    if kind == 1:
        return [share * total for share in shares]
    if kind == 2:
        every = sum(past)
        return [own / every * total for own in past] if every else [share * total for share in shares]
    mix = region["mix"]
    kept = [min(own, cap) for own, cap in zip(use, region["caps"])]
    alone = sum(kept)
    common = total - alone + mix * alone
    return [(1 - mix) * own + share * common for own, share in zip(kept, shares)]


def drawn(region, seed):
    """Return for each arrangement the bills of the years drawn by lot, after the years that only count as history."""
    tables = [chance.poisson_table(mean) for mean in region["means"]]
    state = chance.start(seed)
    memory = region["memory"]
    before = []
    lots = [[], [], [], []]
    for _ in range(memory + YEARS):
        use = []
        for table in tables:
            state, cases = chance.poisson(state, table)
            state, costs = chance.exponentials(state, cases)
            use.append(costs)
        if len(before) == memory:
            past = [sum(years) for years in zip(*before)]
            for kind in range(4):
                lots[kind].append(settle(kind, use, past, region))
            before.pop(0)
        before.append(use)
    return lots


def count_over(bills, i, limit):
    """The number of years in which municipality `i` pays more than `limit`."""
    return len([1 for year in bills if year[i] > limit])


def own_bill(region, lots, kind, limit):
    """What the figure shows of your own municipality for one arrangement."""
    own = bill(region, kind, 0)
    own["years"] = [year[0] / own["mean"] for year in lots[kind]]
    own["over"] = count_over(lots[kind], 0, limit * own["mean"])
    return own


def figure(result):
    """For each arrangement a row of dots: a hundred years, each bill as a part of what you reckoned with."""
    limit = 100 + result["overrun"]
    widest = max([250, limit + 50] + [105 * max(own["years"]) for own in result["own"]])
    left = -0.03 * widest
    data = []
    places = []
    for kind, own in enumerate(result["own"]):
        base = 3 - kind
        for symbol, colour, above in (("circle-open", "@series-1", False), ("x", "@series-2", True)):
            years = [i for i, part in enumerate(own["years"]) if (100 * part > limit) == above]
            data.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [100 * own["years"][i] for i in years],
                    "y": [base + 0.06 + 0.036 * (i * 7 % 11) for i in years],
                    "marker": {"symbol": symbol, "size": 6, "color": colour},
                    "hoverinfo": "skip",
                }
            )
        title = TITLES[kind] + ": " + dutch.number(own["over"]) + " van " + dutch.number(YEARS) + " jaren te duur"
        if kind == result["arrangement"]:
            title = "<b>" + title + "</b>"
        places.append([left, base + 0.82, title, "@ink"])
        places.append([left, base + 0.66, bill_text(own, result), "@muted"])
        places.append([left, base + 0.5, kept_text(own, result["memory"]), "@muted"])
    data.append(
        {
            "type": "scatter",
            "mode": "text",
            "x": [place[0] for place in places],
            "y": [place[1] for place in places],
            "text": [place[2] for place in places],
            "textposition": "top right",
            "textfont": {"color": [place[3] for place in places], "size": 14},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    )
    words = "rekening als deel van de begroting; streep: " + dutch.percent(result["overrun"], 0) + " erboven"
    step = 100
    for larger in (200, 500, 1000):
        if widest / step >= 6:
            step = larger
    ticks = list(range(0, int(widest), step))
    return {
        "data": data,
        "layout": {
            "height": 568,
            "margin": {"l": 6, "r": 12, "t": 4, "b": 44},
            "xaxis": {
                "range": [left, widest],
                "tickvals": ticks,
                "ticktext": [dutch.percent(tick, 0) for tick in ticks],
                "title": {"text": words, "font": {"size": 13, "color": "@muted"}},
            },
            "yaxis": {"range": [0, 4], "visible": False},
            "shapes": [
                {
                    "type": "line",
                    "x0": limit,
                    "x1": limit,
                    "y0": base,
                    "y1": base + 0.5,
                    "line": {"color": "@ink", "width": 1.5, "dash": "dash"},
                }
                for base in range(4)
            ],
        },
    }


def bill_text(own, result):
    """How far the bill swings, and what the municipality pays for the others on average."""
    paid = (own["mean"] - result["means"][0]) * result["cost"]
    text = "spreiding " + dutch.percent(100 * own["spread"], 0) + "; "
    if abs(paid) < 500:
        return text + "niemand betaalt voor een ander"
    return text + ("je betaalt " + money(paid) + " mee" if paid > 0 else "anderen betalen " + money(-paid) + " mee")


def kept_text(own, memory):
    """What stays of a saved euro, this year and in the years that follow."""
    if own["later"]:
        return (
            "blijft: " + cents(own["now"]) + " cent, en " + dutch.number(memory) + " jaar erna " + cents(own["later"])
        )
    return "van een bespaarde euro blijft " + cents(own["now"]) + " cent"


def summary(result):
    """What your municipality reckons with, how often a year is too dear, what stays of a euro, who pays for whom."""
    own = result["own"][result["arrangement"]]
    paid = (own["mean"] - result["means"][0]) * result["cost"]
    text = (
        TITLES[result["arrangement"]]
        + ": jouw gemeente rekent op "
        + money(own["mean"] * result["cost"])
        + " per jaar, en in "
        + dutch.number(own["over"])
        + " van de "
        + dutch.number(YEARS)
        + " gelote jaren is de rekening meer dan "
        + dutch.percent(result["overrun"], 0)
        + " hoger. Van een bespaarde euro blijft "
        + ("dit jaar " if own["later"] else "")
        + cents(own["now"])
        + " cent"
    )
    if own["later"]:
        text = text + ", en in de " + dutch.number(result["memory"]) + " jaar erna samen ongeveer "
        text = text + cents(own["later"]) + " cent"
    if abs(paid) < 500:
        return text + ". Gemiddeld betaalt niemand voor een ander."
    if paid > 0:
        return text + ". Gemiddeld betaalt jouw gemeente " + money(paid) + " per jaar mee aan de andere."
    return text + ". Gemiddeld betalen de andere gemeenten " + money(-paid) + " per jaar mee aan de jouwe."


def table(result):
    """A row for each municipality, for the arrangement that is read."""
    rows = []
    for i, expected in enumerate(result["expected"]):
        paid = (expected["mean"] - result["means"][i]) * result["cost"]
        rows.append(
            [
                result["names"][i],
                dutch.number(1000 * result["sizes"][i]),
                money(result["means"][i] * result["cost"]),
                money(expected["mean"] * result["cost"]),
                "niets" if abs(paid) < 500 else money(paid),
                dutch.percent(100 * expected["spread"], 0),
                dutch.number(result["over"][i]),
                cents(expected["now"]) + (" + " + cents(expected["later"]) + " later" if expected["later"] else ""),
            ]
        )
    return [
        "Gemeente",
        "Inwoners",
        "Verwacht gebruik",
        "Verwachte rekening",
        "Betaalt mee aan andere (min: krijgt)",
        "Spreiding van de rekening",
        "Te dure jaren, van 100",
        "Cent die blijft van een euro",
    ], rows


def money(euros):
    """An amount in thousands: `€ 225.000`."""
    thousands = dutch.rounded(euros / 1000) * 1000
    return ("min € " if thousands < 0 else "€ ") + dutch.number(abs(thousands))


def cents(part):
    """A part of a euro in whole cents."""
    return dutch.number(100 * part)
