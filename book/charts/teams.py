"""Neighbourhood teams: what municipalities that answered said in four polls."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.template import MUTED, PETROL, RULE, label, layout, unit_label, value_axis
from book.facts import series

SAID = {"2014": "oktober 2014", "2015": "eind 2015", "2017": "zomer 2017", "2019": "zomer 2019"}


@chart("wijkteams")
def teams() -> Chart:
    """Share of the municipalities that answered with neighbourhood teams; the response stands under each bar."""
    share, count, response = series("wijkteams"), series("wijkteams-deelnemers"), series("wijkteams-respons")
    known = [point for point in share.points if point.value is not None]
    rows = tuple(
        Row(SAID[point.period], (Cell.of(point), Cell.of(count.point(point.period)),
            Cell.of(response.point(point.period))), status_of(point))
        for point in known
    )
    first, second, last = known[0], known[1], known[-1]

    def draw(words: str, width: float, size: int, more: str = "") -> dict:
        items = [
            Bar(int(point.period), point.value, None, status_of(point),
                f"{SAID[point.period]}: {point.text} van de {count.point(point.period).text} gemeenten die "
                "antwoordden")
            for point in known
        ]
        ticks = [
            f"<b>{year}</b><br>{words.format(count.point(year).text, response.point(year).text)}"
            for year in (point.period for point in known)
        ]
        empty = [int(point.period) for point in share.points if point.value is None]
        return {
            "data": bars(items, PETROL, width=width),
            "layout": layout(
                xaxis={"range": [2013.4, 2019.6], "tickmode": "array", "tickvals": [item.place for item in items],
                       "ticktext": ticks, "tickangle": 0, "tickfont": {"size": 13}},
                yaxis=value_axis((0, 50, 100), ("0%", "50%", "100%"), 108),
                shapes=[{"type": "rect", "x0": item.place - width / 2, "x1": item.place + width / 2, "y0": 0,
                         "y1": 100, "layer": "below", "line": {"color": RULE, "width": 1.5}} for item in items],
                annotations=[
                    unit_label(f"van de gemeenten die antwoordden{more}"),
                    *(label(f"<b>{point.text}</b>", int(point.period), point.value, yanchor="top", yshift=-6,
                            font={"color": "@paper", "size": size}) for point in known),
                    *(label("geen<br>peiling", year, 14, font={"color": MUTED, "size": 13}) for year in empty),
                ],
            ),
        }

    return Chart(
        title=f"Van de gemeenten die antwoordden had {first.text} een wijkteam in 2014 en {last.text} in 2019; zo’n "
        "vier op de tien antwoordden niet",
        alt=f"Vier staven: {first.text} van de antwoordende gemeenten in oktober 2014, {second.text} eind 2015, "
        f"{known[2].text} in de zomer van 2017 en {last.text} in de zomer van 2019. Onder elke staaf staat hoeveel "
        "gemeenten meededen en welk deel van alle gemeenten dat was: van "
        f"{response.points[0].text} tot {response.point('2017').text}. In 2016 en 2018 was er geen peiling.",
        figure=draw("{} gemeenten<br>respons {}", 0.6, 16),
        narrow=draw("{1}", 0.84, 14, "<br>(onder het jaar: de respons)"),
        table=Table("Peiling", (Column("Met wijkteams", "procent"), Column("Deden mee", "gemeenten"),
                                Column("Respons", "procent")), rows),
        uses=(share, count, response),
        note=f"{share.note} Hoeveel gemeenten die niet antwoordden een wijkteam hadden, weten we niet.",
        height=320,
        narrow_height=340,
    )
