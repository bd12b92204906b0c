"""The timeline in a page: a table of events by year, from which the script makes lanes."""

import re

import pytest
from minibook import Result, build

PAGES = {
    "back/tijdlijn.md": "# Tijdlijn\n\n```{tijdlijn}\n```\n",
    "chapters/02-x.md": "# Overdracht\n\n```{tijdlijn}\n:van: 2014\n:tot: 2015\n```\n",
    "back/literatuur.md": "# Literatuur\n\n```{literatuur}\n```\n",
}


@pytest.fixture(scope="module")
def book() -> Result:
    return build(PAGES)


def test_it_builds(book):
    assert book.status == 0


def test_an_excerpt_has_only_its_years(book):
    html = book.html("chapters/02-x")
    assert re.findall(r'<tbody data-year="(\d+)"', html) == ["2014", "2015"]


def test_an_excerpt_takes_no_places_that_the_whole_timeline_has(book):
    assert 'id="t-' not in book.html("chapters/02-x") and 'data-id="drie-wetten"' in book.html("chapters/02-x")


def test_an_event_has_its_date_text_and_sources(book):
    row = re.search(r'<tr id="t-drie-wetten".*?</tr>', book.html("back/tijdlijn"), re.DOTALL)[0]
    assert '<th scope="row">1 januari 2015</th>' in row
    assert 'data-theme="jeugd wmo werk"' in row and "timeline-source" in row


def test_a_plan_says_so_in_words(book):
    row = re.search(r'<tr id="t-eigen-bijdrage".*?</tr>', book.html("back/tijdlijn"), re.DOTALL)[0]
    assert "(gepland)" in row


def test_paper_has_the_table_and_no_controls(book):
    paper = book.paper()
    assert 'class="timeline-table"' in paper and "timeline-view" not in paper


def test_years_without_events_stop_the_build():
    result = build({"a.md": "# A\n\n```{tijdlijn}\n:van: 1900\n:tot: 1901\n```\n"})
    assert result.status == 1 and "a.md:3: there are no events from 1900 to 1901" in result.warnings
