"""What each source essay says on the five questions of the book, from `stances.csv`.

A row stands only where the essay says something: there is no row for silence. Raises RegisterError (file, line,
remedy) for an essay or a question that does not exist, and for more than one sentence.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from book.facts import package
from book.facts.errors import RegisterError


@dataclass(frozen=True)
class Question:
    """A question that divides the essays, with the two answers at its ends (-2 and +2)."""

    key: str
    title: str
    low: str
    high: str


QUESTIONS = (
    Question("geld", "Meer geld?", "geld is het antwoord niet", "er moet geld bij"),
    Question("centraliseren", "Centraliseren?", "laat het lokaal", "regel het landelijk"),
    Question("stuurt", "Wie stuurt?", "de gemeente en haar regels", "de inwoner en de vakmens"),
    Question("schuldig", "Wie is schuldig?", "de mensen erin", "het stelsel"),
    Question("vertrouwen", "Vertrouwen of controle?", "houd controle", "geef vertrouwen"),
)


@dataclass(frozen=True)
class Stance:
    """Where an essay stands on a question, from -2 to +2; how plainly it says so; what it says, in our words.

    `steps` are the steps of the retelling's reasoning that hold the passage; `line` is the row's own.
    """

    essay: str
    question: Question
    place: int
    strength: str
    text: str
    steps: tuple[int, ...]
    line: int

    @property
    def words(self) -> str:
        """The place in words: `eerder: laat het lokaal`."""
        if not self.place:
            return "ertussenin"
        pole = self.question.low if self.place < 0 else self.question.high
        return pole if abs(self.place) == 2 else f"eerder: {pole}"


def read(folder: Path, essays: dict[str, object]) -> tuple[Stance, ...]:
    """The stances of `folder`."""
    path, found = folder / "stances.csv", []
    questions = {question.key: question for question in QUESTIONS}
    for row in package.rows("stances", folder):
        values, where = row.values, (path, row.line)
        if values["essay"] not in essays:
            raise RegisterError(f"there is no essay '{values['essay']}'; use E01 to E25", *where)
        if values["theme"] not in questions:
            raise RegisterError(f"there is no question '{values['theme']}'; use: {', '.join(questions)}", *where)
        if not re.fullmatch(r"[^.?!]+\.", values["text"]):
            raise RegisterError("write one sentence that ends with a full stop", *where)
        question = questions[values["theme"]]
        place, strength = int(values["stance"]), values["strength"]
        steps = tuple(int(step) for step in values["steps"].split())
        found.append(Stance(values["essay"], question, place, strength, values["text"], steps, row.line))
    return tuple(found)
