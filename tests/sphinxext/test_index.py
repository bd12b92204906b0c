"""The index: terms and names, with the first place of each chapter."""

import re

import pytest
from minibook import Result, build

from book.sphinxext.index import _join_namesakes

PAGES = {
    "index.md": "# Boek\n\n```{toctree}\nchapters/03-a\nchapters/04-b\nback/register\nback/begrippen\n```\n",
    "chapters/03-a.md": "# Angela in een kop\n\nVolgens *De Jonge* kan het. Angela vindt van niet. Ook Angela. "
    "Een {term}`tarief` is een prijs.\n\n:::{docent}\nUWV.\n:::\n",
    "chapters/04-b.md": "# Vier\n\nAngelas boek telt niet, van Angela wel. De {term}`tarieven <tarief>` stegen.\n",
    "back/register.md": "# Register\n\n```{register}\n```\n",
    "back/begrippen.md": "# Begrippen\n\n```{glossary}\ntarief\n  Een prijs.\n```\n",
    "back/namen.csv": "name,forms\nAngela,Angela\nJonge (Hugo de),Hugo de Jonge;De Jonge\nUWV,UWV\n",
}


@pytest.fixture(scope="module")
def book() -> Result:
    result = build(PAGES)
    assert (result.status, result.warnings) == (0, "")
    return result


def entries(html: str) -> dict[str, list[str]]:
    """The lines of the index: the entry, and where its links lead."""
    lines = re.findall(r"<li>(.*?)</li>", html[html.index('class="register"') :])
    return {re.sub("<.*", "", line.replace("<em>", "")).strip(): re.findall('href="([^"]+)"', line) for line in lines}


def test_it_lists_terms_and_names_in_the_order_of_the_alphabet(book):
    assert list(entries(book.html("back/register"))) == ["Angela", "Jonge (Hugo de)", "tarief"]


def test_a_name_links_once_to_each_chapter_that_has_it_in_its_text(book):
    assert [link.partition("#")[0] for link in entries(book.html("back/register"))["Angela"]] == [
        "../chapters/03-a.html",
        "../chapters/04-b.html",
    ]


def test_every_link_arrives_at_the_word(book):
    for entry, links in entries(book.html("back/register")).items():
        for link in links:
            page, _, anchor = link.removeprefix("../").removesuffix("").partition("#")
            told = re.search(rf'id="{anchor}">(.*?)</span>', book.html(page.removesuffix(".html")))[1]
            assert entry.split()[0][:4].lower() in told.lower()


def test_on_paper_the_layout_gives_the_page(book):
    paper = book.paper()
    links = re.findall(r'<a class="bladzijde reference internal" href="#([^"]+)"></a>', paper)
    assert len(links) == 5
    assert all(f'id="{link}"' in paper for link in links)


def test_a_name_that_is_a_term_too_is_listed_once():
    term, name = [(2, "chapters/02-a", "x")], [(2, "chapters/02-a", "y"), (3, "chapters/03-b", "z")]
    entries = {("VNG", True): term, ("VNG", False): name, ("UWV", False): name}
    _join_namesakes(entries)
    assert entries == {("VNG", True): [(2, "chapters/02-a", "x"), (3, "chapters/03-b", "z")], ("UWV", False): name}
