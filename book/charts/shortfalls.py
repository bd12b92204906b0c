"""The shortfalls on youth care, grouped by who counted: five definitions, so bars and never a line."""

from dataclasses import dataclass

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.facts import Point, Series, dutch, series

TOP, NARROW_TOP = 2300, 3100
"""End of the axis in mln euro: room for the words beside the longest bar, more where the page is narrow."""


@dataclass(frozen=True)
class Source:
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

    sources = [
        Source("Gemeenten en VNG", "eigen opgave", by("opgave gemeenten en VNG")),
        Source("AEF", "uitgaven min budget", by("AEF")),
        Source("Jeugdautoriteit", "definitie niet gezien", by("Jeugdautoriteit")),
        Source("Groeipijn (Van Ark)", "in 2022 na extra geld", committee.points),
        Source("VNG en Improven", "vermoedelijk na extra geld", by("VNG/Improven")),
    ]
    rows = tuple(
        Row(point.period, (f"{source.who}: {source.what}", Cell.of(point)), status_of(point), point.note,
            point.indirect)
        for source in sources for point in source.points
    )
    one, other = committee.point("2021"), several.point("2021")
    large, small = several.point("2019"), committee.point("2022")
    return Chart(
        title=f"Hoe groot het tekort was, hangt af van wie rekent: over 2021 staat er {one.text} én {other.text}",
        alt="Liggende staven in vijf groepen, een voor elke bron. De langste staaf is van AEF: "
        f"{large.text} in 2019. De kortste is van Groeipijn: {small.text} in 2022, na extra geld van het Rijk. Voor "
        f"2021 geven twee bronnen een ander bedrag: {other.text} en {one.text}. Het cijfer over 2024 van VNG en "
        "Improven is een verwachting.",
        figure=_figure(sources, several, TOP),
        narrow=_figure(sources, several, NARROW_TOP),
        table=Table("Jaar", (Column("Bron en wat die telt"), Column("Tekort", "mln euro")), rows),
        uses=(several, committee),
        note="Elke bron telt iets anders. Vergelijk daarom alleen staven binnen één groep. Het lichte stuk van een "
        "staaf loopt van de laagste tot de hoogste schatting.",
        height=440,
        print_height=310,
    )


def _figure(sources: list[Source], several: Series, top: int) -> dict:
    starts = {point.period: point for point in several.points}
    groups = []
    for source in sources:
        marked = [one.before for one in several.breaks if starts.get(one.before) in source.points]
        bars = tuple(
            Item(point.period, point.value, point.text + ", verwacht" * point.provisional, _read_out(source, point),
                 status_of(point), point.value_high)
            for point in source.points
        )
        groups.append(Group(f"<b>{source.who}</b>: {source.what}", bars, before=marked[0] if marked else ""))
    return grouped(groups, top)


def _read_out(source: Source, point: Point) -> str:
    status = ", een verwachting" if point.provisional else ""
    return f"{source.who}, {dutch.period(point.period)}: {point.text}{status}"
