"""Rules as a stock: incidents fill it, forgetting drains it, and a campaign against rules does both.

Month by month for fifteen years, for one employee. With

    R  rules in force                         i  incidents a year if nobody kept a rule
    A  reports that the campaign left         k  new rules an incident
    W  working hours a year                   β  new rules a year that one rule calls up (share)
    h  hours a year a rule or report takes    φ  rules and reports that fall asleep in a year (share)
    g  rules that everyone ignores (share)    ρ  incidents that a hundred rules, when kept, prevent (share)

and, while the campaign lasts (from the third year, d years): s rules a year it deletes (share), a reports a year it
adds, v hours a year its meetings take:

    incidents a year   I = i·(1 − ρ)^((1 − g)·R/100)
    rules              R(t + 1) = R(t) + (I·k + β·R − φ·R − s·R)/12
    reports            A(t + 1) = A(t) + (a − φ·A)/12
    hours for rules    L = h·(1 − g)·(R + A) + v
    hours for clients  max(0, W − L)

What the campaign yields is the hours for clients with it, less those without it, over all years. Without protection
(ρ = 0) and campaign the rules have a closed form: with δ = φ − β, R(t) = i·k/δ + (R(0) − i·k/δ)·(1 − δ/12)^t.

The idea that a plan of attack on bureaucracy is itself bureaucracy is that of essay E02; that distrust breeds rules
that of E14; that rules call up rules, and are born and abolished at rates one can study, that of March, Schulz and
Zhou (2000); what rules do to those who work with clients, that of Lipsky (1980). None of them gives these equations
or these numbers.

Assumes: every rule takes equally long; reports are ignored and forgotten as rules are; an ignored rule costs no time
and prevents nothing. Leaves out: what a single rule is good for, quality of the help, sanctions, differences between
employees, and that rules may be deleted wisely. Units: hours and rules a year, years. All parameters are assumptions.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Scenario, Slider, Switch, simulation
from book.simulations.panels import words

RULES = "Incidenten en regels"
WORK = "Het werk"
PLAN = "Een plan tegen regels"
YEARS = 15
FIRST = 24
HEIGHT = 420


# A parameter is easier to read in three lines than in fifteen.
# fmt: off
@simulation(
    title="Wat doen regels, en een plan tegen regels, met de tijd voor cliënten?",
    question="Hoeveel uur per jaar houdt een medewerker over voor cliënten, als elk incident regels oplevert? En wat "
    "verandert een plan dat regels schrapt, maar ook rapportages vraagt?",
    scenarios=[
        Scenario("incident", "Na een incident een regel", "Elk incident levert regels op. Niemand ruimt op."),
        Scenario(
            "plan",
            "Plan van aanpak",
            "Vanaf het derde jaar is er twee jaar lang een plan tegen de regels. Kijk of het meer oplevert dan het "
            "kost. Zet daarna de schuif met wat het plan schrapt hoger.",
            {"campaign": True},
        ),
        Scenario(
            "vertrouwen",
            "Vertrouwen, tenzij",
            "Alleen een ernstig incident leidt nog tot een regel, en regels vervallen sneller.",
            {"rules_each": 0.4, "fade": 10},
        ),
        Scenario(
            "negeren",
            "Negeren (E02)",
            "Het voorstel van het essay: geen plan, geen aandacht. De helft van de regels wordt genegeerd. Let ook "
            "op de incidenten.",
            {"ignored": 50},
        ),
    ],
    model=[
        "incidenten per jaar: I = i·(1 − ρ)^((1 − g)·R/100)",
        "regels: R (volgende maand) = R + (I·k + β·R − φ·R − s·R)/12",
        "rapportages: A (volgende maand) = A + (a − φ·A)/12",
        "uren voor regels = h·(1 − g)·(R + A) + v",
        "uren voor cliënten = W − uren voor regels, nooit minder dan 0",
        "opbrengst van het plan = uren voor cliënten met het plan − uren voor cliënten zonder het plan, over "
        "vijftien jaar",
        "i: incidenten per jaar als niemand zich aan een regel houdt. ρ: incidenten die honderd regels voorkomen. "
        "k: regels per incident. β: regels die regels oproepen. φ: regels die in slaap vallen. g: genegeerde "
        "regels. h: uren per regel. W: werkuren.",
        "Alleen zolang het plan duurt, vanaf het derde jaar: s: regels die het plan schrapt. a: rapportages die "
        "erbij komen. v: uren overleg.",
    ],
    assumptions=[
        "Alle beginwaarden zijn aannames van dit boek. Niemand heeft deze regels en uren zo geteld.",
        "Elke regel en elke rapportage kost even veel tijd.",
        "Wat het plan aan lijsten en rapportages vraagt, blijft na afloop bestaan. Het raakt even langzaam in "
        "vergetelheid als andere regels.",
        "Een regel die iedereen negeert, kost geen tijd en voorkomt ook niets.",
        "Regels voorkomen incidenten, maar elke volgende regel voorkomt er minder.",
    ],
    leaves_out=[
        "Waar een regel goed voor is: hier zijn alle regels gelijk, ook die cliënten beschermen.",
        "Wat er gebeurt met wie een regel negeert en betrapt wordt.",
        "De kwaliteit van de hulp, en hoe zwaar een incident is.",
        "Dat een plan ook kan kiezen welke regels het schrapt.",
    ],
    sources=["e02bureaucratie", "e14minder", "march2000rules", "lipsky1980"],
)
def simulate(
    incidents: Annotated[int, Slider(
        0, 30, 1, key="incidenten", label="Incidenten zonder regels", unit="per jaar", group=RULES,
        help="Een aanname. Zo veel incidenten zouden er zijn als niemand zich aan een regel hield.")] = 8,
    rules_each: Annotated[float, Slider(
        0, 5, 0.1, key="per-incident", label="Nieuwe regels per incident", unit="regels", decimals=1, group=RULES,
        help="Een aanname. Hoe kleiner het vertrouwen, hoe hoger.")] = 2.0,
    breed: Annotated[int, Slider(
        0, 10, 1, key="voortplanting", label="Regels die regels oproepen", unit="%", group=RULES,
        help="Een aanname: zo veel nieuwe regels per jaar per honderd regels, om uit te leggen of uit te "
        "zonderen.")] = 2,
    fade: Annotated[int, Slider(
        0, 30, 1, key="slaap", label="Regels die per jaar in slaap vallen", unit="%", group=RULES,
        help="Een aanname: ze staan er nog, maar niemand doet ze nog.")] = 4,
    protection: Annotated[int, Slider(
        0, 50, 1, key="bescherming", label="Incidenten die honderd regels voorkomen", unit="%", group=RULES,
        help="Een aanname. 0: regels helpen niet. Het telt alleen voor regels die worden nageleefd.")] = 15,
    start: Annotated[int, Slider(
        0, 300, 10, key="begin", label="Regels bij het begin", unit="regels", group=WORK,
        help="Een aanname.")] = 100,
    hours: Annotated[float, Slider(
        0, 10, 0.5, key="uren", label="Tijd per regel", unit="uur per jaar", decimals=1, group=WORK,
        help="Een aanname: invullen, nakijken, doorgeven. Ook een rapportage kost deze tijd.")] = 3.0,
    work: Annotated[int, Slider(
        500, 2000, 50, key="werkuren", label="Werkuren van de medewerker", unit="uur per jaar", group=WORK,
        help="Een aanname: de uren na aftrek van vakantie en ziekte.")] = 1500,
    ignored: Annotated[int, Slider(
        0, 90, 5, key="negeren", label="Regels die iedereen negeert", unit="%", group=WORK,
        help="Een aanname. Zij kosten geen tijd en voorkomen niets.")] = 0,
    campaign: Annotated[bool, Switch(
        key="plan", label="Een plan tegen regels, vanaf het derde jaar", group=PLAN,
        help="De schuiven hieronder tellen alleen als het plan aan staat.")] = False,
    lasting: Annotated[int, Slider(
        1, 13, 1, key="duur", label="Het plan duurt", unit="jaar", group=PLAN,
        help="Een aanname.")] = 2,
    cut: Annotated[int, Slider(
        0, 50, 1, key="schrappen", label="Het plan schrapt", unit="procent van de regels per jaar", group=PLAN,
        help="Een aanname. Dit is wat het plan moet opleveren.")] = 5,
    reports: Annotated[int, Slider(
        0, 30, 1, key="rapportages", label="Het plan vraagt", unit="rapportages per jaar erbij", group=PLAN,
        help="Een aanname: lijsten, vragenlijsten, voortgangsverslagen.")] = 6,
    meetings: Annotated[int, Slider(
        0, 200, 5, key="overleg", label="Overleg over het plan", unit="uur per jaar", group=PLAN,
        help="Een aanname: werkgroep, stuurgroep, wie alles naloopt.")] = 40,
) -> dict:
    """Return rules, reports, incidents and hours a year, with the campaign if there is one, and without it."""
    setting = {"incidents": incidents, "rules_each": rules_each, "breed": breed / 100, "fade": fade / 100,
               "kept": 1 - ignored / 100, "unprevented": 1 - protection / 100, "start": start, "hours": hours,
               "work": work, "cut": cut / 100, "reports": reports, "meetings": meetings}
    without = course(setting, 0)
    now = course(setting, 12 * lasting) if campaign else without
    return {"campaign": campaign, "lasting": lasting, "work": work, "start": start, "now": now, "without": without,
            "yield": now["total"] - without["total"]}
# fmt: on


def course(setting, lasting):
    """Fifteen years with a campaign of so many months: what happens in each year, rules at its end, sums over all."""
    rules, reports = float(setting["start"]), 0.0
    years = []
    deleted = added = spent = 0.0
    for year in range(YEARS):
        happened = client = burden = 0.0
        for month in range(12 * year, 12 * year + 12):
            active = FIRST <= month < FIRST + lasting
            kept = setting["kept"] * rules
            incidents = setting["incidents"] * setting["unprevented"] ** (kept / 100)
            meetings = setting["meetings"] if active else 0
            taken = setting["hours"] * setting["kept"] * (rules + reports) + meetings
            happened += incidents / 12
            burden += taken / 12
            client += max(0, setting["work"] - taken) / 12
            gone = setting["cut"] * rules / 12 if active else 0
            new = setting["reports"] / 12 if active else 0
            born = (incidents * setting["rules_each"] + setting["breed"] * rules) / 12
            rules += born - setting["fade"] * rules / 12 - gone
            reports += new - setting["fade"] * reports / 12
            deleted += gone
            added += new
            spent += meetings / 12
        years.append([client, burden, rules, reports, happened])
    return {
        "client": [year[0] for year in years],
        "burden": [year[1] for year in years],
        "rules": [year[2] for year in years],
        "reports": [year[3] for year in years],
        "incidents": [year[4] for year in years],
        "total": sum([year[0] for year in years]),
        "deleted": deleted,
        "added": added,
        "meetings": spent,
    }


def figure(result):
    """Above: the hours of each year, filled for clients, hollow for rules. Below: the rules. Dashed: no plan."""
    now, without = result["now"], result["without"]
    years = list(range(1, YEARS + 1))
    count = [one + other for one, other in zip(now["rules"], now["reports"])]
    most = max(count + without["rules"] + [1])
    data = [
        filled(years, now["client"], "y", "@series-1", ""),
        hollow(years, [result["work"] - hours for hours in now["client"]], "y"),
        filled(years, now["rules"], "y2", "@series-6", ""),
        filled(years, now["reports"], "y2", "@series-2", "/"),
    ]
    first, second = ["vol: cliënten", "open: regels"], []
    if result["campaign"]:
        data = data + [dashed(years, without["client"], "y"), dashed(years, without["rules"], "y2")]
        first, second = first + ["streep: zonder plan"], ["gearceerd: rapportages van het plan"]
    heads = [
        "<b>Uren voor cliënten: van " + dutch.number(now["client"][0]) + " naar " + dutch.number(now["client"][-1]),
        "<b>Regels: van " + dutch.number(result["start"]) + " naar " + dutch.number(count[-1]),
    ]
    places = [HEIGHT, HEIGHT - 20, 168, 148]
    texts = [heads[0] + "</b>", ", ".join(first), heads[1] + "</b>", ", ".join(second)]
    titles = words([0.4] * 4, places, texts, "bottom right")
    titles["yaxis"] = "y3"
    layout = {
        "height": HEIGHT,
        "barmode": "stack",
        "bargap": 0.12,
        "margin": {"l": 2, "r": 2, "t": 2, "b": 26},
        "xaxis": {
            "range": [0.4, YEARS + 0.6],
            "tickvals": [1, 5, 10, 15],
            "ticktext": ["1", "jaar 5", "jaar 10", "15"],
            "anchor": "free",
            "position": 0,
        },
        "yaxis": {"range": [0, result["work"]], "domain": [0.44, 0.89], "anchor": "x", "visible": False},
        "yaxis2": {"range": [0, 1.04 * most], "domain": [0, 0.29], "anchor": "x", "visible": False},
        "yaxis3": {"range": [0, HEIGHT], "domain": [0, 1], "anchor": "x", "visible": False},
    }
    return {"data": data + [titles], "layout": layout}


def filled(x, y, scale, colour, pattern):
    """Bars, one a year."""
    trace = hollow(x, y, scale)
    trace["marker"] = {"color": colour, "pattern": {"shape": pattern, "size": 6}}
    return trace


def hollow(x, y, scale):
    """Bars of which only the outline is drawn."""
    outline = {"color": "rgba(0,0,0,0)", "line": {"color": "@muted", "width": 1}}
    return {"type": "bar", "x": x, "y": y, "yaxis": scale, "hoverinfo": "skip", "marker": outline}


def dashed(x, y, scale):
    """The course without the plan."""
    line = {"color": "@series-2", "width": 2.5, "dash": "dash"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "yaxis": scale, "hoverinfo": "skip", "line": line}


def summary(result):
    """Hours and rules at the beginning and the end, and what the plan brought."""
    now = result["now"]
    count = now["rules"][-1] + now["reports"][-1]
    text = (
        "Van de "
        + dutch.number(result["work"])
        + " werkuren gaan er in het eerste jaar "
        + dutch.number(now["client"][0])
        + " naar cliënten en in het vijftiende jaar "
        + dutch.number(now["client"][-1])
        + ". Het aantal regels "
        + moved(dutch.number(result["start"]), dutch.number(count))
        + " en het aantal incidenten per jaar "
        + moved(dutch.number(now["incidents"][0], 1), dutch.number(now["incidents"][-1], 1))
        + "."
    )
    if not result["campaign"]:
        return text
    gain = result["yield"]
    text = (
        text
        + " Het plan schrapt "
        + dutch.number(now["deleted"])
        + " regels, voegt "
        + dutch.number(now["added"])
        + " rapportages toe en kost "
        + dutch.number(now["meetings"])
        + " uur overleg: over vijftien jaar "
    )
    if dutch.rounded(gain) == 0:
        return text + "levert het evenveel op als het kost."
    return (
        text
        + ("levert het " if gain > 0 else "kost het per saldo ")
        + dutch.number(abs(gain))
        + " uur"
        + (" op." if gain > 0 else ".")
    )


def moved(first, last):
    """`gaat van 100 naar 180`, `blijft 100`."""
    return "blijft " + first if first == last else "gaat van " + first + " naar " + last


def table(result):
    """The setting beside the same without the plan: first, middle and last year, and all years together."""
    rows = []
    for name, key in (
        ("Uren voor cliënten", "client"),
        ("Uren voor regels en overleg", "burden"),
        ("Regels aan het eind van het jaar", "rules"),
        ("Rapportages van het plan", "reports"),
        ("Incidenten", "incidents"),
    ):
        for year in (1, 5, 10, 15):
            rows.append([name + ", jaar " + str(year)] + pair(result, key, year - 1))
    rows.append(["Uren voor cliënten, vijftien jaar samen"] + sums(result, "total"))
    rows.append(["Geschrapte regels"] + sums(result, "deleted"))
    rows.append(["Toegevoegde rapportages"] + sums(result, "added"))
    rows.append(["Uren overleg over het plan"] + sums(result, "meetings"))
    return ["Per medewerker", "Deze stand", "Zonder plan"], rows


def pair(result, key, year):
    """The value of a year with and without the plan; incidents in one decimal."""
    decimals = 1 if key == "incidents" else 0
    return [dutch.number(result[course][key][year], decimals) for course in ("now", "without")]


def sums(result, key):
    """A sum over all years, with and without the plan."""
    return [dutch.number(result[course][key]) for course in ("now", "without")]
