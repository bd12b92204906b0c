"""Cards with a secret on the built page: folded, opened by the keyboard, with and without a script."""

import axe
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGE = "exercises/11-risicodeling.html"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_player_opens_one_card_with_the_keyboard_and_sees_no_other(open_page, javascript):
    page = open_page(PAGE, javascript=javascript)
    cards = page.locator("details.role-card")
    first, second = cards.nth(0), cards.nth(1)
    expect(first.locator("p")).to_be_hidden()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("p")).to_be_visible()
    page.keyboard.press("Tab")
    while not second.locator("summary").evaluate("head => head === document.activeElement"):
        page.keyboard.press("Tab")  # past the figures in the open card
    expect(second.locator("p")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_card_is_large_enough_to_touch_and_fits(open_page, width):
    page = open_page(PAGE, width=width)
    for head in page.locator("details.role-card > summary").all():
        box = head.bounding_box()
        assert box["height"] >= 24 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_when_all_cards_are_open(open_page, theme):
    page = open_page(PAGE, theme=theme)
    page.evaluate("document.querySelectorAll('details.role-card').forEach(card => { card.open = true })")
    assert not (found := axe.faults(page, ".exercise-body")), "\n".join(found)
