"""Debts: how many households, counted how; who asks for help, with how much debt and how many creditors."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.lines import FIRST, LAST, UNDER, Line, gap
from book.charts.lines import figure as drawn
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.table import by_period
from book.charts.template import BRICK, MUTED, OCHRE, PETROL, break_line, label, layout, unit_label, value_axis
from book.facts import Fact, dutch, fact, series


@chart("schulden-definities")
def definitions() -> Chart:
    """The share of households with debts by what is counted, and the claim of essay E03 about people."""
    risk, registered = fact("schulden-panteia"), fact("schulden-cbs-2015-2018")
    share, study, claimed = series("schulden-huishoudens-procent"), fact("schulden-ibo-2024-procent"), fact(
        "schulden-een-op-vijf-e03")
    entries = [
        ("Risico, problematisch of in traject (Panteia)", "2014–2015", risk, "huishoudens"),
        ("Geregistreerd problematisch (CBS)", "2015–2018", registered, "huishoudens"),
        *(("Geregistreerd problematisch (CBS)", dutch.period(point.period), point, "huishoudens")
          for point in share.points),
        ("Problematisch (IBO)", "2024", study, "huishoudens"),
        ("Problematisch (E03)", "ca. 2016", claimed, "Nederlanders, geen huishoudens"),
    ]
    rows = tuple(
        Row(what, (when, item.text, Cell(_cell(item), _percent(item), None, 1)), status_of(item), note)
        for what, when, item, note in entries
    )

    def draw(top: int, per: str) -> dict:
        def bar(tick: str, item: Fact) -> Item:
            return Item(tick, _percent(item), f"<b>{item.text}</b>", f"{tick}: {item.text}", status_of(item))

        old, new = share.points[:2], share.points[2:]
        return grouped([
            Group(f"<b>Panteia</b>: huishoudens, óók met{per}risico op schulden", (bar("2014–2015", risk),), OCHRE),
            Group("<b>CBS</b>: geregistreerd problematisch", (
                bar("2015–2018", registered), *(bar(_short(point.period), point) for point in old))),
            Group("<b>CBS</b>, later; zelfde telling?", tuple(bar(_short(point.period), point) for point in new),
                  before=share.breaks[0].before),
            Group("<b>IBO</b>: problematisch", (bar("2024", study),)),
            Group("<b>E03 beweert</b>: van alle Nederlanders", (bar("ca. 2016", claimed),), BRICK),
        ], top)

    return Chart(
        title=f"Hoeveel huishoudens schulden hebben, hangt af van wat je telt: {risk.text} of {registered.text}",
        alt="Liggende staven in vijf groepen. De langste is van Panteia: "
        f"{risk.text} huishoudens had in 2014–2015 risicovolle of problematische schulden, of zat in een traject. "
        "CBS "
        f"telt alleen geregistreerde problematische schulden en komt op {registered.text}, later op "
        f"{share.points[0].text}, {share.points[1].text} en {share.points[2].text}. Het IBO noemt {study.text}. "
        f"Gestippeld staat de bewering van E03: {claimed.text} Nederlanders.",
        figure=draw(26, " "),
        narrow=draw(32, "<br>"),
        table=Table("Wat wordt geteld", (Column("Wanneer"), Column("Zo staat het er"), Column("Als deel", "procent")),
                    rows),
        uses=(risk, registered, share, study, claimed),
        note=f"Een staaf van 1 op 5 is getekend als 20%. {share.note} Huishoudens zijn geen Nederlanders, en wie "
        "risico "
        "loopt heeft nog geen problematische schulden.",
        height=430,
        print_height=310,
    )


def _short(period: str) -> str:
    """`okt 2020` of `2020-10-01`."""
    return dutch.date(period[:7]).replace("januari", "jan").replace("oktober", "okt")


def _percent(item) -> float:
    return 100 / item.value if item.unit == "1 op" else item.value


def _cell(item) -> str:
    return f"{item.qualifier} {dutch.shortest(_percent(item), 1)}".strip()


@chart("schuldhulp-aanmeldingen")
def applications() -> Chart:
    """Applications at members of NVVK, 2010-2022; another count from 2019; three years were not found."""
    counted = series("nvvk-aanmeldingen")
    known = [point for point in counted.points if point.value is not None]
    cut, top, last = counted.breaks[0], counted.point("2017"), known[-1]
    missing = [int(point.period) for point in counted.points if point.value is None]
    people = [point.value for point in known if "2013" <= point.period < cut.before]
    usual = dutch.number(dutch.rounded(sum(people) / len(people) / 1000) * 1000)

    def draw(first: str, requests: str, every: int, labelled: tuple[str, ...]) -> dict:
        sides = [[point for point in known if (point.period < cut.before) == early] for early in (True, False)]
        shape, words = break_line(cut, int(cut.before) - 0.5, requests, y=1, yanchor="bottom", font={"color": OCHRE})
        return {
            "data": [
                trace for side, colour, what in zip(sides, (PETROL, OCHRE), ("mensen", "verzoeken"), strict=True)
                for trace in bars([
                    Bar(int(point.period), point.value, None, status_of(point),
                        f"{point.period}: {point.text} {what}")
                    for point in side
                ], colour)
            ],
            "layout": layout(
                barmode="overlay",
                xaxis={"range": [2009.4, 2022.6], "tickmode": "array", "tickvals": list(range(2010, 2023))[::every],
                       "ticktext": [str(year) for year in range(2010, 2023)][::every]},
                yaxis=value_axis((0, 25000, 50000, 75000, 100000), ("0", "25.000", "50.000", "75.000", "100.000"),
                                 108000),
                shapes=[shape],
                annotations=[
                    {**unit_label(first), "font": {"color": PETROL, "size": 13}}, words,
                    *(label(point.text, int(point.period), point.value, yanchor="bottom", yshift=2, font={"size": 13})
                      for point in known if point.period in labelled),
                    *(label("?", year, 5000, font={"color": MUTED}) for year in missing),
                ],
            ),
        }

    return Chart(
        title=f"Van 2013 tot en met 2018 meldden zich elk jaar rond de {usual} mensen; sinds 2019 worden verzoeken "
        "geteld",
        alt=f"Staven per jaar. Tot en met 2018 zijn het mensen: {known[0].text} in 2010, rond de {usual} van 2013 "
        "tot en "
        f"met 2018, met de top van {top.text} in 2017. Na een breuk in 2019 zijn het verzoeken om informatie, advies "
        f"of hulp: {counted.point('2019').text} in 2019 en {last.text} in 2022. Voor 2011, 2012 en 2020 is niets "
        "gevonden.",
        figure=draw("mensen, tot en met 2018", "vanaf 2019: verzoeken", 1, ("2010", "2013", "2017", "2019", "2022")),
        narrow=draw("mensen, t/m 2018", "verzoeken", 3, ("2010", "2017", "2022")),
        table=by_period("Jaar", ("Aanmeldingen", "aantal", counted)),
        uses=(counted,),
        note=f"{counted.definition} {cut.note} Daarom staat er geen lijn over de breuk.",
        height=340,
    )


@chart("gemiddelde-schuld")
def average() -> Chart:
    """The average debt of those who apply at a member of NVVK, 2013-2022, euro."""
    debt = series("nvvk-gemiddelde-schuld")
    first, top, last = debt.points[0], debt.point("2019"), debt.points[-1]
    line = Line(debt.points, PETROL, said="{period}: gemiddeld {text}", labels={
        "2013": FIRST | UNDER, "2019": {}, "2022": LAST | UNDER,
    })
    axis = value_axis((0, 10000, 20000, 30000, 40000), ("0", "€ 10.000", "€ 20.000", "€ 30.000", "€ 40.000"), 50000)
    empty = gap("2020<br>niet gevonden", 2020, 2020, 20000)
    return Chart(
        title=f"Wie zich bij de schuldhulp meldt, heeft gemiddeld zo’n {_round(last.value)} schuld; dat was in 2013 "
        f"{first.text}",
        alt=f"Een lijn van {first.text} in {first.period}, die stijgt tot {top.text} in 2019. Voor 2020 is er een "
        "gat. "
        f"Daarna daalt de lijn van {debt.point('2021').text} in 2021 naar {last.text} in {last.period}.",
        figure=drawn([line], axis, "euro, gemiddeld bij aanmelding", notes=[empty]),
        narrow=drawn([line], axis, "euro, gemiddeld bij aanmelding", every=3,
                     notes=[gap("2020<br>niet<br>gevonden", 2020, 2020, 20000)]),
        table=by_period("Jaar", ("Gemiddelde schuld", "euro", debt)),
        uses=(debt,),
        note=f"{debt.definition} De bedragen zijn niet gecorrigeerd voor inflatie. Een gemiddelde zegt weinig over "
        "één "
        "mens: een paar hoge schulden trekken het op.",
        height=300,
    )


def _round(value: float) -> str:
    return dutch.euro(dutch.rounded(value / 1000) * 1000)


@chart("schuldeisers")
def creditors() -> Chart:
    """The average number of creditors, 2013-2022: a line that stays flat."""
    number = series("nvvk-schuldeisers")
    values = [point.value for point in number.points if point.value is not None]
    low, high = dutch.number(min(values)), dutch.number(max(values))
    line = Line(number.points, PETROL, said="{period}: gemiddeld {text} schuldeisers",
                labels={point.period: {} for point in number.points})
    axis = value_axis((0, 5, 10, 15), ("0", "5", "10", "15"), 18.5)
    empty = gap("2020<br>niet gevonden", 2020, 2020, 7)
    return Chart(
        title=f"Het gemiddelde aantal schuldeisers bleef al die jaren tussen {low} en {high}",
        alt=f"Een bijna vlakke lijn van 2013 tot en met 2022, tussen {low} en {high} schuldeisers, met een gat in "
        "2020. "
        f"De lijn begint op {number.points[0].text} en eindigt op {number.points[-1].text}.",
        figure=drawn([line], axis, "schuldeisers, gemiddeld bij aanmelding", notes=[empty]),
        narrow=drawn([line], axis, "schuldeisers, gemiddeld", every=3, notes=[
            gap("2020<br>niet<br>gevonden", 2020, 2020, 7)]),
        table=by_period("Jaar", ("Schuldeisers", "aantal", number)),
        uses=(number,),
        note=f"{number.definition} Een cijfer dat niet verandert, is ook een bevinding.",
        height=270,
        print_height=250,
    )
