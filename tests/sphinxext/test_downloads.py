"""The site offers the files of the book that exist, with type and size."""

import re

import pytest
from minibook import build

from book.sphinxext import downloads

PAGES = {
    "index.md": "# Boek\n\n```{toctree}\nback/over\n```\n\n```{downloads}\n```\n",
    "back/over.md": "# Over\n\n```{downloads}\n```\n",
}
EVERY = (
    "pdf/dichterbij-lezer.pdf",
    "pdf/dichterbij-werkboek.pdf",
    "pdf/dichterbij-docent.pdf",
    "epub/dichterbij.epub",
)


@pytest.fixture
def book():
    return build(PAGES)


def made(book, *names):
    for name in names:
        path = book.outdir.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 1_240_000)


def links(book, page="index"):
    return re.findall(r'href="([^"]*downloads[^"]*)"', book.html(page))


def test_a_book_without_files_offers_none(book):
    assert "downloads-titel" not in book.html() and not (book.outdir / "downloads").exists()


def test_readers_are_offered_what_is_made_but_not_the_trainers_file(book):
    made(book, *EVERY)
    downloads.offer(book.outdir, "lezer")
    assert links(book) == [f"downloads/dichterbij{name}" for name in ("-lezer.pdf", "-werkboek.pdf", ".epub")]
    assert links(book, "back/over")[0] == "../downloads/dichterbij-lezer.pdf"
    assert all((book.outdir / link).exists() for link in links(book))
    assert not (book.outdir / "downloads/dichterbij-docent.pdf").exists()
    assert "(PDF, 1,2 MB)" in book.html() and "(EPUB, 1,2 MB)" in book.html()


def test_trainers_are_offered_theirs(book):
    made(book, *EVERY)
    downloads.offer(book.outdir, "docent")
    assert "downloads/dichterbij-docent.pdf" in links(book)


def test_a_site_that_is_built_again_keeps_them_and_forgets_what_went(book):
    made(book, "pdf/dichterbij-lezer.pdf", "epub/dichterbij.epub")
    (book.outdir.parent / "epub/dichterbij.epub").unlink()
    again = build({**PAGES, "back/over.md": PAGES["back/over.md"] + "Anders.\n"}, into=book)
    assert links(again) == ["downloads/dichterbij-lezer.pdf"]
