"""A chart in a live kernel is checked by Plotly and keeps its words."""

import pytest

from book import charts
from book.display import live_chart

DRAWN_BY_PLOTLY = [name for name in charts.names() if not charts.get(name).script]


@pytest.mark.parametrize("name", DRAWN_BY_PLOTLY)
def test_plotly_accepts_the_figure(name):
    figure = live_chart.figure(charts.get(name))
    assert figure.layout.separators == ",." and len(figure.data) == len(charts.get(name).figure["data"])


def test_the_narrow_figures_are_valid_too():
    import plotly.graph_objects as go

    from book.charts.template import themed

    for name in DRAWN_BY_PLOTLY:
        if narrow := charts.get(name).narrow:
            go.Figure(themed(narrow, "dark"))


def test_table_and_source_stand_under_it():
    words = live_chart.words(charts.get("jeugdzorg-gebruik"))
    assert "414.685" in words and "Nederlands Jeugdinstituut" in words


def test_caption_figure_and_words_are_displayed_in_order(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    live_chart.show("uitgaven-jeugd")
    assert [type(item).__name__ for item in shown] == ["HTML", "Figure", "HTML"]


def test_the_mosaic_shows_its_picture(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    live_chart.show("mozaiek-productcodes")
    assert "<svg" in shown[1].data
