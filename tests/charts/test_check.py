"""A chart that lacks something does not load."""

from dataclasses import replace

import pytest

from book import charts
from book.charts import Chart, ChartError, Row, Table
from book.charts.check import check


@pytest.fixture
def chart() -> Chart:
    return charts.get("jeugdzorg-gebruik")


def test_a_complete_chart_passes(chart):
    assert check(chart) is chart


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "no title"),
        ({"alt": "Een lijn."}, "no alt"),
        ({"uses": ()}, "no source"),
        ({"table": Table("Jaar", (), ())}, "no table"),
    ],
)
def test_what_is_missing_is_named(chart, change, sentence):
    with pytest.raises(ChartError, match=sentence):
        check(replace(chart, **change))


def test_the_error_points_to_the_function(chart):
    with pytest.raises(ChartError, match=r"youth_care\.py:\d+: chart 'jeugdzorg-gebruik' has no title"):
        check(replace(chart, title=""))


def test_a_row_needs_a_cell_for_each_column(chart):
    row = Row("2015", (), "bevestigd")
    with pytest.raises(ChartError, match="row '2015' has 0 cells for 2 columns"):
        check(replace(chart, table=replace(chart.table, rows=(row,))))


def test_a_provisional_figure_without_its_mark_is_refused(chart):
    figure = {**chart.figure, "data": [{**trace, "marker": {"symbol": "circle"}} for trace in chart.figure["data"]]}
    with pytest.raises(ChartError, match="'voorlopig' and does not mark them"):
        check(replace(chart, figure=figure))


def test_the_narrow_figure_is_held_to_the_same(chart):
    narrow = {**chart.narrow, "data": [{**trace, "marker": {}} for trace in chart.narrow["data"]]}
    with pytest.raises(ChartError, match="'voorlopig'"):
        check(replace(chart, narrow=narrow))


def test_a_line_across_a_break_is_refused(chart):
    first, second = chart.figure["data"]
    joined = {**first}
    for part in ("x", "y", "customdata"):
        joined[part] = first[part] + second[part]
    joined["marker"] = {**first["marker"], "symbol": first["marker"]["symbol"] + second["marker"]["symbol"]}
    with pytest.raises(ChartError, match="across the break before 2021"):
        check(replace(chart, figure={**chart.figure, "data": [joined]}))


def test_a_break_without_words_is_refused(chart):
    layout = {**chart.figure["layout"], "annotations": []}
    with pytest.raises(ChartError, match="across the break before 2021"):
        check(replace(chart, figure={**chart.figure, "layout": layout}))


def test_a_figure_that_is_not_plain_data_is_refused(chart):
    with pytest.raises(ChartError, match="not plain data"):
        check(replace(chart, figure={**chart.figure, "data": [{"type": "bar", "y": [float("nan")]}]}))


def test_an_unknown_name_gets_the_nearest():
    with pytest.raises(ChartError, match="there is no chart 'jeugdzorg-gebuik'; did you mean 'jeugdzorg-gebruik'"):
        charts.get("jeugdzorg-gebuik")
