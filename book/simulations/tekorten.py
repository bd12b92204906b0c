"""The bill of youth care and the budget for it, from 2015 to 2028, beside what is known of them.

With t the year, and amounts in millions of euros:

    B  budget in 2015                     v  growth of the number of clients a year, until 2019 (share)
    S  spending in 2015                   p  growth of what one client costs a year, until 2019 (share)
    K  cut, in full                       d  part of both growths that is left after 2019
    n  years until the cut is complete    i  growth of the budget a year, for wages and prices
    X  extra money in a year

    volume(t)   = volume(t − 1)·(1 + v·r),  price(t) = price(t − 1)·(1 + p·r),  r = 1 until 2019 and d after it
    spending(t) = S·volume(t)·price(t),  with volume and price 1 in 2015
    budget(t)   = B·(1 + i)^(t − 2015) − K·min(1, (t − 2015)/n) + X(t);  the cut is complete at once when n = 0
    shortfall   = spending − budget;  together(t) = the sum of the shortfalls from 2015 to t

S, B, K and the amounts of X are figures of the register. v is the yearly growth that belongs to its 16% more clients
from 2015 to 2019; p is what is then left to come from 3,6 billion in 2015 to 5,4 à 5,6 in 2019; d leads on to the
8,1 of 2024; i makes the budget of 2019, with the cut and the extra money of that year, the 3,8 of the register. So
four numbers are set to four figures: that the model passes them proves nothing. n is an assumption; the steps of the
cut are not confirmed.

Assumes: the budget of 2015 holds nothing of the cut yet; the cut does not grow with prices; nobody acts on a
shortfall. Leaves out: money after the last year of a package, cuts planned for later, what municipalities add or
keep, and the differences between them. Known shortfalls were measured in different ways, so they are points and no
line. With a table of the reader's own the model is a smaller one: see `own_budget`.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations import own_budget, yearly
from book.simulations.contract import Column, Figures, OwnTable, Scenario, Slider, Switch, simulation

FIRST = 2015
LAST = 2028
# Growth changes after the one year; the last known spending is that of the other.
TURN = 2019
NEAR = 2024
SPENDING = "De uitgaven"
BUDGET = "Het budget"
EXTRA = "Extra geld van het Rijk"
# Who measured the shortfall: the letter in the picture and the name in the table.
WHO = (("G", "gemeenten"), ("A", "AEF"), ("R", "Groeipijn"), ("J", "Jeugdautoriteit"), ("V", "VNG/Improven"))
SPENT = ("uitgaven-jeugd-2015", "uitgaven-jeugd-2019", "uitgaven-jeugd-2024")
SHORT = (
    ("tekort-jeugd-2015", "R"),
    ("tekort-jeugd-2017", "G"),
    ("tekort-jeugd-2019", "A"),
    ("tekort-jeugd-2020-groeipijn", "R"),
    ("tekort-jeugd-2021", "J"),
    ("tekort-jeugd-2021-groeipijn", "R"),
    ("tekort-jeugd-2022-groeipijn", "R"),
    ("tekort-jeugd-2023", "V"),
    ("tekort-jeugd-2024", "V"),
)
PROMISED = ("extra-geld-2019", "extra-geld-2020", "extra-geld-2021-voorjaarsnota", "extra-geld-2022-structureel")
APRIL = ("extra-geld-2021-akkoord",)
JUNE = ("extra-geld-2022-akkoord",)
DERIVED = ("extra-geld-2023", "extra-geld-2024", "extra-geld-2025")


# fmt: off
@simulation(
    title="Hoe een tekort ontstaat",
    question="De uitgaven groeien, het budget wordt gekort en krijgt er later iets bij. Hoe groot wordt het gat, en "
    "wat doet het meest?",
    scenarios=[
        Scenario(
            "ongeveer",
            "Zoals het ging (ongeveer)",
            "De uitgaven lopen langs de drie bekende punten, en het tekort van 2019 lijkt op dat van AEF. In 2017 en "
            "na 2019 ligt het hoger dan wat onderzoeken noemen. Het echte budget was dus ruimer dan hier, of zij "
            "maten anders. Welke van de twee, weten we niet.",
        ),
        Scenario(
            "zonder-korting",
            "Zonder korting",
            "De korting is weg en verder blijft alles gelijk. Kijk hoeveel van het gat overblijft.",
            {"cut": 0},
        ),
        Scenario(
            "alleen-prijs",
            "Alleen prijs",
            "Er komt geen cliënt bij; alleen wat één cliënt kost groeit door.",
            {"volume": 0.0},
        ),
        Scenario(
            "geen-extra-geld",
            "Geen extra geld",
            "Geen enkel pakket uit het register. Zo groot wordt het gat in dit model als niemand iets anders doet.",
            {"promised": False, "april": False, "june": False, "derived": False},
        ),
    ],
    model=[
        "uitgaven(t) = uitgaven(2015) × volume(t) × prijs(t)",
        "volume(t) = volume(t − 1) × (1 + v) tot en met 2019; daarna volume(t − 1) × (1 + d·v)",
        "prijs(t) = prijs(t − 1) × (1 + p) tot en met 2019; daarna prijs(t − 1) × (1 + d·p)",
        "budget(t) = budget(2015) × (1 + i)^(t − 2015) − K × min(1, (t − 2015) / n) + extra geld(t)",
        "tekort(t) = uitgaven(t) − budget(t); samen(t) = tekort(2015) + … + tekort(t)",
        "t: het jaar. volume: het aantal cliënten; prijs: wat één cliënt gemiddeld kost; beide zijn 1 in 2015. v en "
        "p: hun groei per jaar. d: het deel van die groei dat na 2019 overblijft.",
        "i: de groei van het budget per jaar. K: de korting. n: het aantal jaren tot de korting vol is; bij 0 is zij "
        "dat meteen in 2015.",
    ],
    assumptions=[
        "De groei van het aantal cliënten hoort bij {groei-clienten-jeugd-2015-2019} in vier jaar. De groei van de "
        "prijs is wat dan nog nodig is om van {uitgaven-jeugd-2015} in 2015 op {uitgaven-jeugd-2019} in "
        "2019 te komen.",
        "Na 2019 blijft zo veel van de groei over dat de uitgaven in 2024 in de buurt komen van "
        "{uitgaven-jeugd-2024}, en het budget groeit zo dat het in 2019 bij {budget-jeugd-2019} uitkomt, "
        "met het extra geld erin. Of dat bedrag het extra geld echt bevat, is niet gezien.",
        "Vier knoppen zijn dus naar vier cijfers gezet. Dat de lijnen erlangs lopen, bewijst niets. Na 2024 is "
        "alles doorgetrokken.",
        "De stappen van de korting zijn niet bevestigd. Het model kiest gelijke stappen en telt over 2015 nog niets. "
        "Of in het macrobudget al een deel van de korting zit, is niet gezien.",
        "Een pakket telt alleen in de jaren waarvoor het register een bedrag heeft. Na 2025 rekent het model daarom "
        "geen extra geld, en schiet het tekort omhoog.",
        "De bedragen over 2023 tot en met 2025 zijn afgeleid, de andere bevestigd. Voor 2022 telt het bedrag van "
        "het akkoord; de tabel van VNG geeft {extra-geld-2022-vng}.",
        "Bekende tekorten staan als losse letters in de figuur. Ze zijn niet op één manier gemeten; een lijn "
        "erdoor zou doen alsof zij één reeks zijn.",
    ],
    leaves_out=[
        "Wat gemeenten doen als zij tekortkomen: bezuinigen, geld uit andere potten halen, hulp anders inrichten.",
        "De extra miljarden van de Voorjaarsnota 2025, want daarvan is over 2026 geen bedrag bevestigd, en de "
        "bezuinigingen die voor later waren ingeboekt.",
        "De breuk in de telling van cliënten in 2021.",
        "De verschillen tussen gemeenten: sommige hielden over.",
    ],
    sources=["jeugdautoriteit2023", "aef2020stelsel", "verbon2025", "e18fluiten", "e19watnodig"],
)
def simulate(
    known: Annotated[list, Figures(
        ("uitgaven-jeugd-2015", "uitgaven-jeugd-2019", "uitgaven-jeugd-2024", "budget-jeugd-2019",
         "tekort-jeugd-2015", "tekort-jeugd-2017", "tekort-jeugd-2019", "tekort-jeugd-2020-groeipijn",
         "tekort-jeugd-2021", "tekort-jeugd-2021-groeipijn", "tekort-jeugd-2022-groeipijn", "tekort-jeugd-2023",
         "tekort-jeugd-2024", "extra-geld-2019", "extra-geld-2020", "extra-geld-2021-voorjaarsnota",
         "extra-geld-2022-structureel", "extra-geld-2021-akkoord", "extra-geld-2022-akkoord", "extra-geld-2023",
         "extra-geld-2024", "extra-geld-2025"))],
    own: Annotated[list, OwnTable(
        title="Reken met de cijfers van je eigen gemeente",
        help="Een rij per jaar: het jaar, het budget, de uitgaven en, als je het weet, het aantal cliënten. Typ ze "
        "over uit de jaarstukken of plak ze uit een rekenblad. Neem steeds dezelfde eenheid: euro's, duizenden of "
        "miljoenen. De tabel blijft in deze browser en gaat nergens heen.",
        columns=(
            Column("Jaar", "year", ("jaar",), 1990, 2100),
            Column("Budget", "amount", ("budget", "begroting", "baten", "inkomsten"), 0.01, 1e12),
            Column("Uitgaven", "amount", ("uitgaven", "lasten", "kosten"), 0.01, 1e12),
            Column("Cliënten", "amount", ("cli", "gebruikers", "jeugdigen", "aantal"), 1, 1e7, needed=False),
        ),
        fixes=("spending", "budget", "later", "cut", "phase_in", "promised", "april", "june", "derived"),
        least=2, most=30,
        paper="Vul voor je eigen gemeente de jaren in die je kent. Trek per jaar het budget van de uitgaven af, en "
        "deel de uitgaven van het laatste jaar door die van het eerste. Op de site rekent het model met je tabel "
        "verder.",
        example="Jaar; Budget; Uitgaven; Cliënten\n2019; 10.200; 10.900; 1.450\n2021; 10.950; 12.400; 1.560\n"
        "2023; 12.100; 14.300; 1.640")],
    spending: Annotated[float, Slider(
        1, 8, 0.1, key="uitgaven", label="Uitgaven in 2015", unit="mld euro", decimals=1, fact="uitgaven-jeugd-2015",
        group=SPENDING, help="Van alle gemeenten samen, aan jeugdzorg: {uitgaven-jeugd-2015}.")] = 3.6,
    volume: Annotated[float, Slider(
        -5, 15, 0.1, key="volume", label="Groei van het aantal cliënten per jaar", unit="%", decimals=1,
        group=SPENDING, help="Onze omrekening van {groei-clienten-jeugd-2015-2019} in vier jaar.")] = 3.8,
    price: Annotated[float, Slider(
        -5, 15, 0.1, key="prijs", label="Groei van de kosten per cliënt per jaar", unit="%", decimals=1,
        group=SPENDING, help="Een aanname: zo komen de uitgaven van 2019 uit op {uitgaven-jeugd-2019}.")] = 7.1,
    later: Annotated[int, Slider(
        0, 150, 5, key="daarna", label="Na 2019 blijft van die groei over", unit="%", group=SPENDING,
        help="Een aanname: zo komen de uitgaven van 2024 in de buurt van {uitgaven-jeugd-2024}.")] = 70,
    budget: Annotated[int, Slider(
        2000, 6000, 1, key="budget", label="Budget in 2015", unit="mln euro", fact="macrobudget-jeugd-2015",
        group=BUDGET, help="Het macrobudget zoals het eind 2013 werd geraamd.")] = 3534,
    indexation: Annotated[float, Slider(
        0, 10, 0.1, key="indexering", label="Groei van het budget per jaar", unit="%", decimals=1, group=BUDGET,
        help="Voor lonen en prijzen. Een aanname: zo komt het budget van 2019 uit op {budget-jeugd-2019}.")] = 2.0,
    cut: Annotated[int, Slider(
        0, 1000, 10, key="korting", label="Korting per jaar", unit="mln euro", fact="korting-jeugd-structureel",
        group=BUDGET, help="De korting als zij volledig is.")] = 450,
    phase_in: Annotated[int, Slider(
        0, 10, 1, key="stappen", label="Jaren tot de korting vol is", unit="jaar", group=BUDGET,
        help="Een aanname van ons: de echte stappen zijn niet bevestigd. Bij 0 is zij er meteen in 2015.")] = 3,
    promised: Annotated[bool, Switch(
        key="geld-2019", label="Toegezegd vanaf 2019", group=EXTRA,
        help="{extra-geld-2019} in 2019, en {extra-geld-2020} in 2020, in 2021 en in 2022. Bevestigd.")] = True,
    april: Annotated[bool, Switch(
        key="geld-2021", label="Akkoord van april 2021", group=EXTRA,
        help="{extra-geld-2021-akkoord} in 2021. Bevestigd.")] = True,
    june: Annotated[bool, Switch(
        key="geld-2022", label="Akkoord van juni 2021", group=EXTRA,
        help="{extra-geld-2022-akkoord} in 2022. Bevestigd.")] = True,
    derived: Annotated[bool, Switch(
        key="geld-2023", label="Teruggerekend voor 2023 tot en met 2025", group=EXTRA,
        help="{extra-geld-2023}, {extra-geld-2024} en {extra-geld-2025}. Afgeleid uit wat gemeenten mochten "
        "inboeken; latere wijzigingen zitten er niet in.")] = True,
) -> dict:
    """Return for each year spending, budget and shortfall in millions of euros, and the known points."""
    if own:
        return own_budget.simulate(own, volume, price, indexation)
    figures = {}
    for one in known:
        figures[one["id"]] = one
    packages = []
    for on, ids in ((promised, PROMISED), (april, APRIL), (june, JUNE), (derived, DERIVED)):
        if on:
            packages = packages + [figures[identifier] for identifier in ids]
    years = list(range(FIRST, LAST + 1))
    clients, cost = [1.0], [1.0]
    for year in years[1:]:
        rate = 1 if year <= TURN else later / 100
        clients.append(clients[-1] * (1 + rate * volume / 100))
        cost.append(cost[-1] * (1 + rate * price / 100))
    spent = [1000 * spending * clients[k] * cost[k] for k in range(len(years))]
    extra = [sum([millions(one)[0] for one in packages if int(one["period"]) == year]) for year in years]
    cuts = [cut * phased(k, phase_in) for k in range(len(years))]
    money = [budget * (1 + indexation / 100) ** k - cuts[k] + extra[k] for k in range(len(years))]
    short = [spent[k] - money[k] for k in range(len(years))]
    together = []
    for one in short:
        together.append(one + (together[-1] if together else 0))
    return {
        "years": years,
        "clients": clients,
        "cost": cost,
        "spending": spent,
        "cut": cuts,
        "extra": extra,
        "budget": money,
        "shortfall": short,
        "together": together,
        "known_spending": [point(figures[identifier], "") for identifier in SPENT],
        "known_budget": [point(figures["budget-jeugd-2019"], "")],
        "known_shortfall": [point(figures[identifier], who) for identifier, who in SHORT],
    }


# fmt: on


def fit(rows):
    """What a table of the reader's own sets: the three growths."""
    return own_budget.fit(rows)


