"""The built site as its readers meet it: every page, light and dark, without a network.

Each page is visited twice; a subtest tells each of its faults apart. `open_page` sees to errors in a page and to
requests elsewhere.
"""

import axe
import pytest
from playwright.sync_api import expect

from book.cli import benchmark, weights
from book.cli.site import OUTPUT

pytestmark = pytest.mark.browser
PAGES = sorted(
    path.relative_to(OUTPUT["lezer"]).as_posix()
    for path in OUTPUT["lezer"].rglob("*.html")
    if "_static" not in path.parts and path.name != "genindex.html"
)
WIDTHS = (320, 360, 768, 1280, 1920)
SEARCHED = {"gemeente": 2, "gemeenten": 2, "decentralisatie": 1, "jeugdzorg": 1}
# A chart that gets another width draws again in the next frame.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
TOO_WIDE = """() => {
    const wide = document.documentElement.scrollWidth, ends = (one) => Math.round(one.getBoundingClientRect().right);
    const beyond = [...document.querySelectorAll("body *")].filter((one) => ends(one) > innerWidth).slice(0, 5);
    return wide <= innerWidth ? [] : [`the page: ${wide} px`, ...beyond.map(
        (one) => `<${one.localName} class="${one.getAttribute("class")}">: to ${ends(one)} px`)];
}"""


def read_to_the_end(page) -> None:
    """Scroll down, so that what loads when a reader comes near is loaded, and up again."""
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.evaluate(DRAWN)
    page.evaluate("window.scrollTo(0, 0)")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_a_stick_in_the_light(open_page, subtests, name):
    page = open_page(name, scheme="file", theme="light")
    read_to_the_end(page)
    with subtests.test("it has its content"):
        assert page.locator("main h1, main form, main .search").count() >= 1
    with subtests.test("axe, light"):
        assert page.evaluate("document.documentElement.dataset.theme") == "light"
        assert not (found := axe.faults(page)), "\n".join(found)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_a_server_in_the_dark_on_every_screen(open_page, subtests, name):
    page = open_page(name, scheme="http", theme="dark", width=WIDTHS[0])
    read_to_the_end(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(DRAWN)
        with subtests.test("nothing is wider than the screen", width=width):
            assert not (found := page.evaluate(TOO_WIDE)), "\n".join(found)
    page.set_viewport_size({"width": 1280, "height": 900})
    with subtests.test("it has its content"):
        assert page.locator("main h1, main form, main .search").count() >= 1
    with subtests.test("axe, dark"):
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert not (found := axe.faults(page)), "\n".join(found)


@pytest.mark.parametrize("scheme", ["file", "http"])
@pytest.mark.parametrize("word", SEARCHED)
def test_search_finds_a_dutch_word(open_page, word, scheme):
    page = open_page(f"search.html?q={word}", scheme=scheme)
    expect(page.locator("#search-results li").nth(SEARCHED[word] - 1)).to_be_attached()


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
