"""The contents beside the text and on the landing page follow `_toc.yml` and the numbers of the files."""

import re

import pytest

from tests.minibook import Result, build

PAGES = {
    "index.md": "# Boek\n\n```{inhoudsopgave}\n```\n\nBegin met {begin}`hoofdstuk` of {begin}`opgaven`.\n\n"
    "```{toctree}\n:caption: II · De machinerie\nchapters/03-codes\n```\n"
    "```{toctree}\n:caption: Achterin\nback/woorden\n```\n",
    "chapters/03-codes.md": "# Codes\n\nEen eerste zin.\n\n## Wat ervan komt\n\nTekst.\n\n"
    "```{toctree}\n:hidden:\n../exercises/03-codes\n```\n",
    "exercises/03-codes.md": "# Opgaven bij hoofdstuk 3\n\nTekst.\n",
    "back/woorden.md": "# Woorden\n\nTekst.\n\n```{toctree}\n:hidden:\nwoorden/a\n```\n",
    "back/woorden/a.md": "# Een woord\n\nTekst.\n",
}


@pytest.fixture(scope="module")
def book() -> Result:
    result = build(PAGES)
    assert result.status == 0, result.warnings
    return result


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_chapter_opens_with_its_part_and_the_number_of_its_file(book: Result) -> None:
    assert "Deel II · De machinerie Hoofdstuk 3 Codes" in text(book.html("chapters/03-codes"))


def test_the_exercises_open_with_a_link_to_their_chapter(book: Result) -> None:
    page = book.html("exercises/03-codes")
    assert re.search(r'<p class="opening"><a [^>]*href="../chapters/03-codes.html">Hoofdstuk 3 · Codes</a>', page)


def test_a_page_of_the_back_matter_has_no_number(book: Result) -> None:
    assert 'class="opening"' not in book.html("back/woorden")


def test_the_open_page_is_marked_in_the_contents(book: Result) -> None:
    assert re.search(r'<a [^>]*aria-current="page">(<span[^>]*>3</span>)?<span>Codes', book.html("chapters/03-codes"))


def test_the_contents_show_the_sections_of_the_open_page_only(book: Result) -> None:
    assert 'href="#wat-ervan-komt">Wat ervan komt' in book.html("chapters/03-codes")
    assert "Wat ervan komt" not in book.html("back/woorden")


def test_pages_beneath_a_page_at_the_back_are_listed_when_it_or_one_of_them_is_open(book: Result) -> None:
    assert "Een woord" in book.html("back/woorden")
    assert 'aria-current="page"><span>Een woord' in book.html("back/woorden/a")
    assert "Een woord" not in book.html("chapters/03-codes")


def test_the_landing_page_lists_parts_chapters_and_exercises(book: Result) -> None:
    listed = text(book.html()[book.html().index('class="inhoudsopgave') :])
    assert listed.startswith(
        'class="inhoudsopgave docutils container"> II · De machinerie 3 Codes Opgaven Achterin Woorden'
    )
    assert "Een woord" not in listed and listed.count("Opgaven") == 1


def test_the_landing_page_says_where_to_begin(book: Result) -> None:
    assert "Begin met hoofdstuk 3, Codes of de opgaven bij hoofdstuk 3 ." in text(book.html())


def test_the_first_paragraph_describes_the_page_to_a_search_engine(book: Result) -> None:
    assert '<meta name="description" content="Een eerste zin.">' in book.html("chapters/03-codes")


def test_a_page_says_that_it_is_dutch(book: Result) -> None:
    assert '<html lang="nl"' in book.html()
