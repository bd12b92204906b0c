"""How many product codes exist, and how many one provider must know, when lists are kept apart or together.

Every municipality uses one list of product codes: its own, that of its region, or a national one. With

    m  municipalities                       l  share with an own list        k  municipalities a provider works in
    R  regions, at most m of them           r  share with a regional list    c  codes on a list
    g  regions the provider works in        n  share with the national list  h  hours a list a year, for a provider

and l + r + n = 1:

    lists in the country   m·l + R·(1 − (1 − r)^(m/R)) + [n > 0]
    lists to know          k·l + g·(1 − (1 − r)^(k/g)) + (1 − (1 − n)^k)
    codes = lists · c,  hours = lists to know · h

A region has m/R municipalities. Each uses the regional list with chance r, independently, so all of them leave it
unused with chance (1 − r)^(m/R); what remains is the expected number of regional lists in use. For the provider
the same holds with its k/g municipalities in each of its g regions. `apart`: g = min(k, R), as spread as can be;
`together`: g = max(1, k·R/m), region by region. The number of lists is concave in how the k municipalities are
spread, so every other spread lies between the two; at k = m both give the lists of the whole country.

Assumes: each list has equally many codes; lists do not overlap; regions are equally large; a municipality uses one
list; the hours grow with the number of lists. Leaves out: how long lists are when they are kept together, codes
that mean the same, changes during the year, the work of municipalities, software that translates codes.

Units: municipalities, regions, lists and codes are counts (expected, so not always whole); shares are percentages;
hours are hours a year. Sources: m, R and c are figures of the register; k, h and the shares are assumptions.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Choice, Scenario, Shares, Slider, simulation

COUNTRY = "Gemeenten en hun lijsten"
PROVIDER = "Eén aanbieder"


# A parameter is easier to read in three lines than in fifteen.
# fmt: off
@simulation(
    title="Wie houdt de lijst met productcodes bij?",
    question="Hoeveel codes zijn er in het land, en hoeveel moet één aanbieder er kennen, als gemeenten een eigen, "
    "een regionale of een landelijke lijst gebruiken?",
    scenarios=[
        Scenario(
            "eigen",
            "Ieder een eigen lijst",
            "Onze versimpeling van het essay: elke gemeente houdt een eigen lijst bij.",
        ),
        Scenario(
            "regio",
            "Regio's werken samen",
            "Alle gemeenten gebruiken de lijst van hun jeugdregio. Let op het verschil tussen een aanbieder die "
            "verspreid werkt en een aanbieder die in één regio werkt.",
            {"regional": 100},
        ),
        Scenario(
            "landelijk",
            "Eén landelijke lijst",
            "Iedereen gebruikt dezelfde lijst. Het essay wil landelijke afspraken; wat dat voor de lijst betekent, "
            "vullen wij in.",
            {"national": 100},
        ),
        Scenario(
            "half",
            "Half om half",
            "De helft van de gemeenten stapt over op een landelijke lijst, de andere helft houdt een eigen lijst.",
            {"national": 50},
        ),
    ],
    shares=[Shares(("regional", "national"), rest="Eigen lijst")],
    model=[
        "lijsten in het land = m·e + R·(1 − (1 − r)^(m/R)) + [n > 0]",
        "lijsten voor de aanbieder = k·e + g·(1 − (1 − r)^(k/g)) + 1 − (1 − n)^(k)",
        "codes = lijsten × codes per lijst",
        "uren = lijsten voor de aanbieder × uren per lijst",
        "m: gemeenten. e, r en n: de delen met een eigen, regionale en landelijke lijst, samen 1. R: regio's, nooit "
        "meer dan m. [n > 0]: 1 zodra iemand de landelijke lijst gebruikt, anders 0.",
        "k: gemeenten waar de aanbieder werkt. g: de regio's waarin die liggen; zo veel mogelijk (k, hoogstens R) of "
        "zo weinig mogelijk (k·R/m, minstens 1).",
    ],
    assumptions=[
        "Elke lijst heeft evenveel codes, en geen code staat op twee lijsten.",
        "Elke regio is even groot, en gemeenten kiezen los van elkaar. De uitkomst is een verwachting: het "
        "gemiddelde als je de keuzes vaak zou laten maken.",
        "Verspreid en bij elkaar zijn de twee uitersten; elke andere ligging komt daartussenin uit.",
        "De uren per lijst, het werkgebied van de aanbieder en de verdeling over lijsten zijn aannames van ons, geen "
        "gemeten cijfers.",
        "Gemeenten keer het afgeronde aantal codes per lijst komt niet precies op {productcodes-2015} uit. Daarom "
        "staan grote aantallen codes hier in drie cijfers.",
    ],
    leaves_out=[
        "Een gedeelde lijst kan langer of korter zijn dan een eigen lijst.",
        "Het werk bij gemeenten zelf, en de kosten van overstappen.",
        "Codes die in de loop van het jaar veranderen, en programma's die codes vertalen.",
    ],
    sources=["e07centraliseren"],
)
def simulate(
    municipalities: Annotated[int, Slider(
        1, 393, 1, key="gemeenten", label="Gemeenten", unit="gemeenten", fact="gemeenten-2015", group=COUNTRY,
        help="Begin 2015 waren het er {gemeenten-2015}.")] = 393,
    regional: Annotated[int, Slider(
        0, 100, 1, key="regionaal", label="Gebruikt een regionale lijst", unit="%", group=COUNTRY,
        help="Gemeenten in één regio delen dan één lijst.")] = 0,
    national: Annotated[int, Slider(
        0, 100, 1, key="landelijk", label="Gebruikt een landelijke lijst", unit="%", group=COUNTRY,
        help="Wie geen van beide gebruikt, heeft een eigen lijst.")] = 0,
    regions: Annotated[int, Slider(
        1, 60, 1, key="regios", label="Regio's", unit="regio's", fact="jeugdregios", group=COUNTRY,
        help="Er zijn {jeugdregios} jeugdregio's.")] = 42,
    codes: Annotated[int, Slider(
        1, 1000, 1, key="codes", label="Codes per lijst", unit="codes", fact="productcodes-per-gemeente-2015",
        group=COUNTRY, help="{productcodes-2015} codes gedeeld door {gemeenten-2015} gemeenten.")] = 369,
    working_in: Annotated[int, Slider(
        1, 100, 1, key="werkgebied", label="De aanbieder werkt in", unit="gemeenten", group=PROVIDER,
        help="Een aanname. Sommige aanbieders werken in één gemeente, andere in tientallen.")] = 10,
    spread: Annotated[str, Choice(
        (("verspreid", "verspreid over regio's"), ("bijeen", "bij elkaar in één regio")), key="ligging",
        label="Die gemeenten liggen", group=PROVIDER,
        help="Dit maakt alleen verschil als gemeenten een regionale lijst gebruiken.")] = "verspreid",
    hours: Annotated[int, Slider(
        0, 100, 1, key="uren", label="Werk per lijst", unit="uur per jaar", group=PROVIDER,
        help="Een aanname van ons: bijhouden, inrichten en fouten herstellen. Niemand heeft dit gemeten.")] = 20,
) -> dict:
    """Return lists, codes and hours, in the country and for one provider."""
    if working_in > municipalities:
        raise ValueError(
            "De aanbieder kan niet in meer gemeenten werken dan er zijn: zet 'De aanbieder werkt in' op hoogstens "
            + dutch.number(municipalities)
            + "."
        )
    r = regional / 100
    n = national / 100
    own = (100 - regional - national) / 100
    in_use = min(regions, municipalities)
    visited = min(working_in, in_use) if spread == "verspreid" else max(1, working_in * in_use / municipalities)
    lists = [municipalities * own, shared(in_use, municipalities, r), 1 if national else 0]
    to_know = [working_in * own, shared(visited, working_in, r), 1 - (1 - n) ** working_in]
    return {
        "municipalities": municipalities,
        "working_in": working_in,
        "lists": lists,
        "to_know": to_know,
        "codes": [count * codes for count in lists],
        "codes_to_know": [count * codes for count in to_know],
        "hours": sum(to_know) * hours,
        "codes_apart": municipalities * codes,
        "codes_to_know_apart": working_in * codes,
    }


# fmt: on


def shared(regions, municipalities, share):
    """Expected number of regional lists in use: `municipalities` spread evenly over `regions`."""
    return regions * (1 - (1 - share) ** (municipalities / regions))


# fmt: off
def figure(result):
    """Codes by who keeps the list: above in the country, below for one provider, each to its own scale.

    The frame around the first bar is what it would be if every list were an own list.
    """
    country = panel("", "In het land", result["lists"], result["codes"], result["codes_apart"])
    provider = panel("2", "Voor de aanbieder", result["to_know"], result["codes_to_know"],
                     result["codes_to_know_apart"])
    layout = {"height": 360, "barmode": "overlay", "margin": {"l": 2, "r": 2, "t": 4, "b": 4}}
    for axis, apart, domain in (("", "codes_apart", [0.53, 1]), ("2", "codes_to_know_apart", [0, 0.47])):
        layout["xaxis" + axis] = {"range": [0, result[apart]], "anchor": "y" + axis, "visible": False}
        layout["yaxis" + axis] = {"range": [-0.3, 3.6], "anchor": "x" + axis, "domain": domain, "visible": False}
    return {"data": country + provider, "layout": layout}


def panel(axis, name, lists, codes, most):
    """The traces of one half of the figure. Texts are a trace too: Plotly redraws those faster than annotations."""
    frame = bar(axis, [most], [2])
    frame["marker"] = {"color": "rgba(0,0,0,0)", "line": {"color": "@muted", "width": 1.5}}
    bars = bar(axis, codes, [2, 1, 0])
    bars["marker"] = {"color": ["@series-1", "@series-3", "@series-5"]}
    bars["text"] = [rough(x) for x in codes]
    bars["textposition"] = ["outside" if 0 < x < 0.15 * most else "auto" for x in codes]
    total = rough(sum(codes))
    title = "<b>" + name + ": " + total + " codes</b>"
    if total != rough(most):
        title = title + " in plaats van " + rough(most)
    words = {"type": "scatter", "mode": "text", "x": [0, 0, 0, 0], "y": [3, 2.26, 1.26, 0.26],
             "xaxis": "x" + axis, "yaxis": "y" + axis, "hoverinfo": "skip", "cliponaxis": False,
             "textposition": "top right", "textfont": {"color": "@ink"},
             "text": [title, counted(lists[0], "eigen lijst", "eigen lijsten"),
                      counted(lists[1], "regionale lijst", "regionale lijsten"),
                      counted(lists[2], "landelijke lijst", "landelijke lijsten")]}
    return [frame, bars, words]


def bar(axis, x, y):
    """Horizontal bars; a text in them stands at their end, or behind it where they are short."""
    return {"type": "bar", "orientation": "h", "x": x, "y": y, "width": 0.38,
            "xaxis": "x" + axis, "yaxis": "y" + axis, "hoverinfo": "skip", "textposition": "auto",
            "constraintext": "none", "textangle": 0, "insidetextanchor": "end", "cliponaxis": False,
            "insidetextfont": {"color": "@paper"}, "outsidetextfont": {"color": "@ink"}}
# fmt: on


def summary(result):
    """The lists and codes in the country, those of the provider, and its hours."""
    lists = sum(result["lists"])
    to_know = sum(result["to_know"])
    return (
        counted(result["municipalities"], "gemeente houdt", "gemeenten houden samen")
        + " "
        + counted(lists, "lijst", "lijsten")
        + " bij, met ongeveer "
        + rough(sum(result["codes"]))
        + " codes. "
        + "Een aanbieder die in "
        + counted(result["working_in"], "gemeente", "gemeenten")
        + " werkt, krijgt te maken met "
        + counted(to_know, "lijst", "lijsten")
        + ": "
        + rough(sum(result["codes_to_know"]))
        + " codes en naar schatting "
        + dutch.number(result["hours"])
        + " uur werk per jaar."
    )


def table(result):
    """Lists and codes by who keeps the list."""
    rows = []
    for name, i in (("Eigen lijsten", 0), ("Regionale lijsten", 1), ("Landelijke lijst", 2)):
        rows.append(
            [
                name,
                about(result["lists"][i]),
                rough(result["codes"][i]),
                about(result["to_know"][i]),
                rough(result["codes_to_know"][i]),
            ]
        )
    rows.append(
        [
            "Samen",
            about(sum(result["lists"])),
            rough(sum(result["codes"])),
            about(sum(result["to_know"])),
            rough(sum(result["codes_to_know"])),
        ]
    )
    return [
        "Wie de lijst bijhoudt",
        "Lijsten in het land",
        "Codes in het land",
        "Lijsten voor de aanbieder",
        "Codes voor de aanbieder",
    ], rows


def about(x):
    """An expected number: one decimal where it is small and not whole."""
    return dutch.shortest(x, 1 if x < 100 else 0)


def counted(x, one, more):
    """`1 lijst`, `41,9 lijsten`."""
    text = about(x)
    return text + " " + (one if text == "1" else more)


def rough(x):
    """A number of codes in three digits: 145.017 codes would claim more than is known."""
    size = 1
    while x >= 1000 * size:
        size = size * 10
    return dutch.number(dutch.rounded(x / size) * size)
