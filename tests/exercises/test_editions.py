"""Trainer's notes are in the trainer's edition and in no file of another."""

import re

import pytest
from minibook import Result, build

BOOK = "tests/books/trainer-notes"
PAGE = "exercises/03-notes"
CANARY = re.compile("kanarie|Voor de trainer|stap 1", re.IGNORECASE)


def files_with_a_canary(result: Result) -> list[str]:
    """Return the files of the output in which a word of the trainer's notes stands."""
    return [
        str(path.relative_to(result.outdir))
        for path in sorted(result.outdir.rglob("*"))
        if path.is_file() and (CANARY.search(path.name) or CANARY.search(path.read_bytes().decode(errors="ignore")))
    ]


def searchable(result: Result) -> str:
    return (result.outdir / "searchindex.js").read_text()


@pytest.fixture(scope="module")
def lezer() -> Result:
    return build(BOOK)


@pytest.fixture(scope="module")
def docent(lezer: Result) -> Result:
    return build(BOOK, edition="docent", into=lezer)


def test_the_books_build_without_warnings(lezer, docent):
    assert (lezer.warnings, docent.warnings) == ("", "")


def test_no_file_of_the_readers_edition_holds_a_word_of_the_notes(lezer):
    assert files_with_a_canary(lezer) == []


def test_the_trainers_edition_shows_and_finds_the_notes(docent):
    assert "Kanarietekst" in docent.html(PAGE)
    assert "kanarietekst" in searchable(docent)


@pytest.mark.parametrize("builder", ["singlehtml", "text"])
def test_the_notes_stay_out_of_other_output(lezer, builder):
    result = build(BOOK, builder=builder, into=lezer)
    assert result.status == 0
    assert files_with_a_canary(result) == []


def test_the_page_for_paper_holds_the_notes_for_a_trainer(lezer):
    assert files_with_a_canary(build(BOOK, "docent", "singlehtml", into=lezer)) != []


def test_a_site_that_was_the_trainers_is_clean_once_built_for_readers():
    trainers = build(BOOK, edition="docent")
    trainers.outdir.rename(trainers.folder / "html-lezer")
    assert files_with_a_canary(build(BOOK, edition="lezer", into=trainers)) == []


def test_the_readers_edition_is_clean_when_it_is_built_after_the_trainers():
    assert files_with_a_canary(build(BOOK, into=build(BOOK, edition="docent"))) == []


def test_numbers_agree_between_editions(lezer, docent):
    number = re.compile(r"[Oo]pgave \d\.\d")
    assert number.findall(lezer.html(PAGE)) == number.findall(docent.html(PAGE)) != []


def test_writing_room_is_in_the_workbook_only(lezer):
    workbook = build(BOOK, edition="werkboek", into=lezer)
    assert workbook.html(PAGE).count("writing-room") == 2
    assert "writing-room" not in lezer.html(PAGE)
    assert files_with_a_canary(workbook) == []


@pytest.mark.parametrize("escaping", ["## A heading", "(a-label)=\nText.", "A note[^1].\n\n[^1]: Its text."])
def test_what_would_escape_from_the_notes_stops_the_build(escaping):
    result = build({"exercises/03-x.md": f"# Title\n\n:::{{docent}}\n{escaping}\n:::\n"})
    assert result.status == 1
    assert "03-x.md:" in result.warnings and "would escape" in result.warnings


def test_the_register_links_to_a_use_that_every_edition_shows():
    text = "# T\n\n:::{docent}\n{feit}`gemeenten-2015`\n:::\n\nEr waren er {feit}`gemeenten-2015`.\n"
    register = "# Register\n\n```{cijferregister}\n```\n"
    html = build({"chapters/03-x.md": text, "back/register.md": register}).html("chapters/03-x")
    assert html.count('id="gebruik-feit-gemeenten-2015"') == 1


def test_a_change_that_one_edition_read_reaches_the_other_too():
    page = "# T\n\n```{include} shared.txt\n```\n"
    first = build({"chapters/03-x.md": page, "chapters/shared.txt": "Oud.\n"})
    build({}, edition="docent", into=first)
    build({"chapters/shared.txt": "Nieuw.\n"}, into=first)
    assert "Nieuw." in build({}, edition="docent", into=first).html("chapters/03-x")
