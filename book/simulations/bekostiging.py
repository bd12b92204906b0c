"""How much help a provider gives, and to how many, when it is paid an hour, a trajectory or a lump sum.

After Ellis and McGuire (1986): a provider weighs its own result against the benefit of its clients. With

    q  hours of help a client         p  price an hour            b  benefit of a client's first hour, in euros
    n  clients helped, at most N      c  cost an hour             Q  hours beyond which help no longer adds benefit
    a  hours agreed a client          m  weight of a euro of      x  what the heaviest of N clients costs beside its
    k  floor: least hours a client       benefit (motivation)        hours; the lightest costs nothing extra

    benefit to a client      B(q) = b·(q − q²/(2Q))          its slope b·(1 − q/Q) falls from b to 0 at Q
    income                   p·q·n   an hour,   p·a·n   a trajectory,   p·a·N   a lump sum
    cost                     c·q·n + x/N · n²/2              lightest clients first, the i-th costs i·x/N extra
    result                   income − cost
    the provider maximises   result + m·n·B(q),   with 0 <= n <= N, k <= q <= 2Q and result >= 0

At the agreed hours and with all clients the three forms pay the same, p·a·N. A client stops at 2Q hours, where
B is zero. Without the last condition the optimum has a closed form. Let p' be what one hour more brings in (p when
paid an hour, otherwise 0) and r(q) what a client brings in (p·q, p·a or 0):

    q* = Q·(1 + (p' − c)/(m·b)), cut off at the floor (or 0) and at 2Q
    n* = (r(q*) − c·q* + m·B(q*)) · N/x, cut off at 0 and N

A provider that would make a loss must hold back. The optimum with result >= 0 is that of a provider with a smaller
motivation m' (Lagrange: result·(1 + λ) + m·benefit has the same optimum as result + m/(1 + λ)·benefit). The result
falls as m' rises and is at least zero at m' = 0, so bisection finds the largest m' <= m without a loss. With m' the
hours and the clients follow the price downwards: the race to the bottom. With m = 1 and no loss the hours paid per
trajectory are those at which the last hour is worth what it costs, as Ellis and McGuire found.

Assumes: one provider, all clients benefit alike, heavier clients cost more but benefit no more, no reserves, prices
are given. Leaves out: decisions of the municipality on hours, competition, waiting costs, administration (see
`regeldruk`), reserves, borrowing, benefits that come later.

Units: euros, hours, clients (expected, so not always whole), a year. All parameters are assumptions.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Scenario, Slider, Switch, simulation
from book.simulations.panels import euros, panels

CONTRACT = "Het contract"
PROVIDER = "De aanbieder"
CLIENTS = "De cliënten"
FORMS = ["Per uur", "Per traject", "Vast bedrag"]
ROUNDS = 60
LOWER = 0.9


# A parameter is easier to read in three lines than in fifteen.
# fmt: off
@simulation(
    title="Wat doet een aanbieder als je hem anders betaalt?",
    question="Hoeveel hulp krijgt een cliënt, en hoeveel cliënten krijgen hulp, als de gemeente per uur betaalt, per "
    "traject of met één vast bedrag?",
    scenarios=[
        Scenario(
            "druk",
            "Aanbieder onder druk",
            "Een uur kost bijna net zo veel als het opbrengt, en de aanbieder let vooral op zijn resultaat. Kijk "
            "wat er met de uren gebeurt.",
            {"cost": 76, "motivation": 35},
        ),
        Scenario(
            "bevlogen",
            "Bevlogen aanbieder",
            "Een euro baat voor de cliënt telt even zwaar als een euro winst. Kijk wat de aanbieder overhoudt.",
            {"motivation": 100},
        ),
        Scenario(
            "race",
            "Prijs omlaag (race naar de bodem)",
            "Het tarief zakt onder de kosten van een uur. Wie per uur betaald wordt, stopt. Kijk wat er met de uren "
            "gebeurt van wie per traject betaald wordt.",
            {"price": 45},
        ),
        Scenario(
            "ondergrens",
            "Ondergrens aan kwaliteit",
            "Hetzelfde lage tarief, maar nu met een ondergrens. De uren zakken niet verder. Zie wie dat betaalt.",
            {"price": 45, "floor": True},
        ),
    ],
    model=[
        "baat per cliënt = b·(q − q^(2)/(2·Q))",
        "inkomsten = p·q·n (per uur), p·a·n (per traject) of p·a·N (vast bedrag)",
        "kosten = c·q·n + x/N·n^(2)/2",
        "De aanbieder kiest q en n zo, dat resultaat + m × baat van alle cliënten zo groot mogelijk is, zonder "
        "verlies.",
        "uren: q = Q·(1 + (p − c)/(m·b)) als een uur meer iets opbrengt (per uur), anders q = Q·(1 − c/(m·b)); nooit "
        "onder de ondergrens of 0, nooit boven 2·Q",
        "cliënten: n = (inkomsten per cliënt − c·q + m × baat per cliënt)·N/x, tussen 0 en N",
        "Zou er verlies zijn, dan rekent het model met de grootste m waarbij het resultaat nul is.",
        "q: uren per cliënt. n: geholpen cliënten, N: cliënten die hulp nodig hebben. p: tarief, c: kosten per uur. "
        "a: afgesproken uren. m: motivatie. b: baat van het eerste uur. Q: uren waarna meer hulp niets toevoegt. "
        "x: extra kosten van de zwaarste cliënt.",
    ],
    assumptions=[
        "Alle beginwaarden zijn aannames van dit boek. Geen ervan is gemeten.",
        "Betalen per uur heet bij gemeenten inspanningsgericht, per traject outputgericht, met één vast bedrag voor "
        "een hele groep taakgericht.",
        "Bij de afgesproken uren en alle cliënten betaalt de gemeente in elke vorm hetzelfde. Wat je ziet, komt dus "
        "van de prikkel, en niet van het bedrag.",
        "De aanbieder helpt lichte cliënten eerst. Zware cliënten kosten meer, en in geen van de vormen krijgt hij "
        "daar meer voor.",
        "De eerste uren helpen het meest. Elk uur daarna helpt iets minder, en te veel hulp kan schaden.",
        "De aanbieder heeft geen reserves: verlies maken kan niet. Dreigt dat, dan moet hij ook tegen zijn zin op "
        "uren of op cliënten bezuinigen.",
        "Baat staat in euro's om haar met kosten te kunnen vergelijken. Zo'n bedrag is een keuze, geen prijs.",
    ],
    leaves_out=[
        "De gemeente bepaalt vaak zelf hoeveel uren een cliënt mag krijgen. Hier kiest de aanbieder.",
        "Andere aanbieders, en cliënten die naar hen toe kunnen gaan.",
        "Het werk om uren of trajecten te verantwoorden. Dat verschilt per vorm en staat in een andere simulatie.",
        "Baat die pas later komt, en kosten die elders ontstaan doordat mensen wachten.",
    ],
    sources=["ellis1986", "e06inkopen"],
)
def simulate(
    price: Annotated[int, Slider(
        20, 140, 1, key="tarief", label="Tarief", unit="euro per uur", group=CONTRACT,
        help="Een aanname. De prijs van een traject is het tarief keer de afgesproken uren; het vaste bedrag is dat "
        "keer alle cliënten.")] = 80,
    agreed: Annotated[int, Slider(
        5, 60, 1, key="afgesproken", label="Afgesproken uren", unit="uur per cliënt", group=CONTRACT,
        help="Een aanname. Hierop rekent de gemeente.")] = 30,
    floor: Annotated[bool, Switch(
        key="ondergrens", label="Ondergrens aan kwaliteit", group=CONTRACT,
        help="Minder uren dan de ondergrens mag de aanbieder een cliënt niet geven.")] = False,
    least: Annotated[int, Slider(
        1, 60, 1, key="minimum", label="De ondergrens is", unit="uur per cliënt", group=CONTRACT,
        help="Een aanname. Telt alleen als de ondergrens aan staat.")] = 16,
    cost: Annotated[int, Slider(
        20, 140, 1, key="kosten", label="Kosten van een uur hulp", unit="euro", group=PROVIDER,
        help="Een aanname: loon, reistijd, kantoor.")] = 66,
    motivation: Annotated[int, Slider(
        0, 150, 1, key="motivatie", label="Een euro baat voor de cliënt telt voor de aanbieder als",
        unit="cent winst", group=PROVIDER,
        help="Een aanname. 0: alleen geld telt. 100: de cliënt telt even zwaar als geld.")] = 45,
    extra: Annotated[int, Slider(
        100, 3000, 50, key="zwaarste", label="Extra kosten van de zwaarste cliënt", unit="euro", group=PROVIDER,
        help="Een aanname. De lichtste cliënt kost niets extra; de rest ligt ertussen.")] = 800,
    need: Annotated[int, Slider(
        10, 500, 10, key="clienten", label="Cliënten die hulp nodig hebben", unit="cliënten", group=CLIENTS,
        help="Een aanname.")] = 100,
    worth: Annotated[int, Slider(
        50, 500, 10, key="baat", label="Baat van het eerste uur", unit="euro", group=CLIENTS,
        help="Een aanname: wat het eerste uur hulp voor een cliënt waard is, uitgedrukt in geld.")] = 280,
    enough: Annotated[int, Slider(
        10, 80, 1, key="genoeg", label="Uren waarna meer hulp niets toevoegt", unit="uur per cliënt", group=CLIENTS,
        help="Een aanname. Bij twee keer zo veel uren is alle baat weg en stopt de cliënt.")] = 40,
) -> dict:
    """Return for each form what the provider does, and what it brings each party."""
    if floor and least > 2 * enough:
        raise ValueError(
            "De ondergrens is hoger dan het aantal uren waarbij een cliënt stopt: kies hoogstens "
            + dutch.number(2 * enough)
            + " uur."
        )
    setting = {"price": price, "agreed": agreed, "least": least if floor else 0, "cost": cost, "extra": extra,
               "need": need, "worth": worth, "enough": enough}
    lower = setting.copy()
    lower["price"] = LOWER * price
    forms = []
    for form in range(len(FORMS)):
        chosen = optimum(setting, form, motivation / 100)
        chosen["next_hours"] = optimum(lower, form, motivation / 100)["hours"]
        forms.append(chosen)
    planned = outcome(setting, 1, agreed, need)
    return {"forms": forms, "planned": planned, "need": need, "agreed": agreed, "floor": floor, "least": least,
            "wanted": motivation / 100}
# fmt: on


def optimum(setting, form, motivation):
    """What the provider does: the best it can for that motivation, or the best it can without a loss."""
    best = choice(setting, form, motivation)
    if best["result"] >= 0:
        return best
    low, high = 0.0, motivation
    best = choice(setting, form, low)
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        tried = choice(setting, form, middle)
        if tried["result"] >= 0:
            low, best = middle, tried
        else:
            high = middle
    return best


def choice(setting, form, motivation):
    """The closed form: hours and clients of a provider with that motivation that may make a loss."""
    margin = (setting["price"] if form == 0 else 0) - setting["cost"]
    most = 2.0 * setting["enough"]
    weight = motivation * setting["worth"]
    if weight > 0:
        hours = setting["enough"] * (1 + margin / weight)
    else:
        hours = most if margin > 0 else setting["enough"] if margin == 0 else 0
    hours = min(max(hours, setting["least"]), most)
    income = 0 if form == 2 else setting["price"] * (hours if form == 0 else setting["agreed"])
    gain = income - setting["cost"] * hours + motivation * benefit(setting, hours)
    clients = min(max(gain * setting["need"] / setting["extra"], 0), setting["need"])
    chosen = outcome(setting, form, hours, clients)
    chosen["motivation"] = motivation
    return chosen


def outcome(setting, form, hours, clients):
    """Who gets what. Nobody helped (less than a thousandth of a client) is no hours either."""
    if clients < 0.001:
        hours = clients = 0
    spent = setting["price"] * (
        hours * clients if form == 0 else setting["agreed"] * (clients if form == 1 else setting["need"])
    )
    costs = setting["cost"] * hours * clients + setting["extra"] / setting["need"] * clients * clients / 2
    return {
        "hours": hours,
        "clients": clients,
        "spent": spent,
        "costs": costs,
        "result": spent - costs,
        "benefit": clients * benefit(setting, hours),
    }


def benefit(setting, hours):
    """What a client gains, in euros."""
    return setting["worth"] * (hours - hours * hours / (2 * setting["enough"]))


def figure(result):
    """For each form the hours, the clients, and the three amounts of money; dashed what was agreed."""
    rows = []
    for title, key, money in (
        ("Uren per cliënt (streep: zoals afgesproken)", "hours", False),
        ("Cliënten die hulp krijgen", "clients", False),
        ("Wat de gemeente betaalt", "spent", True),
        ("Wat de aanbieder overhoudt", "result", True),
        ("Baat voor de cliënten samen", "benefit", True),
    ):
        values = [form[key] for form in result["forms"]]
        texts = [euros(value) if money else dutch.number(value) for value in values]
        rows.append({"title": title, "values": values, "texts": texts, "line": result["planned"][key]})
    return panels(FORMS, rows)


def summary(result):
    """What each form brings, and where a provider could not do what it wanted."""
    hourly, trajectory, lump = result["forms"]
    text = (
        "Per uur betaald helpt de aanbieder "
        + helped(hourly)
        + " en betaalt de gemeente "
        + euros(hourly["spent"])
        + ". Per traject zijn het "
        + helped(trajectory)
        + " voor "
        + euros(trajectory["spent"])
        + ", met een vast bedrag "
        + helped(lump)
        + " voor "
        + euros(lump["spent"])
        + "."
    )
    short = [FORMS[i].lower() for i in range(len(FORMS)) if held_back(result, i)]
    if not short:
        return text
    return (
        text
        + " De aanbieder zou meer willen doen dan hij kan betalen: zijn resultaat is nul ("
        + ", ".join(short)
        + ")."
    )


def held_back(result, form):
    """Whether a provider paid in that form does less than it wants, for want of money."""
    return result["forms"][form]["motivation"] < result["wanted"]


def helped(form):
    """`100 cliënten met elk 20 uur`."""
    if form["clients"] == 0:
        return "niemand"
    number = dutch.number(form["clients"])
    return number + (" cliënt met " if number == "1" else " cliënten met elk ") + dutch.number(form["hours"]) + " uur"


def table(result):
    """The forms side by side, and what was agreed."""
    need, planned = result["need"], result["planned"]
    rows = []
    for name, key in (("Uren per cliënt", "hours"), ("Cliënten die hulp krijgen", "clients")):
        rows.append([name] + [dutch.number(form[key], 1) for form in result["forms"]] + [dutch.number(planned[key])])
    waiting = [dutch.number(need - form["clients"], 1) for form in result["forms"]]
    rows.append(["Cliënten zonder hulp"] + waiting + ["0"])
    for name, key in (
        ("Wat de gemeente betaalt", "spent"),
        ("Kosten van de aanbieder", "costs"),
        ("Wat de aanbieder overhoudt", "result"),
        ("Baat voor de cliënten samen", "benefit"),
    ):
        rows.append([name] + [euros(form[key]) for form in result["forms"]] + [euros(planned[key])])
    rows.append(["Baat per betaalde euro"] + [ratio(form) for form in result["forms"]] + [ratio(planned)])
    held = ["ja" if held_back(result, i) else "nee" for i in range(len(FORMS))]
    rows.append(["Doet minder dan hij wil, door geldgebrek"] + held + ["–"])
    after = [dutch.number(form["next_hours"], 1) for form in result["forms"]]
    rows.append(["Uren per cliënt als het tarief nog 10% zakt"] + after + ["–"])
    return ["Per jaar"] + FORMS + ["Afgesproken"], rows


def ratio(form):
    """Benefit for each euro the municipality pays."""
    return dutch.number(form["benefit"] / form["spent"], 2) if form["spent"] else "–"
