"""How long you wait for a neighbourhood team: with referral to specialists, or with the specialists in the team.

Each place where you wait is a queue M/M/c: questions arrive by chance (Poisson), λ a week; c workers take them in
turn; a question keeps one worker busy for S weeks on average (exponential). S is hours of work divided by the hours a
week that a worker has for residents. With load a = λ·S and utilisation ρ = a/c:

    B_0 = 1,  B_i = a·B_(i−1) / (i + a·B_(i−1))          Erlang B by recursion: no factorials, so no overflow
    chance of waiting   C = B_c / (1 − ρ·(1 − B_c))      Erlang C, for ρ < 1
    wait                W = C·S / (c − a)                weeks, on average, also over those who need not wait
    people waiting      L = λ·W                          Little
    ρ ≥ 1               no average exists: the queue grows by at least λ − c/S people a week

Referral: the team sees every question; a share g goes to a group, a share x is referred on, the rest is helped one to
one, so S = ((1 − x − g)·h + g·h_group + x·h_referral) / hours a week. Referred questions, x·min(λ, c/S) a week, wait
once more, for the specialists, with S = h_specialist / hours a week. What leaves an M/M/c queue is again Poisson
(Burke), so that second queue is M/M/c too.

Specialists in the team: one queue with all workers, S = ((1 − x − g)·h + g·h_group + x·h_specialist) / hours a week.

The year starts with everyone at work and nobody waiting. The queue is then followed as a random walk that cannot fall
below zero (Brownian motion, reflected), with drift θ = λ − c/S and variance σ² = 2·λ·C a week, or λ + c/S when ρ ≥ 1;
with u = θ·√t / σ and Φ, φ the standard normal distribution and density:

    L(t) = θ·t·Φ(u) + σ·√t·φ(u) + σ²/(2·θ)·(2·Φ(u) − 1),  and σ·√(2·t/π) for θ = 0

For ρ < 1 it ends at L, exactly; for ρ ≥ 1 it grows by θ a week, exactly; between, it is an approximation, rather too
high than too low (the tests compare it with the exact M/M/c). Who comes after a year waits L(52) / min(λ, c/S).

Assumes: the mix of short and long questions is as variable as one exponential duration; a worker does one question
after the other; everyone in a team with specialists can take every question, with a specialist beside them. Leaves
out: urgency, people who give up, seasons, learning, quality, the search for a place outside specialists' reach.

Units: people and questions, weeks, hours, fte. Sources: erlang1917, kleinrock1975; the idea is that of e05vooruit
(expertise forward, collective), e07centraliseren and e04werkbezoek. Every default is an assumption of ours.
"""

import math
from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Choice, Scenario, Shares, Slider, simulation

QUESTIONS = "De vragen"
TEAM = "Het team"
HOURS = "De uren"
REFER = "doorverwijzen"
TOGETHER = "voren"
YEAR = 52


