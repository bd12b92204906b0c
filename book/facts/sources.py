"""The sources of the figures: entries of references.bib, with their text in APA 7 (Dutch)."""

import re
from pathlib import Path

from pybtex.database import Entry, Person, parse_string

from book.facts.errors import RegisterError
from book.facts.model import Source

UNCERTAIN = "te controleren"
ENTRY = re.compile(r"^@\w+\{([^,\s]+),", re.MULTILINE)


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


def _plain(text: str) -> str:
    text = text.replace("--", "–").replace("``", "‘").replace("`", "‘").replace("''", "’")
    return re.sub(r"\\([%#&_$])", r"\1", text.replace("{", "").replace("}", "")).strip()


def _name(person: Person) -> str:
    last = " ".join(person.prelast_names + person.last_names)
    first = " ".join(person.first_names + person.middle_names)
    name = _plain(last)
    if person.prelast_names:
        name = name[0].upper() + name[1:]
    return f"{name}, {_plain(first)}" if first else name


def _authors(entry: Entry) -> str:
    names = [_name(person) for person in entry.persons.get("author", [])]
    if not names:
        return ""
    if len(names) > 20:
        names = [*names[:19], "…", names[-1]]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " & " + names[-1]


def apa(entry: Entry) -> str:
    """One entry as plain text in APA 7, Dutch: `Auteur, A. (2015). Titel. Uitgever.`"""
    field = {name: _plain(value) for name, value in entry.fields.items()}
    parts = [f"{_authors(entry)} ({field.get('year', 'z.d.')})".strip()]
    number = field.get("number", "")
    title = field.get("title", key_title(entry))
    if entry.type == "techreport" and number:
        title += f" ({' '.join(filter(None, [field.get('type', ''), number]))})"
    parts.append(title)
    if "journal" in field:
        issue = field.get("volume", "") + (f"({number})" if number else "")
        parts.append(", ".join(filter(None, [field["journal"], issue, field.get("pages", "")])))
    publisher = field.get("institution") or field.get("publisher") or field.get("organization") or ""
    if publisher and publisher not in parts[0]:
        parts.append(publisher)
    if "howpublished" in field:
        parts.append(field["howpublished"])
    return " ".join(part if part.endswith((".", "?", "!")) else part + "." for part in parts)


def key_title(entry: Entry) -> str:
    """What stands for a title when an entry has none: its key between brackets."""
    return f"[{entry.key}]"


def load(path: Path) -> dict[str, Source]:
    """Every entry of a BibTeX file as a Source."""
    found = {}
    for key, entry in parse_string(path.read_text("utf-8"), "bibtex").entries.items():
        doi = entry.fields.get("doi", "")
        note = entry.fields.get("note", "")
        uncertain = _plain(note.partition(":")[2]) if note.startswith(UNCERTAIN) else ""
        url = entry.fields.get("url", "") or (f"https://doi.org/{doi}" if doi else "")
        found[key] = Source(key, apa(entry), url.replace("\\%", "%"), uncertain)
    return found
