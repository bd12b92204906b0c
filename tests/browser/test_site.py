"""The built site as its readers meet it: every page, light and dark, without a network."""

from pathlib import Path

import pytest

from book.cli import benchmark, weights
from book.cli.environment import MODULES
from book.cli.site import OUTPUT

pytestmark = pytest.mark.browser
AXE = MODULES / "axe-core/axe.min.js"
PAGES = sorted(
    path.relative_to(OUTPUT["lezer"]).as_posix()
    for path in OUTPUT["lezer"].rglob("*.html")
    if "_static" not in path.parts and path.name != "genindex.html"
)
SEARCHED = {"gemeente": 2, "gemeenten": 2, "decentralisatie": 1, "jeugdzorg": 1}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_a_page_opens_without_errors_or_requests_elsewhere(open_page, name, scheme):
    page = open_page(name, scheme=scheme)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    assert page.locator("main h1, main form, main .search").count() >= 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page, name, theme):
    page = open_page(name, theme=theme)
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found] == []


@pytest.mark.parametrize("scheme", ["file", "http"])
@pytest.mark.parametrize("word", SEARCHED)
def test_search_finds_a_dutch_word(open_page, word, scheme):
    page = open_page(f"search.html?q={word}", scheme=scheme)
    page.wait_for_selector("#search-results li", timeout=10_000)
    assert page.locator("#search-results li").count() >= SEARCHED[word]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1920])
def test_a_page_does_not_scroll_sideways(open_page, name, width):
    page = open_page(name, width=width)
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_tab_offers_to_skip_to_the_text(open_page):
    page = open_page("chapters/03-productcodes.html")
    page.keyboard.press("Tab")
    text = page.evaluate("document.activeElement.textContent.trim()")
    assert "inhoud" in text.lower()


def test_the_theme_switch_works_by_keyboard(open_page):
    page = open_page("chapters/03-productcodes.html", theme="light")
    page.get_by_role("button", name="Donker").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_what_axe_is_given_exists():
    assert Path(AXE).exists()


def test_the_first_view_of_a_chapter_weighs_at_most_200_kilobytes(chromium, server, site):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    weight = weights.watch(page, site)
    page.goto(f"{server}/chapters/03-productcodes.html", wait_until="networkidle")
    page.close()
    assert weight.total <= 200_000, weight.files


def test_a_chapter_with_everything_used_weighs_at_most_900_kilobytes(chromium, server, site):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    weight = weights.watch(page, site)
    page.goto(f"{server}/chapters/03-productcodes.html", wait_until="networkidle")
    benchmark.use_everything(page)
    page.close()
    assert any("plotly" in name for name in weight.files)
    assert any("engine" in name for name in weight.files)
    assert weight.total <= 900_000, weight.files