def phased(years, phase_in):
    """The part of the cut that counts `years` years after the start."""
    return 1 if years >= phase_in else years / phase_in


def millions(figure):
    """Low and high end of an amount of the register, in millions of euros; None where it is told in words."""
    size = 1000 if figure["unit"][:3] == "mld" else 1
    low, high = figure["value"], figure["high"]
    return [None if low is None else size * low, None if high is None else size * high]


def point(figure, who):
    """A known point: year, ends, the letter of who measured it, and whether it is provisional."""
    low, high = millions(figure)
    return {
        "year": int(figure["period"]),
        "low": low,
        "high": low if high is None else high,
        "who": who,
        "provisional": figure["status"] == "voorlopig",
    }


def figure(result):
    """Above: spending and budget, with what is known of them. Below: the shortfalls, and those measured."""
    if "own" in result:
        return own_budget.figure(result)
    years = result["years"]
    measured = [one["high"] for one in result["known_shortfall"] if one["low"] is not None]
    top = max(billions(result["spending"] + result["budget"] + [one["high"] for one in result["known_spending"]]))
    low = min(billions(result["shortfall"] + [0]))
    high = max(billions(result["shortfall"] + measured))
    apart = step(high - low)
    ticks = [apart * k for k in range(int(low / apart), int(high / apart) + 1)]
    upper = [step(top) * k for k in range(int(top / step(top)) + 1)]
    data = [
        yearly.line(years, billions(result["spending"]), "@series-1", "solid"),
        yearly.line(years, billions(result["budget"]), "@series-3", "dash"),
    ]
    data = data + signs(result["known_spending"], "diamond") + signs(result["known_budget"], "square")
    data.append(yearly.bars(years, billions(result["shortfall"]), NEAR))
    data = data + letters(result["known_shortfall"])
    return {
        "data": data,
        "layout": {
            "height": 600,
            "margin": {"l": 40, "r": 70, "t": 28, "b": 108},
            "annotations": notes(result),
            "shapes": [
                {
                    "type": "line",
                    "x0": NEAR + 0.5,
                    "x1": NEAR + 0.5,
                    "y0": 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": "@muted", "width": 1.5, "dash": "dot"},
                    "layer": "below",
                }
            ],
            "xaxis": yearly.year_axis(years, 3),
            "yaxis": axis([0, 1.15 * top], [0.56, 1], upper),
            "yaxis2": axis([1.1 * low, 1.15 * high], [0, 0.45], ticks),
        },
    }


