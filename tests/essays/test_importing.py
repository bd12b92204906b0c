"""Importing: each essay once, by its first and last paragraph, with a report of what was found and what was not."""

import csv

import pytest

from book.essays import importing, own, rights
from book.essays.catalogue import Print, prints
from book.essays.dump import Block, fingerprint

FIRST, MIDDLE, LAST = "Zij schreef op een maandag.", "Daarna kwam er een reactie.", "Zo liep het af."
OTHER = "Dit stuk heeft maar één alinea."


@pytest.fixture
def catalogue(monkeypatch):
    known = [
        Print("E01", fingerprint(FIRST), fingerprint(LAST)),
        Print("E02", fingerprint(OTHER), fingerprint(OTHER)),
        Print("E03", "0" * 64, "1" * 64),
    ]
    monkeypatch.setattr(importing, "prints", lambda: known)
    return known


@pytest.fixture
def dumps(tmp_path):
    folder = tmp_path / "dumps"
    folder.mkdir()
    whole = "\n\n".join(("Een titel", FIRST, "foto.png", MIDDLE, LAST, "Reageer hier"))
    (folder / "a.txt").write_text(whole, "utf-8")
    (folder / "b.txt").write_text(f"{OTHER}\n\n{FIRST}\n{LAST}\n", "utf-8")
    return folder


def test_every_essay_of_the_book_has_a_fingerprint():
    assert [one.id for one in prints()] == [f"E{number:02}" for number in range(1, 26)]


def test_essay_is_found_between_its_first_and_last_paragraph(catalogue, dumps):
    found = importing.search(dumps).found["E01"]
    assert [block.text for block in found.blocks] == [FIRST, MIDDLE, LAST]
    assert found.place == "a.txt, regel 3-9"


def test_essay_that_stands_twice_is_kept_once_in_its_longest_form(catalogue, dumps):
    report = importing.search(dumps)
    assert report.found["E01"].name == "a.txt"
    assert [(one.id, one.name) for one in report.doubles] == [("E01", "b.txt")]


def test_what_is_missing_and_what_stays_behind_is_told(catalogue, dumps):
    report = importing.search(dumps)
    assert report.missing == ["E03"]
    assert [block.text for block in report.left["a.txt"]] == ["Een titel", "foto.png", "Reageer hier"]
    told = list(importing.told(report, {"E01": "Een", "E02": "Twee", "E03": "Drie"}))
    assert told[0] == "2 van de 3 essays gevonden:"
    assert "Dubbel, dus één keer overgenomen: E01 staat ook in b.txt, regel 3-4." in told
    assert "Niet gevonden: E03  Drie." in told


def test_text_without_its_end_is_not_taken(catalogue, tmp_path):
    (tmp_path / "a.txt").write_text(f"{FIRST}\n\n{MIDDLE}\n", "utf-8")
    report = importing.search(tmp_path)
    assert "E01" not in report.found and report.cut == [("E01", "a.txt, regel 1")]


def test_file_that_is_no_text_is_told(catalogue, dumps):
    (dumps / "c.txt").write_bytes(b"\xff\xfe\x00")
    assert importing.search(dumps).unreadable == ["c.txt"]


@pytest.mark.parametrize(("make", "error"), [(False, NotADirectoryError), (True, FileNotFoundError)])
def test_folder_without_texts_is_refused(catalogue, tmp_path, make, error):
    folder = tmp_path / "leeg"
    if make:
        folder.mkdir()
    with pytest.raises(error):
        importing.search(folder)


def test_text_is_written_and_read_back_with_its_signs(tmp_path):
    blocks = [
        Block("paragraph", "- geen punt, maar een zin"),
        Block("heading", "Kop"),
        Block("bullet", "punt"),
        Block("number", "eerste"),
        Block("paragraph", "<script>alert(1)</script> **niet vet**"),
    ]
    own.write("E01", blocks, tmp_path)
    assert own.text("E01", tmp_path) == blocks


def test_grounds_given_before_are_kept(catalogue, dumps, tmp_path):
    folder = tmp_path / "own"
    own.write_rights([own.Right("E01", "toestemming", "2026-10-01", "brief.pdf")], folder)
    kept = importing.save(importing.search(dumps), "eigen tekst", folder)
    assert {right.id: (right.ground, right.proof) for right in kept} == {
        "E01": ("toestemming", "brief.pdf"),
        "E02": ("eigen tekst", ""),
    }


def test_unknown_ground_is_refused_with_file_and_line(tmp_path):
    own.write_rights([own.Right("E01", "gewoon")], tmp_path)
    with pytest.raises(own.OwnError, match=r"rechten\.csv:2: grondslag 'gewoon' bestaat niet; kies uit"):
        own.rights(tmp_path)


def test_overview_tells_words_share_and_ground_of_each_text(tmp_path):
    own.write("E22", [Block("paragraph", "woord " * 900)], tmp_path)
    own.write_rights([own.Right("E22", "toestemming", "2026-10-01")], tmp_path)
    (taken,) = rights.overview(tmp_path)
    assert (taken.words, taken.pages, taken.flags) == (900, 2.0, "meer dan 25%")
    assert taken.holder == "uitgever van Binnenlands Bestuur"
    with rights.write_csv([taken], tmp_path).open(encoding="utf-8") as file:
        row = next(csv.DictReader(file, delimiter=";"))
    assert (row["essay"], row["grondslag"], row["aandeel"]) == ("E22", "toestemming", "100%")
