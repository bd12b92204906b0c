"""A mistake in the book stops the build with one sentence."""

from pathlib import Path

import pytest
from minibook import build

from book.sphinxext.errors import BookError, fail


def test_the_sentence_names_file_line_and_remedy():
    with pytest.raises(BookError, match=r"^chapters/03-x\.md:7: no such figure \(add it\)$"):
        fail("no such figure", "chapters/03-x.md", 7, "add it")


def test_a_path_in_the_working_directory_is_shortened():
    with pytest.raises(BookError, match=r"^chapters/x\.md: wrong$"):
        fail("wrong", Path.cwd() / "chapters/x.md")


def test_a_mini_book_builds_without_warnings():
    result = build({"chapters/03-x.md": "# A title\n\nText.\n"})
    assert (result.status, result.warnings) == (0, "")
    assert "A title" in result.html("chapters/03-x")
