"""When a PDF is made again: when something changed that it is made from."""

import pytest

from book.print import pdf


@pytest.fixture
def book(tmp_path):
    (tmp_path / "book/print").mkdir(parents=True)
    (tmp_path / "chapters").mkdir()
    (tmp_path / "book/print/print.css").write_text("p { margin: 0 }", "utf-8")
    (tmp_path / "chapters/03-a.md").write_text("# Een", "utf-8")
    made = tmp_path / "boek.pdf"
    made.write_bytes(b"%PDF")
    made.with_suffix(".stamp").write_text(f"{pdf.fingerprint(tmp_path)}\npage\n", "utf-8")
    return tmp_path


def is_current(book):
    return pdf.is_current(book / "boek.pdf", pdf.fingerprint(book))


def test_not_when_nothing_changed(book):
    assert is_current(book)


@pytest.mark.parametrize("name", ["book/print/print.css", "chapters/03-a.md", "book/print/new.py", "_toc.yml"])
def test_when_a_source_changed_or_came(book, name):
    (book / name).write_text("anders", "utf-8")
    assert not is_current(book)


def test_when_a_source_went(book):
    (book / "chapters/03-a.md").unlink()
    assert not is_current(book)


def test_when_the_pdf_is_gone(book):
    (book / "boek.pdf").unlink()
    assert not is_current(book)


@pytest.mark.parametrize("name", ["book/print/__pycache__/pdf.pyc", "book/sphinx.mo"])
def test_not_for_what_python_or_sphinx_leaves_behind(book, name):
    (book / name).parent.mkdir(exist_ok=True)
    (book / name).write_text("anders", "utf-8")
    assert is_current(book)
