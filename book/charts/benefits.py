"""People on benefit, the budget for it, and the jobs that were promised."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.lines import LAST, UNDER, Line
from book.charts.lines import figure as drawn
from book.charts.model import GAP
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.table import by_period
from book.charts.template import INK, MUTED, OCHRE, PETROL, label, layout, value_axis
from book.facts import dutch, fact, series


@chart("bijstand")
def benefit() -> Chart:
    """People on bijstand at the end of the year, 2007-2024; another table of CBS from 2013."""
    people = series("bijstand")
    low, top, dip, last = (people.point(year) for year in ("2008", "2016", "2022", "2024"))
    line = Line(
        people.points, before=("2013",), said="eind {period}: {text} mensen",
        labels={"2008": UNDER, "2016": {}, "2024": LAST},
    )
    axis = value_axis((0, 100, 200, 300, 400, 500), ("0", "100.000", "200.000", "300.000", "400.000", "500.000"), 560)
    cut = people.breaks[0]

    def draw(words: str, every: int) -> dict:
        return drawn([line], axis, "mensen, einde jaar", [(cut, words, {"y": 0.03})], every=every)

    return Chart(
        title=f"Tot eind 2016 groeide het aantal mensen in de bijstand naar {top.text}; eind 2022 waren het er "
        f"{dip.text}",
        alt=f"Lijngrafiek in twee stukken. Na een dal van {low.text} eind 2008 stijgt het aantal tot {top.text} eind "
        f"2016. Daarna daalt het, met een hobbel in 2020, tot {dip.text} eind 2022; eind {last.period} staat het "
        f"voorlopig op {last.text}. "
        "Tussen 2012 en 2013 gaat de lijn over op een andere reeks van CBS; daar is ze onderbroken.",
        figure=draw("vanaf 2013: kwartaalreeks van CBS", 2),
        narrow=draw("vanaf 2013:<br>kwartaalreeks<br>van CBS", 4),
        table=by_period("Einde jaar", ("Mensen met bijstand", "duizend", people)),
        uses=(people,),
        note=f"Personen met algemene bijstand tot de AOW-leeftijd. {cut.note}",
        height=340,
    )


@chart("buig")
def budget() -> Chart:
    """The balance on the benefit budget (BUIG), every figure that was found with its own definition, mln euro."""
    first, divosa, vng = fact("buig-2012"), fact("buig-2016"), fact("buig-2016-vng")
    later, last, share = fact("buig-2017"), fact("buig-2021"), fact("buig-2015-procent")
    percent, dipped = fact("buig-2012-procent"), fact("buig-2016-procent")
    most = fact("buig-2018-gemeenten")
    entries = (
        ("2012", first, percent.text, "Divosa"),
        ("2013", None, "niet gevonden", ""),
        ("2014", None, "tekort, bedrag niet gevonden", "drie jaar op rij tekort tot en met 2016 (Divosa)"),
        ("2015", None, f"{share.text}, bedrag niet gevonden", "Divosa"),
        ("2016, Divosa", divosa, dipped.text, "voorlopig; na aftrek van de vangnetreservering"),
        ("2016, VNG", vng, "", "andere afbakening dan Divosa"),
        ("2017", later, "", "VNG"),
        ("2018", None, f"overschot bij {most.text}", "benchmark; voorlopig, bedrag niet gevonden"),
        ("2019–2020", None, "niet gevonden", ""),
        ("2021", last, "", "Divosa"),
    )
    rows = tuple(
        Row(
            when, (Cell.of(item) if item else Cell("niet bekend"), told or ""), status_of(item) if item else GAP, note
        )
        for when, item, told, note in entries
    )
    return Chart(
        title=f"Hoe groot het tekort op de bijstand in 2016 was, hangt af van wie rekent: {_owed(divosa)} of "
        f"{_owed(vng)}",
        alt="Liggende staven links en rechts van een nullijn, een voor elk cijfer dat is gevonden. Naar links, een "
        f"tekort: {_owed(first)} in 2012, {_owed(divosa)} of {_owed(vng)} in 2016 en {_owed(later)} in 2017. Naar "
        f"rechts, een overschot: {last.text} in 2021. Van de jaren zonder bedrag staat er alleen wat is gevonden.",
        figure=_balance(entries, 400),
        narrow=_balance(entries, 1100),
        table=Table("Jaar", (Column("Saldo", "mln euro"), Column("Wat er verder is gevonden")), rows),
        uses=(first, percent, share, divosa, dipped, vng, later, most, last),
        note="BUIG is het geld van het Rijk voor de uitkeringen. Elke bron rekent anders: Divosa trok voor 2016 een "
        "reservering voor het vangnet af, VNG bakende anders af. Vergelijk de staven dus niet met elkaar als één "
        "reeks.",
        height=330,
        print_height=300,
    )


def _owed(item) -> str:
    """A shortfall without its minus sign: `bijna € 277 mln`."""
    return item.text.replace("€ -", "€ ").replace("-", "")


def _balance(entries: tuple, right: int) -> dict:
    items, notes, ticks = [], [], {}
    for row, (when, item, told, _) in enumerate(entries):
        place = -row
        ticks[place] = when
        words = ", ".join(filter(None, (item.text if item else "", told)))
        ahead = bool(item) and item.value > 0
        notes.append(
            label(words, item.value if ahead else 0, place, xanchor="left", xshift=6,
                  font={} if item else {"color": MUTED})
        )
        if item:
            items.append(Bar(place, item.value, None, status_of(item), f"{when}: {words}"))
    return {
        "data": bars(items, PETROL, across=True, width=0.72),
        "layout": layout(
            bargap=0, barmode="overlay", margin={"l": 8, "r": 12, "t": 24, "b": 2},
            xaxis={"range": [-350, right], "showticklabels": False},
            yaxis={"range": [-len(entries) + 0.4, 0.6], "tickmode": "array", "tickvals": list(ticks),
                   "ticktext": list(ticks.values()), "ticklabelstandoff": 6},
            shapes=[{"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper",
                     "line": {"color": INK, "width": 1}}],
            annotations=[
                label("tekort", 0, 1, yref="paper", xanchor="right", yanchor="bottom", xshift=-6,
                      font={"color": MUTED}),
                label("overschot", 0, 1, yref="paper", xanchor="left", yanchor="bottom", xshift=6,
                      font={"color": MUTED}),
                *notes,
            ],
        ),
    }


@chart("banenafspraak")
def jobs() -> Chart:
    """Extra jobs for people with a disability against the target, the moments that were found."""
    done, goal = series("banenafspraak"), series("banenafspraak-doel")
    market, state = fact("banenafspraak-einddoel-markt"), fact("banenafspraak-einddoel-overheid")
    end = market.value + state.value
    moments = (("2017-K4", "2017"), ("2019-K3", "2019"), ("2022-K3", "2022"), ("2023-K3", "2023"))
    pairs = [(done.point(quarter), goal.point(year)) for quarter, year in moments]
    rows = [
        Row(dutch.period(point.period), (Cell.of(point), Cell.of(goal.point(point.period[:4]))), status_of(point),
            point.note)
        for point in done.points
    ]
    rows.append(Row("2025", (Cell("niet bekend"), Cell(dutch.number(end), end)), "afgeleid",
                    f"einddoel: {market.text} markt en {state.text} overheid"))

    def draw(banen: str) -> dict:
        groups = [
            Group(f"<b>{dutch.period(one.period)}</b>: {one.text} {banen}; doel {two.text}", (
                Item("", one.value, "", f"{dutch.period(one.period)}: {one.text} banen, doel {two.text}",
                     status_of(one)),
            ))
            for one, two in pairs
        ]
        figure = grouped(groups, 112000)
        places = figure["layout"]["yaxis"]["tickvals"]
        return _with_targets(figure, [(two.value, place) for (_, two), place in zip(pairs, places, strict=True)])

    first, last = pairs[0], pairs[-1]
    return Chart(
        title="Tot en met 2019 lag de banenafspraak voor op het doel; in 2022 en 2023 lag ze er ver onder",
        alt="Vier liggende staven, elk met een streep voor het doel. Eind 2017 waren er "
        f"{first[0].text} extra banen bij een doel van {first[1].text}, in het derde kwartaal van 2019 "
        f"{pairs[1][0].text} bij {pairs[1][1].text}. In 2022 en 2023 ligt de streep voorbij de staaf: "
        f"{pairs[2][0].text} bij {pairs[2][1].text}, en {last[0].text} bij {last[1].text}.",
        figure=draw("extra banen"),
        narrow=draw("banen"),
        table=Table("Moment", (Column("Gerealiseerd", "banen"), Column("Doel voor het jaar", "banen")), tuple(rows)),
        uses=(done, goal, market, state),
        note="De streep is het doel. Extra banen voor mensen met een beperking sinds de nulmeting van 2012/2013. "
        f"{done.note} Het doel "
        "geldt "
        "voor het eind van het jaar; het cijfer over de eerste drie kwartalen is dus vóór de streep geteld. Wat er "
        f"in 2025 is bereikt bij het einddoel van {dutch.number(end)}, is niet gevonden.",
        height=280,
        print_height=260,
    )


def _with_targets(figure: dict, targets: list[tuple[float, float]]) -> dict:
    """`figure` with a stroke at every target (value, row)."""
    wide = 1200
    strokes = {
        "type": "bar", "orientation": "h", "width": 1, "x": [wide] * len(targets), "y": [row for _, row in targets],
        "base": [value - wide / 2 for value, _ in targets], "hoverinfo": "skip",
        "marker": {"color": OCHRE, "line": {"width": 0}},
    }
    return {**figure, "data": [*figure["data"], strokes]}
