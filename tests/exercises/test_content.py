"""YAML in the body of a directive: every complaint names the line."""

from pathlib import Path

import pytest

from book.exercises.content import ContentError, read
from book.exercises.sorting import sorting
from book.exercises.words import exchange

BOOK = Path(__file__).parents[1] / "books/play"
LETTER = (BOOK / "letter.yml").read_text("utf-8")
CARDS = (BOOK / "cards.yml").read_text("utf-8")


def test_a_letter_has_paragraphs_and_places():
    found = exchange(LETTER)
    assert found.paragraphs[0] == (("Beste buur,",),)
    assert found.paragraphs[1][0][1] is found.slots[0]
    assert [word.steers for word in found.slots[0].words] == ["wij", "niemand"]


def test_a_card_may_have_more_than_one_column():
    found = sorting(CARDS)
    assert [list(card.reasons) for card in found.cards] == [["input"], ["input", "output"]]
    assert found.cards[1].otherwise == "Dat past niet."


@pytest.mark.parametrize(
    ("reader", "text", "change", "line", "sentence"),
    [
        (exchange, LETTER, ("[doen]", "[maken]"), 1, "marks [maken], for which there are no words"),
        (exchange, LETTER, ("Wij [doen] het", "Wij doen het"), 7, "stands 0 times in the text"),
        (exchange, LETTER, ("      stuurt: niemand\n", ""), 10, "lacks 'stuurt'"),
        (exchange, LETTER, ("    - woord: laten\n      stuurt: niemand\n", ""), 7, "has 1 items"),
        (exchange, LETTER, ("waarom:", "omdat:"), 9, "is no known field"),
        (sorting, CARDS, ("      output: Het", "      outcome: Het"), 10, "names the column 'outcome'"),
        (sorting, CARDS, ("naam: output", "naam: input"), 2, "two columns with the same name"),
        (sorting, CARDS, ("tekst: Een plan", "tekst:"), 8, "has no text"),
        (sorting, CARDS, ("kaarten:", "kaarten: ["), 5, "is not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(reader, text, change, line, sentence):
    with pytest.raises(ContentError) as found:
        reader(text.replace(*change))
    assert sentence in str(found.value)
    assert found.value.line == line and found.value.remedy


def test_an_empty_body_is_a_mistake():
    with pytest.raises(ContentError, match="is empty"):
        read("", "this body")
