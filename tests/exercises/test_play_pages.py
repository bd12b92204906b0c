"""The letter with words to swap and the cards to sort, as they stand in a page and on paper."""

import re
from html import unescape
from pathlib import Path

import pytest
from minibook import Result, build

BOOK = Path(__file__).parents[1] / "books/play"
LETTER = (BOOK / "letter.yml").read_text("utf-8")
CARDS = (BOOK / "cards.yml").read_text("utf-8")
PAGES = {
    "chapters/09-x.md": f"# Taal\n\n```{{woordenwissel}} Een brief\n:label: h09-brief\n{LETTER}```\n",
    "chapters/13-y.md": f"# Sturen\n\n```{{sorteren}} Vier soorten\n:label: h13-soorten\n{CARDS}```\n",
    "chapters/14-z.md": "# Zonder\n",
}


@pytest.fixture(scope="module")
def book() -> Result:
    return build(PAGES)


@pytest.fixture(scope="module")
def paper(book) -> str:
    return book.paper()


def test_they_build_without_warnings(book):
    assert (book.status, book.warnings) == (0, "")


def test_a_marked_word_is_a_native_choice_in_the_letter(book):
    html = book.html("chapters/09-x")
    found = re.search(r"<p>Wij <select(.*?)</select> het\.</p>", html, re.DOTALL)
    assert found and 'aria-label="Woord 1"' in found[1]
    assert re.findall(r'<option value="\d" data-steers="(\w+)"[^>]*>(\w+)', found[1]) == [
        ("wij", "doen"), ("niemand", "laten")]


def test_who_steers_can_be_read_without_a_script(book):
    assert "<strong>doen</strong>: wij. Wie doet, stuurt." in book.html("chapters/09-x")


def test_a_card_is_a_group_of_radios_with_its_text_as_name(book):
    html = unescape(book.html("chapters/13-y"))
    assert re.search(r"<legend>.*?Kaart 2\..*?Een plan.*?</legend>", html)
    assert re.findall(r'type="radio" name="h13-soorten-1" value="(\w+)"', html) == ["input", "output"]


def test_the_page_holds_a_reason_for_every_column_that_can_be_defended(book):
    html = book.html("chapters/13-y")
    assert 'data-defended="input|output"' in html
    assert '<span class="sort-why">Het ligt er.</span>' in html


def test_only_pages_with_them_load_their_scripts(book):
    assert "words.js" in book.html("chapters/09-x") and "sorting.js" in book.html("chapters/13-y")
    assert "play.css" not in book.html("chapters/14-z")


def test_paper_has_a_list_to_write_in_and_no_fields(paper):
    assert '<span class="words-place">doen<sup>1</sup></span>' in paper
    assert 'class="words-sheet"' in paper and "eigen woord" in paper
    assert "<select" not in paper and "<option" not in paper


def test_paper_has_cards_to_cut_out_and_no_radios(paper):
    assert re.findall(r'<div class="sort-cut">(.*?)</div>', paper) == ["Uren", "Een plan"]
    assert "<input" not in paper


def test_a_mistake_stops_the_build_with_file_and_line():
    text = PAGES["chapters/13-y.md"].replace("      output: Het", "      outcome: Het")
    result = build({"chapters/13-y.md": text})
    assert result.status == 1
    assert "chapters/13-y.md:14: 'past' names the column 'outcome' (use one of: input, output)" in result.warnings
