"""No page of the site shows or reads out English of the tools it is made with."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.site

ENGLISH = (
    "Skip to", "Back to top", "Search the", "Search this", "On this page", "Previous", "Next page", "Toggle",
    "Color mode", "Light", "Dark", "System Settings", "Link to this", "Permalink", "Copy to", "Copied", "Click to",
    "Show code", "Hide", "Version warning", "Announcement", "Site navigation", "Section Navigation", "Contents",
    "Table of", "Edit on", "Footnotes", "Powered by", "Created using", "Built with", "Last updated", "By De makers",
    "Download this", "Full screen", "Exercise", "Solution", "Figure", "Note", "Warning", "Tip:", "Table ", "Chapter",
    "Loading", "Reset", "Close", "Menu", "None", "undefined",
)  # fmt: skip
READ_ALOUD = ("title", "aria-label", "alt", "placeholder", "aria-roledescription", "aria-description", "data-tooltip")


def pages(site: Path) -> list[Path]:
    return [path for path in site.rglob("*.html") if "_static" not in path.parts]


def shown(page: Path) -> list[str]:
    """Every piece of text of a page that is seen or read out; the titles of works in the literature excepted."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    for silent in soup.select("script, style, .literatuurlijst, template, [lang=en], math"):
        silent.decompose()
    attributes = (tag[name] for tag in soup.find_all(True) for name in READ_ALOUD if tag.has_attr(name))
    return [" ".join(text.split()) for text in [*soup.stripped_strings, *attributes]]


def test_no_interface_text_is_english(site: Path) -> None:
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ENGLISH))})(?![\w-])")
    found = {f"{page.name}: {text[:80]}" for page in pages(site) for text in shown(page) if pattern.search(text)}
    assert not found


def test_every_page_declares_dutch(site: Path) -> None:
    wrong = [page.name for page in pages(site) if '<html lang="nl"' not in page.read_text(encoding="utf-8")]
    assert not wrong


def test_the_scripts_of_the_search_find_dutch_words(site: Path) -> None:
    assert "DutchStemmer" in (site / "_static/language_data.js").read_text(encoding="utf-8")
    assert "gemeent" in (site / "searchindex.js").read_text(encoding="utf-8")
