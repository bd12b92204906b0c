"""The vote tool: one reader's shift, or a group's in counts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from keeping import comes_back
from minibook import build
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
PAGE = "exercises/10-x"
VOTE = "# Opgaven\n\n:::{stemming} Twee stellingen\n- Het Rijk betaalt mee.\n- Geld krijgt een naam.\n:::\n"


@pytest.fixture(scope="module")
def book() -> Path:
    """The mini-book with one vote."""
    return build({f"{PAGE}.md": VOTE}).outdir


@pytest.fixture
def open_vote(book, visit) -> Callable[..., Page]:
    """Open the page with the vote."""
    return lambda **options: visit(book.as_uri(), f"{PAGE}.html", **options)


def pick(page: Page, group: str, option: str) -> None:
    """Choose `option` by keyboard: the first of its group, then the arrows."""
    radios = page.get_by_role("group", name=group, exact=True).get_by_role("radio")
    wanted = page.get_by_role("group", name=group, exact=True).get_by_role("radio", name=option, exact=True)
    radios.first.focus()
    page.keyboard.press("Space")
    for _ in range(5):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{option} cannot be reached by the arrows")


def count(page: Page, turn: int, *counts: int) -> None:
    """Type the counts of the first statement, from 'helemaal oneens' to 'helemaal eens'."""
    pick(page, "Welke ronde?", ["ronde 1, vooraf", "ronde 2, achteraf"][turn - 1])
    group = page.get_by_role("group", name=f"Stelling 1, ronde {turn}: hoeveel stemmen?")
    group.get_by_role("spinbutton").first.focus()
    for number in counts:
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")


def summary(page: Page):
    return page.locator(".vote-summary").first


def test_a_reader_sees_where_the_second_vote_went(open_vote):
    page = open_vote()
    pick(page, "Stelling 1, ronde 1: wat vind je?", "oneens")
    pick(page, "Stelling 1, ronde 1: hoe zeker ben je?", "zeker")
    expect(summary(page)).to_have_text("Ronde 1: oneens (zeker). Stem na het gesprek opnieuw, in ronde 2.")
    pick(page, "Welke ronde?", "ronde 2, achteraf")
    pick(page, "Stelling 1, ronde 2: wat vind je?", "eens")
    expect(summary(page)).to_have_text(
        "Eerst: oneens (zeker). Daarna: eens. Je schoof 2 plaatsen op in de richting van eens."
    )


def test_a_small_group_gets_counts_and_no_percentages(open_vote):
    page = open_vote()
    pick(page, "Wie stemt?", "ik tel een groep")
    count(page, 1, 1, 4, 0, 2, 1)
    count(page, 2, 0, 3, 0, 4, 1)
    expect(summary(page)).to_contain_text("Eens of helemaal eens: eerst 3, daarna 5.")
    expect(summary(page)).to_contain_text("Met minder dan tien stemmers zegt een verschuiving weinig.")
    assert "%" not in summary(page).text_content()


def test_a_larger_group_gets_percentages_too_and_a_warning_when_somebody_left(open_vote):
    page = open_vote()
    pick(page, "Wie stemt?", "ik tel een groep")
    count(page, 1, 2, 4, 2, 3, 1)
    count(page, 2, 1, 2, 2, 4, 1)
    expect(summary(page)).to_contain_text("Eens of helemaal eens: eerst 4 (33%), daarna 5 (50%).")
    expect(summary(page)).to_contain_text("In ronde 2 stemden er 2 minder dan in ronde 1")


def test_the_counts_stand_in_a_table(open_vote):
    page = open_vote()
    pick(page, "Wie stemt?", "ik tel een groep")
    count(page, 1, 1, 4, 0, 2, 1)
    row = page.get_by_role("table", name="Stelling 1: stemmen per antwoord").get_by_role("row", name="helemaal eens")
    expect(row.get_by_role("cell")).to_have_text([" 1", " 0"])


@comes_back
def test_a_reload_keeps_the_votes_and_opnieuw_clears_them(open_vote):
    page = open_vote()
    pick(page, "Stelling 1, ronde 1: wat vind je?", "eens")
    page.reload()
    expect(summary(page)).to_contain_text("Ronde 1: eens.")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Opnieuw").press("Enter")
    page.reload()
    expect(summary(page)).to_be_empty()


def test_without_javascript_the_form_shows(open_vote):
    page = open_vote(java_script_enabled=False)
    expect(page.get_by_role("table").first).to_be_visible()


def test_nothing_is_wider_than_a_phone(open_vote):
    page = open_vote(viewport={"width": 360, "height": 800})
    pick(page, "Wie stemt?", "ik tel een groep")
    count(page, 1, 1, 4, 0, 2, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
