"""Spelling: every word of the book stands in the Dutch dictionary or in the book's own list."""

import pytest

from book.language import spelling

pytestmark = pytest.mark.skipif(
    not spelling.available(), reason="cspell ontbreekt: `python3 -m book test` haalt het op (npm ci)"
)


def test_book_has_no_unknown_word():
    assert spelling.unknown() == []


def test_planted_mistake_is_found_with_its_place(tmp_path):
    text = "Deze fout laat `x_y`, {term}`gemeente` en {feit}`abc-defg` staan: geweeest.\n"
    (tmp_path / "x.md").write_text(text, "utf-8")
    found = spelling.unknown(("x.md",), tmp_path)
    assert len(found) == 1 and ":1:" in found[0] and "(geweeest)" in found[0]


def test_list_of_words_is_sorted_and_without_doubles():
    words = spelling.words()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
