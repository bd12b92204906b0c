"""No sentence of the trainer's notes is in any file of the readers' site."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTES = re.compile(r"^(:{3,})\{docent\}\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)
SENTENCE = re.compile(r"[A-Z][\w ,'-]{40,}\.")

pytestmark = pytest.mark.site


def sentences() -> list[str]:
    """Return plain sentences of the notes that stand nowhere else in the sources."""
    pages = [path.read_text("utf-8") for room in ("chapters", "exercises") for path in (ROOT / room).glob("*.md")]
    rest = "\n".join(NOTES.sub("", page) for page in pages)
    found = [sentence for page in pages for _, notes in NOTES.findall(page) for sentence in SENTENCE.findall(notes)]
    return [sentence for sentence in found if sentence not in rest]


def test_the_readers_site_holds_no_sentence_of_the_notes(site):
    files = [
        path.read_text("utf-8", errors="ignore")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js", ".json", ".txt", ".csv"}
    ]
    assert len(sentences()) > 20
    assert [sentence for sentence in sentences() if any(sentence in text for text in files)] == []
