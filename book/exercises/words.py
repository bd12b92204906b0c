"""A text in which marked words can be exchanged, with who steers at each choice. Read from YAML by `content`."""

import re
from dataclasses import dataclass

from book.exercises.content import Part, read

SLOT = re.compile(r"\[([a-z0-9-]+)\]")


@dataclass(frozen=True)
class Word:
    """One choice: the word, who steers when it stands there, and why."""

    text: str
    steers: str
    why: str


@dataclass(frozen=True)
class Slot:
    """A place in the text with its choices; the first stands there to begin with."""

    name: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Exchange:
    """The text by paragraph, each a list of lines, each a list of text and slots; `line` is where it begins."""

    paragraphs: tuple[tuple[tuple[str | Slot, ...], ...], ...]
    slots: tuple[Slot, ...]
    line: int


def exchange(text: str) -> Exchange:
    """Read the YAML of `{woordenwissel}`; ContentError when something is wrong."""
    fields = read(text, "this word exchange").fields("tekst", "woorden")
    slots = {name: _slot(name, part) for name, part in fields["woorden"].pairs().items()}
    body = fields["tekst"]
    used = SLOT.findall(body.text())
    for name in used:
        if name not in slots:
            body.fail(f"marks [{name}], for which there are no words", "add it under 'woorden'")
    for name in slots:
        if used.count(name) != 1:
            fields["woorden"].pairs()[name].fail(
                f"stands {used.count(name)} times in the text", f"write [{name}] once in 'tekst'"
            )
    blocks = re.split(r"\n\s*\n", body.text())
    paragraphs = tuple(
        tuple(tuple(_pieces(line, slots)) for line in block.splitlines()) for block in blocks
    )
    return Exchange(paragraphs, tuple(slots[name] for name in used), body.line)


def _slot(name: str, part: Part) -> Slot:
    if not SLOT.fullmatch(f"[{name}]"):
        part.fail("is no name of a place", "use small letters, digits and hyphens")
    words = []
    for item in part.items(2, 6):
        fields = item.fields("woord", "stuurt", optional=("waarom",))
        why = fields["waarom"].text() if "waarom" in fields else ""
        words.append(Word(fields["woord"].text(), fields["stuurt"].text(), why))
    return Slot(name, tuple(words))


def _pieces(line: str, slots: dict[str, Slot]) -> list[str | Slot]:
    parts = SLOT.split(line)
    return [slots[part] if index % 2 else part for index, part in enumerate(parts) if part]
