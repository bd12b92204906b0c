"""What municipalities spend on youth care: three figures in ten years, from two studies."""

from itertools import pairwise

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.template import BREAK, MUTED, PETROL, label, layout, unit_label, value_axis
from book.facts import Point, Series, fact, series

STUDIES = {"Groeipijn": "Groeipijn", "AEF": "ander onderzoek: AEF"}


@chart("uitgaven-jeugd")
def spending() -> Chart:
    """Spending on youth care in 2015, 2019 and 2024, mld euro."""
    spent = series("uitgaven-jeugd")
    known = [point for point in spent.points if point.value is not None]
    first, middle, last = known
    times = fact("uitgaven-jeugd-factor").text
    rows = tuple(
        Row(point.period, (Cell.of(point), STUDIES.get(point.method, "")), status_of(point), point.note,
            point.indirect)
        for point in spent.points
    )
    return Chart(
        title=f"In {last.period} gaven gemeenten {times} keer zoveel uit aan jeugdzorg als in {first.period}: "
        f"{last.text} tegen {first.text}",
        alt=f"Drie staven op een as van jaren: {first.text} in {first.period}, {middle.text} in {middle.period} en "
        f"{last.text} in {last.period}. Voor de jaren ertussen is geen cijfer gevonden; daar staat niets.",
        figure=_figure(spent, known, "niet gevonden"),
        narrow=_figure(spent, known, "?"),
        table=Table("Jaar", (Column("Uitgaven", "mld euro"), Column("Onderzoek")), rows),
        uses=(spent,),
        note=f"{spent.definition} {spent.note} De bedragen zijn niet gecorrigeerd voor inflatie.",
        height=320,
    )


def _figure(spent: Series, known: list[Point], unknown: str) -> dict:
    items = [
        Bar(int(point.period), point.value, point.value_high, status_of(point), _read_out(point)) for point in known
    ]
    before = {one.before for one in spent.breaks}
    labels = [
        label(
            f"<b>{point.text}</b><br><span style='font-size:13px'>{STUDIES[point.method]}</span>", int(point.period),
            point.value_high or point.value, yanchor="bottom", yshift=4,
            name=BREAK + point.period if point.period in before else point.period,
        )
        for point in known
    ]
    gaps = [
        label(unknown, (int(one.period) + int(other.period)) / 2, 0.35, font={"color": MUTED, "size": 13})
        for one, other in pairwise(known)
    ]
    years = [int(point.period) for point in known]
    return {
        "data": bars(items, PETROL, width=1),
        "layout": layout(
            barmode="overlay",
            xaxis={"range": [years[0] - 1, years[-1] + 1], "tickmode": "array", "tickvals": years,
                   "ticktext": [str(year) for year in years]},
            yaxis=value_axis((0, 2, 4, 6, 8), ("0", "2 mld", "4 mld", "6 mld", "8 mld"), 10),
            annotations=[unit_label("euro per jaar"), *labels, *gaps],
        ),
    }


def _read_out(point: Point) -> str:
    return f"{point.period}: {point.text} ({STUDIES[point.method]})"
