"""A reader's own copy stands beside its retelling, paragraph by paragraph; without one nothing is missing."""

import pytest
from minibook import build

from book.essays import own
from book.essays.dump import Block

RETELLING = """\
    (bron-e07)=
    # {essaytitel}`E07`

    ```{bronessay} E07
    ```

    ## Aanleiding
    Zij sprak met collega's.
    """
LIST = "# Bronessays\n\n```{naverteld}\n```\n\n```{rechtenoverzicht}\n```\n"
BOOK = {"back/essays/e07.md": RETELLING, "back/bronessays.md": LIST}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of own copies, elsewhere."""
    place = tmp_path / "essays-own"
    monkeypatch.setattr(own, "FOLDER", place)
    return place


def give(ground="toestemming"):
    blocks = [Block("paragraph", "Eerste <b>alinea</b>."), Block("heading", "Kop"), Block("bullet", "Een punt")]
    own.write("E07", blocks)
    own.write_rights([own.Right("E07", ground, "2026-10-01")])


@pytest.mark.usefixtures("folder")
def test_without_own_texts_nothing_is_missing():
    book = build(BOOK)
    assert book.status == 0 and not book.warnings
    assert "De volledige tekst" not in book.html("back/essays/e07")
    assert "Rechten van de volledige teksten" not in book.html("back/bronessays")


@pytest.mark.usefixtures("folder")
def test_full_text_follows_the_retelling_with_numbered_paragraphs():
    give()
    html = build(BOOK).html("back/essays/e07")
    assert html.index("Zij sprak met") < html.index("De volledige tekst")
    assert 'class="alinea" id="e07-1"' in html and 'href="#e07-2">2</a> Een punt' in html


@pytest.mark.usefixtures("folder")
def test_markup_in_a_text_is_shown_as_text():
    give()
    assert "Eerste &lt;b&gt;alinea&lt;/b&gt;." in build(BOOK).html("back/essays/e07")


@pytest.mark.usefixtures("folder")
def test_text_without_a_ground_is_not_shown():
    give(ground="")
    book = build(BOOK)
    assert "De volledige tekst" not in book.html("back/essays/e07")
    assert "nog geen" in book.html("back/bronessays")


@pytest.mark.usefixtures("folder")
def test_overview_lists_the_texts_and_sums_per_rightholder():
    give()
    html = build(BOOK).html("back/bronessays")
    assert "Rechten van de volledige teksten" in html and "meer dan 25%" in html
    assert "Per rechthebbende: Angela (weblog angelawerkt): 1 tekst, 5 woorden." in html


@pytest.mark.usefixtures("folder")
def test_text_that_came_or_went_renews_the_pages():
    book = build(BOOK)
    give()
    assert "De volledige tekst" in build(BOOK, into=book).html("back/essays/e07")
    own.write_rights([])
    assert "De volledige tekst" not in build(BOOK, into=book).html("back/essays/e07")


@pytest.mark.usefixtures("folder")
def test_unknown_ground_stops_the_build_with_file_and_line():
    give(ground="gewoon")
    result = build(BOOK)
    assert result.status == 1 and "rechten.csv:2: grondslag 'gewoon' bestaat niet" in result.warnings
