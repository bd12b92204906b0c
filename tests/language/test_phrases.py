"""Phrases: what we do not write is found with its line; what only looks like it passes."""

import pytest
from minibook import ROOT

from book.language.phrases import slips

PAGES = [path for room in ("chapters", "exercises", "back") for path in sorted((ROOT / room).rglob("*.md"))]


@pytest.mark.parametrize(
    "text", ["Dat speelt een belangrijke rol.", "Hij word gehoord.", "Hun hebben gelijk.", "Het is meer als genoeg.",
             "Zij zijn zijn weg.", "Wat een dag!"]
)  # fmt: skip
def test_slip_is_found_with_its_line(tmp_path, text):
    path = tmp_path / "x.md"
    path.write_text(f"# Kop\n\nEerst iets goeds.\n{text}\n", "utf-8")
    (found,) = slips([path])
    assert found.startswith(f"{path}:3: ")


@pytest.mark.parametrize("text", ["Ik denk dat dat klopt.", "Het antwoord is kort.", "Leren leren kost tijd."])
def test_what_only_looks_like_a_slip_passes(tmp_path, text):
    path = tmp_path / "x.md"
    path.write_text(text, "utf-8")
    assert slips([path]) == []


def test_book_is_without_slips():
    assert slips(PAGES) == []
