"""Figures, the register page and claim checks in a built book."""

import os
import pickle
import re

import pytest
from minibook import build

from book.facts import DATA


@pytest.fixture(scope="module")
def figures():
    return build("tests/books/figures")


@pytest.fixture(scope="module")
def claims():
    return build("tests/books/claims")


def row(page, identifier):
    return re.search(rf'<tr class="row-\w+" id="{identifier}">(.*?)</tr>', page, re.DOTALL).group(1)


def test_the_books_build_without_warnings(figures, claims):
    assert (figures.status, figures.warnings, claims.status, claims.warnings) == (0, "", 0, "")


def test_a_figure_prints_in_dutch_and_links_to_its_row(figures):
    page = figures.html("chapters/03-codes")
    assert re.search(
        r'<a [^>]*class="cijfer"[^>]*href="\.\./back/register.html#feit-productcodes-2015"[^>]*>145\.000', page
    )
    assert 'id="feit-productcodes-2015"' in figures.html("back/register")


def test_a_point_of_a_series_links_to_the_series(figures):
    assert re.search(
        r'href="\.\./back/register.html#reeks-gemeenten--2015"[^>]*>393<', figures.html("chapters/03-codes")
    )
    assert '<span id="reeks-gemeenten--2015"></span><details' in figures.html("back/register")


def test_a_mark_shows_the_status_as_a_letter_and_in_hidden_words(figures):
    mark = r'145\.000<sup class="cijfermerk" aria-hidden="true">b</sup><span class="visually-hidden"> \(bewering\)'
    assert re.search(mark, figures.html("chapters/03-codes"))


def test_a_figure_through_a_weaker_source_is_marked(figures):
    page = figures.html("chapters/03-codes")
    assert re.search(r'€\xa08,1\xa0mld<sup class="cijfermerk" aria-hidden="true">i</sup>', page)


def test_a_confirmed_figure_has_no_mark(figures):
    assert re.search(r"€\xa01,6 à 1,8\xa0mld</a>", figures.html("chapters/03-codes"))


def test_a_page_explains_each_figure_once_out_of_sight(figures):
    page = figures.html("chapters/03-codes")
    notes = re.findall(r'<template id="pop-feit-productcodes-2015">(.*?)</template>', page, re.DOTALL)
    assert len(notes) == 1 and "Bron: Angela (ca. 2015)" in notes[0] and "bewering" in notes[0]


def test_a_number_that_is_no_figure_prints_as_it_is(figures):
    assert "en 12 is geen cijfer" in figures.html("chapters/03-codes")


def test_the_register_tells_where_a_figure_is_used(figures):
    found = row(figures.html("back/register"), "feit-productcodes-2015")
    assert 'href="../chapters/03-codes.html#gebruik-feit-productcodes-2015">hoofdstuk 3</a>' in found
    assert 'href="../exercises/03-codes.html#gebruik-feit-productcodes-2015">opgaven 3</a>' in found
    assert figures.html("chapters/03-codes").count('id="gebruik-feit-productcodes-2015"') == 1


def test_the_register_gives_the_sum_of_a_derived_figure_in_numbers(figures):
    assert "Som: 145.000 / 393" in row(figures.html("back/register"), "feit-productcodes-per-gemeente-2015")


def test_the_register_marks_a_source_that_is_still_to_be_checked(figures):
    assert "bron te controleren" in row(figures.html("back/register"), "feit-productcodes-vakblad")
    assert "bron te controleren" not in row(figures.html("back/register"), "feit-schulden-kosten-2024")


def test_the_register_shows_a_break_in_a_series(figures):
    assert '<td class="reeksbreuk" colspan="3"><p>Reeksbreuk. Vanaf 2021' in figures.html("back/register")


def test_every_link_within_the_register_arrives(figures):
    page = figures.html("back/register")
    assert set(re.findall(r'href="#([\w-]+)"', page)) <= set(re.findall(r'id="([\w-]+)"', page)) | {""}


