"""Newcomers: who must integrate, and how many status holders municipalities must house."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.template import OCHRE, PETROL
from book.facts import Point, dutch, fact, series


@chart("taakstelling")
def housing() -> Chart:
    """The target for housing status holders per half year; half years without a figure are told, not guessed."""
    target = series("taakstelling-huisvesting")
    rows = tuple(
        Row(dutch.period(point.period), (Cell.of(point),), status_of(point), point.note) for point in target.points
    )
    top = max((point for point in target.points if point.value is not None), key=lambda point: point.value)
    low, done = target.point("2018-H2"), fact("taakstelling-gerealiseerd-2022")

    def draw(top: int) -> dict:
        return grouped([Group("", tuple(_items(target.points)))], top)

    return Chart(
        title=f"De taakstelling springt van halfjaar tot halfjaar: van {low.text} in 2018 tot {top.text} in 2023",
        alt="Liggende staven, een voor elk halfjaar waarvan het getal is gevonden. De kortste is "
        f"{low.text} (een verwachting, tweede halfjaar 2018), de langste {top.text} (eerste halfjaar 2023). Voor "
        "2019 "
        "tot en met 2021 en voor medio 2023 tot en met 2024 is niets gevonden; daar staat geen staaf.",
        figure=draw(24500),
        narrow=draw(30000),
        table=Table("Halfjaar", (Column("Taakstelling", "statushouders"),), rows),
        uses=(target, done),
        note=f"{target.definition} Wat gemeenten haalden, is een ander getal: in het eerste halfjaar van 2022 "
        f"{done.text}, meer dan de taakstelling van toen, omdat er nog een achterstand was.",
        height=340,
        print_height=300,
    )


def _items(points: tuple[Point, ...]) -> list[Item]:
    """A bar for each half year; a run of half years without a figure is one line of words."""
    items, run = [], []
    for point in (*points, None):
        if point is not None and point.value is None:
            run.append(point)
            continue
        if run:
            first, last = (_half(one.period) for one in (run[0], run[-1]))
            items.append(Item(f"{first} – {last}", None, "niet gevonden"))
            run = []
        if point is not None:
            text = point.text + (", verwacht" if point.provisional else "")
            items.append(Item(_half(point.period), point.value, text, f"{dutch.period(point.period)}: {text}",
                              status_of(point)))
    return items


def _half(period: str) -> str:
    """`2017-1` of `2017-H1`."""
    return period.replace("H", "")


@chart("inburgering")
def integration() -> Chart:
    """The cohorts of 2022 and 2023 by group."""
    cohorts = [fact("inburgering-2022"), fact("inburgering-2023")]
    asylum = [fact("inburgering-2022-asiel"), fact("inburgering-2023-asiel")]
    rest = [fact("inburgering-2022-gezin"), fact("inburgering-2023-rest")]
    rows = tuple(
        Row(f"{year}: {what}", (Cell.of(item),), status_of(item), item.note)
        for index, year in enumerate(("2022", "2023"))
        for what, item in (("asiel", asylum[index]), ("gezin en overig", rest[index]), ("samen", cohorts[index]))
    )

    def draw(top: int) -> dict:
        return grouped([
            Group(f"<b>Cohort {year}</b>: samen {cohorts[index].text}{', voorlopig' * (year == '2023')}", (
                Item("asiel", asylum[index].value, asylum[index].text, f"{year}, asiel: {asylum[index].text}",
                     status_of(asylum[index])),
                Item("gezin en overig", rest[index].value, rest[index].text,
                     f"{year}, gezin en overig: {rest[index].text}", status_of(rest[index])),
            ), colour)
            for index, (year, colour) in enumerate((("2022", PETROL), ("2023", OCHRE)))
        ], top)

    return Chart(
        title=f"In 2023 werden meer mensen inburgeringsplichtig dan in 2022: {cohorts[1].text} (voorlopig) "
        f"tegen {cohorts[0].text}",
        alt=f"Vier liggende staven. Cohort 2022: {asylum[0].text} asielstatushouders en {rest[0].text} "
        "gezinsmigranten "
        f"en overigen. Cohort 2023, voorlopig: {asylum[1].text} asielstatushouders en {rest[1].text} anderen. De "
        "tweede groep groeide het sterkst.",
        figure=draw(26000),
        narrow=draw(30000),
        table=Table("Cohort en groep", (Column("Mensen", "aantal"),), rows),
        uses=(*cohorts, *asylum, *rest),
        note="Een cohort is iedereen die in dat jaar inburgeringsplichtig werd. De groep ‘gezin en overig’ van 2023 "
        "is "
        "door ons berekend: het cohort zonder asielstatushouders. Over cohort 2024 is geen getal gevonden.",
        height=230,
        print_height=210,
    )


