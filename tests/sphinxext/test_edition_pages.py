"""A page of one edition leaves no trace in another: `editie: docent` in its front matter."""

import re

import pytest
from minibook import Result, build

PAGES = {
    "index.md": "# Boek\n\n```{inhoudsopgave}\n```\n\n```{toctree}\n:caption: I · Begin\nchapters/03-a\n```\n"
    "```{toctree}\n:caption: Achterin\nback/handleiding\nback/register\n```\n",
    "chapters/03-a.md": "(h03)=\n# Een\n\nTekst.\n\n:::{docent}\nZie {doc}`/back/handleiding`.\n:::\n",
    "back/handleiding.md": "---\neditie: docent\n---\n\n# Kanariehandleiding\n\nKanarietekst, "
    "{feit}`gemeenten-2015` en {feit}`productcodes-2015`.\n\n```{toctree}\nlessen/een\n```\n",
    "back/lessen/een.md": "# Kanarieles\n\nKanarietekst.\n",
    "back/register.md": "# Register\n\n```{cijferregister}\n```\n",
}


def traces(result: Result) -> list[str]:
    """The files of the output that name the page or hold a word of it."""
    return [
        path.name
        for path in sorted(result.outdir.rglob("*"))
        if path.is_file()
        and re.search("kanarie|handleiding", path.name + path.read_bytes().decode(errors="ignore"), re.IGNORECASE)
    ]


@pytest.fixture(scope="module")
def reader() -> Result:
    return build(PAGES)


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
@pytest.mark.parametrize("edition", ["lezer", "werkboek"])
def test_another_edition_has_no_trace_of_it(reader, builder, edition):
    result = build(PAGES, edition, builder, into=reader)
    assert (result.status, result.warnings) == (0, "")
    assert traces(result) == []


def test_its_own_edition_has_the_page_and_what_is_beneath_it(reader):
    result = build(PAGES, "docent", into=reader)
    assert result.warnings == ""
    assert "Kanarietekst" in result.html("back/handleiding") and "Kanarietekst" in result.html("back/lessen/een")
    assert 'href="back/handleiding.html"' in result.html()
    assert "Kanariehandleiding" in build(PAGES, "docent", "singlehtml", into=reader).html("print")


def test_the_reader_stays_clean_after_the_trainers_site_was_built_and_on_a_second_build(reader):
    build(PAGES, "docent", into=reader)
    assert traces(build(PAGES, into=reader)) == []


def test_a_page_that_becomes_the_trainers_disappears_from_the_readers_site():
    open_page = {**PAGES, "back/handleiding.md": PAGES["back/handleiding.md"].replace("editie: docent", "a: b")}
    first = build(open_page)
    assert traces(first) != []
    assert traces(build(PAGES, into=first)) == []


def test_a_link_from_a_page_that_stays_is_told():
    result = build({**PAGES, "chapters/03-a.md": "# Een\n\nZie {doc}`/back/handleiding`.\n"})
    assert "03-a.md" in result.warnings and "handleiding" in result.warnings


def test_two_editions_can_be_named(reader):
    both = {**PAGES, "back/handleiding.md": PAGES["back/handleiding.md"].replace("docent", "docent, werkboek")}
    result = build(both, "werkboek", "singlehtml")
    assert "Kanariehandleiding" in result.html("print")
    assert traces(build(both, into=result)) == []


def test_an_unknown_edition_stops_the_build():
    result = build({"chapters/03-a.md": "---\neditie: leraar\n---\n\n# Een\n"})
    assert result.status == 1 and "'editie: leraar' names no edition" in result.warnings