def axis(span, domain, ticks):
    """A value axis in billions."""
    return yearly.axis(span, domain, ticks, [dutch.shortest(tick, 1) for tick in ticks])


def signs(known, symbol):
    """Known amounts as signs: a range as two dashes, one at each end. Nothing joins two years."""
    x, y, symbols = [], [], []
    for one in known:
        ends = [one["low"]] if one["low"] == one["high"] else [one["low"], one["high"]]
        for end in ends:
            x.append(one["year"])
            y.append(end / 1000)
            symbols.append(symbol if len(ends) == 1 else "line-ew-open")
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": y,
            "marker": {
                "symbol": symbols,
                "size": [18 if name == "line-ew-open" else 11 for name in symbols],
                "color": "@ink",
                "opacity": 1,
                "line": {"width": 2.5, "color": "@ink"},
            },
            "hoverinfo": "skip",
        }
    ]


def letters(known):
    """Measured shortfalls as discs with the letter of who measured, side by side in a year with two.

    Nothing joins them. The disc of a provisional figure is open; a range has an upright bar over its length.
    """
    drawn = [one for one in known if one["low"] is not None]
    years = [one["year"] for one in drawn]
    x = []
    for k, year in enumerate(years):
        beside = [j for j in range(len(years)) if years[j] == year]
        x.append(year + 0.5 * (beside.index(k) - (len(beside) - 1) / 2))
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": x,
            "y": [(one["low"] + one["high"]) / 2000 for one in drawn],
            "yaxis": "y2",
            "text": [one["who"] for one in drawn],
            "textposition": "middle center",
            "textfont": {"size": 12, "color": ["@ink" if one["provisional"] else "@paper" for one in drawn]},
            "marker": {
                "symbol": "circle",
                "size": 17,
                "color": ["@paper" if one["provisional"] else "@ink" for one in drawn],
                "line": {"width": 2, "color": "@ink"},
            },
            "error_y": {
                "type": "data",
                "array": [(one["high"] - one["low"]) / 2000 for one in drawn],
                "color": "@ink",
                "thickness": 4,
                "width": 0,
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def notes(result):
    """The words in the picture: what each panel shows, the names of the lines, and who measured."""
    names = [letter + " " + name for letter, name in WHO]
    legend = [
        "staven: het model; letters: gemeten door",
        ", ".join(names[:3]) + ",",
        ", ".join(names[3:]) + ";",
        "open: voorlopig",
    ]
    return [
        yearly.note("<b>mld euro</b>; ◆ bekende uitgaven, ■ bekend budget", 1, "bottom", "@muted"),
        yearly.note("<b>Tekort per jaar</b>, mld euro", 0.45, "bottom", "@series-2"),
        yearly.note("<br>".join(legend), -0.06, "top", "@muted"),
        {
            "text": "doorgetrokken",
            "x": NEAR + 0.6,
            "y": 0,
            "xanchor": "left",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"color": "@muted", "size": 13},
        },
    ] + yearly.endings(LAST, result["spending"][-1] / 1000, result["budget"][-1] / 1000)


