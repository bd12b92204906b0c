"""The workbook and hand-outs on the one page: what they hold, where cards and answers go."""

import re

import pytest
from minibook import Result, build

CARDS = """\
::::{{opgave}} {title}
:label: o0{chapter}-kaarten
:werkvorm: {form}
:minuten: 5
:groep: 4-8
:niveau: analyseren
:leerdoel: Je kunt kiezen.
:ruimte: 5

Lees eerst. Zie {{ref}}`h03`.

**Casuskaart. Wethouder.** Je wilt rust.

**Oordeelkaart. Eén per paar.**

- Ons oordeel: …

Leg deze apart.

- **Kaart één.** Een krant.
- **Kaart twee.** Een boek.

| post | bedrag |
| --- | --- |
| huur | |
| gas | |
| samen | |

1. (5 min) Kies. Wat verlies je?

**Kaart drie. Later.** Dit ligt nog dicht.

:::{{docent}}
**Kaart één** is de goede; kanarie.
:::
::::
"""
TEST = """
## Zelftoets

```{zelftest}
:hoofdstuk: 3
- soort: stelling
  vraag: Een jaar heeft twaalf maanden.
  waar: ja
  waarom: Kanariesleutel.
  bron: h03, inleiding
```
"""
PAGES = {
    "index.md": "# Boek\n\n```{toctree}\n:caption: I · Begin\nchapters/03-a\nchapters/04-b\n```\n",
    "chapters/03-a.md": "(h03)=\n# Drie\n\nTekst.\n\n```{toctree}\n/exercises/03-a\n```\n",
    "exercises/03-a.md": "# Opgaven bij hoofdstuk 3\n\n" + CARDS.format(title="Eerst", chapter=3, form="rollenspel"),
    "chapters/04-b.md": "# Vier\n\nTekst.\n\n```{toctree}\n/exercises/04-b\n```\n",
    "exercises/04-b.md": "# Opgaven bij hoofdstuk 4\n\n" + CARDS.format(title="Tweede", chapter=4, form="placemat"),
}


def body(result: Result) -> str:
    assert (result.status, result.warnings) == (0, "")
    html = result.html("print")
    return html[html.index("<body") :]


@pytest.fixture(scope="module")
def reader() -> Result:
    return build(PAGES, builder="singlehtml")


@pytest.fixture(scope="module")
def workbook(reader) -> str:
    return body(build(PAGES, "werkboek", "singlehtml", into=reader))


def test_cards_stand_in_boxes_of_which_two_fit_beside_each_other(reader):
    html = body(reader)
    assert html.count('class="kaart"') == 10
    assert [row.count('class="kaart"') for row in html.split('class="kaartrij')[1:4]] == [2, 2, 1]
    card = html[html.index("<strong>Oordeelkaart") :].partition("</div>")[0]
    assert "Ons oordeel" in card and "Leg deze apart" not in card


def test_a_table_with_empty_cells_has_room_to_write(reader):
    assert re.search(r'<table class="[^"]*invullen', body(reader))


def test_the_workbook_holds_exercises_and_no_chapters(workbook):
    assert "Opgave 3.1" in workbook and "Opgave 4.1" in workbook
    assert "Tekst." not in workbook and 'class="document chapters"' not in workbook


def test_its_cards_stand_at_the_back_once_each_exercise_together(workbook):
    sheets = workbook.index('id="document-werkboek-knipbladen"')
    assert workbook.count("<strong>Casuskaart") == 2
    assert 'class="kaart"' not in workbook[:sheets]
    assert workbook[sheets:].count('class="blad"') >= 2 and workbook[:sheets].count("op een knipblad") == 2


def test_lines_or_an_open_sheet_follow_the_working_form(workbook):
    rooms = re.findall(r'<div class="(writing-room[^"]*)"[^>]*>((?:<div></div>)+)', workbook)
    assert rooms[:2] == [("writing-room", "<div></div>" * 5), ("writing-room open", "<div></div>")]


def test_it_has_blank_forms(workbook):
    assert "Tijdelijke werkbare overeenkomst" in workbook and "Begrotingsblad" in workbook


def test_no_link_leads_to_a_chapter_that_is_not_there(workbook):
    ids = set(re.findall(r'\bid="([^"]+)"', workbook))
    assert set(re.findall(r'href="#([^"]+)"', workbook)) <= ids


def test_what_is_for_trainers_is_not_in_it(workbook):
    assert "kanarie" not in workbook