def test_no_id_occurs_twice(figures, claims):
    for page in (figures.html("back/register"), figures.html("chapters/03-codes"), claims.html("chapters/03-codes")):
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids))


def test_the_data_files_can_be_downloaded(figures):
    assert 'href="../_static/cijfers/figures.csv"' in figures.html("back/register")
    assert (figures.outdir / "_static/cijfers/figures.csv").read_bytes() == (DATA / "figures.csv").read_bytes()


def test_the_legend_explains_the_four_marks(figures):
    legend = re.search(r'<dl class="[^"]*legenda-cijfers.*?</dl>', figures.html("back/register"), re.DOTALL).group()
    assert re.findall(r"<sup>(\w)</sup>", legend) == ["v", "b", "a", "i"]


def test_an_unknown_figure_stops_the_build_with_file_line_and_the_nearest_id():
    result = build({"chapters/03-x.md": "# Titel\n\nTekst.\n\nEr waren {feit}`gemeente-2015` gemeenten.\n"})
    assert result.status == 1
    assert re.search(r"chapters/03-x\.md:5: there is no figure 'gemeente-2015'; did you mean 'gemeenten-2015'",
                     result.warnings)  # fmt: skip


def test_a_gap_in_a_series_cannot_be_printed():
    result = build({"chapters/03-x.md": "# Titel\n\n{feit}`gemeenten@2010`\n"})
    assert result.status == 1 and "is a gap" in result.warnings


def read_at(result):
    environment = pickle.loads((result.folder / "doctrees/environment.pickle").read_bytes())
    return environment.all_docs


def test_a_page_with_figures_is_read_again_when_the_data_change():
    first = build({"chapters/03-x.md": "# X\n\n{feit}`gemeenten-2015`\n", "chapters/04-y.md": "# Y\n"})
    before = read_at(first)
    os.utime(DATA / "figures.csv")
    after = read_at(build({}, into=first))
    assert [name for name in before if after[name] > before[name]] == ["chapters/03-x"]


def test_the_register_page_follows_when_a_chapter_uses_another_figure():
    pages = {"chapters/03-x.md": "# X\n\nTekst.\n", "back/r.md": "# R\n\n```{cijferregister}\n```\n"}
    first = build(pages)
    assert "hoofdstuk 3" not in row(first.html("back/r"), "feit-gemeenten-2015")
    again = build(pages | {"chapters/03-x.md": "# X\n\n{feit}`gemeenten-2015`\n"}, into=first)
    assert "hoofdstuk 3" in row(again.html("back/r"), "feit-gemeenten-2015")


def test_on_paper_a_series_stands_open_and_nothing_is_hidden():
    text = "# Boek\n\n{feit}`productcodes-2015` {feit}`gemeenten@2015`\n\n```{cijferregister}\n```\n"
    result = build({"index.md": text}, builder="singlehtml")
    page = next(result.outdir.glob("*.html")).read_text("utf-8")
    body = page[page.index("<main") :]
    assert '145.000<sup class="cijfermerk">b</sup></a>' in body
    assert "<details" not in body and "hidden" not in body
    assert "Reeks: Aantal gemeenten per 1 januari" in body


def test_a_claim_check_prints_claim_essay_verdict_and_reasons(claims):
    page = claims.html("chapters/03-codes")
    check = re.search(r"<aside[^>]*id=\"klopt-k03-codes\".*?</aside>", page, re.DOTALL).group()
    text = re.sub(r"<[^>]+>", "", check)
    for part in ("Klopt dit?", "145.000", "Angela (weblog angelawerkt), ca. 2015 (E07)", "Niet te controleren",
                 "Een tweede bron is er niet."):  # fmt: skip
        assert part in text


def test_a_claim_check_is_named_by_its_claim(claims):
    page = claims.html("chapters/03-codes")
    assert 'aria-labelledby="klopt-k03-codes-bewering"' in page and 'id="klopt-k03-codes-bewering"' in page