def step(span):
    """The distance between ticks that gives `span` at most six of them."""
    for distance in (0.5, 1, 2, 5, 10, 20):
        if span <= 6 * distance:
            return distance
    return 50


def billions(values):
    """Millions of euros as billions."""
    return [value / 1000 for value in values]


def summary(result):
    """Spending in 2015, 2019 and 2024, the shortfall of 2019 and 2024, and all of them together until 2024."""
    if "own" in result:
        return own_budget.summary(result)
    turn, near = TURN - FIRST, NEAR - FIRST
    spent, short = result["spending"], result["shortfall"]
    return (
        "In dit model gaan de uitgaven van "
        + euros(spent[0])
        + " in 2015 naar "
        + euros(spent[turn])
        + " in 2019 en "
        + euros(spent[near])
        + " in 2024. "
        + gap(short[turn], "In 2019")
        + ", in 2024 "
        + ("een overschot van " if short[near] < 0 else "een tekort van ")
        + euros(abs(short[near]))
        + ". Van 2015 tot en met 2024 is dat samen "
        + euros(abs(result["together"][near]))
        + (" over." if result["together"][near] < 0 else " tekort.")
    )


def gap(amount, when):
    """`In 2019 is er een tekort van € 1,7 mld`."""
    return when + " is er een " + ("overschot" if amount < 0 else "tekort") + " van " + euros(abs(amount))


