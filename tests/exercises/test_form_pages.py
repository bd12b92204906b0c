"""The pages of the working forms: their minutes, and the list of the exercises that use a form."""

import re
from pathlib import Path

import pytest
from minibook import build

from book.exercises.forms import Form, forms

ROOT = Path(__file__).resolve().parents[2]
PAGES, EXERCISES = ROOT / "back/werkvormen", ROOT / "exercises"
EXERCISE = """\
(o03)=
# Opgaven

::::{{opgave}} Kies
:label: o03-kies
:werkvorm: placemat
:minuten: {minutes}
:groep: 3-32
:niveau: evalueren
:leerdoel: Je kunt kiezen.

1. ({minutes} min) Kies. Waarom?
::::
"""
BOOK = {
    "exercises/03-x.md": EXERCISE.format(minutes=25),
    "back/werkvormen.md": "# Werkvormen\n\n```{werkvormen}\n```\n",
    "back/f04.md": "(werkvorm-f04)=\n# Placemat\n\n```{werkvorm} F4\n```\n\n```{opgaven-met} F4\n```\n",
}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.code)
def test_the_steps_on_the_page_of_a_form_add_up_to_its_minutes(form: Form):
    text = PAGES.joinpath(f"{form.code.lower()[0]}{int(form.code[1:]):02}.md").read_text("utf-8")
    assert text.startswith(f"({form.label})=\n# {form.name}\n")
    assert sum(map(int, re.findall(r"^\d+\. \((\d+) min\)", text, re.MULTILINE))) == form.minutes


def test_every_exercise_spells_its_form_as_the_page_of_the_form_does():
    spelled = {
        match[1]
        for path in EXERCISES.glob("*.md")
        for match in re.finditer(r"^:werkvorm: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    }
    assert spelled - {form.name for form in forms()} == set()


def test_a_form_lists_the_exercises_that_use_it_and_an_exercise_links_to_its_form():
    result = build(BOOK)
    assert result.warnings == ""
    assert re.search(r'href="\.\./exercises/03-x\.html#o03-kies"[^>]*>.*opgave 3\.1', result.html("back/f04"))
    assert "Kies (25 min)" in result.html("back/f04")
    assert 'href="../back/f04.html#werkvorm-f04"' in result.html("exercises/03-x")


def test_the_table_of_forms_names_the_exercises():
    assert "3.1" in build(BOOK).html("back/werkvormen")


def test_the_page_of_a_form_follows_a_changed_exercise():
    first = build(BOOK)
    build({**BOOK, "exercises/03-x.md": EXERCISE.format(minutes=30)}, into=first)
    assert "Kies (30 min)" in first.html("back/f04")


def test_an_unknown_form_stops_the_build():
    result = build({"back/x.md": "# X\n\n```{werkvorm} F17\n```\n"})
    assert (result.status, "F17" in result.warnings) == (1, True)
