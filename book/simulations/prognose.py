"""How many people will need help: the 'rolling forecast', made every year anew, and checked against what came.

The series is y_1 ... y_n, people with bijstand at the end of a year. At the origin T only y_1 ... y_T are known; the
forecast for k years ahead is F(k):

    naive     F(k) = y_T
    drift     F(k) = y_T + k·(y_T − y_1)/(T − 1)                  the line through the first and the last year
    average   l_t = α·y_t + (1 − α)·l_(t−1), l_1 = y_1            simple exponential smoothing
              F(k) = l_T
    trend     l_t = α·y_t + (1 − α)·(l_(t−1) + φ·b_(t−1))         Holt (φ = 1) and damped trend (φ < 1)
              b_t = β·(l_t − l_(t−1)) + (1 − β)·φ·b_(t−1)
              F(k) = l_T + (φ + φ² + ... + φ^k)·b_T
              l_2 = y_2, b_2 = y_2 − y_1

Rolling origin: every origin from the second year on gives a forecast of each later year that is known by now; the
error is e(T, k) = |y_(T+k) − F_T(k)|, and MAE(k) their mean over all origins, set beside that of `naive` over the
same years.

Band at T: of the n errors k years ahead that could be known at T (origins T' with T' + k ≤ T), sorted, the band is
F(k) plus and minus error number r = ⌈0,8·(n + 1)⌉. If the next error is as likely to take any rank among the n + 1,
it falls within with a chance of at least r/(n + 1) ≥ 0,8. For n < 4 no such r exists, so there is no band.

Assumes: what is known now of a year was known at its end; errors of one origin say something about another. Leaves
out: causes (the economy, a new law), revisions, seasons, fitting α, β and φ to the data, other series.

Units: thousands of people, as the register has them; years; errors in thousands of people. Sources: the series is
`bijstand` of the register; holt2004, gardner1985 (damped trend), tashman2000 (rolling origin), hyndman2021 (all
methods); α, β and φ are assumptions.
"""

from typing import Annotated

from book.facts import dutch
from book.simulations.contract import Choice, Observed, Scenario, Slider, simulation

AHEAD = 5
METHOD = "De methode"
MOMENT = "Het moment"
NAIVE = "naief"
LOWEST = 150
HIGHEST = 600
LABEL = 60


