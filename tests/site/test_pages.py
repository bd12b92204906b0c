"""What every built page must be, read from the files."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from book.cli import site as build

pytestmark = pytest.mark.site
SITE = build.OUTPUT["lezer"]
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html") if "_static" not in path.parts)
LOADED = (("script", "src"), ("link", "href"), ("img", "src"), ("source", "src"), ("iframe", "src"))


@cache
def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@cache
def ids(path: Path) -> frozenset[str]:
    return frozenset(tag.get("id") or tag.get("name") for tag in parsed(path).select("[id], a[name]"))


def test_there_are_pages(site):
    assert "chapters/03-productcodes.html" in PAGES
    assert "chapters/10-tekorten.html" in PAGES


def test_the_build_warns_of_nothing(site):
    lines = build.warnings_of(SITE).read_text("utf-8").splitlines()
    assert [line for line in lines if "WARNING" in line or "ERROR" in line] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_dutch(site, name):
    assert parsed(site / name).html["lang"] == "nl"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_elsewhere(site, name):
    loaded = [tag.get(attribute) for kind, attribute in LOADED for tag in parsed(site / name).find_all(kind)]
    assert [url for url in loaded if url and re.match(r"(https?:)?//", url)] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_within_the_book_lead_somewhere(site, name):
    page = site / name
    dead = []
    for tag in parsed(page).select("a[href]"):
        link = urlsplit(tag["href"])
        if link.scheme or link.netloc:
            continue
        target = (page.parent / unquote(link.path)).resolve() if link.path else page
        anchor = unquote(link.fragment) if target.suffix == ".html" else ""
        named, _, setting = anchor.partition("&")
        anchor = f"sim-{named}" if setting else anchor  # `#name&scenario=...` calls up a setting of a simulation
        if not target.exists() or (anchor and anchor not in ids(target)):
            dead.append(tag["href"])
    assert dead == []


@pytest.mark.parametrize("name", PAGES)
def test_an_id_stands_on_a_page_once(site, name):
    found = [tag["id"] for tag in parsed(site / name).select("[id]")]
    assert sorted({name for name in found if found.count(name) > 1}) == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_skip_no_level(site, name):
    levels = [int(tag.name[1]) for tag in parsed(site / name).select("main h1, main h2, main h3, main h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
