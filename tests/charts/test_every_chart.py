"""Every chart of the book is complete, plain and Dutch."""

import json
import re

import pytest

from book import charts
from book.charts.marks import marked
from book.charts.template import palette, themed
from book.facts import Series

ALL = charts.names()


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


@pytest.mark.parametrize("name", ["jeugdzorg-gebruik", "tekorten-jeugd", "uitgaven-jeugd"])
def test_every_point_of_the_series_is_in_the_table(name):
    chart = charts.get(name)
    values = {cell.value for row in chart.table.rows for cell in row.cells if isinstance(cell, charts.Cell)}
    drawn = [item for item in chart.uses if isinstance(item, Series)]
    assert {point.value for one in drawn for point in one.points} <= values | {None}
