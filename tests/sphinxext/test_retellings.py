"""A retelling: its title and facts come from the catalogue, and it tells which pages use the essay."""

import pytest
from minibook import Result, build

RETELLING = """\
    (bron-e07)=
    # {essaytitel}`E07`

    ```{bronessay} E07
    ```

    ## Aanleiding
    Zij sprak met collega's.
    """
LIST = """\
    # Bronessays

    ```{naverteld}
    ```
    """


@pytest.fixture(scope="module")
def book() -> Result:
    return build(
        {
            "back/essays/e07.md": RETELLING,
            "back/bronessays.md": LIST,
            "chapters/03-x.md": "# Codes\n\nZij schrijft ({essay}`E07`), anderen ook ({essay}`E02`).\n",
            "exercises/03-x.md": "# Opgaven\n\nLees {essay}`E07`.\n",
        }
    )


def test_title_is_number_and_title_of_the_catalogue(book):
    assert "<h1>E07 · #Decentraliseren? Centraliseren is juist nodig" in book.html("back/essays/e07")


def test_facts_tell_author_date_and_place(book):
    html = book.html("back/essays/e07")
    assert "Angela (weblog angelawerkt)" in html and "ca. 2015" in html
    assert "stuk op een weblog, angelawerkt.wordpress.com" in html


def test_pages_that_use_the_essay_are_linked(book):
    html = book.html("back/essays/e07")
    assert 'href="../../chapters/03-x.html">hoofdstuk 3</a>, ' in html
    assert 'href="../../exercises/03-x.html">opgaven 3</a>' in html


def test_number_in_a_chapter_leads_to_the_retelling(book):
    assert 'href="../back/essays/e07.html#bron-e07"' in book.html("chapters/03-x")


def test_list_links_the_titles_that_are_retold_and_names_the_others(book):
    html = book.html("back/bronessays")
    assert 'href="essays/e07.html#bron-e07"' in html
    assert "E02 · Bureacratie" in html and "essays/e02" not in html


def test_page_is_written_again_when_a_chapter_comes_to_use_the_essay(book):
    again = build({"chapters/04-y.md": "# Inkoop\n\nZie {essay}`E07`.\n"}, into=book)
    assert "hoofdstuk 4" in again.html("back/essays/e07")


def test_unknown_number_stops_the_build_with_file_and_line():
    result = build({"back/essays/e99.md": "# {essaytitel}`E99`\n"})
    assert result.status == 1
    assert "back/essays/e99.md:1: there is no essay 'E99'" in result.warnings