# fmt: off
@simulation(
    title="Wachten op het wijkteam",
    question="Hoe lang wacht je als het wijkteam doorverwijst, en hoe lang als de specialisten in het team zitten?",
    scenarios=[
        Scenario("doorverwijzen", "Doorverwijzen", "Wie een specialist nodig heeft, staat twee keer in de rij."),
        Scenario(
            "expertise-naar-voren",
            "Expertise naar voren",
            "Dezelfde mensen, maar in één team: één rij, en geen uren voor het doorverwijzen.",
            {"arrangement": TOGETHER},
        ),
        Scenario(
            "meer-collectief",
            "Meer collectief",
            "Drie van de tien vragen gaan naar een groep, bijvoorbeeld een autismecafé.",
            {"group_share": 30},
        ),
        Scenario(
            "iedereen-doorverwijzen",
            "Iedereen doorverwijzen",
            "Het wijkteam heeft geen wachtlijst meer. Kijk waar de wachtlijst gebleven is.",
            {"expert_share": 100, "group_share": 0},
        ),
        Scenario(
            "een-medewerker-ziek",
            "Een medewerker ziek",
            "Eén van de acht valt een jaar uit. Let op wat dat met de rij doet.",
            {"workers": 7},
        ),
    ],
    shares=[Shares(("expert_share", "group_share"), rest="Eén op één in het wijkteam")],
    model=[
        "werk: a = λ·S, en bezetting: ρ = a / c",
        "B(0) = 1, en B(i) = a·B(i−1) / (i + a·B(i−1))",
        "kans dat je moet wachten: C = B(c) / (1 − ρ·(1 − B(c))), als ρ kleiner is dan 1 (Erlang C)",
        "gemiddelde wachttijd: W = C·S / (c − a), en gemiddeld aantal wachtenden: L = λ·W",
        "bij ρ = 1 of meer groeit de rij elke week met minstens λ − c / S mensen",
        "λ: nieuwe vragen per week. c: medewerkers. S: de weken die een vraag een medewerker kost, gemiddeld over "
        "alle soorten vragen: uren per vraag gedeeld door uren per week.",
        "De lijn over het jaar volgt de rij als een toevalswandeling die niet onder nul komt. Dat is een benadering: "
        "op den duur klopt de lijn, in het begin loopt hij iets te snel op. Wie na een jaar komt, wacht: de rij "
        "gedeeld door wat er per week af gaat.",
    ],
    assumptions=[
        "Alle beginwaarden zijn aannames van dit boek, geen gemeten cijfers.",
        "Vragen komen los van elkaar binnen, en hoe lang een vraag duurt, wisselt sterk.",
        "Een medewerker werkt vragen een voor een af. In het echt lopen ze door elkaar.",
        "In één team met specialisten kan iedereen elke vraag oppakken, met een specialist ernaast. Dat is gunstig "
        "gerekend: in het echt blijft een deel van de vragen bij één persoon liggen.",
        "Het jaar begint met iedereen aan het werk en zonder wachtlijst.",
    ],
    leaves_out=[
        "Voorrang voor spoed, en mensen die afhaken omdat het te lang duurt.",
        "Of de hulp helpt. Een groep of een snelle verwijzing kan beter of slechter passen.",
        "Wat medewerkers in de loop van het jaar van elkaar leren.",
        "Wachten bij aanbieders buiten het team en de specialisten.",
    ],
    sources=["e05vooruit", "e07centraliseren", "e04werkbezoek", "erlang1917", "kleinrock1975"],
)
def simulate(
    arrangement: Annotated[str, Choice(
        ((REFER, "verwijst door naar specialisten"), (TOGETHER, "heeft de specialisten in het team")),
        key="aanpak", label="Het wijkteam", group=TEAM,
        help="Het aantal medewerkers en specialisten blijft gelijk.")] = REFER,
    workers: Annotated[int, Slider(
        1, 30, 1, key="medewerkers", label="Medewerkers van het wijkteam", unit="fte", group=TEAM,
        help="Een aanname van ons.")] = 8,
    specialists: Annotated[int, Slider(
        1, 15, 1, key="specialisten", label="Specialisten", unit="fte", group=TEAM,
        help="In hun eigen organisatie of in het team. Een aanname van ons.")] = 4,
    arrivals: Annotated[int, Slider(
        0, 40, 1, key="aanmeldingen", label="Nieuwe vragen", unit="per week", group=QUESTIONS,
        help="Een aanname van ons.")] = 11,
    expert_share: Annotated[int, Slider(
        0, 100, 1, key="ingewikkeld", label="Vragen voor een specialist", unit="%", group=QUESTIONS,
        help="Deel van alle vragen. Een aanname van ons.")] = 25,
    group_share: Annotated[int, Slider(
        0, 100, 1, key="collectief", label="Vragen voor een groep", unit="%", group=QUESTIONS,
        help="Deel van alle vragen. Een groep vraagt minder uren per persoon. Een aanname van ons.")] = 10,
    available: Annotated[int, Slider(
        5, 36, 1, key="uren", label="Tijd voor inwoners", unit="uur per week", group=HOURS,
        help="Per fte: wat overblijft na overleg, reizen en administratie. Een aanname van ons.")] = 20,
    alone: Annotated[int, Slider(
        1, 60, 1, key="eigen", label="Eén op één", unit="uur per vraag", group=HOURS,
        help="Een aanname van ons.")] = 18,
    group: Annotated[int, Slider(
        1, 60, 1, key="groep", label="In een groep", unit="uur per persoon", group=HOURS,
        help="De uren van de begeleiders, gedeeld door het aantal deelnemers. Een aanname van ons.")] = 6,
    referral: Annotated[int, Slider(
        0, 20, 1, key="verwijzen", label="Doorverwijzen", unit="uur per vraag", group=HOURS,
        help="Uitzoeken, verslag schrijven, overdragen: tijd van het wijkteam. Een aanname van ons.")] = 6,
    expert: Annotated[int, Slider(
        1, 60, 1, key="specialist", label="Met een specialist", unit="uur per vraag", group=HOURS,
        help="Een aanname van ons.")] = 28,
) -> dict:
    """Return the queues: one when the specialists are in the team, otherwise two."""
    x = expert_share / 100
    g = group_share / 100
    shared = (100 - expert_share - group_share) / 100 * alone + g * group
    if arrangement == TOGETHER:
        queues = [queue("Samen in één team", arrivals, (shared + x * expert) / available, workers + specialists)]
    else:
        team = queue("Wijkteam", arrivals, (shared + x * referral) / available, workers)
        queues = [team, queue("Specialisten", x * team["through"], expert / available, specialists)]
    return {
        "queues": queues,
        "without_expert": arrivals > 0 and expert_share < 100,
        "with_expert": arrivals > 0 and expert_share > 0,
    }


