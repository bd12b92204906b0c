"""Terms and citations lead to their place, tell in a popover what they mean, and stop the build when unknown."""

import re

import pytest

from tests.minibook import Result, build

GLOSSARY = """# Begrippen

```{glossary}

productcode
  Een code op de rekening.

open house
  Iedereen die voldoet, krijgt een contract.
```
"""
LITERATURE = "# Literatuur\n\n```{bibliography}\n```\n"


def book(chapter: str) -> Result:
    return build({
        "chapters/03-x.md": f"# Codes\n\n{chapter}\n",
        "back/begrippen.md": GLOSSARY,
        "back/literatuur.md": LITERATURE,
    })  # fmt: skip


@pytest.fixture(scope="module")
def page() -> str:
    result = book(
        "Een {term}`productcode` of {term}`codes <productcode>`.\n\n"
        "{cite:t}`hilhorst2016nabij` en {cite:p}`scp2020koers`.\n\n"
        ":::{begrippen-hoofdstuk} open house\n:::\n\n:::{verwijs}\n:::"
    )
    assert result.status == 0, result.warnings
    return result.html("chapters/03-x")


def test_a_term_links_to_the_glossary_and_names_its_popover(page: str) -> None:
    assert re.search(r'<a data-pop="pop-term-productcode"[^>]*href="../back/begrippen.html#term-productcode"', page)


def test_a_definition_stands_once_in_the_page(page: str) -> None:
    assert page.count("Een code op de rekening.") == 1


def test_a_chapter_lists_its_terms_with_their_definitions(page: str) -> None:
    listed = page[page.index('class="begrippen-hoofdstuk') :]
    assert "Iedereen die voldoet, krijgt een contract." in listed


def test_a_citation_in_the_sentence_joins_two_authors_by_en(page: str) -> None:
    assert "Hilhorst en Van der Lans (2016)" in re.sub(r"<[^>]+>", "", page)


def test_a_citation_in_brackets_has_a_comma_before_the_year(page: str) -> None:
    assert "(Kromhout et al., 2020)" in re.sub(r"<[^>]+>", "", page)


def test_a_citation_tells_its_reference_in_a_popover(page: str) -> None:
    assert re.search(r'<template id="pop-bron-hilhorst2016nabij"><p>Hilhorst, P., &amp; Lans, J. van der', page)


def test_the_chapter_tells_how_to_refer_to_it(page: str) -> None:
    box = re.sub(r"<[^>]+>", "", page[page.index('class="verwijs') :])
    assert "Codes. In Dichterbij?" in box
    assert "hoofdstuk 3)" in box


def test_the_literature_lists_what_is_cited_without_labels() -> None:
    listed = book("{cite:p}`scp2020koers`").html("back/literatuur")
    assert '<li id="bron-scp2020koers"><p>Kromhout, M., Echtelt, P. van, &amp; Feijten, P. (2020).' in listed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{term}`nergens`", "chapters/03-x.md:3: unknown term 'nergens'"),
        (":::{begrippen-hoofdstuk} nergens\n:::", "chapters/03-x.md:3: unknown term 'nergens'"),
        ("{cite:p}`nergens2020`", "chapters/03-x.md:3: unknown source 'nergens2020'"),
    ],
)
def test_an_unknown_name_stops_the_build_with_file_and_line(text: str, told: str) -> None:
    result = book(text)
    assert result.status == 1
    assert told in result.warnings


def test_search_knows_a_term_after_a_build_of_another_page():
    term = "# Begrippen\n\n```{glossary}\nwijkteam\n  Een team in de wijk.\n```\n"
    book = build({"back/begrippen.md": term, "chapters/01-x.md": "# Titel\n\nTekst.\n"})
    again = build({"chapters/01-x.md": "# Titel\n\nAndere tekst.\n"}, into=book)
    assert '"wijkteam": [[0, "term-wijkteam", true]]' in (again.outdir / "searchindex.js").read_text("utf-8")
