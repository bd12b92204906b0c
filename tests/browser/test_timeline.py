"""The timeline: lanes of points, filters, the keyboard, and an address that brings back what was chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from minibook import build
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def book() -> Path:
    """The mini-book with the whole timeline."""
    return build({"back/tijdlijn.md": "# Tijdlijn\n\n```{tijdlijn}\n```\n"}).outdir


@pytest.fixture
def open_timeline(book, visit) -> Callable[..., Page]:
    """Open the timeline at an address."""
    return lambda fragment="", **options: visit(book.as_uri(), f"back/tijdlijn.html{fragment}", **options)


def test_a_point_is_read_beside_the_lanes(open_timeline):
    page = open_timeline()
    page.get_by_role("button", name="14 januari 2019, praktijk: Lawaaimars in Den Haag").click()
    expect(page.locator(".timeline-what")).to_have_text("Lawaaimars in Den Haag")
    expect(page.locator(".timeline-about")).to_contain_text("FNV eist")


def test_the_arrows_walk_through_time_and_layers_with_one_tab_stop(open_timeline):
    page = open_timeline("#tijdlijn&bij=eerste-wmo")
    assert page.locator(".timeline-point[tabindex='0']").count() == 1
    page.locator(".timeline-point[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".timeline-when")).to_contain_text("ca. 2010 · essay")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".timeline-when")).to_contain_text("· geld")
    page.keyboard.press("End")
    expect(page.locator(".timeline-when")).to_contain_text("1 januari 2027 (gepland)")


def test_layers_and_themes_are_filtered(open_timeline):
    page = open_timeline()
    for name in ("rapporten", "geld", "essays", "praktijk"):
        page.get_by_role("checkbox", name=name).uncheck()
    page.get_by_label("Thema").select_option("schulden")
    expect(page.locator(".timeline-count")).to_contain_text("1 van ")
    expect(page.locator(".timeline-point:visible")).to_have_count(1)
    expect(page.locator(".timeline-what")).to_have_text("Schuldsanering wordt korter")
    page.get_by_text("Alle gebeurtenissen als tabel").click()
    expect(page.locator("tr[data-layer]:visible")).to_have_count(1)


def test_the_address_brings_back_the_choice(open_timeline):
    page = open_timeline()
    page.get_by_role("checkbox", name="essays").uncheck()
    page.get_by_label("Thema").select_option("jeugd")
    fragment = page.evaluate("location.hash")
    again = open_timeline(fragment)
    expect(again.get_by_role("checkbox", name="essays")).not_to_be_checked()
    expect(again.get_by_label("Thema")).to_have_value("jeugd")


def test_without_javascript_the_table_stands_open(open_timeline):
    page = open_timeline(java_script_enabled=False)
    expect(page.get_by_role("row", name="De drie wetten gaan in")).to_be_visible()


def test_on_a_phone_every_point_can_be_hit_and_nothing_is_too_wide(open_timeline):
    page = open_timeline(viewport={"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    boxes = [box.bounding_box() for box in page.locator(".timeline-point").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
    places = {(round(box["x"]), round(box["y"])) for box in boxes}
    assert len(places) == len(boxes)
