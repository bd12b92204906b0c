"""Cards to put in columns, with the reasons; a card may have more than one defensible column. Read from YAML."""

from dataclasses import dataclass

from book.exercises.content import Part, read


@dataclass(frozen=True)
class Pile:
    """A column: its name and what belongs in it."""

    name: str
    explained: str


@dataclass(frozen=True)
class Card:
    """A card: its text, a reason for every column that can be defended, and one for all other columns."""

    text: str
    reasons: dict[str, str]
    otherwise: str
    line: int


@dataclass(frozen=True)
class Sorting:
    """The columns and the cards."""

    piles: tuple[Pile, ...]
    cards: tuple[Card, ...]


def sorting(text: str) -> Sorting:
    """Read the YAML of `{sorteren}`; ContentError when something is wrong."""
    fields = read(text, "this sorting").fields("kolommen", "kaarten")
    piles = tuple(_pile(part) for part in fields["kolommen"].items(2, 6))
    names = [pile.name for pile in piles]
    if len(set(names)) < len(names):
        fields["kolommen"].fail("has two columns with the same name", "give each its own name")
    cards = tuple(_card(part, names) for part in fields["kaarten"].items(2, 24))
    return Sorting(piles, cards)


def _pile(part: Part) -> Pile:
    fields = part.fields("naam", optional=("uitleg",))
    return Pile(fields["naam"].text(), fields["uitleg"].text() if "uitleg" in fields else "")


def _card(part: Part, names: list[str]) -> Card:
    fields = part.fields("tekst", "past", optional=("anders",))
    reasons = {name: reason.text() for name, reason in fields["past"].pairs().items()}
    for name in reasons:
        if name not in names:
            fields["past"].fail(f"names the column '{name}'", f"use one of: {', '.join(names)}")
    if not reasons:
        fields["past"].fail("names no column", "give at least one column with its reason")
    return Card(fields["tekst"].text(), reasons, fields["anders"].text() if "anders" in fields else "", part.line)
