r"""The items of a self-test: read from YAML and judged by the rules for good items.

    items("- soort: meerkeuze\n  niveau: …")      -> [Choice(...), ...]   or ItemError with the line in the YAML

Every scalar is text, so that `145.000` does not become a number. Rules: one right option of three, a reason for
each, lengths that do not give the answer away, negations in capitals, a source and a level for every item.
Where something is shuffled, the order is drawn from the text: page, paper and every edition agree.
"""

import re
from dataclasses import dataclass
from statistics import median
from typing import Any, ClassVar

import yaml

from book.exercises.shuffle import OPTIONS, ROLE, digest, placed, right_places, shuffled
from book.facts import RegisterError, fact

LEVELS = ("onthouden", "begrijpen", "toepassen", "analyseren", "evalueren", "creeren", "creëren")
STEPS, ITEMS = range(4, 7), range(6, 9)
WORDS = 40  # of a reason
LONGEST, FREE = 1.5, 20  # an option against the median; options up to FREE characters are left alone
NEGATION = re.compile(r"\b(niet|geen|nooit)\b")
ALL_OR_NONE = re.compile(r"\b(alle|geen) (van |antwoorden )?(de |het )?(boven(staande|genoemde)|antwoorden)", re.I)


class ItemError(ValueError):
    """A rule that an item breaks: what, the line in the YAML (from 1) and the remedy."""

    def __init__(self, message: str, line: int, remedy: str):
        super().__init__(message)
        self.line, self.remedy = line, remedy


@dataclass(frozen=True)
class Option:
    """One answer of a multiple choice; `why` tells why it is right or wrong."""

    letter: str
    text: str
    why: str
    right: bool


@dataclass(frozen=True)
class Item:
    """What every item has; `line` is where it begins in the YAML, `key` names it in the reader's browser."""

    kind: ClassVar[str]
    line: int
    stem: str
    source: str
    level: str

    @property
    def key(self) -> str:
        """Return eight characters that change with the question."""
        return digest(self.stem)[:8]


@dataclass(frozen=True)
class Choice(Item):
    """Multiple choice with three options, one of them right."""

    kind = "meerkeuze"
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Claim(Item):
    """A statement that is true or not."""

    kind = "waar-niet-waar"
    true: bool
    why: str


@dataclass(frozen=True)
class Order(Item):
    """Steps to put in order; `steps` are in the right one, `shown` are their places as the reader meets them."""

    kind = "volgorde"
    steps: tuple[str, ...]
    why: str

    @property
    def shown(self) -> list[int]:
        """Return the indices of `steps` in an order drawn from their text, never the right one."""
        return shuffled(self.stem, self.steps)


@dataclass(frozen=True)
class Estimate(Item):
    """A number to estimate; the truth is the figure `fact` of the register."""

    kind = "schatting"
    fact: str
    why: str


KINDS = {
    "meerkeuze": {"vraag", "opties", "lang"},
    "waar-niet-waar": {"stelling", "antwoord", "waarom"},
    "volgorde": {"vraag", "stappen", "waarom"},
    "schatting": {"vraag", "feit", "waarom"},
}
COMMON = {"soort", "niveau", "bron"}


def items(text: str, chapter: str = "") -> list[Item]:
    """Return the items of the YAML `text`; `chapter` seeds where the right options stand."""
    try:
        tree = yaml.compose(text)
        raw = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if getattr(error, "problem_mark", None) else 1
        raise ItemError(
            "the items are not valid YAML",
            line,
            "put a text that begins with { or ` or that holds ': ' between double quotes",
        ) from error
    if not isinstance(raw, list):
        raise ItemError("there is no list of items", 1, "begin each item with '- soort: …'")
    places = right_places(chapter)
    found = []
    for number, (item, node) in enumerate(zip(raw, tree.value, strict=True), start=1):
        found.append(_Reader(item, number, node.start_mark.line + 1).read(places))
    _judge_together(found)
    return found


