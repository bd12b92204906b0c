"""Still pictures: asked for, drawn once in one browser, kept by content, and never needed."""

import re

import pytest

from book import charts, pictures
from book.browser import browser
from book.pictures import drawing
from book.pictures.svg import clean, with_fonts

FIGURE = {
    "data": [{"type": "bar", "x": ["a", "b"], "y": [1234.5, 2], "marker": {"color": "@series-1"}, "text": "Eén € 5"}],
    "layout": {"separators": ",.", "font": {"family": "'Source Sans 3', sans-serif", "color": "@ink"}},
}
needs_browser = pytest.mark.skipif(browser() is None, reason="geen Chromium, Chrome of Edge gevonden")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "FOLDER", tmp_path / "pictures")
    return tmp_path / "pictures"


@pytest.fixture
def calls(monkeypatch) -> list[dict]:
    """Replace the browser by one that draws an empty SVG; what it was asked is kept."""
    asked = []

    def draw(tasks, path):
        asked.append(tasks)
        return {key: f"<svg>{key}</svg>" for key in tasks}, []

    monkeypatch.setattr(drawing, "draw", draw)
    monkeypatch.setattr(pictures, "browser", lambda: "/a/browser")
    return asked


def test_equal_figures_have_one_key():
    assert pictures.request(FIGURE, 680, 300) == pictures.request(dict(FIGURE), 680, 300)


@pytest.mark.parametrize("other", [(681, 300, "print"), (680, 301, "print"), (680, 300, "dark")])
def test_another_size_or_theme_is_another_picture(other):
    assert pictures.request(FIGURE, 680, 300, "print") != pictures.request(FIGURE, *other)


def test_everything_waiting_is_drawn_in_one_go(calls):
    keys = {pictures.request(FIGURE, width, 300) for width in (400, 500, 600)}
    assert pictures.render_pending() == []
    assert [set(tasks) for tasks in calls] == [keys]
    assert all(pictures.read(key) for key in keys)


def test_a_picture_is_drawn_once(calls):
    for _ in range(2):
        pictures.request(FIGURE, 680, 300)
        pictures.render_pending()
    assert len(calls) == 1


def test_what_waited_in_a_broken_build_is_drawn_by_the_next(calls):
    key = pictures.request(FIGURE, 680, 300)
    assert pictures.read(key) is None
    pictures.render_pending()
    assert pictures.read(key) is not None


def test_colours_are_filled_in(calls):
    pictures.request(FIGURE, 680, 300, "dark")
    pictures.render_pending()
    (task,) = calls[0].values()
    assert task["figure"]["data"][0]["marker"]["color"] == "#6fc3d0"


def test_without_a_browser_one_line_says_so(monkeypatch):
    monkeypatch.setattr(pictures, "browser", lambda: None)
    key = pictures.request(FIGURE, 680, 300)
    assert pictures.render_pending() == [pictures.MISSING]
    assert pictures.read(key) is None and pictures.missing({key}) == set()


def test_nothing_asked_needs_no_browser(monkeypatch):
    monkeypatch.setattr(pictures, "browser", lambda: pytest.fail("asked for a browser"))
    assert pictures.render_pending() == []


def test_a_browser_that_does_not_start_is_one_line():
    drawn, faults = drawing.draw({"a": {"figure": FIGURE, "width": 300, "height": 200}}, "/bin/false")
    assert drawn == {} and len(faults) == 1 and "/bin/false" in faults[0]


def test_strokes_of_no_width_are_taken_out():
    assert clean('<path style="stroke-width: 0px; fill: red;"/>') == '<path style="stroke:none; fill: red;"/>'


def test_text_behind_bold_text_becomes_a_piece_of_its_own():
    line = '<tspan class="line"><tspan>bold</tspan> and more</tspan>'
    assert clean(line) == '<tspan class="line"><tspan>bold</tspan><tspan> and more</tspan></tspan>'


def test_a_picture_for_the_site_holds_the_letters_it_needs():
    svg = with_fonts('<svg width="9"><text>Ab &amp; €</text></svg>')
    assert svg.count("@font-face") == 2 and len(svg) < 6000


@needs_browser
def test_the_browser_draws_text_in_the_books_own_type():
    key = pictures.request(charts.get("uitgaven-jeugd").figure, 680, 300)
    assert pictures.render_pending() == []
    svg = pictures.read(key)
    assert "Source Sans 3" in svg and "€ 8,1 mld" in svg
    assert not re.search(r"stroke-width:\s*0", svg) and "linearGradient" not in svg


def test_the_same_chart_gives_the_same_file():
    drawn = '<svg><defs id="defs-{0}"/><g class="trace{1}" clip-path="url(#clip{0}xy)" fill="#a99fd9"/></svg>'
    assert clean(drawn.format("a99fd9", "14ef8f")) == clean(drawn.format("b9f342", "973536"))
    assert 'fill="#a99fd9"' in clean(drawn.format("a99fd9", "14ef8f"))