# fmt: off
@simulation(
    title="De prognose die elk jaar opschuift",
    question="Hoeveel mensen hebben over een paar jaar bijstand? Kies een jaar, kijk met wat je toen kon weten, en "
    "zie wat er kwam.",
    scenarios=[
        Scenario(
            "eind-2014",
            "Eind 2014",
            "De vooravond van de Participatiewet. Schuif het jaar op en zie de prognose meebewegen.",
        ),
        Scenario(
            "wwnv",
            "Vooravond van de WWNV (2011)",
            "Rond deze tijd schreef Angela in haar weblog dat een vooruitblik ontbrak. Kijk vijf jaar vooruit: een "
            "band is er nog niet, want je hebt te weinig eerdere fouten.",
            {"origin": 2011, "horizon": 5},
        ),
        Scenario(
            "net-voor-de-daling",
            "Net voor de daling",
            "Acht jaar op rij kwamen er mensen bij. Een methode met een trend trekt die lijn door.",
            {"origin": 2016, "method": "holt"},
        ),
        Scenario(
            "twee-jaren",
            "Maar twee jaren bekend (2008)",
            "Je kent twee jaren, en het aantal daalde. Elke methode met een trend rekent verder omlaag.",
            {"origin": 2008, "method": "lijn"},
        ),
        Scenario(
            "vijf-jaar",
            "Vijf jaar vooruit",
            "Vergelijk de twee balken. Zo ver vooruit doet deze methode het slechter dan aannemen dat er niets "
            "verandert.",
            {"horizon": 5},
        ),
    ],
    model=[
        "T: het jaar waarin je staat. y: het aantal mensen aan het eind van een jaar. F(k): de prognose voor k jaar "
        "later.",
        "niets verandert: F(k) = y(T)",
        "rechte lijn: F(k) = y(T) + k·(y(T) − y(1)) / (T − 1)",
        "afgevlakt niveau: niveau(t) = α·y(t) + (1 − α)·niveau(t−1), en F(k) = niveau(T)",
        "met trend: niveau(t) = α·y(t) + (1 − α)·(niveau(t−1) + φ·trend(t−1))",
        "en trend(t) = β·(niveau(t) − niveau(t−1)) + (1 − β)·φ·trend(t−1)",
        "met trend: F(k) = niveau(T) + (φ + φ^(2) + … + φ^(k))·trend(T); bij een trend die doorloopt is φ = 1",
        "gemiddelde fout = het gemiddelde van |werkelijk − prognose|, over alle jaren waarin je had kunnen staan",
        "band = F(k) min en plus fout nummer r, als de n fouten die je in jaar T al kende van klein naar groot "
        "staan; r = 0,8·(n + 1), naar boven afgerond",
    ],
    assumptions=[
        "De cijfers zijn die van CBS, in dit boek onder 'bijstand' in het cijferregister. Een open stip is een "
        "voorlopig cijfer.",
        "Tot en met 2012 komen ze uit een tabel van CBS, daarna uit de kwartaalreeks. Of die precies hetzelfde "
        "tellen, is niet nagegaan.",
        "Je kende in elk jaar het cijfer zoals het nu bekend is. In het echt komt het later, en wordt het soms "
        "bijgesteld.",
        "De band valt ruim genoeg uit voor acht van de tien keer, als een volgende fout lijkt op de vorige. Slaat de "
        "ontwikkeling om, dan klopt dat niet. Met minder dan vier eerdere fouten tekenen we geen band.",
        "Hoe zwaar nieuwe jaren tellen (α en β) en hoe snel de trend afvlakt (φ) zijn aannames van ons.",
    ],
    leaves_out=[
        "Oorzaken: de economie, een nieuwe wet, een hogere AOW-leeftijd. De methodes kennen alleen het verleden.",
        "De vraag per gemeente, die veel sterker kan wisselen dan die van het hele land.",
        "Methodes die zelf de beste α, β en φ zoeken.",
    ],
    sources=["e09wwnv", "cbs82016ned", "cbs2024bijstand", "gemeentenu2025bijstand", "holt2004", "gardner1985",
             "tashman2000", "hyndman2021"],
)
def simulate(
    observed: Annotated[dict, Observed("bijstand")],
    origin: Annotated[int, Slider(
        2008, 2024, 1, key="jaar", label="Je staat eind", year=True, group=MOMENT,
        help="Je kent de cijfers tot en met dit jaar. Schuif een jaar op en de prognose schuift mee.")] = 2014,
    horizon: Annotated[int, Slider(
        1, AHEAD, 1, key="vooruit", label="Je kijkt vooruit", unit="jaar", group=MOMENT,
        help="Hoe verder je kijkt, hoe verder je ernaast kunt zitten.")] = 3,
    method: Annotated[str, Choice(
        ((NAIVE, "niets verandert"), ("lijn", "een rechte lijn door het eerste en het laatste jaar"),
         ("niveau", "een afgevlakt niveau"), ("holt", "niveau en trend (Holt)"),
         ("gedempt", "niveau en een trend die afvlakt")),
        key="methode", label="Zo maak je de prognose", group=METHOD,
        help="'Niets verandert' is de lat: een methode die daar niet onder blijft, helpt je niet.")] = "gedempt",
    alpha: Annotated[float, Slider(
        0.05, 1, 0.05, key="alfa", label="Gewicht van het nieuwste jaar (α)", decimals=2, group=METHOD,
        help="Bij 1 telt voor het niveau alleen het nieuwste jaar. Doet niets bij 'niets verandert' en de rechte "
        "lijn. Een aanname van ons.")] = 0.8,
    beta: Annotated[float, Slider(
        0, 1, 0.05, key="beta", label="Gewicht van de nieuwste verandering (β)", decimals=2, group=METHOD,
        help="Alleen voor methodes met een trend. Bij 0 blijft de trend die van de eerste twee jaren. "
        "Een aanname van ons.")] = 0.5,
    phi: Annotated[float, Slider(
        0.5, 1, 0.05, key="demping", label="Wat er elk jaar van de trend overblijft (φ)", decimals=2, group=METHOD,
        help="Alleen voor de trend die afvlakt. Bij 1 vlakt hij niet af. Een aanname van ons.")] = 0.8,
) -> dict:
    """Return the forecast from the origin, what came, the band, and the mean errors of every origin."""
    years = [int(point[0]) for point in observed["points"]]
    y = [point[1] for point in observed["points"]]
    count = origin - years[0] + 1
    settings = (alpha, beta, {"niveau": 0, "holt": 1, "gedempt": phi}.get(method, 0))
    own = errors(y, method, settings)
    naive = errors(y, NAIVE, settings)
    later = y[count:count + AHEAD]
    return {
        "method": method,
        "origin": origin,
        "horizon": horizon,
        "years": years,
        "values": y,
        "provisional": [point[2] for point in observed["points"]],
        "breaks": [int(before) for before in observed["breaks"]],
        "forecast": forecast(y[:count], method, settings),
        "came": later + [None] * (AHEAD - len(later)),
        "band": [band(known_at(column, count, k + 1)) for k, column in enumerate(own)],
        "known_errors": [len(known_at(column, count, k + 1)) for k, column in enumerate(own)],
        "origins": [len(column) for column in own],
        "mean_error": [sum(column) / len(column) for column in own],
        "mean_error_naive": [sum(column) / len(column) for column in naive],
    }


