"""APA 7 in Dutch as styles of pybtex and sphinxcontrib-bibtex; the text itself comes from `book.apa`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pybtex.plugin
from docutils import nodes
from pybtex.database import Entry
from pybtex.richtext import HRef, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.template import node
from pybtex_docutils import Backend
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle, GroupReferenceStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.basic_author_year import (
    BasicAuthorYearParentheticalReferenceStyle,
    BasicAuthorYearTextualReferenceStyle,
)
from sphinxcontrib.bibtex.style.template import join, join2, post_text, pre_text, reference

from book import apa

NAME = "apa_nl"
LETTER = "letter"
"""The field that holds the letter of 2025a."""


class ListStyle(BaseStyle):
    """The reference list. What distinguishes works of one author and year is settled here, for all citations."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.sort, self.format_labels  # the base class hides its subclass' methods behind plugins

    def sort(self, entries: Iterable[Entry]) -> list[Entry]:
        """Order the list as Dutch readers look: prefixes do not count."""
        return sorted(entries, key=apa.sort_key)

    def format_labels(self, entries: Iterable[Entry]) -> list[str]:
        """Give each entry its letter (citations are written after this) and, as its label, its key."""
        listed = list(entries)
        letters = apa.letters(listed)
        for entry in listed:
            entry.fields[LETTER] = letters.get(entry.key, "")
        return [entry.key for entry in listed]

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Return the entry as rich text."""
        runs = apa.reference(entry, entry.fields.get(LETTER, ""))
        return FormattedEntry(entry.key, Text(*map(_rich, runs)), label)


def _rich(run: apa.Run) -> Any:
    match run.style:
        case "em":
            return Tag("em", run.text)
        case "url":
            return HRef(run.text, run.text)
        case "remark":
            return Tag("remark", run.text)
    return run.text


def _remark(rawsource: str, text: str, *children: nodes.Node) -> nodes.inline:
    return nodes.inline(rawsource, text, *children, classes=["te-controleren"])


@node
def authors(children: list, data: dict, two: str) -> Text:
    """The authors as a citation names them."""
    return Text(apa.short(data["entry"], two))


@node
def year(children: list, data: dict) -> Text:
    """The year, with the letter that the reference list gives."""
    entry = data["entry"]
    return Text(apa.lettered(entry, entry.fields.get(LETTER, "")))


@dataclass
class InBrackets(BasicAuthorYearParentheticalReferenceStyle):
    """(Hilhorst & Van der Lans, 2015; Kromhout et al., 2020)."""

    def inner(self, role_name: str) -> Any:
        """Return the template of one reference."""
        told = join(sep=", ")[authors(two=" & "), year]
        return join2(sep1=" ", sep2=", ")[pre_text, reference[told], post_text]


@dataclass
class InSentence(BasicAuthorYearTextualReferenceStyle):
    """Hilhorst en Van der Lans (2015)."""

    def inner(self, role_name: str) -> Any:
        """Return the template of one reference."""
        told = join["(", join2(sep1=" ", sep2=", ")[pre_text, reference[year], post_text], ")"]
        return join(sep=" ")[reference[authors(two=" en ")], told]


def _brackets() -> BracketStyle:
    return BracketStyle(left="(", right=")", sep="; ")


def _sentence() -> BracketStyle:
    return BracketStyle(left="", right="", sep=", ", sep2=" en ", last_sep=" en ")


@dataclass
class ReferenceStyle(GroupReferenceStyle):
    """The roles `cite:p` (in brackets) and `cite:t` (in the sentence)."""

    person: PersonStyle = field(default_factory=PersonStyle)

    def __post_init__(self) -> None:
        self.styles = [
            InBrackets(bracket=_brackets(), person=self.person),
            InSentence(bracket=_sentence(), person=self.person),
        ]
        super().__post_init__()


def register() -> None:
    """Make the styles known under the name `apa_nl`."""
    pybtex.plugin.register_plugin("pybtex.style.formatting", NAME, ListStyle)
    register_plugin("sphinxcontrib.bibtex.style.referencing", NAME, ReferenceStyle)
    Backend.tags["remark"] = _remark
    if not hasattr(pybtex.plugin._load_entry_point, "cache_info"):
        # each citation would look its backend up among all installed packages: seconds in a book
        pybtex.plugin._load_entry_point = cache(pybtex.plugin._load_entry_point)
