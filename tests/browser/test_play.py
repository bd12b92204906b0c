"""Swapping words and sorting cards, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from keeping import comes_back
from minibook import build
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
LETTER = """\
# Taal

```{woordenwissel} Een brief
:label: h09-brief
tekst: |
  Wij [doen] het voor u.
woorden:
  doen:
    - woord: beslissen
      stuurt: de gemeente
    - woord: overleggen
      stuurt: allebei
      waarom: Twee mensen praten.
```
"""
CARDS = """\
# Sturen

```{sorteren} Kaarten
:label: h13-kaarten
kolommen:
  - naam: input
  - naam: outcome
kaarten:
  - tekst: Uren van een team
    past:
      input: Je stopt ze erin.
    anders: Uren zijn geen doel.
  - tekst: Weer naar school
    past:
      outcome: Daar was het om te doen.
```
"""


@pytest.fixture(scope="module")
def book() -> Path:
    """The mini-book with one letter and one sorting."""
    return build({"chapters/09-x.md": LETTER, "chapters/13-y.md": CARDS}).outdir


@pytest.fixture
def open_play(book, visit) -> Callable[..., Page]:
    """Open a page of it."""
    return lambda name, **options: visit(book.as_uri(), f"chapters/{name}.html", **options)


def test_another_word_changes_who_steers_and_the_letter(open_play):
    page = open_play("09-x")
    expect(page.locator(".words-tally")).to_have_text("Wie stuurt er in deze brief? de gemeente 1 keer.")
    page.get_by_role("combobox", name="Woord 1").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".words-tally")).to_contain_text("overleggen: allebei. Wie stuurt er in deze brief?")
    expect(page.locator(".words-steering")).to_contain_text("overleggen: allebei. Twee mensen praten.")
    page.get_by_text("Lees de brief zoals hij nu is").click()
    expect(page.locator(".words-now")).to_have_text("Wij overleggen het voor u.")


@comes_back
def test_the_letter_is_kept_and_can_go_back(open_play):
    page = open_play("09-x")
    page.get_by_role("combobox").select_option("overleggen")
    page.reload()
    expect(page.get_by_role("combobox")).to_have_value("1")
    page.get_by_role("button", name="Terug naar de eerste brief").press("Enter")
    expect(page.get_by_role("combobox")).to_have_value("0")


def test_a_card_is_laid_and_judged_with_reasons(open_play):
    page = open_play("13-y")
    page.get_by_role("group", name="Kaart 1. Uren van een team").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("list", name="Kaarten bij outcome")).to_have_text("Uren van een team")
    expect(page.locator(".sort-feedback").first).to_be_empty()
    page.get_by_role("button", name="Kijk na").press("Enter")
    expect(page.locator(".sort-feedback").first).to_have_text(
        "Hier past hij minder goed. Uren zijn geen doel.Wel input: Je stopt ze erin.")
    expect(page.locator(".sort-progress")).to_have_text(
        "1 van de 2 kaarten liggen. Daarvan zijn er 0 te verdedigen.")
    page.get_by_role("radio", name="input").first.check()
    expect(page.locator(".sort-feedback").first).to_have_text("Te verdedigen. Je stopt ze erin.")


@comes_back
def test_the_cards_are_kept_and_can_be_taken_away(open_play):
    page = open_play("13-y")
    page.get_by_role("radio", name="outcome").nth(1).check()
    page.reload()
    expect(page.get_by_role("list", name="Kaarten bij outcome")).to_have_text("Weer naar school")
    page.get_by_role("button", name="Opnieuw").press("Enter")
    expect(page.locator(".sort-progress")).to_have_text("0 van de 2 kaarten liggen.")


def test_without_javascript_the_reasons_can_be_read(open_play):
    page = open_play("13-y", java_script_enabled=False)
    page.get_by_text("Alle kaarten, met de redenen").click()
    expect(page.locator(".sort-key")).to_contain_text("Daar was het om te doen.")


@pytest.mark.parametrize("name", ["09-x", "13-y"])
def test_nothing_is_wider_than_a_phone(open_play, name):
    page = open_play(name, viewport={"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
