"""Municipalities and regions: how many there are, and the money for the social domain that they got."""

from dataclasses import replace

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.lines import FIRST, LAST, UNDER, Line
from book.charts.lines import figure as drawn
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.table import by_period
from book.charts.template import BRICK, MUTED, OCHRE, PETROL, label, layout, unit_label, value_axis
from book.facts import Fact, Point, dutch, fact, series

LABELLED = ("2008", "2012", "2015", "2018", "2019", "2026")
"""Years whose number stands above the bar; the table has them all."""


@chart("gemeenten")
def municipalities() -> Chart:
    """Municipalities on 1 January, 2008-2026, and the plan for 2027; 2010 and 2011 stay open."""
    counted, planned = series("gemeenten"), fact("gemeenten-2027")
    first, start, last = counted.points[0], counted.point("2015"), counted.points[-1]
    rows = [Row(point.period, (Cell.of(point),), status_of(point), point.note) for point in counted.points]
    rows.append(Row("2027", (Cell.of(planned),), status_of(planned), f"gepland. {planned.note}"))
    return Chart(
        title=f"Toen de drie wetten ingingen waren er {start.text} gemeenten, nu zijn het er {last.text}",
        alt=f"Staven per jaar op 1 januari. De rij daalt van {first.text} gemeenten in {first.period} naar "
        f"{start.text} in 2015 en {last.text} in {last.period}. De grootste stap is die van "
        f"{counted.point('2018').text} in 2018 naar {counted.point('2019').text} in 2019. Voor 2010 en 2011 staat "
        f"er niets. De laatste staaf is het plan voor 2027: {planned.text}.",
        figure=_bars(counted.points, planned, LABELLED, 2, "niet<br>nagerekend"),
        narrow=_bars(counted.points, planned, ("2008", "2015", "2026"), 4, "?"),
        table=Table("1 januari", (Column("Gemeenten", "aantal"),), tuple(rows)),
        uses=(counted, planned),
        note=f"{counted.definition} {counted.note} Het aantal voor 2027 rekent met één fusie die gepland is "
        "(Wijdemeren gaat op in Hilversum). Of de wet daarvoor is aangenomen, is niet nagegaan.",
        height=320,
    )


def _bars(points: tuple[Point, ...], planned: Fact, labelled: tuple[str, ...], every: int, unknown: str) -> dict:
    known = [point for point in points if point.value is not None]
    items = [
        Bar(int(point.period), point.value, None, status_of(point), f"{point.period}: {point.text} gemeenten")
        for point in known
    ]
    items.append(Bar(2027, planned.value, None, status_of(planned), f"2027, gepland: {planned.text} gemeenten"))
    start = [item for item in items if item.place == 2015]
    gaps = [int(point.period) for point in points if point.value is None]
    notes = [
        label(f"<b>{point.text}</b>" if point.period == "2015" else point.text, int(point.period), point.value,
              yanchor="bottom", yshift=3)
        for point in known if point.period in labelled
    ]
    notes.append(label(f"gepland: {planned.text}", 2027.5, planned.value, yanchor="bottom", yshift=22,
                       xanchor="right", font={"size": 13}))
    notes.append(label(unknown, sum(gaps) / len(gaps), 40, font={"color": MUTED, "size": 13}))
    return {
        "data": [*bars([item for item in items if item not in start], PETROL), *bars(start, OCHRE)],
        "layout": layout(
            barmode="overlay",
            xaxis={"range": [2007.3, 2027.9], "tickmode": "array", "tickvals": list(range(2008, 2028))[::every],
                   "ticktext": [str(year) for year in range(2008, 2028)][::every]},
            yaxis=value_axis((0, 100, 200, 300, 400), ("0", "100", "200", "300", "400"), 490),
            annotations=[unit_label("gemeenten op 1 januari"), *notes],
        ),
    }


