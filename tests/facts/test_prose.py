"""Figures typed by hand are found; numbers that need no source are not."""

import pytest

from book.facts.prose import typed_figures


def found(tmp_path, text):
    page = tmp_path / "03-x.md"
    page.write_text(text, "utf-8")
    return [line.removeprefix(f"{page}:").partition(";")[0] for line in typed_figures([page])]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Er waren 393 gemeenten.", "393"),
        ("Het tekort was € 1,6 mld.", "1,6"),
        ("Bijna 90% was open house.", "90%"),
        ("Dat is 1 op 5.", "1"),
        ("In 2015 waren er 145.000 codes.", "145.000"),
        ("| 2015 | 3.600 |", "3.600"),
        ("De code L0147 stond op de rekening.", "L0147"),
        ("> Volgens hem 7 keer.", "7"),
    ],
)
def test_a_figure_in_the_prose_is_found_with_its_line(tmp_path, text, number):
    assert found(tmp_path, f"# Titel\n\n{text}\n")[0] == f"3: figure typed by hand: '{number}'"


@pytest.mark.parametrize(
    "text",
    [
        "Er waren {feit}`gemeenten-2015` gemeenten en {getal}`12` kinderen.",
        "Op 1 januari 2015, tussen 2015 en 2020, in 2018–2019 en in 2019/20.",
        "Zie hoofdstuk 3, opgave 3.2, figuur 10.1 en artikel 2.3, lid 4.",
        "Kamerstuk 34477, nr. 6 en Kamerstuk 31839-760, Stb. 2014, 105.",
        "1. (2 min) Lees.\n2. (10-15 min) Praat.",
        "Werkvorm 1-2-4-allen en de G1000 in Uden; E07 en h03.",
        "In het 1e halfjaar en de 2e ronde.",
        "Code `L0147` en [een link](https://example.org/2/393).",
        "Volgens {cite:p}`cbs2020wmo` en [@cbs2020wmo, p. 12].",
        "Som $x = 3y + 7$.",
        "<!-- 145.000 -->",
        "```{code-cell} ipython3\nchart('x', 393)\n```",
        "```python\nx = 393\n```",
        "::::{opgave} Titel\n:label: o03-x\n:minuten: 20\n:groep: 8-40\n\nTekst.\n::::",
        "```{zelftest}\n:hoofdstuk: 3\n\n- soort: schatting\n  bron: h03, figuur 2\n  feit: gemeenten-2015\n```",
        ":::{klopt-dit} k03-145000\n:oordeel: klopt\n\nTekst.\n:::",
    ],
)
def test_a_number_that_needs_no_source_is_not_reported(tmp_path, text):
    assert found(tmp_path, text + "\n") == []


def test_front_matter_is_no_prose(tmp_path):
    assert found(tmp_path, "---\nversion: 393\n---\n\nTekst.\n") == []


def test_prose_inside_a_directive_is_read(tmp_path):
    text = "::::{opgave} Praat\n:minuten: 20\n\nEr waren 393 gemeenten.\n\n:::{docent}\nWel 380.\n:::\n::::\n"
    assert [line[:1] for line in found(tmp_path, text)] == ["4", "7"]


def test_prose_after_a_code_cell_is_read(tmp_path):
    assert found(tmp_path, "```{code-cell}\nx = 1\n```\n\nEr waren 393.\n") == ["5: figure typed by hand: '393'"]


def test_the_text_of_a_claim_and_of_a_question_is_read(tmp_path):
    claim = ":::{klopt-dit} k\n:bewering: Er waren 393.\n:oordeel: klopt\n\nJa.\n:::\n"
    question = "```{zelftest}\n\n- soort: meerkeuze\n  vraag: Waarom 393?\n```\n"
    assert len(found(tmp_path, claim)) == len(found(tmp_path, question)) == 1


def test_a_heading_may_repeat_a_figure_of_the_register(tmp_path):
    assert found(tmp_path, "# 145.000 productcodes\n\n## En 144.999 andere\n") == [
        "3: figure typed by hand: '144.999'"
    ]