# fmt: on


def queue(name, rate, service, servers):
    """Return what happens in one queue. `rate` a week, `service` in weeks, `servers` at least one.

    `chance`, `wait` and `waiting` are those of the long run, None when the queue keeps growing.
    """
    load = rate * service
    busy = load < servers
    chance = erlang_c(load, servers) if busy else None
    wait = chance * service / (servers - load) if busy else None
    year = course(rate, service, servers)
    through = rate if busy else servers / service
    return {
        "name": name,
        "rate": rate,
        "through": through,
        "utilisation": load / servers,
        "chance": chance,
        "wait": wait,
        "waiting": rate * wait if busy else None,
        "growth": rate - through,
        "course": year,
        "wait_year": year[-1] / through if rate else 0.0,
    }


def erlang_c(load, servers):
    """The chance that who arrives must wait; `load` below `servers`."""
    blocked = 1.0
    for i in range(1, servers + 1):
        blocked = load * blocked / (i + load * blocked)
    return blocked / (1 - load / servers * (1 - blocked))


def course(rate, service, servers):
    """Return the mean number of people waiting after 0, 1, ... 52 weeks."""
    load = rate * service
    variance = 2 * rate * erlang_c(load, servers) if load < servers else rate + servers / service
    if variance == 0:
        return [0.0] * (YEAR + 1)
    drift = rate - servers / service
    return [0.0] + [walk(drift, variance, week) for week in range(1, YEAR + 1)]


def walk(drift, variance, time):
    """The mean place after `time` of a random walk that starts at zero and cannot fall below it."""
    spread = math.sqrt(variance * time)
    if drift == 0:
        return spread * math.sqrt(2 / math.pi)
    u = drift * time / spread
    below = math.erf(u / math.sqrt(2))
    density = math.exp(-u * u / 2) / math.sqrt(2 * math.pi)
    return drift * time * (1 + below) / 2 + spread * density + variance / (2 * drift) * below


def figure(result):
    """Above: the wait of who comes after a year, for both kinds of questions. Below: people waiting, week by week."""
    queues = result["queues"]
    looks = [("@series-1", "", "solid"), ("@series-2", "/", "dash")]
    data = []
    above = [[0, 2.05, "Wachttijd van wie zich na een jaar meldt", "top right", "@muted"]]
    for place, name, asked, steps in (
        (1, "zonder specialist", result["without_expert"], queues[:1]),
        (0, "met specialist", result["with_expert"], queues),
    ):
        text = name + ": geen vragen"
        if asked:
            for i, step in enumerate(steps):
                data.append(bar(step["wait_year"], place, looks[i][0], looks[i][1]))
            text = name + ": <b>" + weeks(total(steps)) + "</b>"
            if len(steps) > 1:
                text = text + " (" + " + ".join([short(step["wait_year"]) for step in steps]) + ")"
            if [step for step in steps if step["wait"] is None]:
                text = text + ", groeit"
        above.append([0, place + 0.22, text, "top right", "@ink"])
    ends = [queue["course"][-1] for queue in queues]
    most = 1.5 * max([20] + ends)
    below = [[0, 0.86 * most, "Wachtenden, in de weken van een jaar", "top right", "@muted"]]
    for i, queue in enumerate(queues):
        data.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": list(range(YEAR + 1)),
                "y": queue["course"],
                "line": {"color": looks[i][0], "width": 3, "dash": looks[i][2]},
                "hoverinfo": "skip",
            }
        )
        text = queue["name"].lower() + ": <b>" + short(ends[i]) + "</b>"
        height, position = beside(i, queues, most)
        below.append([YEAR, height, text, position, looks[i][0]])
    data.append(words(above, "2"))
    data.append(words(below, ""))
    return {
        "data": data,
        "layout": {
            "height": 440,
            "barmode": "stack",
            "margin": {"l": 44, "r": 12, "t": 4, "b": 8},
            "xaxis": {"range": [0, YEAR + 2], "tickvals": [0, 13, 26, 39, 52], "anchor": "y"},
            "yaxis": {
                "range": [0, most],
                "domain": [0, 0.54],
                "rangemode": "tozero",
                "nticks": 6,
                "tickformat": ",d",
                "anchor": "x",
            },
            "xaxis2": {
                "range": [0, max(4, sum([queue["wait_year"] for queue in queues]))],
                "anchor": "y2",
                "visible": False,
            },
            "yaxis2": {"range": [-0.3, 2.6], "domain": [0.62, 1], "anchor": "x2", "visible": False},
        },
    }


