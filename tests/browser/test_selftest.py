"""A self-test is played by keyboard; what is filled in stays, in this browser only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from keeping import comes_back
from minibook import build
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
QUESTIONS = {"meerkeuze": 1, "getal": 3, "waar-niet-waar": 4, "volgorde": 5, "schatting": 6}


@pytest.fixture(scope="module")
def book() -> Path:
    """The mini-book with one self-test."""
    result = build("tests/books/self-test")
    assert result.status == 0, result.warnings
    return result.outdir


@pytest.fixture
def open_test(book, visit) -> Callable[..., Page]:
    """Open the page with the self-test."""

    def open_test(width: int = 1280, **options) -> Page:
        viewport = {"width": width, "height": 900}
        return visit(book.as_uri(), "exercises/03-self-test.html", viewport=viewport, **options)

    return open_test


def item(page: Page, kind: str) -> Locator:
    return page.locator(f"#zelftest-3-{QUESTIONS[kind]}")


def feedback(page: Page, kind: str) -> Locator:
    return item(page, kind).get_by_role("status")


def choose(page: Page, kind: str, answer: str) -> None:
    """Choose a radio button by keyboard: tab into the group, then the arrows."""
    radio = item(page, kind).get_by_role("radio", name=answer)
    group = radio.get_attribute("name")
    item(page, kind).locator(f'input[name="{group}"]').first.focus()
    page.keyboard.press("Space")
    for _ in range(3):
        if radio.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{answer} cannot be reached by the arrows")


def check(page: Page, kind: str) -> None:
    item(page, kind).get_by_role("button", name="Controleer").focus()
    page.keyboard.press("Enter")


def estimate(page: Page, *numbers: str) -> None:
    for label, number in zip(("Laagste waarde", "Beste schatting", "Hoogste waarde"), numbers, strict=True):
        item(page, "schatting").get_by_label(label).focus()
        page.keyboard.press("Control+A")
        page.keyboard.type(number)


def test_a_right_choice_is_said_in_words_with_its_reason(open_test):
    page = open_test()
    choose(page, "meerkeuze", "in het stadhuis")
    check(page, "meerkeuze")
    expect(feedback(page, "meerkeuze")).to_have_text("Goed. Daar zat de gemeente.")


def test_a_wrong_choice_tells_why_and_what_is_right(open_test):
    page = open_test()
    choose(page, "meerkeuze", "in de kerk")
    check(page, "meerkeuze")
    right = item(page, "meerkeuze").get_attribute("data-answer-is")
    expect(feedback(page, "meerkeuze")).to_have_text(f"Niet goed. Dat is een ander gebouw. Goed is {right}.")


def test_the_other_options_get_their_reason_tied_to_them(open_test):
    page = open_test()
    choose(page, "meerkeuze", "in de kerk")
    check(page, "meerkeuze")
    school = item(page, "meerkeuze").get_by_role("radio", name="in de school")
    expect(school).to_have_accessible_description("Daar zaten de kinderen.")


def test_the_focus_stays_on_the_button_after_checking(open_test):
    page = open_test()
    choose(page, "meerkeuze", "in de kerk")
    check(page, "meerkeuze")
    expect(item(page, "meerkeuze").get_by_role("button", name="Controleer")).to_be_focused()


def test_checking_without_an_answer_asks_for_one(open_test):
    page = open_test()
    check(page, "meerkeuze")
    expect(feedback(page, "meerkeuze")).to_have_text("Kies eerst een antwoord.")


def test_another_choice_takes_the_feedback_away(open_test):
    page = open_test()
    choose(page, "meerkeuze", "in de kerk")
    check(page, "meerkeuze")
    choose(page, "meerkeuze", "in de school")
    expect(feedback(page, "meerkeuze")).to_be_empty()


def test_a_claim_asks_for_certainty_and_weighs_it(open_test):
    page = open_test()
    choose(page, "waar-niet-waar", "Niet waar")
    check(page, "waar-niet-waar")
    expect(feedback(page, "waar-niet-waar")).to_have_text("Kies ook of je het zeker weet of twijfelt.")
    choose(page, "waar-niet-waar", "Ik twijfel")
    check(page, "waar-niet-waar")
    expect(feedback(page, "waar-niet-waar")).to_have_text(
        "Niet goed. De stelling klopt. Je twijfelde, en met reden. Zo zegt de wet het."
    )


def steps(page: Page) -> list[str]:
    return item(page, "volgorde").locator(".selftest-step").all_text_contents()


def move(page: Page, step: str, way: str) -> None:
    item(page, "volgorde").get_by_role("button", name=f"{step}, plaats").and_(
        page.locator(f'[data-move="{way}"]')
    ).focus()
    page.keyboard.press("Enter")


def test_steps_move_by_named_buttons_that_keep_the_focus(open_test):
    page = open_test()
    last = steps(page)[-1]
    move(page, last, "omhoog")
    assert steps(page)[-2] == last
    button = item(page, "volgorde").get_by_role("button", name=f"{last}, plaats 3 van 4, omhoog")
    expect(button).to_be_focused()
    expect(page.locator(".zelftest > [role=status]")).to_have_text(f"{last}: nu plaats 3 van 4.")


def test_an_order_counts_pairs_and_names_the_first_wrong_one(open_test):
    page = open_test()
    right = ["de eerste stap", "de tweede stap", "de derde stap", "de vierde stap"]
    for place, step in enumerate(right):
        while steps(page).index(step) > place:
            move(page, step, "omhoog")
    move(page, "de derde stap", "omhoog")
    check(page, "volgorde")
    expect(feedback(page, "volgorde")).to_contain_text(
        "Niet goed. 5 van de 6 paren staan in de goede volgorde. "
        "Het eerste paar dat verkeerd staat: ‘de tweede stap’ hoort vóór ‘de derde stap’."
    )
    move(page, "de derde stap", "omlaag")
    check(page, "volgorde")
    expect(feedback(page, "volgorde")).to_have_text("Goed. De hele volgorde klopt. Zo ging het.")


@pytest.mark.parametrize(
    ("numbers", "verdict"),
    [
        (("380", "390", "400"), "Goed. Het antwoord is 393"),
        (("100", "200", "300"), "Niet goed. Het antwoord is 393"),
        (("0,5", "390", "1.000"), "Goed. Het antwoord is 393"),
    ],
)
def test_an_estimate_tells_the_truth_and_whether_it_lies_inside(open_test, numbers, verdict):
    page = open_test()
    estimate(page, *numbers)
    check(page, "schatting")
    expect(feedback(page, "schatting")).to_contain_text(verdict)
    expect(feedback(page, "schatting")).to_contain_text("Het CBS telt ze.")


@pytest.mark.parametrize(
    ("numbers", "complaint"),
    [
        (("400", "390", "380"), "van klein naar groot"),
        (("veel", "390", "400"), "Vul drie getallen in"),
    ],
)
def test_an_estimate_of_no_use_is_sent_back(open_test, numbers, complaint):
    page = open_test()
    estimate(page, *numbers)
    check(page, "schatting")
    expect(feedback(page, "schatting")).to_contain_text(complaint)


def test_enter_in_a_field_checks(open_test):
    page = open_test()
    estimate(page, "380", "390", "400")
    page.keyboard.press("Enter")
    expect(feedback(page, "schatting")).to_contain_text("Goed.")


def test_two_estimates_in_the_book_give_a_line_on_calibration(open_test):
    earlier = "if (!localStorage['dichterbij:schattingen']) localStorage['dichterbij:schattingen'] = '{\"x\": false}'"
    page = open_test(script=earlier)
    estimate(page, "380", "390", "400")
    check(page, "schatting")
    expect(feedback(page, "schatting")).to_contain_text(
        "Van je 2 schattingen in dit boek lag er 1 binnen je grenzen. Bij 90% zekerheid verwacht je er 1 à 2."
    )


def fill_everything(page: Page) -> None:
    choose(page, "meerkeuze", "in de kerk")
    choose(page, "waar-niet-waar", "Niet waar")
    choose(page, "waar-niet-waar", "Zeker")
    estimate(page, "380", "390", "400")
    for kind in ("meerkeuze", "waar-niet-waar", "volgorde", "schatting"):
        check(page, kind)


@comes_back
def test_a_reload_keeps_answers_and_feedback(open_test):
    page = open_test()
    fill_everything(page)
    before = page.locator(".selftest-feedback").all_text_contents()
    order = steps(page)
    page.reload()
    expect(page.locator(".selftest-feedback")).to_have_text(before)
    assert steps(page) == order
    expect(item(page, "meerkeuze").get_by_role("radio", name="in de kerk")).to_be_checked()
    expect(page.locator(".selftest-progress")).to_have_text("4 van de 6 vragen nagekeken.")


@comes_back
def test_opnieuw_asks_and_then_clears(open_test):
    page = open_test()
    fill_everything(page)
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Opnieuw").press("Enter")
    expect(item(page, "meerkeuze").get_by_role("radio", name="in de kerk")).to_be_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Opnieuw").press("Enter")
    assert asked == ["Alle antwoorden van deze zelftest wissen?"]
    assert "".join(page.locator(".selftest-feedback").all_text_contents()) == ""
    page.reload()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(".selftest-progress")).to_have_text("0 van de 6 vragen nagekeken.")


def test_it_plays_where_storage_is_blocked(open_test):
    blocked = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    page = open_test(script=blocked, forgives="sphinx_highlight.js")
    choose(page, "meerkeuze", "in het stadhuis")
    check(page, "meerkeuze")
    expect(feedback(page, "meerkeuze")).to_contain_text("Goed.")


def test_without_javascript_the_answers_unfold(open_test):
    page = open_test(java_script_enabled=False)
    expect(page.get_by_role("button", name="Controleer")).to_have_count(0)
    page.get_by_text("Alle antwoorden").click()
    expect(page.get_by_text("Daar zat de gemeente.")).to_be_visible()


def test_nothing_is_wider_than_a_phone(open_test):
    page = open_test(width=360)
    fill_everything(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_targets_are_large_enough(open_test):
    page = open_test(width=360)
    small = (
        page.locator(".zelftest")
        .locator("button, input, summary")
        .evaluate_all(
            "all => all.map(n => n.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 24).length"
        )
    )
    assert small == 0
