"""How the one page for paper is made: what stays, what goes, what is told beside it."""

import re

import pytest
from minibook import build

PAGES = {
    "index.md": "# Boek\n\n```{rst-class} alleen-scherm\n```\n## Wat heb je nodig?\n\nEen browser.\n\n"
    "## Verder\n\nTekst.\n\n"
    "```{toctree}\n:caption: I · Begin\nchapters/03-a\nchapters/04-b\n```\n",
    "chapters/03-a.md": "(h03)=\n# Een\n\n## Hier\n\nZie {ref}`h03`, {ref}`h04` en {doc}`/chapters/04-b`.[^n]\n\n"
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[^n]: De noot zelf.\n",
    "chapters/04-b.md": "(h04)=\n# Twee\n\n## Hier\n\nTekst.\n",
}


@pytest.fixture(scope="module")
def paper() -> str:
    result = build(PAGES, builder="singlehtml")
    assert result.status == 0, result.warnings
    return (result.outdir / "print.html").read_text("utf-8")


def test_what_serves_a_screen_is_left_out(paper):
    assert "Een browser." not in paper and "Verder" in paper


def test_the_landing_page_becomes_the_reading_guide(paper):
    assert re.search(r"<h1[^>]*>Leeswijzer<a", paper)


def test_a_reference_to_another_document_tells_its_page(paper):
    assert len(re.findall(r'class="elsewhere [^"]*" href="#[^"]*04-b', paper)) == 2


def test_a_reference_within_the_document_does_not(paper):
    assert not re.findall(r'class="elsewhere [^"]*" href="#[^"]*03-a', paper)


def test_a_footnote_stands_where_it_is_called(paper):
    assert re.search(r'<span class="footnote"[^>]*>De noot zelf\.</span>', paper)


def test_table_heads_say_that_they_head_a_column(paper):
    assert '<th scope="col" class="head">' in paper


def test_no_id_stands_twice(paper):
    ids = re.findall(r'\bid="([^"]+)"', paper)
    assert sorted(ids) == sorted(set(ids))


def test_every_link_within_the_book_arrives(paper):
    ids = set(re.findall(r'\bid="([^"]+)"', paper))
    assert set(re.findall(r'href="#([^"]+)"', paper)) - ids == set()


def test_a_part_has_a_page_with_its_number_name_and_chapters(paper):
    part = re.search(r'<section class="part".*?</section>', paper, re.DOTALL)[0]
    for told in ("Deel I<", "<h1>Begin</h1>", "Een</a>", "Twee</a>"):
        assert told in part


def test_nothing_on_paper_runs_or_can_be_clicked(paper):
    body = paper[paper.index("<body") :]
    assert "<script" not in body and "<button" not in body
