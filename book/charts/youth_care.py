"""How many young people have youth care: the share of all under 18, with the break of 2021."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.marks import point_marks
from book.charts.template import HOVER, PETROL, break_line, label, layout, unit_label, value_axis
from book.facts import Point, dutch, series


@chart("jeugdzorg-gebruik")
def youth_care() -> Chart:
    """Share of young people under 18 with youth care, 2015-2024; two lines, since 2021 counts otherwise."""
    share, number = series("jeugdzorg-tot-18-procent"), series("jeugdzorg-tot-18")
    first, peak, last = share.point("2015"), share.point("2019"), share.points[-1]
    cut = share.breaks[0]
    segments = [
        [point for point in share.points if point.period < cut.before],
        [point for point in share.points if point.period >= cut.before],
    ]
    rows = tuple(
        Row(
            point.period,
            (Cell.of(point), Cell.of(number.point(point.period))),
            status_of(point),
            "nieuwe telling: niet te vergelijken met de jaren ervoor" if point.period == cut.before else point.note,
        )
        for point in share.points
    )
    ends = (first, peak, last)
    return Chart(
        title=f"Tot 2019 groeide het aandeel jongeren met jeugdzorg van {first.text} naar {peak.text}; vanaf "
        f"{cut.before} tellen meer aanbieders mee en ligt het rond de {dutch.percent(last.value, 0)}",
        alt=f"Lijngrafiek in twee stukken. Van 2015 tot en met 2020 loopt de lijn op van {first.text} naar "
        f"{segments[0][-1].text}, met de top in 2019 ({peak.text}). Na een breuk in de telling begint in "
        f"{cut.before} een tweede lijn op {segments[1][0].text}, die eindigt op {last.text} in {last.period} "
        "(voorlopig).",
        figure=_figure(
            segments, (*ends, segments[1][0]), cut,
            "Vanaf 2021 leveren veel meer<br>aanbieders cijfers: nieuwe telling", 1,
        ),
        narrow=_figure(segments, ends, cut, "Vanaf 2021<br>leveren veel<br>meer aanbieders<br>cijfers", 2),
        table=Table("Jaar", (Column("Aandeel", "procent"), Column("Jongeren tot 18 jaar", "aantal")), rows),
        uses=(share, number),
        note=f"{share.definition} {cut.note}",
        height=340,
        narrow_height=320,
    )


def _figure(segments: list[list[Point]], ends: tuple[Point, ...], cut, words: str, every: int) -> dict:
    traces = [
        {
            "type": "scatter", "mode": "lines+markers",
            "x": [int(point.period) for point in points], "y": [point.value for point in points],
            "line": {"color": PETROL, "width": 2.5}, "marker": point_marks([status_of(p) for p in points], PETROL, 9),
            "customdata": [[_read_out(point), status_of(point)] for point in points], "hovertemplate": HOVER,
        }
        for points in segments
    ]
    years = [point.period for points in segments for point in points]
    labels = [
        label(
            point.text + ("<br>voorlopig" if point.provisional else ""), int(point.period), point.value,
            yanchor="bottom", yshift=9, font={"color": PETROL, "size": 15},
            xanchor={cut.before: "left", years[-1]: "right"}.get(point.period, "center"),
            xshift={cut.before: -8, years[-1]: 12}.get(point.period, 0),
        )
        for point in ends
    ]
    line, text = break_line(cut, int(cut.before) - 0.5, words)
    return {
        "data": traces,
        "layout": layout(
            xaxis={"range": [int(years[0]) - 0.5, int(years[-1]) + 0.5], "tickmode": "array",
                   "tickvals": [int(year) for year in years[::every]], "ticktext": years[::every]},
            yaxis=value_axis((0, 5, 10, 15), ("0%", "5%", "10%", "15%"), 17.5),
            annotations=[unit_label("van alle jongeren tot 18 jaar"), text, *labels],
            shapes=[line],
        ),
    }


def _read_out(point: Point) -> str:
    status = " (voorlopig cijfer)" if point.provisional else ""
    return f"{point.period}: {point.text} van de jongeren tot 18 jaar{status}"
