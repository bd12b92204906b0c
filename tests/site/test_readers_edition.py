"""No sentence of the trainer's notes and pages is in any file of the readers' site."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTES = re.compile(r"^(:{3,})\{docent\}\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)
TRAINERS_PAGE = re.compile(r"\A---\n(?:.*\n)*?editie: docent\n")
SENTENCE = re.compile(r"[A-Z][\w ,'-]{40,}\.")

pytestmark = pytest.mark.site


def sentences() -> list[str]:
    """Return plain sentences of the notes and of the trainer's pages that stand nowhere else in the sources."""
    rooms = ("chapters", "exercises", "back")
    pages = [path.read_text("utf-8") for room in rooms for path in sorted((ROOT / room).rglob("*.md"))]
    trainers = [page for page in pages if TRAINERS_PAGE.match(page)]
    pages = [page for page in pages if page not in trainers]
    rest = "\n".join(NOTES.sub("", page) for page in pages)
    notes = [text for page in pages for _, text in NOTES.findall(page)]
    found = [sentence for text in [*notes, *trainers] for sentence in SENTENCE.findall(text)]
    return [sentence for sentence in found if sentence not in rest]


def test_the_readers_site_holds_no_sentence_of_the_notes(site):
    files = [
        path.read_text("utf-8", errors="ignore")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js", ".json", ".txt", ".csv"}
    ]
    assert len(sentences()) > 20
    assert [sentence for sentence in sentences() if any(sentence in text for text in files)] == []


def test_the_readers_site_offers_no_file_for_trainers(site):
    assert [path.name for path in site.rglob("*docent*.pdf")] == []
    assert "dichterbij-docent.pdf" not in (site / "index.html").read_text("utf-8")
