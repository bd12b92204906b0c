"""The map of essays: one sentence of our own where an essay says something, nothing where it is silent."""

import pytest

from book.facts import RegisterError, register
from book.facts.stances import QUESTIONS

ESSAY = {"id": "E01", "title": "Een stuk", "author": "A", "date": "2015", "kind": "weblog",
         "site": "weblog", "source": "wmo2015"}
STANCE = {"essay": "E01", "theme": "geld", "stance": "-1", "strength": "zijdelings", "steps": "1",
          "text": "Het kan met minder."}


def test_a_place_is_told_in_words(book):
    book.write("essays", [ESSAY])
    book.write("stances", [STANCE, STANCE | {"theme": "stuurt", "stance": "2"}, STANCE | {
        "theme": "schuldig", "stance": "0"}])
    assert [stance.words for stance in book.open().stances] == [
        "eerder: geld is het antwoord niet", "de inwoner en de vakmens", "ertussenin"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"essay": "E99"}, "there is no essay 'E99'"),
        ({"theme": "weer"}, "'weer' is not allowed in column 'theme'"),
        ({"stance": "3"}, "'3' is not allowed in column 'stance'"),
        ({"steps": ""}, "column 'steps'"),
        ({"text": "Eén. Twee."}, "write one sentence"),
    ],
)
def test_a_mistake_is_named_with_its_line(book, row, sentence):
    book.write("essays", [ESSAY])
    book.write("stances", [STANCE | row])
    with pytest.raises(RegisterError) as found:
        book.open()
    assert sentence in str(found.value) and "stances.csv:2" in str(found.value)


def test_every_essay_stands_on_the_books_map():
    assert {stance.essay for stance in register().stances} == set(register().essays)


def test_every_question_divides_the_essays_or_shows_that_it_does_not():
    for question in QUESTIONS:
        assert len([one for one in register().stances if one.question is question]) >= 5


def test_sentences_are_short():
    assert not [stance for stance in register().stances if len(stance.text.split()) > 25]