@pytest.mark.parametrize("edition", ["lezer", "docent"])
def test_a_hand_out_holds_one_chapter_with_its_exercises(reader, edition):
    html = body(build(PAGES, edition, "singlehtml", into=reader, book_handout="04"))
    assert "Opgave 4.1" in html and "Opgave 3.1" not in html and 'class="cover"' not in html
    assert ("kanarie" in html) == (edition == "docent")
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids


def test_a5_has_measures_of_its_own(reader):
    sheet = build(PAGES, builder="singlehtml", into=reader, book_paper="a5").html("print")
    assert "size: A5" in sheet and "-28mm" not in sheet and "297mm" not in sheet


def test_a_long_title_is_cut_at_the_head_of_a_page():
    title = "Een brief die je niet kunt invullen"
    pages = {**PAGES, "exercises/04-b.md": PAGES["exercises/04-b.md"].replace("Tweede", title)}
    html = body(build(pages, "werkboek", "singlehtml"))
    assert 'data-running="Opgave 4.1 · Een brief die je niet kunt …"' in html
    assert 'data-running="Opgave 3.1' not in html


SORTING = """
## De twee kaarten

```{sorteren} Twee voorstellen
:label: o04-sorteren
kolommen:
  - naam: input
    uitleg: wat je erin stopt
  - naam: outcome
    uitleg: wat het uitmaakt
kaarten:
  - tekst: "Uren."
    past:
      input: Kanariereden.
    anders: Je kunt ze tellen.
  - tekst: "Rust."
    past:
      outcome: Iemand merkt het.
```
"""


def test_cards_to_sort_stand_on_a_sheet_and_their_reasons_among_the_answers():
    html = body(build({**PAGES, "exercises/04-b.md": PAGES["exercises/04-b.md"] + SORTING}, "werkboek", "singlehtml"))
    exercises, _, sheets = html.partition('id="document-werkboek-knipbladen"')
    cards, _, answers = sheets.partition('id="document-werkboek-antwoorden"')
    assert "wat je erin stopt" in exercises and "sort-cut" not in exercises and "Kanariereden" not in exercises
    assert cards.count('class="sort-cut"') == 2 and "Kanariereden" not in cards
    assert "Hoofdstuk 4, de twee kaarten" in cards and "Hoofdstuk 4, de twee kaarten" in answers
    assert answers.count("Kanariereden") == 1
    assert "op een knipblad" in exercises and "De redenen bij elke kaart staan achterin" in exercises


def test_a_card_to_write_on_takes_the_whole_width_and_names_its_exercise(workbook):
    form = re.search(r'<div class="kaartrij">\s*<div class="kaart formulier">(.*?)</div>', workbook, re.DOTALL)
    assert form and "Ons oordeel" in form[1] and "Opgave 3.1" in form[1] and "<strong>Oordeelkaart" in form[1]


def test_a_short_form_is_printed_twice_and_one_that_is_needed_three_times_as_often(workbook):
    assert workbook.count("<strong>Oordeelkaart") == 2 * 2  # two exercises
    pages = {**PAGES, "exercises/04-b.md": PAGES["exercises/04-b.md"].replace("Eén per paar", "Drie keer per paar")}
    pages["exercises/04-b.md"] = pages["exercises/04-b.md"].replace("Drie keer", "Papier, drie keer")
    html = body(build(pages, "werkboek", "singlehtml"))
    assert html.count("Papier, drie keer per paar") == 3
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_card_tells_its_exercise_for_when_it_is_cut_out(workbook):
    assert re.search(r'<div class="kaart">\s*<p class="formulier-van">3\.1</p>\s*<p><strong>Casuskaart', workbook)


LETTERS = """**Brief A. De bank.** U bent ons iets schuldig.

**Brief B. De gemeente.**

Geachte heer,

U hebt gelijk.
"""


def test_a_letter_of_one_paragraph_is_a_card_and_a_longer_one_is_not():
    pages = {**PAGES, "exercises/04-b.md": PAGES["exercises/04-b.md"].replace("Leg deze apart.", LETTERS)}
    html = body(build(pages, "werkboek", "singlehtml"))
    exercises, _, sheets = html.partition('id="document-werkboek-knipbladen"')
    assert "U bent ons iets schuldig" in sheets and "U bent ons iets schuldig" not in exercises
    assert "Brief B" in exercises and "Brief B" not in sheets
