"""Each rule for a self-test stops the build at the item that breaks it."""

import re
from pathlib import Path

import pytest

from book.exercises.items import Choice, ItemError, Order, items

YAML = (Path(__file__).parents[1] / "books/self-test/exercises/03-self-test.md").read_text("utf-8")
YAML = re.search(r":hoofdstuk: 3\n\n(.*)\n```", YAML, re.S)[1]


def line_of(text: str) -> int:
    return YAML[: YAML.index(text)].count("\n") + 1


def broken(old: str, new: str) -> ItemError:
    assert old in YAML
    with pytest.raises(ItemError) as caught:
        items(YAML.replace(old, new, 1), "3")
    return caught.value


def test_the_good_example_has_one_of_each_kind():
    assert {item.kind for item in items(YAML)} == {"meerkeuze", "waar-niet-waar", "volgorde", "schatting"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- soort: meerkeuze", "- soort: meerkeus", "item 1 has the unknown soort 'meerkeus'"),
        ("  niveau: onthouden\n", "", "item 1 has no niveau"),
        ("  niveau: onthouden", "  niveau: weten", "item 1 has the unknown niveau 'weten'"),
        ("  bron: h03, opening\n", "", "item 1 has no bron"),
        ("      goed: true\n", "", "item 1 does not have exactly one right option"),
        (
            "      waarom: Dat is een ander gebouw.",
            "      goed: true\n      waarom: Nee.",
            "exactly one right option",
        ),
        (
            "    - tekst: in de kerk\n      waarom: Dat is een ander gebouw.\n",
            "",
            "item 1 does not have three options",
        ),
        ("      waarom: Dat is een ander gebouw.\n", "", "item 1 does not say why (option 'in de kerk')"),
        ("Dat is een ander gebouw.", "woord " * 41, "item 1 has a waarom of 41 words (option 'in de kerk')"),
        ("in de kerk", "in de kerk aan het plein naast de grote markt van toen", "over 1,5 times the median"),
        ("in de kerk", "alle bovenstaande", "'all' or 'none of the above'"),
        ("in de kerk", "geen van de bovenstaande", "'all' or 'none of the above'"),
        ("Waar stond het loket?", "Waar stond het loket niet?", "item 1 hides a negation: 'niet'"),
        ("Een gemeente is een bestuur.", "Een gemeente heeft geen bestuur.", "hides a negation: 'geen'"),
        ("antwoord: waar", "antwoord: deels", "has the antwoord 'deels'"),
        ("    - de vierde stap\n", "", "does not have four to six different stappen"),
        ("feit: gemeenten-2015", "feit: bestaat-niet", "asks for the unknown figure 'bestaat-niet'"),
        ("  feit: gemeenten-2015", "  fiet: gemeenten-2015", "has the unknown field 'fiet'"),
        ("Waar lag de sleutel?", "Waar stond het loket?", "item 2 repeats the question of an earlier item"),
    ],
)
def test_a_broken_rule_names_the_item(old, new, message):
    assert message in str(broken(old, new))


def test_the_line_is_that_of_the_item():
    assert broken("  feit: gemeenten-2015", "  feit: x").line == line_of("- soort: schatting")


def test_yaml_that_cannot_be_read_names_its_line():
    error = broken("vraag: Waar stond het loket?", "vraag: Loket: waar?")
    assert error.line == line_of("vraag: Waar stond het loket?")
    assert "double quotes" in error.remedy


def test_a_chapter_has_six_to_eight_items():
    with pytest.raises(ItemError, match="there are 5 items"):
        items(YAML[: YAML.index("- soort: schatting")])


def test_a_chapter_has_one_of_each_kind():
    text = YAML[: YAML.index("- soort: schatting")] + YAML[: YAML.index("- soort: waar")].replace("?", " toen?")
    with pytest.raises(ItemError, match="no item of the soort 'schatting'"):
        items(text)


def test_a_long_option_may_be_flagged():
    text = YAML.replace("in de kerk", "in de kerk aan het plein naast de grote markt van toen")
    assert items(text.replace("  vraag: Waar stond het loket?", "  lang: true\n  vraag: Waar stond het loket?"))


def test_negation_in_capitals_is_allowed():
    assert items(YAML.replace("Waar stond het loket?", "Waar stond het loket NIET?"))


def test_a_number_stays_as_it_is_written():
    choice = items(YAML)[2]
    assert [option.text for option in choice.options] == ["393", "113.000", "145.000"]


def test_the_right_options_stand_in_different_places():
    choices = [item for item in items(YAML, "3") if isinstance(item, Choice)]
    letters = [option.letter for item in choices[:2] for option in item.options if option.right]
    assert len(set(letters)) == 2


def test_the_steps_are_shuffled_the_same_way_each_time():
    first, second = ([item.shown for item in items(YAML) if isinstance(item, Order)] for _ in range(2))
    assert first == second
    assert first[0] != sorted(first[0])
