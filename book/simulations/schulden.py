"""Who pays and who gets, when a household in debt is left alone, or helped in one of four ways.

Month by month for sixteen years, the longest road there is (one month and 180 more). With

    S  what is owed to all creditors together     m  what the household can spare a month (room)
    i  interest a year                            v  cost of help a month
    n  creditors                                  x  chance that a household drops out
    c  cost of collection a creditor a year       d  the same, for each year that a way lasts

nothing      S(t + 1) = S(t)·(1 + i/12) + n·c/12 − m, as long as S > 0; creditors pay the collection and charge it
statute      w months as above; then m a month for 36 (until July 2023) or 18 months (since), without interest. Help
             is paid from it first, creditors get the rest; the municipality pays what m cannot. At the end S lapses
fund         one month as above; then the fund pays the creditors b·S and they write off (1 − b)·S. The household
             repays the fund b·S with m a month, at most 180 months; what is left lapses (handbook of NIHS)
steps        one month as above; then the municipality buys S for b·S. The household pays m a month while help
             lasts (G months). At month t it has taken floor(t·K/G) of K steps; each is rewarded with S/K
drop-out     x = 1 − (1 − d)^(months/12), halfway. From the statute: back to nothing, with what is still owed. From
             fund or steps: payment stops, what is owed stays open without interest. Every outcome is the mean
             (1 − x)·(who stays) + x·(who drops out)

Money is conserved: what household and municipality (or fund) pay is what creditors keep (payments less collection)
plus two sinks, collection and help. And what is owed at first plus interest and charges is what is repaid, forgiven
and still open. Creditors share every payment in proportion to what they claim. Then all are paid off in the same
month and S alone decides the totals: how it is divided over the creditors does not matter, only how many collect.

The fund is that of the handbook of the Nationaal Initiatief Herstructureren Schulden (2015); essay E03 tells it
shorter and proposes the steps. E03 names no number of steps, price, duration or payment: those are ours. That
scarcity takes the mind off the long run (Mani and others, 2013; later studies found less or nothing) may be why
people drop out; the model only counts what a drop-out costs.

Assumes: amounts are not discounted, no new debts, the household pays what it can spare while it pays. Leaves out:
what debts cost society, collection by attachment, creditors that go first, interest after a failed scheme. Units:
euros, months, percentages. Debt, creditors and the lengths are figures of the register; the rest are assumptions.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Choice, Scenario, Slider, simulation
from book.simulations.panels import euros, panels

DEBT = "De schuld en het huishouden"
STATUTE = "Het wettelijke traject"
FUND = "Een fonds, of kwijtschelden in stappen"
HELP = "Hulp en uitval"
YEARS = 16
MONTHS = 12 * YEARS
WAYS = ["Niets", "Wet, toen", "Wet, nu", "Fonds", "Stappen"]
CHOSEN = {"niets": [0], "wettelijk": [1, 2], "fonds": [3], "stappen": [4]}
AMOUNTS = ["household", "municipality", "creditors", "collection", "help", "grown", "repaid", "forgiven", "left"]


# A parameter is easier to read in three lines than in fifteen.
# fmt: off
@simulation(
    title="Wie betaalt een schuld, en wie krijgt wat?",
    question="Wat betalen en krijgen het huishouden, de schuldeisers en de gemeente, als er niets gebeurt, met een "
    "wettelijk traject, met een fonds dat de schulden opkoopt, of met kwijtschelden in stappen?",
    scenarios=[
        Scenario("niets", "Niets doen", "Elke schuldeiser int apart. Kijk hoeveel schuld er dan overblijft."),
        Scenario(
            "wettelijk",
            "Wettelijk traject, toen en nu",
            "Tot 1 juli 2023 duurde het traject {wsnp-voor-2023} maanden, sindsdien {wsnp-vanaf-2023}. Vergelijk wat "
            "het huishouden betaalt met wat schuldeisers krijgen.",
            {"way": "wettelijk"},
        ),
        Scenario(
            "fonds",
            "Fonds koopt op",
            "Het fonds betaalt de schuldeisers meteen een deel. Het huishouden lost dat deel af bij het fonds.",
            {"way": "fonds"},
        ),
        Scenario(
            "stappen",
            "Kwijtschelden in stappen (E03)",
            "Het voorstel van het essay, als belonen werkt: er vallen minder mensen uit. Zet die uitval gelijk aan "
            "de andere om te zien wat het voorstel zonder dat effect doet.",
            {"way": "stappen", "dropout_steps": 5},
        ),
    ],
    model=[
        "niets doen: S (volgende maand) = S·(1 + i/12) + n·c/12 − m, zolang er schuld is",
        "wettelijk traject: eerst w maanden wachten, dan {wsnp-voor-2023} of {wsnp-vanaf-2023} maanden m "
        "betalen. De hulp (v) gaat eraf, "
        "schuldeisers krijgen de rest, en aan het eind vervalt wat overblijft",
        "fonds: het fonds betaalt schuldeisers b·S. Het huishouden lost b·S af met m per maand, zolang de langste "
        "looptijd duurt; de rest vervalt",
        "stappen: de gemeente betaalt schuldeisers b·S. Het huishouden betaalt m zolang de begeleiding duurt, en elk "
        "van de K stappen wist S/K uit",
        "kans op uitval: x = 1 − (1 − d)^(maanden/12). Elke uitkomst is (1 − x) × wie volhoudt + x × wie halverwege "
        "uitvalt",
        "huishouden + gemeente of fonds = schuldeisers + incasso + hulp",
        "S: schuld. i: rente. n: schuldeisers. c: incassokosten per schuldeiser. m: wat het huishouden kan missen. "
        "v: kosten van hulp per maand. w: wachttijd. b: deel waarvoor de schuld wordt opgekocht. K: stappen. d: "
        "uitval per jaar.",
    ],
    assumptions=[
        "De gemiddelde schuld ({nvvk-gemiddelde-schuld@2022}), het aantal schuldeisers ({nvvk-schuldeisers@2022}) en "
        "de looptijden komen uit het cijferregister. Alle andere beginwaarden zijn aannames van dit boek.",
        "Een fonds of gemeente neemt de schuld na een maand over. E03 noemt {overname-weken-e03} weken.",
        "Het essay vertelt het kort: een fonds neemt de schulden over. Het handboek van het NIHS is preciezer. "
        "Schuldeisers boeken een deel af, het huishouden lost de rest af met wat het kan missen, {nihs-looptijd} "
        "maanden lang, en wat dan over is vervalt.",
        "E03 noemt geen aantal stappen, geen prijs en geen looptijd. Die hebben wij gekozen. Het huishouden betaalt "
        "in elke aanpak wat het kan missen.",
        "Wie uit het wettelijke traject valt, is terug bij niets doen. Wie bij fonds of gemeente uitvalt, houdt een "
        "schuld zonder rente.",
        "Schuldeisers delen elke betaling naar wat zij te vorderen hebben. Dan maakt het niet uit hoe groot elke "
        "schuld is, wel hoeveel schuldeisers kosten maken.",
        "Een euro over tien jaar telt even zwaar als een euro nu.",
    ],
    leaves_out=[
        "Wat schulden de samenleving kosten: zorg, uitkering, verloren werk.",
        "Nieuwe schulden, beslag op loon, en schuldeisers die voorgaan.",
        "Wat geldzorgen met je denken doen. Daarover verschillen onderzoekers. Het model telt alleen uitval.",
        "Of schuldeisers het aanbod aannemen.",
    ],
    sources=["e03kwijtschelden", "nihs2015handboek", "wsnp2023", "mani2013"],
)
def simulate(
    way: Annotated[str, Choice(
        (("niets", "niets doen"), ("wettelijk", "wettelijk traject"), ("fonds", "fonds koopt op"),
         ("stappen", "kwijtschelden in stappen")), key="aanpak", label="Vertel over", group=DEBT,
        help="Het model rekent altijd alles uit. Dit kiest waar de tekst over gaat.")] = "niets",
    debt: Annotated[int, Slider(
        1000, 100000, 10, key="schuld", label="Schuld", unit="euro", fact="nvvk-gemiddelde-schuld@2022", group=DEBT,
        help="Het gemiddelde van wie zich in 2022 bij een lid van NVVK meldde.")] = 40170,
    creditors: Annotated[int, Slider(
        1, 40, 1, key="schuldeisers", label="Schuldeisers", unit="schuldeisers", fact="nvvk-schuldeisers@2022",
        group=DEBT, help="In 2022 gemiddeld {nvvk-schuldeisers@2022}, in 2016 {nvvk-schuldeisers@2016}.")] = 13,
    interest: Annotated[float, Slider(
        0, 15, 0.5, key="rente", label="Rente", unit="procent per jaar", decimals=1, group=DEBT,
        help="Een aanname.")] = 4.0,
    collection: Annotated[int, Slider(
        0, 500, 10, key="incasso", label="Incassokosten per schuldeiser", unit="euro per jaar", group=DEBT,
        help="Een aanname: aanmaning, deurwaarder. De schuldeiser betaalt ze en telt ze bij de schuld op.")] = 100,
    room: Annotated[int, Slider(
        0, 1000, 10, key="missen", label="Het huishouden kan missen", unit="euro per maand", group=DEBT,
        help="Een aanname.")] = 150,
    waiting: Annotated[int, Slider(
        0, 24, 1, key="wachttijd", label="Wachten tot het traject begint", unit="maanden", group=STATUTE,
        help="Een aanname. Zolang gaat het door zoals bij niets doen.")] = 6,
    then: Annotated[int, Slider(
        1, 60, 1, key="toen", label="Het traject duurde toen", unit="maanden", fact="wsnp-voor-2023", group=STATUTE,
        help="Tot 1 juli 2023: {wsnp-voor-2023} maanden.")] = 36,
    since: Annotated[int, Slider(
        1, 60, 1, key="nu", label="Het traject duurt nu", unit="maanden", fact="wsnp-vanaf-2023", group=STATUTE,
        help="Vanaf 1 juli 2023: {wsnp-vanaf-2023} maanden.")] = 18,
    share: Annotated[int, Slider(
        0, 100, 1, key="opkoop", label="Prijs van de schuld", unit="procent van de schuld", group=FUND,
        help="Een aanname: zo veel krijgen schuldeisers meteen van fonds of gemeente. De rest boeken zij af.")] = 20,
    longest: Annotated[int, Slider(
        12, 180, 1, key="looptijd", label="Aflossen bij het fonds: hoogstens", unit="maanden", fact="nihs-looptijd",
        group=FUND, help="Het handboek van het NIHS: {nihs-looptijd} maanden.")] = 180,
    steps: Annotated[int, Slider(
        1, 12, 1, key="stappen", label="Stappen tot alles is kwijtgescholden", unit="stappen", group=FUND,
        help="Een aanname. De stappen zijn verdeeld over de begeleiding.")] = 4,
    guidance: Annotated[int, Slider(
        2, 60, 1, key="begeleiding", label="Begeleiding bij fonds of stappen", unit="maanden", group=HELP,
        help="Een aanname.")] = 24,
    service: Annotated[int, Slider(
        0, 300, 5, key="hulp", label="Kosten van hulp", unit="euro per maand", group=HELP,
        help="Een aanname: bewindvoerder of begeleider. In het wettelijke traject gaat dit van de betaling van het "
        "huishouden af.")] = 60,
    dropout: Annotated[int, Slider(
        0, 100, 1, key="uitval", label="Uitval bij traject of fonds", unit="procent per jaar", group=HELP,
        help="Een aanname. Een langer traject heeft dus meer uitval.")] = 15,
    dropout_steps: Annotated[int, Slider(
        0, 100, 1, key="uitval-stappen", label="Uitval bij stappen", unit="procent per jaar", group=HELP,
        help="Een aanname. E03 verwacht dat belonen beter werkt dan straffen; dan is deze uitval lager.")] = 15,
) -> dict:
    """Return the ledger of each way, expected over drop-outs, and the months until those who stay are free."""
    case = {"debt": debt, "rate": interest / 1200, "fee": creditors * collection / 12, "room": room,
            "waiting": waiting, "share": share / 100, "longest": longest, "steps": steps, "guidance": guidance,
            "service": service}
    alone = opened(case)
    nothing(case, alone, MONTHS)
    ways = [mixed(alone, alone, 0)]
    for term in (then, since):
        ways.append(mixed(statute(case, term, True), statute(case, term, False), chance(dropout, term)))
    ways.append(mixed(fund(case, True), fund(case, False), chance(dropout, guidance)))
    ways.append(mixed(rewarded(case, True), rewarded(case, False), chance(dropout_steps, guidance)))
    return {"way": way, "debt": debt, "ways": ways, "then": then, "since": since}
# fmt: on


def chance(yearly, months):
    """The chance of dropping out of something that lasts so many months."""
    return 1 - (1 - yearly / 100) ** (months / 12)


def opened(case):
    """A ledger at the start: all amounts zero, the debt open."""
    path = {name: 0.0 for name in AMOUNTS}
    path["left"] = float(case["debt"])
    path["months"] = 0
    return path


def nothing(case, path, months):
    """Months in which creditors collect on their own."""
    for _ in range(months):
        if path["left"] <= 0:
            return
        growth = path["left"] * case["rate"] + case["fee"]
        path["left"] += growth
        path["grown"] += growth
        path["collection"] += case["fee"]
        path["creditors"] -= case["fee"]
        path["months"] += 1
        path["creditors"] += repay(path, case["room"])


def repay(path, most):
    """The household repays at most so much; return what it repaid."""
    paid = min(most, path["left"])
    path["left"] -= paid
    path["repaid"] += paid
    path["household"] += paid
    return paid


def forgive(path, amount):
    """Strike out so much of the debt."""
    path["left"] -= amount
    path["forgiven"] += amount


def statute(case, term, stays):
    """The statutory scheme, to its end or halfway; who drops out is alone again."""
    path = opened(case)
    nothing(case, path, case["waiting"])
    lasts = term if stays else term // 2
    own = min(case["service"], case["room"])
    for _ in range(lasts):
        if path["left"] <= 0:
            return path
        path["household"] += own
        path["municipality"] += case["service"] - own
        path["help"] += case["service"]
        path["months"] += 1
        path["creditors"] += repay(path, case["room"] - own)
    if stays:
        forgive(path, path["left"])
    else:
        nothing(case, path, MONTHS - case["waiting"] - lasts)
    return path


def bought(case, stays):
    """A ledger after the creditors were bought out in the first month, with the cost of the help that follows."""
    path = opened(case)
    nothing(case, path, 1)
    price = case["share"] * path["left"]
    cost = case["service"] * (case["guidance"] if stays else case["guidance"] // 2)
    path["creditors"] += price
    path["municipality"] += price + cost
    path["help"] += cost
    return path


def fund(case, stays):
    """The fund of the handbook: the household repays what the fund paid; what is left at the end lapses."""
    path = bought(case, stays)
    forgive(path, (1 - case["share"]) * path["left"])
    for _ in range(case["longest"] if stays else min(case["guidance"] // 2, case["longest"])):
        if path["left"] <= 0:
            return path
        path["months"] += 1
        path["municipality"] -= repay(path, case["room"])
    if stays:
        forgive(path, path["left"])
    return path


def rewarded(case, stays):
    """The proposal of E03: every step of change strikes out its part of the debt taken over."""
    path = bought(case, stays)
    taken = path["left"]
    earned = 0
    for month in range(1, (case["guidance"] if stays else case["guidance"] // 2) + 1):
        if path["left"] <= 0:
            return path
        path["months"] += 1
        path["municipality"] -= repay(path, case["room"])
        reached = month * case["steps"] // case["guidance"]
        if reached == case["steps"]:
            forgive(path, path["left"])
        else:
            forgive(path, min(path["left"], (reached - earned) * taken / case["steps"]))
        earned = reached
    return path


def mixed(stays, leaves, odds):
    """The expected ledger, and the months until free of who stays (None: not within the years of the model)."""
    path = {name: (1 - odds) * stays[name] + odds * leaves[name] for name in AMOUNTS}
    path["odds"] = odds
    path["months"] = stays["months"] if stays["left"] <= 0 else None
    return path


def figure(result):
    """Who pays, who gets and what is lost, for every way to one scale; beneath it the debt that stays."""
    ways = result["ways"]
    lost = [way["collection"] + way["help"] for way in ways]
    money = [
        ("Huishouden betaalt (euro)", [way["household"] for way in ways]),
        ("+ gemeente of fonds betaalt", [way["municipality"] for way in ways]),
        ("= schuldeisers houden over", [way["creditors"] for way in ways]),
        ("+ kosten van incasso en hulp", lost),
    ]
    everything = [amount for row in money for amount in row[1]]
    span = [min(everything), max(everything)]
    rows = []
    for title, values in money:
        rows.append({"title": title, "values": values, "texts": [short(value) for value in values], "span": span})
    left = [way["left"] for way in ways]
    rows.append({"title": "Schuld na zestien jaar", "values": left, "texts": [short(value) for value in left]})
    return panels(WAYS, rows, CHOSEN[result["way"]])


def short(x):
    """An amount to the nearest hundred, without the euro sign."""
    return dutch.number(dutch.rounded(x / 100) * 100)


def summary(result):
    """What the chosen way means for each party."""
    alone, then, since, fund_, steps = result["ways"]
    if result["way"] == "niets":
        if alone["months"] is not None:
            return (
                "Als niemand iets doet, is de schuld na "
                + months(alone)
                + " weg. Het huishouden betaalt dan "
                + euros(alone["household"])
                + ", schuldeisers houden daar "
                + euros(alone["creditors"])
                + " van over."
            )
        return (
            "Als niemand iets doet, betaalt het huishouden in zestien jaar "
            + euros(alone["household"])
            + " en is er nog "
            + euros(alone["left"])
            + " schuld; het begon met "
            + euros(result["debt"])
            + ". Schuldeisers houden "
            + euros(alone["creditors"])
            + " over en zijn "
            + euros(alone["collection"])
            + " kwijt aan incasso."
        )
    if result["way"] == "wettelijk":
        return (
            "Toen, in "
            + counted(result["then"])
            + ", betaalde een huishouden gemiddeld "
            + euros(then["household"])
            + " en hielden schuldeisers "
            + euros(then["creditors"])
            + " over. Nu, in "
            + counted(result["since"])
            + ", is dat "
            + euros(since["household"])
            + " en "
            + euros(since["creditors"])
            + ". Wie volhoudt, is nu na "
            + months(since)
            + " van de schuld af, toen na "
            + months(then)
            + "; "
            + dutch.percent(100 * since["odds"], 0)
            + " valt uit, toen "
            + dutch.percent(100 * then["odds"], 0)
            + "."
        )
    if result["way"] == "fonds":
        return "Met een fonds betaalt het huishouden " + told(fund_, "het fonds")
    return "Met kwijtschelden in stappen betaalt het huishouden " + told(steps, "de gemeente")


def told(way, payer):
    """The parties of a fund or of the steps, and how long it lasts for who stays."""
    spent = way["municipality"]
    free = "Wie volhoudt, is na " + months(way) + " van de schuld af"
    return (
        "gemiddeld "
        + euros(way["household"])
        + " en houden schuldeisers "
        + euros(way["creditors"])
        + " over. Per saldo "
        + ("betaalt " if spent >= 0 else "houdt ")
        + payer
        + " "
        + euros(abs(spent))
        + (". " if spent >= 0 else " over. ")
        + free
        + "; "
        + dutch.percent(100 * way["odds"], 0)
        + " valt uit."
    )


def months(way):
    """How long who stays is under way."""
    return counted(way["months"])


def counted(number):
    """`1 maand`, `18 maanden`."""
    return dutch.number(number) + (" maand" if number == 1 else " maanden")


def table(result):
    """The ledgers side by side: who pays, who gets, what becomes of the debt."""
    rows = []
    for name, key in (
        ("Huishouden betaalt", "household"),
        ("Gemeente of fonds betaalt", "municipality"),
        ("Schuldeisers houden over", "creditors"),
        ("Kosten van incasso", "collection"),
        ("Kosten van hulp", "help"),
        ("Schuld aan het begin", ""),
        ("Rente en kosten erbij", "grown"),
        ("Afgelost", "repaid"),
        ("Kwijtgescholden of afgeboekt", "forgiven"),
        ("Schuld na zestien jaar", "left"),
    ):
        rows.append([name] + [euros(way[key] if key else result["debt"]) for way in result["ways"]])
    rows.append(["Kans op uitval"] + [dutch.percent(100 * way["odds"], 0) for way in result["ways"]])
    free = ["langer dan 192" if way["months"] is None else dutch.number(way["months"]) for way in result["ways"]]
    rows.append(["Maanden tot de schuld weg is, voor wie volhoudt"] + free)
    return ["In zestien jaar"] + WAYS, rows
