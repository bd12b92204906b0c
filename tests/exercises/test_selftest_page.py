"""A self-test on the page, on paper and with a mistake."""

import re

import pytest
from minibook import ROOT, Result, build

BOOK = "tests/books/self-test"
PAGE = "exercises/03-self-test"


@pytest.fixture(scope="module")
def result() -> Result:
    return build(BOOK)


@pytest.fixture(scope="module")
def html(result: Result) -> str:
    return result.html(PAGE)


def test_it_builds_without_warnings(result):
    assert (result.status, result.warnings) == (0, "")


def test_each_item_is_a_group_with_its_number_and_question(html):
    assert re.findall(r"<legend[^>]*>(Vraag \d van 6)</legend>", html) == [f"Vraag {n} van 6" for n in range(1, 7)]
    assert 'aria-describedby="zelftest-3-1-vraag"' in html
    assert '<p class="selftest-stem" id="zelftest-3-1-vraag">Waar stond het loket?</p>' in html


def test_an_option_is_a_radio_button_in_its_label(html):
    radio = r'<label class="selftest-option"><input type="radio" name="zelftest-3-1" value="[ABC]"> '
    text = r'<span class="selftest-letter">[ABC]</span> <span>in het <em>stadhuis</em></span></label>'
    assert re.search(radio + text, html)


def test_the_place_for_feedback_is_there_from_the_start(html):
    assert html.count('<div role="status" class="selftest-feedback"></div>') == 6


def test_the_answers_are_folded_at_the_end(html):
    answers = html[html.index('<details class="selftest-key"><summary>Alle antwoorden</summary>') :]
    assert "Daar zat de gemeente." in answers
    assert html.count("Daar zat de gemeente.") == 1


def test_the_truth_of_an_estimate_comes_from_the_register(html):
    assert 'data-from="393.0" data-to="393.0"' in html
    assert re.search(r'<span class="selftest-truth">.*?393', html)


def test_a_source_links_to_its_chapter(html):
    assert re.search(r'Lees terug: <a [^>]*href="\.\./chapters/03-self-test\.html#h03"', html)
    assert "Lees terug: boven aan de pagina" in html


def test_the_page_loads_the_script_and_others_do_not(result, html):
    assert re.search(r'<script defer="defer" src="[^"]*selftest\.js', html)
    assert "selftest.js" not in result.html("chapters/03-self-test")


def test_on_paper_there_are_boxes_and_lines_and_nothing_to_click(result):
    html = result.paper()
    html = html[html.index('<div class="zelftest"') :]
    assert "<input" not in html and "<details" not in html and "<fieldset" not in html
    assert html.count('class="selftest-box"') == 3 * 3 + 2 + 2 + 4
    assert html.count('class="selftest-line"') == 3 + 3
    assert "Goed is" in html


def test_a_broken_rule_stops_the_build_at_the_line_of_the_item():
    text = (ROOT / BOOK / f"{PAGE}.md").read_text("utf-8")
    line = text[: text.index("- soort: waar")].count("\n") + 1
    result = build({f"{PAGE}.md": text.replace("antwoord: waar", "antwoord: deels")})
    assert result.status == 1
    assert f"{PAGE}.md:{line}: self-test: item 4 has the antwoord 'deels'" in result.warnings


def test_a_self_test_names_its_chapter():
    text = (ROOT / BOOK / f"{PAGE}.md").read_text("utf-8")
    result = build({f"{PAGE}.md": text.replace(":hoofdstuk: 3\n", "")})
    assert result.status == 1
    assert f"{PAGE}.md:5: this self-test has no chapter" in result.warnings
