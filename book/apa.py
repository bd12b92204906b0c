"""References in APA 7 as Dutch publications write it: pure text, without Sphinx.

    reference(entry) -> ("Lans, J. van der. (2020). ", "", ) ...   the entry of a reference list, as runs
    short(entry, " en ") -> "Hilhorst en Van der Lans"             the authors of a citation in the text

Dutch usage: prefixes stand behind the initials and do not count for the order (*Lans, J. van der* under the L), a
citation writes them with a capital (*Van der Lans*), "z.d." stands for no date, "Geraadpleegd op" for the day of
consultation. A field `note` that starts with "te controleren:" is told to the reader: what we have not seen, we say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pybtex.database import Entry, Person
from pybtex.richtext import Text

NO_DATE = "z.d."
UNCERTAIN = "te controleren:"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MOST_AUTHORS = 20
ET_AL_FROM = 3
DATED_KINDS = ("misc",)
"""Kinds of work that are cited with their day: a message, a letter, a web page."""


class Run(NamedTuple):
    """A stretch of a reference in one style: "" (upright), "em" (title), "url" or "remark" (what is uncertain)."""

    text: str
    style: str = ""


def reference(entry: Entry, letter: str = "") -> list[Run]:
    """Return the entry of the reference list; `letter` tells works of one author and year apart (2025a)."""
    runs = [Run(f"{_stop(authors(entry))} ({_date(entry, letter)}). " if entry.persons else "")]
    title = plain(entry, "title") or f"[{entry.key}]"
    after_title = _after_title(entry)
    if entry.type == "article":
        runs += [Run(_stop(title) + " "), *_journal(entry)]
    else:
        closing = "" if after_title or title.endswith(("?", "!")) else "."
        runs += [Run(title, "em"), Run(f"{after_title}{closing} ")]
    if not entry.persons:
        runs.append(Run(f"({_date(entry, letter)}). "))
    runs += [Run(_stop(part) + " ") for part in (_publisher(entry), plain(entry, "howpublished")) if part]
    runs = _tidy([*runs, *_address(entry)])
    if remark := uncertain(entry):
        runs += [Run(" "), Run(f"(nog te controleren: {remark})", "remark")]
    return runs


def text(entry: Entry) -> str:
    """Return the entry of the reference list as one plain string."""
    return "".join(run.text for run in reference(entry))


def short(entry: Entry, two: str) -> str:
    """Return the authors as a citation names them; `two` joins two: " en " in a sentence, " & " in brackets."""
    people = _people(entry)
    names = [_cited(person) for person in people]
    if not names:
        return plain(entry, "title") or entry.key
    if len(names) >= ET_AL_FROM:
        return f"{names[0]} et al."
    return two.join(names)


def year(entry: Entry) -> str:
    """Return the year of a citation ("2015", "ca. 2016", "z.d.")."""
    return plain(entry, "year") or NO_DATE


def lettered(entry: Entry, letter: str) -> str:
    """Return the year with the letter that tells works of one author apart ("2025a", "z.d.-a")."""
    told = year(entry)
    return f"{told}-{letter}" if letter and told == NO_DATE else told + letter


def sort_key(entry: Entry) -> tuple[str, str, str]:
    """Return what orders the reference list: authors without prefixes, year, title."""
    names = " ".join(f"{_last(person)} {_initials(person)} {_prefix(person)}" for person in _people(entry))
    title = re.sub(r"^(de|het|een) ", "", _flat(plain(entry, "title")))
    return _flat(names) or title, re.sub(r"\D", "", year(entry)) or "9999", title


def letters(entries: list[Entry]) -> dict[str, str]:
    """Return key -> "a", "b", ... for works that would be cited alike, in the order of the reference list."""
    alike: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=sort_key):
        alike.setdefault((short(entry, " en "), year(entry)), []).append(entry)
    groups = (group for group in alike.values() if len(group) > 1)
    return {entry.key: chr(ord("a") + place) for group in groups for place, entry in enumerate(group)}


def uncertain(entry: Entry) -> str:
    """Return what of the entry nobody has seen yet, or ""."""
    note = plain(entry, "note")
    return note.removeprefix(UNCERTAIN).strip() if note.startswith(UNCERTAIN) else ""


def plain(entry: Entry, field: str) -> str:
    """Return a field without its LaTeX, or "" when the entry lacks it."""
    return _unlatex(entry.fields.get(field, ""))


def authors(entry: Entry) -> str:
    """Return the authors as the reference list writes them."""
    names = [_listed(person) for person in _people(entry)]
    if len(names) > MOST_AUTHORS:
        return ", ".join(names[: MOST_AUTHORS - 1]) + ", … " + names[-1]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + ", & " + names[-1]


def _people(entry: Entry) -> list[Person]:
    return entry.persons.get("author") or entry.persons.get("editor") or []


def _listed(person: Person) -> str:
    behind = " ".join(filter(None, [_initials(person), _prefix(person)]))
    return f"{_last(person)}, {behind}" if behind else _last(person)


def _cited(person: Person) -> str:
    """Return a name as a citation writes it; what explains an organisation between brackets stays in the list."""
    prefix = _prefix(person)
    return f"{prefix[:1].upper()}{prefix[1:]} {re.sub(r' [(].*[)]$', '', _last(person))}".strip()


def _initials(person: Person) -> str:
    return _unlatex(" ".join(person.first_names + person.middle_names))


def _prefix(person: Person) -> str:
    return _unlatex(" ".join(person.prelast_names))


def _last(person: Person) -> str:
    return _unlatex(" ".join(person.last_names))


def _date(entry: Entry, letter: str) -> str:
    parts = entry.fields.get("date", "").split("-")
    written = lettered(entry, letter)
    if entry.type not in DATED_KINDS or len(parts) < 2 or parts[0] not in written:
        return written
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{written}, {day}{MONTHS[int(parts[1]) - 1]}"


def _after_title(entry: Entry) -> str:
    if entry.type == "techreport":
        told = " ".join(filter(None, [plain(entry, "type"), plain(entry, "number")]))
    else:
        told = f"{plain(entry, 'edition')}e druk" if "edition" in entry.fields else ""
    return f" ({told})." if told else ""


def _journal(entry: Entry) -> list[Run]:
    volume, number, pages = (plain(entry, name) for name in ("volume", "number", "pages"))
    runs = [Run(plain(entry, "journal"), "em")]
    if volume:
        runs += [Run(", "), Run(volume, "em")]
    if number:
        runs.append(Run(f"({number})" if volume else f", ({number})"))
    return [*runs, Run(f", {pages}. " if pages else ". ")]


def _publisher(entry: Entry) -> str:
    """Return who published it, unless the author did: by name or by its initials (RMO, CBS)."""
    name = next(filter(None, (plain(entry, field) for field in ("institution", "publisher", "organization"))), "")
    author = authors(entry) if _people(entry) else ""
    initials, capitals = ("".join(re.findall(r"[A-Z]", told)) for told in (name, author))
    return "" if name in author or (len(initials) > 1 and initials == capitals) else name


def _address(entry: Entry) -> list[Run]:
    doi, url = entry.fields.get("doi"), entry.fields.get("url", "").replace(r"\%", "%").replace(r"\_", "_")
    if doi:
        return [Run(f"https://doi.org/{doi}", "url")]
    if not url:
        return []
    if seen := entry.fields.get("urldate"):
        number, month, day = (int(part) for part in seen.split("-"))
        return [Run(f"Geraadpleegd op {day} {MONTHS[month - 1]} {number}, van "), Run(url, "url")]
    return [Run(url, "url")]


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."


@cache
def _unlatex(value: str) -> str:
    text = str(Text.from_latex(value)).replace("\N{NO-BREAK SPACE}", " ").replace("`", "‘")
    return re.sub(r"(?:(?<=[\s(])|^)'", "‘", text).replace("'", "’").strip()


def _flat(value: str) -> str:
    return re.sub(r"[^\w ]", "", value).casefold()


def _tidy(runs: list[Run]) -> list[Run]:
    """Drop empty runs and the space that the last one ends with."""
    kept = [run for run in runs if run.text]
    return [*kept[:-1], Run(kept[-1].text.rstrip(), kept[-1].style)]
