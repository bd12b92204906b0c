"""Learning goals and voices: groups with a name, nothing else inside."""

from minibook import build

VOICES = """\
# Titel

::::{stemmen} Wie heeft *gelijk*?
:::{stem} Angela, 2015
Een stem met **nadruk**.
:::
:::{stem} Utrecht, 2020
Nog een.
:::
::::
"""


def page(text: str):
    return build({"chapters/03-x.md": text})


def test_voices_stand_beside_each_other_under_their_question():
    result = page(VOICES)
    assert (result.status, result.warnings) == (0, "")
    html = result.html("chapters/03-x")
    assert '<p class="stemmen-titel">Wie heeft <em>gelijk</em>?</p><div class="stemmen-rij">' in html
    assert '<p class="stem-titel">Angela, 2015</p><p>Een stem met <strong>nadruk</strong>.</p>' in html


def test_one_voice_is_refused():
    result = page(VOICES.replace(":::{stem} Utrecht, 2020\nNog een.\n:::\n", ""))
    assert result.status == 1
    assert "03-x.md:3: {stemmen} needs two or more {stem} blocks" in result.warnings


def test_learning_goals_are_a_named_group():
    html = page("# Titel\n\n:::{leerdoelen}\n- Je kunt lezen.\n:::\n").html("chapters/03-x")
    group = '<div class="leerdoelen" role="group" aria-label="Leerdoelen">'
    assert f'{group}<p class="leerdoelen-titel">Leerdoelen</p><ul' in html


def test_learning_goals_are_a_list():
    result = page("# Titel\n\n:::{leerdoelen}\nJe kunt lezen.\n:::\n")
    assert result.status == 1
    assert "03-x.md:3: {leerdoelen} holds something else than one list" in result.warnings
