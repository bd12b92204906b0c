"""The shortfalls on youth care, grouped by who counted: five definitions, so bars and never a line."""

from dataclasses import dataclass

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.template import BREAK, PETROL, label, layout
from book.facts import Point, Series, dutch, series

TOP, NARROW_TOP = 2300, 3100
"""End of the axis in mln euro: room for the words beside the longest bar, more where the page is narrow."""
ROOM_BETWEEN = 0.55
"""Rows of white between two groups."""


@dataclass(frozen=True)
class Group:
    """Shortfalls by one source: who counted, what was counted, which points."""

    who: str
    what: str
    points: tuple[Point, ...]


@chart("tekorten-jeugd")
def shortfalls() -> Chart:
    """Every national shortfall that was found, 2017-2024, in mln euro."""
    several, committee = series("tekorten-jeugd"), series("tekorten-jeugd-groeipijn")

    def by(method: str) -> tuple[Point, ...]:
        return tuple(point for point in several.points if point.method == method)

    groups = [
        Group("Gemeenten en VNG", "eigen opgave", by("opgave gemeenten en VNG")),
        Group("AEF", "uitgaven min budget", by("AEF")),
        Group("Jeugdautoriteit", "definitie niet gezien", by("Jeugdautoriteit")),
        Group("Groeipijn (commissie-Van Ark)", "in 2022 na extra geld", committee.points),
        Group("VNG en Improven", "vermoedelijk na extra geld", by("VNG/Improven")),
    ]
    rows = tuple(
        Row(point.period, (f"{group.who}: {group.what}", Cell.of(point)), status_of(point), point.note)
        for group in groups for point in group.points
    )
    one, other = committee.point("2021"), several.point("2021")
    large, small = several.point("2019"), committee.point("2022")
    return Chart(
        title=f"Hoe groot het tekort was, hangt af van wie rekent: over 2021 staat er {one.text} én {other.text}",
        alt="Liggende staven in vijf groepen, een voor elke bron. De langste staaf is van AEF: "
        f"{large.text} in 2019. De kortste is van Groeipijn: {small.text} in 2022, na extra geld van het Rijk. Voor "
        f"2021 geven twee bronnen een ander bedrag: {other.text} en {one.text}. Het cijfer over 2024 van VNG en "
        "Improven is een verwachting.",
        figure=_figure(groups, several, TOP),
        narrow=_figure(groups, several, NARROW_TOP),
        table=Table("Jaar", (Column("Bron en wat die telt"), Column("Tekort", "mln euro")), rows),
        uses=(several, committee),
        note="Elke bron telt iets anders. Vergelijk daarom alleen staven binnen één groep. Het lichte stuk van een "
        "staaf loopt van de laagste tot de hoogste schatting.",
        height=440,
        print_height=310,
    )


def _figure(groups: list[Group], several: Series, top: int) -> dict:
    items, headings, ticks, row = [], [], {}, 0.0
    starts = {point.period: point for point in several.points}
    for group in groups:
        marked = [one for one in several.breaks if starts.get(one.before) in group.points]
        headings.append(
            label(
                f"<b>{group.who}</b>: {group.what}", 0, row, xanchor="left", yanchor="middle", align="left",
                xref="paper", font={"size": 14}, name=BREAK + marked[0].before if marked else group.who,
            )
        )
        for point in group.points:
            row -= 1
            ticks[row] = point.period
            items.append(Bar(row, point.value, point.value_high, status_of(point), _read_out(group, point)))
            text = point.text + (", verwacht" if point.provisional else "")
            headings.append(label(text, point.value_high or point.value, row, xanchor="left", xshift=6))
        row -= 1 + ROOM_BETWEEN
    return {
        "data": bars(items, PETROL, across=True, width=0.72),
        "layout": layout(
            bargap=0, barmode="overlay",
            margin={"l": 8, "r": 12, "t": 2, "b": 2},
            xaxis={"range": [0, top], "showticklabels": False},  # every bar has its amount beside it
            yaxis={"range": [row + 1.05, 0.5], "tickmode": "array", "tickvals": list(ticks),
                   "ticktext": list(ticks.values()), "ticklabelstandoff": 6},
            annotations=headings,
        ),
    }


def _read_out(group: Group, point: Point) -> str:
    status = ", een verwachting" if point.provisional else ""
    return f"{group.who}, {dutch.period(point.period)}: {point.text}{status}"