@chart("integratie-uitkering")
def social_domain_money() -> Chart:
    """The money for three acts together, as two budgets saw it: 2015-2019 and 2017-2022, mln euro."""
    early, late = series("integratie-uitkering-2015"), series("integratie-uitkering-2018")
    start, last = early.points[0], late.points[-1]
    middle, same = early.point("2018"), late.point("2018")
    lines = [
        Line(early.points, PETROL, "solid", labels={
            "2015": FIRST, "2019": UNDER | {"xanchor": "center"}}, said="begroting 2015, voor {period}: {text}"),
        Line(late.points, BRICK, "dash", labels={"2017": {"xanchor": "left", "xshift": 2}, "2022": LAST},
             said="begroting 2018, voor {period}: {text}"),
    ]
    axis = {**value_axis((9000, 9500, 10000, 10500), ("9 mld", "9,5 mld", "10 mld", "10,5 mld"), 10700),
            "range": [9000, 10700]}
    names = [
        label("begroting 2015", 2016.1, 10290, xanchor="left", font={"color": PETROL}),
        label("begroting 2018 (streepjes)", 2018.2, 9930, xanchor="left", font={"color": BRICK}),
    ]
    short = [names[0], label("begroting 2018", 2018.1, 9900, xanchor="left", font={"color": BRICK})]
    bare = [lines[0], replace(lines[1], labels={"2022": lines[1].labels["2022"]})]
    return Chart(
        title=f"Het geld voor de drie wetten samen zou dalen van {_billion(start)} in 2015 naar {_billion(last)} "
        "in 2022",
        alt="Twee dalende lijnen, van twee begrotingen. De begroting van 2015 loopt van "
        f"{start.text} in 2015 naar {early.points[-1].text} in 2019. De begroting van 2018, gestippeld, loopt van "
        f"{late.points[0].text} in 2017 naar {last.text} in 2022. Voor 2018 geeft de tweede {same.text}, de eerste "
        f"{middle.text}.",
        figure=drawn(lines, axis, "mln euro; de as begint bij 9 mld", notes=names),
        narrow=drawn(bare, axis, "mln euro; de as begint bij 9 mld", notes=short, every=2),
        table=by_period("Jaar", ("Begroting 2015", "mln euro", early), ("Begroting 2018", "mln euro", late)),
        uses=(early, late),
        note="De integratie-uitkering sociaal domein: Wmo (nieuw), jeugd en participatie samen, zoals twee "
        "begrotingen van het gemeentefonds haar zagen. De figuur zegt dus niet hoeveel er van het jeugdbudget af "
        "ging. De as begint niet bij nul: de daling lijkt daardoor groter dan ze is.",
        height=320,
    )


def _billion(point: Point) -> str:
    return dutch.euro(point.value * 10**6, "mld", 1)


@chart("regios")
def regions() -> Chart:
    """Regions for youth care: what is counted, and the number an essay gives."""
    found, smaller, claimed = fact("jeugdregios"), fact("jeugdregios-subregios"), fact("samenwerkingsverbanden")
    rows = (
        Row("Jeugdregio’s", (Cell.of(found),), status_of(found), "RegioAtlas en Jeugdautoriteit"),
        Row("Subregio’s en afsplitsingen", (Cell.of(smaller),), status_of(smaller), "zij sluiten zelf contracten"),
        Row("Samenwerkingsverbanden", (Cell.of(claimed),), status_of(claimed), claimed.note),
    )

    def groups(near: str) -> list[Group]:
        return [
            Group("", (
                Item("jeugdregio’s", found.value, f"<b>{found.text}</b>", f"jeugdregio’s: {found.text}"),
                Item(f"subregio’s{near}afsplitsingen", smaller.value, f"<b>{smaller.text}</b>",
                     f"subregio’s en afsplitsingen: {smaller.text}"),
            )),
            Group("", (
                Item("bewering E01", claimed.value, f"<b>{claimed.text}</b> verbanden",
                     f"samenwerkingsverbanden volgens E01: {claimed.text}", status_of(claimed)),
            ), BRICK),
        ]

    return Chart(
        title=f"Naast {found.text} jeugdregio’s staan {smaller.text} kleinere verbanden die zelf contracten sluiten",
        alt=f"Drie liggende staven: {found.text} jeugdregio’s, {smaller.text} subregio’s en afsplitsingen, en apart "
        f"daarvan, gestippeld, de {claimed.text} samenwerkingsverbanden die essay E01 noemt. Voor dat laatste getal "
        "is geen tweede bron gevonden.",
        figure=grouped(groups(" en "), 76),
        narrow=grouped(groups(" en<br>"), 100),
        table=Table("Verband", (Column("Aantal", "aantal"),), rows),
        uses=(found, smaller, claimed),
        note="Een gemeente kan in een regio én in een subregio zitten: de staven mag je niet optellen. Wat E01 "
        "precies "
        "telde, is niet bekend.",
        height=190,
        print_height=170,
    )
