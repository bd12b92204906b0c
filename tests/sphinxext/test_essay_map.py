"""The map of essays in a page: a table of marks, and the sentence each mark leads to."""

import re

import pytest
from minibook import Result, build

from book.facts import register
from book.facts.stances import QUESTIONS

PAGES = {
    "back/kaart.md": "# Kaart\n\n```{essaykaart}\n```\n",
    "back/essays/e16.md": "# {essaytitel}`E16`\n\n```{bronessay} E16\n```\n\n## De redenering\n\n" + "1. Stap.\n" * 7,
    "a.md": "# A\n\n```{essaykaart}\n:alleen-tabel:\n```\n",
}


@pytest.fixture(scope="module")
def book() -> Result:
    return build(PAGES)


@pytest.fixture(scope="module")
def html(book) -> str:
    return book.html("back/kaart")


def test_it_builds_with_some_retellings_and_without_warnings(book):
    assert (book.status, book.warnings) == (0, "")


def test_the_table_has_a_row_for_each_essay_and_a_column_for_each_question(html):
    table = re.search(r'<table class="essaykaart">.*?</table>', html, re.DOTALL)[0]
    assert table.count('scope="row"') == len(register().essays)
    assert table.count('scope="col"') == len(QUESTIONS) + 1


def test_a_mark_says_its_place_and_leads_to_its_sentence(html):
    mark = re.search(r'<a href="#kaart-geld-e16".*?</a>', html, re.DOTALL)[0]
    assert "geld is het antwoord niet, uitgesproken" in mark
    assert '<li id="kaart-geld-e16">' in html


def test_every_mark_has_its_sentence(html):
    marks = set(re.findall(r'href="#(kaart-[a-z]+-e\d\d)"', html))
    assert marks and marks <= set(re.findall(r'<li id="(kaart-[a-z]+-e\d\d)"', html))
    assert len(marks) == len(register().stances)


def test_a_sentence_leads_to_the_steps_of_the_retelling_that_hold_the_passage(book, html):
    sentence = re.search(r'<li id="kaart-geld-e16">.*?</li>', html, re.DOTALL)[0]
    links = re.findall(r'href="essays/e16.html#(e16-stap-\d)">stap\u00a0(\d)<', sentence)
    assert links == [("e16-stap-6", "6"), ("e16-stap-7", "7")]
    places = re.findall(r'<li id="e16-stap-(\d)"', book.html("back/essays/e16"))
    assert places == list("1234567")


def test_a_step_that_the_retelling_lacks_stops_the_build_with_its_line():
    short = PAGES["back/essays/e16.md"].removesuffix("1. Stap.\n")
    result = build({**PAGES, "back/essays/e16.md": short})
    assert result.status == 1
    assert re.search(r"stances.csv:\d+: the reasoning of E16 has no step 7 .*e16.md counts 6 steps", result.warnings)


def test_what_is_said_in_passing_is_an_open_mark(html):
    open_mark = re.search(r'<a href="#kaart-geld-e11".*?</a>', html, re.DOTALL)[0]
    plain = re.search(r'<a href="#kaart-geld-e16".*?</a>', html, re.DOTALL)[0]
    assert 'fill="none"' in open_mark and 'fill="none"' not in plain


def test_silence_is_named(html):
    assert "Hierover zwijgen:" in html and '<span class="visually-hidden">zwijgt</span>' in html


def test_the_table_alone_has_no_links_that_lead_nowhere(book):
    assert "#kaart-" not in book.html("a") and 'class="essaykaart"' in book.html("a")


def test_paper_has_the_map_and_the_sentences(book):
    paper = book.paper()
    assert 'class="essaykaart"' in paper and 'class="map-said"' in paper
    assert re.search(r'class="elsewhere [^"]*" href="#back-essays-e16--e16-stap-6"', paper)