# fmt: on


def forecast(y, method, settings):
    """Forecast the next years from the values `y` (at least two). `settings`: α, β and φ; φ = 0 means no trend."""
    if method == NAIVE:
        return [y[-1]] * AHEAD
    if method == "lijn":
        slope = (y[-1] - y[0]) / (len(y) - 1)
        return [y[-1] + k * slope for k in range(1, AHEAD + 1)]
    alpha, beta, phi = settings
    level, trend = y[0], 0
    if phi:
        level, trend = y[1], y[1] - y[0]
    for value in y[2 if phi else 1 :]:
        before = level
        level = alpha * value + (1 - alpha) * (before + phi * trend)
        trend = beta * (level - before) + (1 - beta) * phi * trend
    ahead = []
    damping = 0
    power = 1
    for _ in range(AHEAD):
        power = power * phi
        damping = damping + power
        ahead.append(level + damping * trend)
    return ahead


def errors(y, method, settings):
    """Return for 1, 2, ... years ahead the errors of all origins, in order of the origins (from the second year)."""
    columns = [[] for _ in range(AHEAD)]
    for count in range(2, len(y)):
        made = forecast(y[:count], method, settings)
        for k, value in enumerate(y[count : count + AHEAD]):
            columns[k].append(abs(value - made[k]))
    return columns


def known_at(column, count, ahead):
    """Of the errors `ahead` years ahead, those known when `count` years are: of origins 2 to count - ahead."""
    return column[: max(0, count - ahead - 1)]


def band(known):
    """Half the width of the band: the error of rank 0,8·(n + 1), rounded up; None when there are too few."""
    rank = (4 * (len(known) + 1) + 4) // 5
    return sorted(known)[rank - 1] if rank <= len(known) else None


def figure(result):
    """Above: what was known, forecast and came. Below: the mean error beside that of 'nothing changes'."""
    years, values, horizon = result["years"], result["values"], result["horizon"]
    known = result["origin"] - years[0] + 1
    ahead = [result["origin"] + k for k in range(horizon + 1)]
    made = [values[known - 1]] + result["forecast"][:horizon]
    banded = [k for k in range(horizon) if result["band"][k] is not None]
    halves = [result["band"][k] for k in banded]
    middles = [result["forecast"][k] for k in banded]
    end = known + horizon
    symbols = ["circle-open" if provisional else "circle" for provisional in result["provisional"]]
    data = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": years[known - 1 : end],
            "y": values[known - 1 : end],
            "line": {"color": "@series-6", "width": 2, "dash": "dot"},
            "marker": {"color": "@series-6", "size": 7, "symbol": symbols[known - 1 : end]},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": years[:known],
            "y": values[:known],
            "line": {"color": "@series-1", "width": 3},
            "marker": {"color": "@series-1", "size": 8, "symbol": symbols[:known]},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": ahead,
            "y": made,
            "line": {"color": "@series-2", "width": 2, "dash": "dash"},
            "marker": {
                "color": "@series-2",
                "size": [0] + [10] * horizon,
                "symbol": "diamond-open",
                "line": {"width": 2},
            },
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [ahead[k + 1] for k in banded],
            "y": middles,
            "error_y": {"type": "data", "array": halves, "color": "@series-2", "thickness": 1.5, "width": 6},
            "marker": {"color": "@series-2", "size": 1},
            "hoverinfo": "skip",
        },
    ]
    ends = made + [m - half for m, half in zip(middles, halves)] + [m + half for m, half in zip(middles, halves)]
    low = min([LOWEST] + [value - LABEL for value in ends])
    high = max([HIGHEST] + [value + LABEL for value in ends])
    layout = {
        "height": 460,
        "margin": {"l": 44, "r": 12, "t": 30, "b": 8},
        "annotations": notes(result, made[-1], low, high),
        "shapes": [upright(result["origin"], "@ink", "dash")]
        + [upright(before - 0.5, "@muted", "dot") for before in result["breaks"] if before <= ahead[-1]],
        "xaxis": {
            "range": [years[0] - 0.8, years[-1] + AHEAD + 0.8],
            "tickvals": list(range(years[0] + 1, years[-1] + AHEAD + 1, 4)),
            "anchor": "y",
            "automargin": False,
            "tickangle": 0,
        },
        "yaxis": {
            "range": [low, high],
            "domain": [0.38, 1],
            "tickvals": list(range(0, 2001, 100)),
            "ticktext": [dutch.number(tick) for tick in range(0, 2001, 100)],
            "anchor": "x",
            "automargin": False,
            "tickangle": 0,
        },
    }
    add_errors(result, data, layout)
    return {"data": data, "layout": layout}


