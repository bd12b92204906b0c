"""The sources of the figures: entries of references.bib, with their text in APA 7 (Dutch)."""

import re
from pathlib import Path

from pybtex.database import parse_string

from book import apa
from book.facts.errors import RegisterError
from book.facts.model import Source

ENTRY = re.compile(r"^@\w+\{([^,\s]+),", re.MULTILINE)
APART = ("url", "remark")  # runs of a reference that a Source holds in fields of their own


def keys(path: Path) -> dict[str, int]:
    """Key of every entry and the line it starts on. Raises RegisterError when a key occurs twice."""
    text, found = path.read_text("utf-8"), {}
    for match in ENTRY.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match.group(1) in found:
            first = found[match.group(1)]
            raise RegisterError(f"source '{match.group(1)}' occurs twice, first on line {first}", path, line)
        found[match.group(1)] = line
    return found


def load(path: Path) -> dict[str, Source]:
    """Every entry of a BibTeX file as a Source."""
    found = {}
    for key, entry in parse_string(path.read_text("utf-8"), "bibtex").entries.items():
        runs = apa.reference(entry)
        text = "".join(run.text for run in runs if run.style not in APART).strip()
        url = next((run.text for run in runs if run.style == "url"), "")
        found[key] = Source(key, text, f"{apa.short(entry, ' & ')} ({apa.year(entry)})", url, apa.uncertain(entry))
    return found