def beside(i, queues, most):
    """Height and position of the words at the end of line `i`, clear of both lines and of the other's words."""
    line = 0.12 * most
    ends = [queue["course"][-1] for queue in queues]
    top = max(ends) + line / 6
    upper = i == ends.index(max(ends))
    gap = max(ends) - min(ends)
    if len(ends) == 1 or gap > 1.4 * line:
        return ends[i] + line / 6, "top left"
    halfway = queues[ends.index(min(ends))]["course"][YEAR // 2]
    if halfway > 1.2 * line:
        return (top, "top left") if upper else (halfway, "bottom left")
    return (top + line, "top left") if upper else (top, "top left")


def words(places, axis):
    """Texts as one trace: `places` lists [x, y, text, position, colour]."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [place[0] for place in places],
        "y": [place[1] for place in places],
        "text": [place[2] for place in places],
        "textposition": [place[3] for place in places],
        "textfont": {"color": [place[4] for place in places], "size": 14},
        "xaxis": "x" + axis,
        "yaxis": "y" + axis,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def bar(length, place, colour, shape):
    """One part of a bar: full for the team, hatched for the specialists."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [length],
        "y": [place],
        "width": 0.4,
        "xaxis": "x2",
        "yaxis": "y2",
        "marker": {
            "color": colour,
            "pattern": {"shape": shape, "fillmode": "replace", "fgcolor": colour, "size": 6},
            "line": {"color": colour, "width": 1.5},
        },
        "hoverinfo": "skip",
    }


def summary(result):
    """How busy each place is, how long who comes after a year waits, and which queue keeps growing."""
    queues = result["queues"]
    if queues[0]["rate"] == 0:
        return "Er komen geen vragen, dus niemand wacht."
    names = {"Wijkteam": "het wijkteam", "Specialisten": "de specialisten", "Samen in één team": "het team"}
    used = [queue for queue in queues if queue["rate"] > 0]
    busy = [names[queue["name"]] + " " + dutch.percent(100 * queue["utilisation"], 0) for queue in used]
    text = "Van de uren is nodig: bij " + " en bij ".join(busy) + ". "
    first = weeks(queues[0]["wait_year"])
    all_in = weeks(total(queues))
    text = text + "Wie zich na een jaar meldt, wacht gemiddeld "
    if len(used) == 1:
        text = text + first + "."
    elif result["without_expert"]:
        text = text + first + ", en met een specialist erbij " + all_in + "."
    else:
        text = text + all_in + ", want iedereen gaat door naar een specialist."
    growing = [queue for queue in used if queue["wait"] is None]
    if growing:
        text = text + " Er komt meer werk dan er uren zijn, dus de rij blijft groeien: na een jaar wachten er "
        lists = [short(queue["course"][-1]) + " bij " + names[queue["name"]] for queue in growing]
        text = text + " en ".join(lists) + "."
    return text


def table(result):
    """A row for each place where you can wait; a dash where this arrangement has no such place."""
    rows = []
    for name in ("Wijkteam", "Specialisten", "Samen in één team"):
        found = [queue for queue in result["queues"] if queue["name"] == name]
        if found:
            queue = found[0]
            grows = queue["wait"] is None
            rows.append(
                [
                    name,
                    dutch.number(queue["rate"], 1),
                    dutch.percent(100 * queue["utilisation"], 0),
                    "100%" if grows else dutch.percent(100 * queue["chance"], 0),
                    "blijft groeien" if grows else weeks(queue["wait"]),
                    "blijft groeien" if grows else short(queue["waiting"]),
                    short(queue["course"][-1]),
                    weeks(queue["wait_year"]),
                ]
            )
        else:
            rows.append([name] + ["–"] * 7)
    return [
        "Waar je wacht",
        "Nieuwe vragen per week",
        "Werk als deel van de uren",
        "Kans dat je moet wachten",
        "Wachttijd op den duur",
        "Wachtenden op den duur",
        "Wachtenden na een jaar",
        "Wachttijd na een jaar",
    ], rows


def total(steps):
    """The wait in one queue after the other, added up as it is written."""
    return sum([dutch.rounded(step["wait_year"], decimals(step["wait_year"])) for step in steps])


def weeks(x):
    """`1,4 weken`, `13 weken`."""
    return short(x) + " weken"


def short(x):
    """A mean: one decimal when it is small."""
    return dutch.number(x, decimals(x))


def decimals(x):
    """One decimal below ten."""
    return 1 if x < 10 else 0
