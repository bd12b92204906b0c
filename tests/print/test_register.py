"""The register on paper: only what the book uses, a series in a line."""

import re

import pytest
from minibook import build

TEXT = "# Boek\n\n{feit}`productcodes-2015` {feit}`gemeenten@2015`\n\n```{cijferregister}\n```\n"


@pytest.fixture(scope="module")
def paper() -> str:
    result = build({"index.md": TEXT}, builder="singlehtml")
    html = (result.outdir / "print.html").read_text("utf-8")
    return html[html.index("<main") :]


def test_a_figure_that_the_book_uses_is_there(paper):
    assert 'id="index--feit-productcodes-2015"' in paper


def test_a_figure_that_it_does_not_use_is_not(paper):
    assert "feit-productcodes-vakblad" not in paper


def test_a_series_stands_in_one_line_with_its_remarks(paper):
    line = re.search(r'<p class="reeks-punten">(.*?)</p>', paper)[1]
    assert "2015:\u00a0393" in line and " · " in line


def test_sources_that_nothing_cites_are_left_out(paper):
    cited = set(re.findall(r'href="#(index--bron-[^"]+)"', paper))
    listed = set(re.findall(r'id="(index--bron-[^"]+)"', paper))
    assert listed == cited


def test_the_page_tells_how_much_the_site_has(paper):
    assert re.search(r"Op papier staan de 1 cijfers", paper)