def upright(x, colour, dash):
    """A vertical line through the upper panel."""
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0.38,
        "y1": 1,
        "yref": "paper",
        "line": {"color": colour, "width": 1.5, "dash": dash},
        "layer": "below",
    }


def notes(result, last, low, high):
    """The words in the upper panel: unit, where you stand, what you expected and what came."""
    horizon = result["horizon"]
    year = result["origin"] + horizon
    came = result["came"][horizon - 1]
    above = came is None or last >= came
    half = result["band"][horizon - 1] or 0
    # Beside the last points while there is room at the right; else above and below all that is drawn there.
    late = year > result["years"][-1] - 4
    top, bottom = last, last if came is None else came
    if late:
        top, bottom = max(top, bottom, last + half), min(top, bottom, last - half)
    elif not above:
        top, bottom = bottom, top
    place = min(year + 6, result["years"][-1] + AHEAD + 0.5) if late else year
    early = result["origin"] < result["years"][0] + 9
    words = [
        {
            "text": "× 1.000 mensen",
            "x": 0,
            "y": 1,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "bottom",
            "yshift": 6,
            "showarrow": False,
            "font": {"color": "@muted", "size": 13},
        },
        {
            "text": "jij staat<br>eind " + dutch.year(result["origin"]),
            "x": result["origin"],
            "y": low,
            "yanchor": "bottom",
            "xanchor": "left" if early else "right",
            "xshift": 6 if early else -6,
            "align": "left" if early else "right",
            "showarrow": False,
            "font": {"color": "@ink", "size": 14},
            "bgcolor": "@paper",
        },
        ending("verwacht: " + people(last), place, top if above else bottom, above, late, "@series-2"),
    ]
    if came is not None:
        words.append(ending("werkelijk: " + people(came), place, bottom if above else top, not above, late, "@muted"))
    for before in result["breaks"]:
        if before <= year:
            words.append(
                {
                    "text": "vanaf hier anders geteld",
                    "x": before - 0.5,
                    "y": high,
                    "yanchor": "top",
                    "xanchor": "left",
                    "xshift": 4,
                    "showarrow": False,
                    "font": {"color": "@muted", "size": 13},
                    "bgcolor": "@paper",
                }
            )
    return words