def table(result):
    """A row a year; what is known stands in the last two columns."""
    if "own" in result:
        return own_budget.table(result)
    rows = []
    for k, year in enumerate(result["years"]):
        rows.append(
            [
                dutch.year(year),
                dutch.number(100 * result["clients"][k]),
                dutch.number(100 * result["cost"][k]),
                dutch.number(result["spending"][k]),
                dutch.number(result["budget"][k]),
                dutch.number(result["extra"][k]),
                dutch.number(result["shortfall"][k]),
                dutch.number(result["together"][k]),
                known_text(result["known_spending"], year),
                known_text(result["known_shortfall"], year),
            ]
        )
    return [
        "Jaar",
        "Volume, 2015 = 100",
        "Prijs, 2015 = 100",
        "Uitgaven, mln euro",
        "Budget, mln euro",
        "Waarvan extra",
        "Tekort (min: over)",
        "Samen sinds 2015",
        "Bekende uitgaven",
        "Bekend tekort (* voorlopig)",
    ], rows


def known_text(known, year):
    """What is known of a year: `AEF: 1.600 à 1.800`; two measurements stand side by side."""
    texts = []
    for one in known:
        if one["year"] == year:
            name = "".join([name + ": " for letter, name in WHO if letter == one["who"]])
            texts.append(name + amount(one) + ("*" if one["provisional"] else ""))
    return "; ".join(texts)


def amount(one):
    """A known amount in millions: `628`, `1.600 à 1.800`, `geen`."""
    if one["low"] is None:
        return "geen"
    text = dutch.number(one["low"])
    return text if one["high"] == one["low"] else text + " à " + dutch.number(one["high"])


def euros(amount):
    """Millions of euros: `€ 613 mln`, `€ 5,5 mld`."""
    return dutch.euro(1000000 * amount)
