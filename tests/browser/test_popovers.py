"""What a term, a figure or a citation means shows on hover, focus and a tap, and goes away again (WCAG 1.4.13)."""

import re

import pytest

from book.cli.site import OUTPUT

pytestmark = pytest.mark.browser
PAGE = next(
    (path.relative_to(OUTPUT["lezer"]).as_posix() for path in sorted(OUTPUT["lezer"].glob("chapters/*.html"))
     if "data-pop=" in path.read_text(encoding="utf-8")),
    "chapters/03-productcodes.html",
)  # fmt: skip
LINK = "main a[data-pop]"


@pytest.fixture
def page(open_page):
    return open_page(PAGE)


def test_it_shows_while_the_pointer_is_on_the_link_and_on_itself(page):
    page.locator(LINK).first.hover()
    page.wait_for_selector("#pop", state="visible")
    box = page.locator("#pop").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(500)
    assert page.locator("#pop").is_visible()


def test_it_goes_when_the_pointer_leaves(page):
    page.locator(LINK).first.hover()
    page.wait_for_selector("#pop", state="visible")
    page.mouse.move(2, 2)
    page.wait_for_selector("#pop", state="hidden")


def test_it_shows_on_focus_and_describes_the_link(page):
    page.locator(LINK).first.focus()
    page.wait_for_selector("#pop", state="visible")
    assert page.locator(LINK).first.get_attribute("aria-describedby") == "pop"


def test_escape_closes_it_and_leaves_the_focus(page):
    page.locator(LINK).first.focus()
    page.wait_for_selector("#pop", state="visible")
    page.keyboard.press("Escape")
    assert page.locator("#pop").is_hidden()
    assert page.evaluate("document.activeElement.hasAttribute('data-pop')")


def test_each_link_has_its_text_in_the_page(page):
    missing = page.evaluate(
        "[...document.querySelectorAll('a[data-pop]')].filter(a => !document.getElementById(a.dataset.pop)).length"
    )
    assert missing == 0


def test_it_stays_within_the_window_of_a_phone(open_page):
    page = open_page(PAGE, width=320)
    for number in range(min(10, page.locator(LINK).count())):
        page.locator(LINK).nth(number).focus()
        page.wait_for_selector("#pop", state="visible")
        box = page.locator("#pop").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_without_javascript_the_link_leads_to_the_place(open_page):
    page = open_page(PAGE, javascript=False)
    assert re.search(r"#(term|feit|bron|reeks)-", page.locator(LINK).first.get_attribute("href"))


def test_the_contents_open_and_close_by_keyboard_on_a_phone(open_page):
    page = open_page(PAGE, width=360)
    page.get_by_role("button", name="Inhoud").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("navigation", name="Inhoud").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("navigation", name="Inhoud").is_hidden()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Inhoud"
