"""The timeline: in order, with a source for every event, nothing that does not exist."""

import pytest

from book.facts import RegisterError, register
from book.facts.timeline import LAYERS, THEMES

EVENT = {"id": "a", "date": "2015-01-01", "layer": "wet", "themes": "jeugd", "title": "Wat", "text": "Dat.",
         "sources": "wmo2015"}


def refused(book, *rows) -> str:
    book.write("timeline", [EVENT | row for row in rows])
    with pytest.raises(RegisterError) as found:
        book.open()
    return str(found.value)


def test_an_event_says_how_precise_its_date_is(book):
    book.write("timeline", [EVENT | {"id": "b", "date": "2014", "circa": "ja"}, EVENT, EVENT | {
        "id": "c", "date": "2027-05", "planned": "ja"}])
    assert [event.when for event in book.open().timeline] == ["ca. 2014", "1 januari 2015", "mei 2027 (gepland)"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"sources": ""}, "needs a source or an essay"),
        ({"sources": "wmo2051"}, "source 'wmo2051' is not in references.bib"),
        ({"essay": "E99"}, "there is no essay 'E99'"),
        ({"themes": "jeugd;sport"}, "there is no theme 'sport'"),
        ({"layer": "sport"}, "'sport' is not allowed in column 'layer'"),
        ({"date": "2015-02-30"}, "there is no date '2015-02-30'"),
    ],
)
def test_a_mistake_is_named_with_its_line(book, row, sentence):
    message = refused(book, row)
    assert sentence in message and "timeline.csv:2" in message


def test_events_stand_in_order(book):
    assert "keep the rows in order of date" in refused(book, {}, {"id": "b", "date": "2014"})


def test_every_essay_stands_in_the_books_timeline():
    assert {event.essay for event in register().timeline} - {""} == set(register().essays)


def test_the_books_timeline_uses_every_layer_and_theme():
    events = register().timeline
    assert {event.layer for event in events} == set(LAYERS)
    assert {theme for event in events for theme in event.themes} == set(THEMES)


def test_what_lies_after_the_last_source_is_a_plan():
    assert {event.planned for event in register().timeline if event.date > "2026-03"} == {True}
