"""The sixteen working forms (werkvormen) of `book/data/werkvormen.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data/werkvormen.csv"


@dataclass(frozen=True)
class Form:
    """A working form; `minutes` includes the debrief, `group_max` is None when any number will do."""

    code: str
    name: str
    aliases: tuple[str, ...]
    minutes: int
    group_min: int
    group_max: int | None
    explanation: str
    good_for: str

    @property
    def label(self) -> str:
        """The label of its explanation in the book: `werkvorm-f02`."""
        return f"werkvorm-f{int(self.code[1:]):02}"


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms, F1 to F16."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(_form(row) for row in csv.DictReader(file))


def find(name: str) -> Form | None:
    """Return the form that `name` or one of its short names means, whatever its capitals; None if there is none."""
    wanted = name.strip().casefold()
    return next((form for form in forms() if wanted in map(str.casefold, (form.name, *form.aliases))), None)


def _form(row: dict[str, str]) -> Form:
    return Form(
        code=row["code"],
        name=row["name"],
        aliases=tuple(filter(None, row["aliases"].split(";"))),
        minutes=int(row["minutes"]),
        group_min=int(row["group_min"]),
        group_max=int(row["group_max"]) if row["group_max"] else None,
        explanation=row["explanation"],
        good_for=row["good_for"],
    )
