"""Every chart of the book is complete, plain and Dutch."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from book import charts
from book.charts.marks import marked
from book.charts.template import palette, themed
from book.facts import Fact, Series, dutch

ALL = charts.names()
NOT_DRAWN = {("extra-geld-jeugd", "2028")}
"""The verdict for 2028 lies after the last year of the chart."""


@pytest.fixture(params=ALL)
def chart(request) -> charts.Chart:
    return charts.get(request.param)


def figures(chart: charts.Chart) -> list[dict]:
    """What Plotly draws; a chart with a script of its own has nothing here."""
    return [figure for figure in (chart.figure, chart.narrow) if figure]


def texts(value) -> list[str]:
    """Every string a reader can see in a figure."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in {"name", "hovertemplate"} for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_every_chart_stands_on_one_page_and_every_page_shows_charts_that_exist():
    pages = [path for room in ("chapters", "exercises", "back") for path in Path(room).rglob("*.md")]
    placed = [name for page in pages for name in re.findall(r'^chart\("([^"]+)"', page.read_text("utf-8"), re.M)]
    assert sorted(placed) == ALL


def test_its_title_is_a_sentence(chart):
    assert len(chart.title.split()) >= 6 and not chart.title.endswith(".")


def test_its_text_alternative_is_one_to_five_sentences(chart):
    assert 1 <= len(re.findall(r"[.?](?:\s|$)", chart.alt)) <= 5


def test_every_source_is_in_the_bibliography(chart):
    from book.facts import source

    assert all(source(citation.key).text for citation in chart.citations)


def test_its_figure_survives_json(chart):
    for figure in figures(chart):
        assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_every_colour_token_exists(chart):
    tokens = {text[1:] for figure in figures(chart) for text in texts(figure) if text.startswith("@")}
    assert tokens <= set(palette("light"))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_a_themed_figure_has_no_tokens_left(chart, theme):
    assert not [text for figure in figures(chart) for text in texts(themed(figure, theme)) if text.startswith("@")]


def test_numbers_are_dutch(chart):
    seen = [chart.title, chart.alt, chart.note]
    for figure in figures(chart):
        seen += texts(figure["data"]) + texts(figure["layout"].get("annotations", []))
        assert figure["layout"]["separators"] == ",."
    english = re.compile(r"\d,\d{3}\b|\d\.\d{1,2}\b(?!\d)|\d [%]|\bmillion|\bbillion")
    assert not [text for text in seen if english.search(text)]


def test_every_point_is_read_out_in_words(chart):
    for figure in figures(chart):
        for trace in figure["data"]:
            if trace.get("hoverinfo") != "skip":
                count = len(trace["y"]) if trace.get("fill") is None else 1
                assert len(trace["customdata"]) >= min(count, 1)
                assert all(words and status for words, status in trace["customdata"])


def test_a_reader_can_tell_statuses_apart(chart):
    for figure in figures(chart):
        assert set(chart.statuses) <= set().union(*(marked(trace) for trace in figure["data"]))
    if chart.script:
        assert all(status in chart.note for status in chart.statuses)


def test_only_bars_and_points_of_the_small_plotly(chart):
    for figure in figures(chart):
        assert {trace["type"] for trace in figure["data"]} <= {"bar", "scatter"}


def test_every_point_of_the_series_is_in_the_table(chart):
    cells = [cell for row in chart.table.rows for cell in row.cells if isinstance(cell, charts.Cell)]
    values = {round(cell.value, 6) for cell in cells if cell.value is not None}
    drawn = [item for item in chart.uses if isinstance(item, Series)]
    points = {
        point.value for one in drawn for point in one.points
        if point.value is not None and (chart.name, point.period) not in NOT_DRAWN
    }
    scales = (1, 1e-3, 1e3)  # a table may count in another unit than the register
    assert not [value for value in points if not {round(value * scale, 6) for scale in scales} & values]


def test_a_figure_of_the_register_is_in_the_table(chart):
    """A table or its notes; what only a note of the chart tells is a remark, not a drawn figure."""
    told = " ".join([chart.note, chart.title, chart.alt, *(row.note for row in chart.table.rows)])
    cells = [cell for row in chart.table.rows for cell in row.cells]
    values = {cell.value for cell in cells if isinstance(cell, charts.Cell)}
    words = told + " ".join(cell.text if isinstance(cell, charts.Cell) else cell for cell in cells)
    facts = [item for item in chart.uses if isinstance(item, Fact)]
    assert not [item.id for item in facts if not _stands(item, values, words)]


def _stands(item: Fact, values: set, words: str) -> bool:
    in_millions = dutch.euro(item.value * 10**9, "mln", 0) if item.unit == "mld euro" else item.text
    return item.value in values or item.text in words or in_millions in words


def test_its_text_fits_a_page():
    assert {chart.print_height <= 311 for chart in map(charts.get, ALL)} == {True}


def test_only_what_may_be_joined_is_joined(chart):
    """A line bridges no year without a figure."""
    for figure in figures(chart):
        for trace in figure["data"]:
            if "lines" in trace.get("mode", "") and "fill" not in trace:
                assert all(later - year == 1 for year, later in pairwise(trace["x"]))