class _Reader:
    """Reads one item; every complaint names its number and line."""

    def __init__(self, item: Any, number: int, line: int):
        self.item, self.number, self.line = item, number, line

    def read(self, places: list[int]) -> Item:
        kind = self.item.get("soort") if isinstance(self.item, dict) else None
        if kind not in KINDS:
            self.fail(f"has the unknown soort '{kind}'", f"choose one of: {', '.join(KINDS)}")
        unknown = set(self.item) - KINDS[kind] - COMMON
        if unknown:
            self.fail(f"has the unknown field '{min(unknown)}'", f"use: {', '.join(sorted(KINDS[kind] | COMMON))}")
        stem = self.text("stelling" if kind == "waar-niet-waar" else "vraag")
        level, source = self.text("niveau"), self.text("bron")
        if level not in LEVELS:
            self.fail(f"has the unknown niveau '{level}'", f"choose one of: {', '.join(LEVELS)}")
        if kind in ("meerkeuze", "waar-niet-waar"):
            negation = NEGATION.search(ROLE.sub("", stem))
            if negation:
                self.fail(f"hides a negation: '{negation.group()}'", "ask it positively, or write it in capitals")
        read = {
            "meerkeuze": self._choice,
            "waar-niet-waar": self._claim,
            "volgorde": self._order,
            "schatting": self._estimate,
        }[kind]
        return read(places, line=self.line, stem=stem, source=source, level=level)

    def _choice(self, places: list[int], **common: Any) -> Choice:
        raw = self.item.get("opties")
        if not isinstance(raw, list) or len(raw) != OPTIONS or not all(isinstance(option, dict) for option in raw):
            self.fail("does not have three options", "give exactly three, each with 'tekst' and 'waarom'")
        for option in raw:
            if set(option) - {"tekst", "waarom", "goed"} or not option.get("tekst"):
                self.fail(f"has an option with other fields: {option}", "use tekst, waarom and, once, 'goed: true'")
            self.why(option.get("waarom", ""), f"option '{option['tekst'][:30]}'")
            if ALL_OR_NONE.search(option["tekst"]):
                self.fail("has 'all' or 'none of the above' as an option", "replace it by a mistake people make")
        if [option.get("goed", "false") for option in raw].count("true") != 1:
            self.fail("does not have exactly one right option", "put 'goed: true' on one of the three")
        lengths = [len(ROLE.sub(r"\1", option["tekst"])) for option in raw]
        if self.item.get("lang") != "true" and max(lengths) > max(LONGEST * median(lengths), FREE):
            self.fail(
                f"has an option of {max(lengths)} characters, over 1,5 times the median of {median(lengths)}",
                "make the options equally long, or say 'lang: true' in the item",
            )
        options = placed(raw, places)
        return Choice(
            options=tuple(
                Option(letter, option["tekst"], option["waarom"], option.get("goed") == "true")
                for letter, option in zip("ABC", options, strict=True)
            ),
            **common,
        )

    def _claim(self, _places: list[int], **common: Any) -> Claim:
        answer = self.text("antwoord")
        if answer not in ("waar", "niet waar"):
            self.fail(
                f"has the antwoord '{answer}'", "write 'waar' or 'niet waar'; what is partly true is no such item"
            )
        return Claim(true=answer == "waar", why=self.why(self.item.get("waarom", "")), **common)

    def _order(self, _places: list[int], **common: Any) -> Order:
        steps = self.item.get("stappen")
        if not isinstance(steps, list) or len(steps) not in STEPS or len(set(map(str, steps))) != len(steps):
            self.fail("does not have four to six different stappen", "give them in the right order")
        return Order(steps=tuple(steps), why=self.why(self.item.get("waarom", "")), **common)

    def _estimate(self, _places: list[int], **common: Any) -> Estimate:
        identifier = self.text("feit")
        try:
            value = fact(identifier).value
        except RegisterError:
            self.fail(f"asks for the unknown figure '{identifier}'", "use an id of book/data/figures.csv")
        if value is None:
            self.fail(f"asks for the figure '{identifier}', which has no number", "ask for another figure")
        return Estimate(fact=identifier, why=self.why(self.item.get("waarom", "")), **common)

    def text(self, field: str) -> str:
        value = self.item.get(field)
        if not isinstance(value, str) or not value.strip():
            self.fail(f"has no {field}", f"add the line '{field}: …'")
        return value.strip()

    def why(self, text: str, of: str = "it") -> str:
        if not isinstance(text, str) or not text.strip():
            self.fail(f"does not say why ({of})", "add 'waarom: …': the explanation is what a reader learns from")
        words = len(ROLE.sub("X", text).split())
        if words > WORDS:
            self.fail(f"has a waarom of {words} words ({of})", f"say it in {WORDS}")
        return text.strip()

    def fail(self, message: str, remedy: str):
        raise ItemError(f"item {self.number} {message}", self.line, remedy)


def _judge_together(found: list[Item]) -> None:
    """Check what holds for the items of a chapter together."""
    for number, item in enumerate(found):
        if item.stem in [other.stem for other in found[:number]]:
            raise ItemError(f"item {number + 1} repeats the question of an earlier item", item.line, "ask another")
    if len(found) not in ITEMS:
        raise ItemError(f"there are {len(found)} items", 1, "a chapter has six to eight")
    missing = [kind for kind in KINDS if kind not in {item.kind for item in found}]
    if missing:
        raise ItemError(f"there is no item of the soort '{missing[0]}'", 1, "a chapter has one of each kind")
