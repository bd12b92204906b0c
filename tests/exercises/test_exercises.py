"""An exercise shows its facts and number; a mistake in it stops the build at its line."""

import re

import pytest
from minibook import Result, build

PAGE = "exercises/03-x"
EXERCISE = """\
::::{opgave} Eén regel
:label: o03-regel
:werkvorm: Bronnenonderzoek
:minuten: 10
:groep: 4-40
:niveau: creeren
:leerdoel: Je kunt **een regel** maken.
:materiaal: papier

1. (4 min) Lees alleen. Schrijf.
2. (6 min) *Praat* samen.

**Vragen**

1. Wie gaat erop achteruit?
::::
"""


def build_page(text: str, edition: str = "lezer", **pages: str) -> Result:
    page = f"# Opgaven\n\nZie {{ref}}`o03-regel`.\n\n{text}"
    return build({f"{PAGE}.md": page, **{f"exercises/{name}.md": text for name, text in pages.items()}}, edition)


@pytest.fixture(scope="module")
def html() -> str:
    result = build_page(EXERCISE + EXERCISE.replace("o03-regel", "o03-tweede"))
    assert (result.status, result.warnings) == (0, "")
    return result.html(PAGE)


def test_the_title_is_a_heading_with_the_number(html):
    assert re.search(r'<h2><span class="exercise-number">Opgave 3\.1</span> · Eén regel', html)
    assert '<span class="exercise-number">Opgave 3.2</span>' in html


def test_a_reference_gives_the_number(html):
    assert re.search(r'href="#o03-regel"><span class="std std-ref">opgave 3\.1</span>', html)


@pytest.mark.parametrize(
    "fact",
    [
        "<dt>Werkvorm</dt><dd><span>Bronnenonderzoek / feitencheck</span>",
        "<dt>Tijd</dt><dd>10 minuten</dd>",
        "<dt>Groep</dt><dd>4 tot 40 personen</dd>",
        "<dt>Niveau</dt><dd>creëren</dd>",
        "<dt>Materiaal</dt><dd>papier",
    ],
)
def test_the_strip_tells_the_facts(html, fact):
    assert fact in html


def test_the_learning_goal_is_parsed_as_text(html):
    assert "<strong>Leerdoel.</strong> Je kunt <strong>een regel</strong> maken." in html


def test_a_step_keeps_its_markup_beside_its_minutes(html):
    assert '<span class="step-minutes">(6 min)</span> <em>Praat</em> samen.' in html


def test_only_pages_with_exercises_load_the_style_sheet(html):
    assert "exercises.css" in html
    assert "exercises.css" not in build({"chapters/03-x.md": "# Leeg\n"}).html("chapters/03-x")


def test_the_trainer_sees_the_steps_as_a_bar_of_minutes():
    html = build_page(EXERCISE, edition="docent").html(PAGE)
    assert re.findall(r'time-bar-minutes">([^<]+)<', html) == ["0–4", "4–10"]


def test_the_form_links_to_its_explanation_when_there_is_one():
    forms = "# Werkvormen\n\n(werkvorm-f14)=\n## Bronnenonderzoek\n\nUitleg.\n"
    html = build_page(EXERCISE, werkvormen=forms).html(PAGE)
    assert re.search(r'<a [^>]*href="werkvormen\.html#werkvorm-f14"', html)


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        (
            ":werkvorm: Bronnenonderzoek",
            ":werkvorm: Estafette",
            "unknown werkvorm 'Estafette' (choose one of: 1-2-4",
            5,
        ),
        (":niveau: creeren", ":niveau: weten", "unknown niveau 'weten'", 5),
        (":leerdoel: Je kunt **een regel** maken.\n", "", "has no :leerdoel:", 5),
        (":label: o03-regel\n", "", "exercise 'Eén regel' has no :label:", 5),
        (":minuten: 10", ":minuten: 15", "takes 15 minutes, but its steps add up to 10", 5),
        (":minuten: 10", ":minuten: tien", "':minuten: tien'", 5),
        (":groep: 4-40", ":groep: veel", "':groep: veel'", 5),
        ("2. (6 min) *Praat*", "2. *Praat*", "has a step without minutes: 'Praat samen.'", 15),
        ("achteruit?", "achteruit.", "asks nothing", 5),
    ],
)
def test_a_mistake_stops_the_build_with_its_line(old, new, message, line):
    assert old in EXERCISE
    result = build_page(EXERCISE.replace(old, new))
    assert result.status == 1
    assert message in result.warnings
    assert f"03-x.md:{line}: exercise '" in result.warnings
    assert "Traceback" not in result.warnings


def test_a_label_used_twice_names_the_other_page():
    result = build_page(EXERCISE, **{"04-y": f"# Nog een\n\n{EXERCISE}"})
    assert result.status == 1
    assert (
        "exercises/04-y.md:3: exercise 'o03-regel' has the label of another exercise, in exercises/03-x.md"
        in result.warnings
    )