def test_every_claim_check_is_listed_with_verdict_essay_and_link(claims):
    page = claims.html("back/check")
    rows = re.findall(r'<tr class="row-(?:even|odd)"><td>(.*?)</tr>', page, re.DOTALL)
    assert len(rows) == 2
    assert "145.000" in rows[0] and "Niet te controleren" in rows[0] and "(E07)" in rows[0]
    assert 'href="../chapters/03-codes.html#klopt-k03-codes"' in rows[0]
    assert "2 beweringen: 1 × klopt, 0 × klopt deels, 0 × klopt niet, 1 × niet te controleren." in page


CLAIM = ":::{{klopt-dit}} {0}\n:essay: {1}\n:bewering: Iets.\n:oordeel: {2}\n\n{3}\n:::\n\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (CLAIM.format("a", "E07", "misschien", "Want."), "'misschien' is no verdict"),
        (CLAIM.format("a", "E77", "klopt", "Want."), "there is no essay 'E77'"),
        (CLAIM.format("a", "E07", "klopt", ""), "gives no reasons"),
        (CLAIM.format("a", "E07", "klopt", "Want.").replace(":essay: E07\n", ""), "lacks ':essay:'"),
    ],
)
def test_a_claim_check_with_a_fault_stops_the_build_with_file_and_line(text, sentence):
    result = build({"chapters/03-x.md": f"# Titel\n\n{text}"})
    assert result.status == 1
    assert "chapters/03-x.md:3: " in result.warnings and sentence in result.warnings


def test_the_same_claim_id_on_two_pages_stops_the_build():
    claim = CLAIM.format("a", "E07", "klopt", "Want.")
    result = build({"chapters/03-x.md": f"# Titel\n\n{claim}", "chapters/04-x.md": f"# Titel\n\nTekst.\n\n{claim}"})
    assert result.status == 1
    assert re.search(r"04-x\.md:5: claim check 'a' exists already, at \S*chapters/03-x\.md:3 ", result.warnings)


def test_an_essay_links_to_its_retelling_when_there_is_one():
    pages = {"chapters/03-x.md": "# X\n\n{essay}`E07`\n", "back/e.md": "(essay-e07)=\n# Essay\n"}
    assert 'href="../back/e.html#essay-e07"' in build(pages).html("chapters/03-x")


def test_an_essay_without_a_retelling_is_plain_text():
    page = build({"chapters/03-x.md": "# X\n\n{essay}`E07`\n"}).html("chapters/03-x")
    assert '<span class="essay">E07</span>' in page


def test_the_list_of_essays_is_what_a_number_leads_to_and_tells_who_wrote_it():
    pages = {"chapters/03-x.md": "# X\n\n{essay}`E07`\n", "back/l.md": "# L\n\n```{essays}\n```\n"}
    built = build(pages)
    page = built.html("chapters/03-x")
    assert 'href="../back/l.html#essay-e07"' in page
    assert "Angela (weblog angelawerkt), ca. 2015" in page
    assert built.html("back/l").count('id="essay-e') == 25


CHART = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# Een hoofdstuk

```{code-cell} python
from book.display import chart

chart("jeugdzorg-gebruik")
```
"""


def test_the_register_tells_in_which_chart_a_series_is_drawn():
    result = build({"chapters/03-x.md": CHART, "back/r.md": "# R\n\n```{cijferregister}\n```\n"})
    series = re.search(r'id="reeks-jeugdzorg-tot-18-procent">(.*?)<table', result.html("back/r"), re.DOTALL).group(1)
    assert 'href="../chapters/03-x.html#fig-jeugdzorg-gebruik">hoofdstuk 3</a>' in series


def test_an_indirect_figure_is_not_called_confirmed(figures):
    page = figures.html("chapters/03-codes")
    note = re.search(r'<template id="pop-feit-uitgaven-jeugd-2024">(.*?)</template>', page, re.DOTALL).group(1)
    assert "via een zwakkere bron" in note and "bevestigd" not in note
    assert "bevestigd" not in row(figures.html("back/register"), "feit-uitgaven-jeugd-2024").lower()
