"""The Wmo: clients, money, and help in the household beside the fixed contribution."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.lines import FIRST, LAST, UNDER, Line, gap
from book.charts.lines import figure as drawn
from book.charts.model import GAP
from book.charts.table import by_period
from book.charts.template import (
    BRICK,
    MUTED,
    OCHRE,
    PETROL,
    break_line,
    label,
    layout,
    unit_label,
    value_axis,
)
from book.facts import Point, dutch, series

MILLION = (0, 500000, 1000000), ("0", "500.000", "1 mln")


@chart("wmo-clienten")
def clients() -> Chart:
    """Wmo clients by two definitions, 2016-2020 and 2024; three or four years were not found."""
    every, without = series("wmo-clienten-maatwerk"), series("wmo-clienten-zonder-verblijf")
    first, last, other = every.points[0], every.points[-1], without.points[-1]
    cut = every.breaks[0]

    def draw(words: str, unknown: str, each: int, names: tuple[str, str]) -> dict:
        lines = [
            Line(every.points, PETROL, before=("2024",), said="{period}: {text} cliënten, alle maatwerk",
                 labels={"2016": FIRST, "2024": LAST | {"bgcolor": "@paper"}}),
            Line(without.points, BRICK, "dash", before=("2024",), said="{period}: {text} cliënten zonder verblijf",
                 labels={"2017": UNDER, "2024": LAST | UNDER | {"bgcolor": "@paper"}}),
        ]
        return drawn(lines, value_axis(*MILLION, 1420000), "cliënten in het jaar", [(cut, words, {
            "y": 0.03, "xanchor": "right", "xshift": -8, "align": "right"})], [
            label(names[0], 2016.3, 1290000, xanchor="left", align="left", font={"color": PETROL}),
            label(names[1], 2017.4, 800000, xanchor="left", align="left", font={"color": BRICK}),
            gap(unknown, 2021, 2023, 550000),
        ], each)

    return Chart(
        title=f"Van 2016 tot 2019 groeide het aantal mensen met maatwerk uit de Wmo van {first.text} naar "
        f"{every.point('2019').text}; 2024 komt uit een andere tabel",
        alt="Twee lijnen boven elkaar die beide stijgen. Alle maatwerk: "
        f"{first.text} cliënten in 2016 en {every.point('2019').text} in 2019. Zonder verblijf en opvang, "
        "gestippeld: "
        f"{without.points[0].text} in 2017 en {without.point('2020').text} in 2020. Daarna ontbreken jaren; in 2024 "
        f"staan er losse, voorlopige punten uit een andere tabel: {last.text} en {other.text}.",
        figure=draw("2024: andere tabel", "2021–2023<br>niet gevonden", 1, (
            "alle maatwerk", "zonder verblijf en opvang (streepjes)")),
        narrow=draw("andere<br>tabel", "niet<br>gevonden", 2, ("alle maatwerk", "zonder verblijf<br>en opvang")),
        table=by_period("Jaar", ("Alle maatwerk", "cliënten", every),
                        ("Zonder verblijf en opvang", "cliënten", without)),
        uses=(every, without),
        note="Wie een of meer voorzieningen op maat heeft, telt één keer per jaar. "
        f"{cut.note} Daarom verbindt geen lijn 2024 met de jaren ervoor.",
        height=340,
    )


@chart("wmo-uitgaven")
def spending() -> Chart:
    """What municipalities spend on Wmo tailored care, 2017-2024, with and without stay and shelter."""
    total, without = series("wmo-uitgaven"), series("wmo-uitgaven-zonder-verblijf")
    first, last, part = without.points[0], without.points[-1], total.points[-1]

    def billions(point: Point) -> str:
        return f"{point.qualifier} {dutch.euro(point.value * 1000, 'mld', 1)}".strip()

    def draw(each: int, names: tuple[str, str], rounded: str) -> dict:
        lines = [
            Line(total.points, PETROL, factor=1e-6, before=("2024",), said="{period}: {text} in totaal",
                 short=billions, labels={"2017": FIRST | UNDER, "2020": {}, "2021": UNDER, "2024": LAST}),
            Line(without.points, BRICK, "dash", factor=1e-6, said="{period}: {text} zonder verblijf en opvang",
                 short=billions, labels={"2017": FIRST | UNDER, "2022": UNDER}),
        ]
        return drawn(lines, value_axis((0, 2, 4, 6), ("0", "2 mld", "4 mld", "6 mld"), 7), "mld euro per jaar", (), [
            label(names[0], 2017, 6.4, xanchor="left", align="left", font={"color": PETROL}),
            label(names[1], 2018.6, 2.3, xanchor="left", align="left", font={"color": BRICK}),
            label(rounded, 2024, 5.75, yanchor="top", xanchor="right", xshift=14, align="right",
                  font={"color": MUTED, "size": 13}),
        ], each)

    return Chart(
        title=f"Zonder verblijf en opvang stegen de Wmo-uitgaven elk jaar, van {billions(first)} in 2017 naar "
        f"{billions(last)} in 2022",
        alt="Twee lijnen. De bovenste, alle maatwerk, loopt van "
        f"{billions(total.points[0])} in 2017 naar {billions(total.point('2020'))} in 2020, zakt in 2021 naar "
        f"{billions(total.point('2021'))} en stijgt dan weer; voor 2024 staat er los een afgerond bedrag van "
        f"{billions(part)}. De onderste, gestippeld, telt verblijf en opvang niet mee en stijgt zonder onderbreking.",
        figure=draw(1, ("alle maatwerk", "zonder verblijf en opvang (streepjes)"), "afgerond,<br>andere bron"),
        narrow=draw(2, ("alle maatwerk", "zonder verblijf<br>en opvang"), ""),
        table=by_period(
            "Jaar", ("Alle maatwerk", "mln euro", total), ("Zonder verblijf en opvang", "mln euro", without),
            factor=1e-3, decimals=0,
        ),
        uses=(total, without),
        note=f"{total.definition} De daling van 2020 op 2021 zit geheel in verblijf en opvang; de oorzaak is niet "
        "gezien. De bedragen zijn niet gecorrigeerd voor inflatie.",
        height=340,
    )


@chart("wmo-huishouden")
def household() -> Chart:
    """Clients with help in the household, 2017-2020 and 2024, with the fixed contribution of each year."""
    people, fee = series("wmo-huishouden"), series("abonnementstarief")
    known = [point for point in people.points if point.value is not None]
    cut, first, before, last = people.breaks[0], known[0], people.point("2019"), known[-1]
    fees = {point.period: point for point in fee.points}
    full = people.point("2020")
    years = [str(year) for year in range(2017, 2025)]
    rows = tuple(
        Row(year, (Cell.of(people.point(year)), Cell.of(fees[year]) if year in fees else "nog niet"),
            status_of(people.point(year)) if people.point(year).value is not None else GAP,
            "; ".join(filter(None, (people.point(year).note, fees[year].note if year in fees else ""))))
        for year in years
    )
    rows += (Row("2025", (Cell("niet bekend"), Cell.of(fees["2025"])), GAP),)

    def draw(cut_words: str, unknown: str, starts: str, labelled: tuple[str, ...]) -> dict:
        items = [
            Bar(int(point.period), point.value, None, status_of(point),
                f"{point.period}: {point.text} cliënten" + ", voorlopig" * point.provisional)
            for point in known
        ]
        shape, words = break_line(cut, 2023.5, cut_words, y=0.995, yanchor="top", xanchor="right", xshift=-6,
                                  align="right")
        fee_line = {"type": "line", "x0": 2018.5, "x1": 2018.5, "y0": 0, "y1": 1, "yref": "paper",
                    "line": {"color": OCHRE, "width": 2}, "layer": "below"}
        paid = {year: point.text for year, point in fees.items() if point.value is not None}
        ticks = [f"{year}<br><b>{paid.get(year, ' ')}</b>" for year in years]
        return {
            "data": bars(items, PETROL, width=0.62),
            "layout": layout(
                xaxis={"range": [2016.4, 2024.6], "tickmode": "array", "tickvals": [int(year) for year in years],
                       "ticktext": ticks, "tickangle": 0, "tickfont": {"size": 13}},
                yaxis=value_axis((0, 200000, 400000, 600000), ("0", "200.000", "400.000", "600.000"), 740000),
                shapes=[shape, fee_line],
                annotations=[
                    unit_label("cliënten met hulp bij het huishouden"), words,
                    label(starts, 2018.5, 735000, xanchor="left", yanchor="top", xshift=6, align="left",
                          font={"color": OCHRE, "size": 13}),
                    *(label(_thousand(point), int(point.period), point.value, yanchor="bottom", yshift=2,
                            font={"size": 13})
                      for point in known if point.period in labelled),
                    gap(unknown, 2021, 2023, 60000),
                ],
            ),
        }

    return Chart(
        title="Na het vaste tarief steeg het aantal mensen met hulp bij het huishouden van "
        f"{people.point('2018').text} "
        f"in 2018 naar {full.text} in 2020",
        alt=f"Staven per jaar: {first.text} cliënten in 2017, {people.point('2018').text} in 2018, {before.text} in "
        f"2019 en {full.text} in 2020. Voor 2021 tot en met 2023 is niets gevonden; 2024 is een voorlopig cijfer uit "
        f"een andere tabel: {last.text}. Een streep geeft het begin van het abonnementstarief in 2019 aan. Onder de "
        f"jaren staat het tarief per maand: {fees['2020'].text} in 2020 en {fees['2024'].text} in 2024.",
        figure=draw("2024: andere tabel", "2021–2023 niet gevonden",
                    "abonnementstarief:<br>2019 deels, 2020 helemaal", ("2017", "2018", "2019", "2020", "2024")),
        narrow=draw("andere<br>tabel", "niet<br>gevonden", "vast<br>tarief", ("2020", "2024")),
        table=Table("Jaar", (Column("Cliënten", "aantal"), Column("Tarief per maand", "euro")), rows),
        uses=(people, fee),
        note="Vet onder een jaar: het abonnementstarief per maand, voor zover gevonden. Dat de groei na de invoering "
        f"kwam, bewijst nog niet dat het tarief de oorzaak was. {cut.note}",
        height=350,
    )


def _thousand(point: Point) -> str:
    """`398.000`: the labels stand close together, the table has every digit."""
    return dutch.number(dutch.rounded(point.value / 1000) * 1000)