def ending(text, x, y, above, late, colour):
    """The words at the end of a line: above or below `y`; to the left of `x` when it is late, else to the right."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "xanchor": "right" if late else "left",
        "xshift": 0 if late else 6,
        "yanchor": "bottom" if above else "top",
        "yshift": 8 if above else -8,
        "showarrow": False,
        "font": {"color": colour, "size": 14},
    }


def add_errors(result, data, layout):
    """Add the lower panel: two bars, the mean error of the method and that of 'nothing changes'."""
    step = result["horizon"] - 1
    bars = [
        (1, result["mean_error"][step], "deze methode: ", "@series-2"),
        (0, result["mean_error_naive"][step], "niets verandert: ", "@series-6"),
    ]
    layout["annotations"].append(
        {
            "text": "Gemiddelde fout, " + counted(result["horizon"], "jaar") + " vooruit",
            "x": 0,
            "y": 1.95,
            "xref": "x2",
            "yref": "y2",
            "xanchor": "left",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"color": "@muted", "size": 13},
        }
    )
    for place, error, words, colour in bars:
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": [error],
                "y": [place],
                "width": 0.34,
                "xaxis": "x2",
                "yaxis": "y2",
                "marker": {
                    "color": colour,
                    "pattern": {"shape": "" if place else "/", "fillmode": "replace", "fgcolor": colour, "size": 6},
                    "line": {"color": colour, "width": 1.5},
                },
                "hoverinfo": "skip",
            }
        )
        layout["annotations"].append(
            {
                "text": words + "<b>" + people(error) + "</b>",
                "x": 0,
                "y": place + 0.18,
                "xref": "x2",
                "yref": "y2",
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"color": "@ink", "size": 14},
            }
        )
    most = max([120] + result["mean_error"] + result["mean_error_naive"])
    layout["xaxis2"] = {"range": [0, most], "anchor": "y2", "visible": False}
    layout["yaxis2"] = {"range": [-0.3, 2.4], "domain": [0, 0.27], "anchor": "x2", "visible": False}


def summary(result):
    """What was known, expected and came, and how far off the method is over all origins."""
    step = result["horizon"] - 1
    year = result["origin"] + result["horizon"]
    place = result["origin"] - result["years"][0]
    now = result["values"][place]
    expected = result["forecast"][step]
    came = result["came"][step]
    text = (
        "Eind "
        + dutch.year(result["origin"])
        + " hadden "
        + people(now)
        + (" mensen bijstand (voorlopig cijfer)" if result["provisional"][place] else " mensen bijstand")
        + ". Je verwachtte er voor eind "
        + dutch.year(year)
        + " "
        + people(expected)
        + " ("
        + band_text(result, step, "met een band van ", "zonder band, want je kende ")
        + "); "
    )
    if came is None:
        text = text + "wat er komt, is nog niet bekend. "
    else:
        more = dutch.rounded(came) - dutch.rounded(expected)
        text = (
            text
            + "het werden er "
            + people(came)
            + (" (voorlopig cijfer)" if result["provisional"][place + step + 1] else "")
            + (", dus " + people(abs(more)) + (" meer" if more > 0 else " minder") if more else ", precies zoveel")
            + ". "
        )
    return (
        text
        + "Over alle beginjaren zat deze methode er "
        + counted(result["horizon"], "jaar")
        + " vooruit gemiddeld "
        + people(result["mean_error"][step])
        + " naast"
        + (
            "; dat is de lat voor andere methodes."
            if result["method"] == NAIVE
            else ", wie aannam dat er niets verandert " + people(result["mean_error_naive"][step]) + "."
        )
    )


def table(result):
    """A row for each number of years ahead: the forecast, its band, what came, the mean errors."""
    rows = []
    for step in range(AHEAD):
        place = result["origin"] - result["years"][0] + step + 1
        came = result["came"][step]
        mark = "*" if came is not None and result["provisional"][place] else ""
        rows.append(
            [
                counted(step + 1, "jaar") + " vooruit",
                dutch.year(result["origin"] + step + 1),
                people(result["forecast"][step]),
                band_text(result, step, "", "geen: "),
                "nog niet bekend" if came is None else people(came) + mark,
                people(result["mean_error"][step]),
                people(result["mean_error_naive"][step]),
                dutch.number(result["origins"][step]),
            ]
        )
    return [
        "Vooruit",
        "Jaar",
        "Prognose",
        "Band",
        "Werkelijk (* voorlopig)",
        "Gemiddelde fout, deze methode",
        "Gemiddelde fout, niets verandert",
        "Aantal beginjaren",
    ], rows


def band_text(result, step, lead, missing):
    """`376.000 tot 564.000`, or how many errors there were when that is too few."""
    half = result["band"][step]
    if half is None:
        few = result["known_errors"][step]
        return missing + (
            "pas " + counted(few, "eerdere fout", "eerdere fouten") if few else "nog geen eerdere fouten"
        )
    expected = result["forecast"][step]
    return lead + people(expected - half) + " tot " + people(expected + half)


def people(thousands):
    """Thousands of people, written in full: `434.000`."""
    return dutch.number(dutch.rounded(thousands) * 1000)


def counted(number, one, more=None):
    """`1 jaar`, `3 jaar`, `3 eerdere fouten`."""
    return dutch.number(number) + " " + (one if number == 1 or more is None else more)
