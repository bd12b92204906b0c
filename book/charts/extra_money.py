"""The extra money for youth care, year by year, against what the Committee of Wise Men judged necessary."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.bars import Bar, bars
from book.charts.template import (
    HOVER,
    MUTED,
    OCHRE,
    PAPER,
    PETROL,
    euro_ticks,
    label,
    layout,
    unit_label,
    value_axis,
)
from book.facts import Fact, Point, dutch, fact, series

TOP = 2300
VERDICT = "oordeel van de Commissie van Wijzen"


@chart("extra-geld-jeugd")
def extra_money() -> Chart:
    """Extra money 2019-2025 and the verdict for 2022-2024, in mln euro; years not seen stay open."""
    money, verdict = series("extra-geld-jeugd"), series("oordeel-wijzen")
    after = fact("oordeel-wijzen-2022-na")
    later, spring = fact("extra-geld-2024-2025"), fact("voorjaarsnota-2025-achteraf")
    judged = {point.period: point for point in verdict.points}
    rows = tuple(
        Row(point.period, (Cell.of(point), _verdict(judged.get(point.period))), status_of(point),
            point.note + f"; oordeel na aftrek van besparing: {_million(after)}" * (point.period == "2022"))
        for point in money.points
    )
    first, last, top = money.points[0], money.points[-1], money.point("2022")
    before = judged["2022"]
    return Chart(
        title="Voor 2022 lag het extra geld voor jeugdzorg tussen de twee bedragen van de Commissie van Wijzen: "
        "vóór en na besparing",
        alt=f"Staven per jaar van {first.period} tot en met {last.period}: van {first.text} naar {top.text} in 2022, "
        f"daarna dalend naar {last.text} in {last.period}. De staven vanaf 2023 zijn gearceerd, want berekend. "
        f"Strepen geven het oordeel van de Commissie van Wijzen: voor 2022 {before.text}, of "
        f"{_million(after)} na aftrek van doelmatigheid, en voor 2023 en 2024 {judged['2023'].text}. Voor 2025 is "
        "het oordeel niet gezien.",
        figure=_figure(money.points, judged, after, ("vóór besparing", "na besparing", "oordeel<br>niet gezien"),
                       ("<b>streep</b>: oordeel van de<br>Commissie van Wijzen", "<b>staaf</b>: extra geld"), 30),
        narrow=_figure(money.points, judged, after, ("vóór", "na", "niet<br>gezien"),
                       ("<b>streep</b>: oordeel<br>van de wijzen", "<b>staaf</b>:<br>extra geld"), 20),
        table=Table("Jaar", (Column("Extra geld", "mln euro"), Column("Oordeel", "mln euro")), rows),
        uses=(money, verdict, after, later, spring),
        note="Het oordeel voor 2022 kent twee bedragen: vóór en na aftrek van besparingen door doelmatiger te "
        "werken; wat voor latere jaren geldt, is niet gezien. De bedragen zijn van vóór latere wijzigingen. Zo kwam "
        f"er in 2023 {later.text} bij voor 2024 en 2025 samen, en moest er in 2025 nog {spring.text} achteraf worden "
        "gevonden.",
        height=380,
    )


def _million(item: Fact) -> str:
    """A figure in mld euro written in mln, as the rest of this chart."""
    return dutch.euro(item.value * 10**9, "mln", 0)


def _verdict(point: Point | None) -> Cell | str:
    return Cell("geen oordeel") if point is None else Cell("niet gezien") if point.value is None else Cell.of(point)


def _figure(money: tuple[Point, ...], judged: dict[str, Point], after: Fact, words: tuple[str, str, str],
            keys: tuple[str, str], stroke: int) -> dict:
    years = [int(point.period) for point in money]
    items = [
        Bar(int(point.period), point.value, None, status_of(point), f"{point.period}: {point.text}{_sum(point)}")
        for point in money
    ]
    marks = [
        (int(year), point.value, f"{year}: {VERDICT} {point.text}{', vóór besparing' * (year == '2022')}")
        for year, point in judged.items() if int(year) <= years[-1] and point.value is not None
    ]
    marks.insert(1, (2022, after.value * 1000, f"2022: {VERDICT} {_million(after)}, na besparing"))
    strokes = [
        {
            "type": "scatter", "mode": "markers", "x": [mark[0] for mark in marks], "y": [mark[1] for mark in marks],
            "marker": {"symbol": "line-ew", "size": stroke, "line": {"color": colour, "width": width}},
            **words,
        }
        for colour, width, words in (
            (PAPER, 8, {"hoverinfo": "skip"}),
            (OCHRE, 4, {"customdata": [[mark[2], "bevestigd"] for mark in marks], "hovertemplate": HOVER}),
        )
    ]
    own = {"font": {"color": OCHRE, "size": 13}, "yanchor": "bottom", "yshift": 4}
    level = judged["2024"].value
    notes = [
        label(f"{dutch.number(judged['2022'].value)}<br>{words[0]}", 2022, judged["2022"].value, **own,
              bgcolor=PAPER),
        label(f"{dutch.number(after.value * 1000)}<br>{words[1]}", 2021.65, after.value * 1000, xanchor="right",
              align="right", font=own["font"], xshift=-2, bgcolor=PAPER),
        label(dutch.number(judged["2023"].value), 2023, judged["2023"].value, **own),
        label(dutch.number(level), 2024, level, **own),
        label(words[2], 2025, level, **{**own, "font": {"color": MUTED, "size": 13}, "bgcolor": PAPER}),
        label(keys[0], 2018.55, 2000, font={"color": OCHRE}, align="left", xanchor="left", yanchor="top", yshift=-2),
        label(keys[1], 2018.55, 540, font={"color": PETROL}, align="left", xanchor="left", yanchor="bottom"),
    ]
    ticks, texts = euro_ticks(2000, 500)
    return {
        "data": [*bars(items, PETROL, width=0.62), *strokes],
        "layout": layout(
            xaxis={"range": [years[0] - 0.5, years[-1] + 0.5], "tickmode": "array", "tickvals": years,
                   "ticktext": [f"{point.period}<br><b>{dutch.number(point.value)}</b>" for point in money]},
            yaxis=value_axis(ticks, texts, TOP),
            annotations=[unit_label("mln euro"), *notes],
        ),
    }


def _sum(point: Point) -> str:
    return " (door ons berekend)" if point.status == "afgeleid" else ""
