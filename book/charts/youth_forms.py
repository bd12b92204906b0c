"""Youth care by form, and the measures of a judge."""

from book.charts import Chart, chart
from book.charts.lines import FIRST, LAST, UNDER, Line, gap
from book.charts.lines import figure as drawn
from book.charts.table import by_period
from book.charts.template import BRICK, OCHRE, PETROL, label, value_axis
from book.facts import dutch, series


@chart("jeugd-vormen")
def forms() -> Chart:
    """Young people with youth help without and with stay, 2015-2023; another count from 2021."""
    without, stay = series("jeugdhulp-zonder-verblijf"), series("jeugdhulp-met-verblijf")
    first, later, last = without.points[0], without.point("2019"), without.points[-1]
    cut, stayed = without.breaks[0], [point.value for point in stay.points if point.value is not None]

    def draw(words: str, each: int, names: tuple[str, str], unknown: tuple[float, float, float]) -> dict:
        lines = [
            Line(without.points, PETROL, before=("2021",), said="{period}: {text} jongeren zonder verblijf",
                 labels={"2015": FIRST | UNDER, "2019": {}, "2023": LAST}),
            Line(stay.points, BRICK, "dash", before=("2021",), said="{period}: {text} jongeren met verblijf",
                 labels={"2015": FIRST, "2019": {}, "2023": LAST}),
        ]
        steps = (0, 100000, 200000, 300000, 400000)
        axis = value_axis(steps, [dutch.number(step) for step in steps], 510000)
        cuts = [(cut, words, {"y": 0.42, "yanchor": "middle"})]
        return drawn(lines, axis, "jongeren van 0 tot en met 22 jaar", cuts, [
            label(names[0], 2016.6, 310000, xanchor="left", align="left", font={"color": PETROL}),
            label(names[1], 2015.9, 125000, xanchor="left", align="left", font={"color": BRICK}),
            gap("niet<br>gevonden", *unknown),
        ], each)

    return Chart(
        title="De groei zit in hulp zonder verblijf; het aantal jongeren met verblijf bleef tussen "
        f"{dutch.number(min(stayed))} en {dutch.number(max(stayed))}",
        alt=f"Twee lijnen. Zonder verblijf stijgt van {first.text} jongeren in 2015 naar {later.text} in 2019. Met "
        f"verblijf, gestippeld, ligt veel lager en blijft bijna vlak: {stay.points[0].text} in 2015 en "
        f"{stay.point('2019').text} in 2019. Na de breuk van 2021 staat alleen 2023: {last.text} en "
        f"{stay.points[-1].text}.",
        figure=draw("vanaf 2021 leveren veel<br>meer aanbieders cijfers", 1,
                    ("zonder verblijf", "met verblijf (streepjes)"), (2020, 2022, 455000)),
        narrow=draw("vanaf 2021<br>meer<br>aanbieders", 2, ("zonder verblijf", "met verblijf<br>(streepjes)"),
                    (2021, 2022.6, 340000)),
        table=by_period("Jaar", ("Zonder verblijf", "jongeren", without), ("Met verblijf", "jongeren", stay)),
        uses=(without, stay),
        note="Zorg in natura. Een jongere die in een jaar beide vormen kreeg, telt bij beide. Voor 2020 is alleen "
        "een "
        f"afgerond getal met verblijf gevonden. {cut.note}",
        height=350,
    )


@chart("jeugdbescherming")
def protection() -> Chart:
    """Supervision orders, guardianship and youth probation, 2015-2024."""
    orders, guardians, probation = series("ondertoezichtstelling"), series("voogdij"), series("jeugdreclassering")
    every = (orders, guardians, probation)

    def draw(each: int) -> dict:
        lines = [
            Line(orders.points, PETROL, labels={"2015": FIRST, "2024": LAST},
                 said="{period}: {text} jongeren met ondertoezichtstelling"),
            Line(guardians.points, BRICK, "dash", labels={"2015": FIRST | UNDER, "2024": LAST | {"yshift": 8}},
                 said="{period}: {text} jongeren met voogdij"),
            Line(probation.points, OCHRE, "dot", labels={"2024": LAST | UNDER},
                 said="{period}: {text} jongeren met jeugdreclassering"),
        ]
        axis = value_axis((0, 10000, 20000, 30000), ("0", "10.000", "20.000", "30.000"), 37000)
        return drawn(lines, axis, "jongeren in het jaar", (), [
            label("ondertoezichtstelling", 2017.2, 26500, xanchor="left", font={"color": PETROL}),
            label("voogdij (streepjes)", 2017.2, 14300, xanchor="left", font={"color": BRICK}),
            label("jeugdreclassering (stippen)", 2017.2, 3600, xanchor="left", font={"color": OCHRE}),
        ], each)

    first, top, last = orders.points[0], orders.point("2021"), orders.points[-1]
    return Chart(
        title=f"Sinds 2021 krijgen minder jongeren een ondertoezichtstelling: van {top.text} naar {last.text} in "
        "2024",
        alt=f"Drie lijnen. Ondertoezichtstelling loopt van {first.text} jongeren in 2015 met een dal in 2017 naar "
        f"{top.text} in 2021 en daalt dan naar {last.text} in 2024, voorlopig. Voogdij, gestreept, gaat van "
        f"{guardians.points[0].text} naar {guardians.points[-1].text}, jeugdreclassering, gestippeld, van "
        f"{probation.points[0].text} naar {probation.points[-1].text}.",
        figure=draw(1),
        narrow=draw(3),
        table=by_period("Jaar", ("Ondertoezichtstelling", "jongeren", orders), ("Voogdij", "jongeren", guardians),
                        ("Jeugdreclassering", "jongeren", probation)),
        uses=every,
        note="Een jongere kan onder toezicht staan én voogdij hebben in hetzelfde jaar. De jaren tussen 2015 en 2024 "
        "zijn alleen gezien in een kopie van een persbericht van CBS. Of de telling van 2021 op 2022 breekt zoals "
        "bij "
        "de jeugdhulp, is niet gezien.",
        height=340,
    )
