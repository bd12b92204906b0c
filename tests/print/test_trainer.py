"""The trainer's edition on paper: the workbook's pages, with the notes beside the text they are about."""

import re

import pytest
from minibook import build

PAGES = {
    "index.md": "# Boek\n\n```{toctree}\n:caption: I · Begin\nchapters/03-a\nback/docentenhandleiding\n```\n",
    "chapters/03-a.md": "(h03)=\n# Drie\n\nTekst van het hoofdstuk.\n\n```{toctree}\n/exercises/03-a\n```\n",
    "back/docentenhandleiding.md": "---\neditie: docent\n---\n\n# Handleiding\n\nZie {ref}`h03`.\n\n"
    "```{trainingsdag}\n- tijd: 09.30–09.50\n  wat: binnenlopen\n  zo: koffie\n  deelnemers: Binnenkomen.\n"
    "- tijd: 09.50–10.30\n  wat: werken\n  deelnemers: Samen werken.\n  nodig: o03-een\n```\n",
    "exercises/03-a.md": """\
# Opgaven bij hoofdstuk 3

::::{opgave} Eerst
:label: o03-een
:werkvorm: rollenspel
:minuten: 12
:groep: 4-8
:niveau: analyseren
:leerdoel: Je kunt kiezen.
:ruimte: 5

Lees eerst. Zie {ref}`h03`.

1. (5 min) Kies.
2. (7 min) Vertel.

**Bespreekvragen**

- Wat verlies je?

:::{docent}
**Wat ze meenemen.** Een keuze.

**Vooraf.** Twee stoelen.

**Openingszin.** 'Ga zitten.'

| wanneer | jij zegt | de groep doet | zichtbaar |
| --- | --- | --- | --- |
| stap 1 | openingszin, stilte | kiest | briefje |
| stap 2 | 'Vertel het' | vertelt | niets |

**Stil?** Wacht. **Verhit?** Adem.

**Luister naar.** 'Ik verlies niets.'

**Een goed antwoord.** Noemt wat weg is.

**Kaart. Jaar vier.** Zo viel het uit.

| plaats | jaar |
| --- | --- |
| dorp | 4 |

**Valkuil.** Te snel.

**Varianten.** Met acht mensen.
:::
::::
""",
}


@pytest.fixture(scope="module")
def trainer() -> str:
    result = build(PAGES, "docent", "singlehtml")
    assert (result.status, result.warnings) == (0, "")
    html = result.html("print")
    return html[html.index("<body") :]


def row(html: str, text: str) -> str:
    """The note beside `text`."""
    return html[html.index(text) :].partition('<div class="note">')[2].partition("</div>")[0]


def test_it_holds_the_workbooks_pages_and_its_own_and_no_chapter(trainer):
    assert "Tekst van het hoofdstuk" not in trainer
    assert "Opgave 3.1" in trainer and "Begrotingsblad" in trainer and "writing-room" in trainer
    assert trainer.index('data-title="Handleiding"') < trainer.index("Opgave 3.1</span>")


def test_what_is_said_and_done_stands_beside_its_step(trainer):
    first, second = row(trainer, "Kies."), row(trainer, "Vertel.")
    assert "0–5" in first and "Ga zitten." in first and "stilte" in first and "openingszin" not in first
    assert "5–12" in second and "Vertel het" in second and "vertelt" in second
    assert "margin-left:41.7%;width:58.3%" in second


def test_what_to_do_in_silence_stands_beside_the_questions_and_a_pitfall_beside_the_room(trainer):
    assert "Wacht." in row(trainer, "Wat verlies je?") and "Ik verlies niets" in row(trainer, "Wat verlies je?")
    assert "Te snel." in row(trainer, "writing-room")


def test_what_to_bring_stands_beside_the_goal_and_answers_stand_below(trainer):
    assert trainer.index('class="note note-first"') < trainer.index("Leerdoel.")
    below = trainer[trainer.index('<div class="docent">') :]
    assert "Noemt wat weg is" in below and "Met acht mensen" in below and "Twee stoelen" not in below


def test_a_table_of_the_answers_keeps_the_words_that_name_it(trainer):
    below = trainer[trainer.index('<div class="docent">') :]
    assert below.index("Noemt wat weg is") < below.index("Met acht mensen") < below.index("Jaar vier")
    assert re.search(r"Zo viel het uit\.</p>\s*<table", below)


def test_no_note_is_lost_and_none_stands_twice(trainer):
    block = re.search(r":::\{docent\}\n(.*?)^:::$", PAGES["exercises/03-a.md"], re.DOTALL | re.MULTILINE)[1]
    for note in re.findall(r"\*\*(.+?)\*\*", block):
        assert trainer.count(f"<strong>{note}</strong>") == 1


def test_no_link_leads_to_a_chapter_that_is_not_there(trainer):
    ids = set(re.findall(r'\bid="([^"]+)"', trainer))
    assert set(re.findall(r'href="#([^"]+)"', trainer)) <= ids


def test_the_day_of_participants_has_the_times_of_the_trainers_programme(trainer):
    day = trainer[trainer.index('id="document-trainingsdag"') :].partition("</table>")[0]
    assert re.findall(r">(\d\d\.\d\d)<", day) == ["09.30", "09.50", "10.30"]
    assert 'href="#exercises-03-a--o03-een">Opgave 3.1</a>' in day
    assert "09.30–09.50" in trainer and "09.50–10.30" in trainer


def test_the_workbook_has_the_programme_though_it_hides_the_page_of_the_trainer():
    workbook = build(PAGES, "werkboek", "singlehtml").html("print")
    assert 'id="document-trainingsdag"' in workbook and "Samen werken." in workbook and "koffie" not in workbook


@pytest.mark.parametrize(
    ("change", "complaint"),
    [(("09.50–10.30", "10.00–10.30"), "has a gap"), (("09.30–09.50", "half tien"), "is no stretch of time")],
)
def test_a_programme_with_a_gap_or_without_times_stops_the_build(change, complaint):
    manual = PAGES["back/docentenhandleiding.md"].replace(*change)
    result = build({**PAGES, "back/docentenhandleiding.md": manual}, "docent", "singlehtml")
    assert result.status == 1 and complaint in result.warnings
