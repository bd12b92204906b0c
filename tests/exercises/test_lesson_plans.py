"""The lesson plans of the trainer's edition: every minute and hour adds up, every exercise gets its own time."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT.joinpath("back/docent/a-cursus.md").read_text("utf-8")
DAYS = ROOT.joinpath("back/docent/b-dag.md").read_text("utf-8")
LESSON, USABLE = 90, 81

Row = tuple[int, int, str]


def tables(text: str) -> Iterator[list[list[str]]]:
    """Yield the tables as rows of cells, without the rule below the head."""
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
        yield [rows[0], *rows[2:]]


def lessons() -> list[tuple[str, list[Row]]]:
    """Return (name, rows) of each lesson."""
    found = []
    for week, text in enumerate(re.split(r"^## Week \d\n", COURSE, flags=re.MULTILINE)[1:], start=1):
        for head, *rows in tables(text):
            if head[0].startswith("les "):
                times = [(*map(int, re.match(r"(\d+)–(\d+) min$", row[0]).groups()), row[1]) for row in rows]
                found.append((f"week {week}, {head[0]}", times))
    return found


def days() -> list[tuple[str, list[Row]]]:
    """Return (name, rows in minutes since midnight) of each programme."""
    clock = re.compile(r"(\d\d)\.(\d\d)–(\d\d)\.(\d\d)$")
    day = yaml.safe_load(re.search(r"```\{trainingsdag\}\n(.*?)```", DAYS, re.DOTALL)[1])
    half_day = next(rows for head, *rows in tables(DAYS) if head[0] == "tijd")
    found = []
    for name, rows in (("day", [(part["tijd"], part["wat"]) for part in day]), ("half day", half_day)):
        times = []
        for row in rows:
            a, b, c, d = map(int, clock.match(row[0]).groups())
            times.append((60 * a + b, 60 * c + d, row[1]))
        found.append((name, times))
    return found


def minutes(label: str) -> int | None:
    """Return the minutes of the exercise with this label."""
    text = ROOT.joinpath("exercises").glob(f"{label[1:3]}-*.md").__next__().read_text("utf-8")
    found = re.search(rf":label: {label}\n(?::.*\n)*?:minuten: (\d+)", text)
    return int(found[1]) if found else None


PROGRAMMES = [*lessons(), *days()]


@pytest.fixture(params=PROGRAMMES, ids=lambda programme: programme[0])
def rows(request) -> list[Row]:
    return request.param[1]


def test_there_are_fourteen_lessons_a_day_and_half_a_day():
    assert (len(lessons()), len(days())) == (14, 2)


def test_a_programme_has_no_gap(rows):
    assert all(before[1] == after[0] for before, after in pairwise(rows))


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson[0])
def test_a_lesson_leaves_a_tenth_unplanned(lesson):
    _, rows = lesson
    assert (rows[0][0], rows[-2][1], rows[-1][1], rows[-1][2]) == (0, USABLE, LESSON, "speling")


def test_the_days_begin_and_end_when_they_say():
    ends = [(rows[0][0], rows[-1][1]) for _, rows in days()]
    assert ends == [(9 * 60 + 30, 16 * 60 + 30), (9 * 60 + 30, 12 * 60 + 30)]


def test_an_exercise_gets_its_minutes_unless_it_is_shortened(rows):
    for begin, end, what in rows:
        exercise = re.match(r"\{ref\}`(o\d\d-[\w-]+)`, \*.+\*(, verkort)?$", what)
        if exercise and not (minutes(exercise[1]) is None or exercise[2]):
            assert end - begin == minutes(exercise[1]), what
        if exercise and exercise[2]:
            assert end - begin < minutes(exercise[1]), what


def hours(name: str) -> list[list[int]]:
    """Return the hours in each table whose head begins with `name`."""
    return [
        [int(re.search(r"\{getal\}`(\d+)`", row[1])[1]) for row in rows]
        for head, *rows in tables(COURSE)
        if head[0] == name
    ]


def test_each_week_has_seven_hours_of_study_alone():
    assert [sum(week) for week in hours("zelfstudie")] == [7] * 7


def test_the_course_takes_84_hours():
    *parts, total = hours("waarvoor")[0]
    assert (sum(parts), total) == (84, 84)
    assert parts[0] == 14 * LESSON / 60


def statements(page: str, label: str) -> list[str]:
    """Return the statements of the vote with this label."""
    text = ROOT.joinpath("exercises", page).read_text("utf-8")
    return re.findall(
        r"^- (.+)$",
        text.split(f"{{stemming}} Acht stellingen die door het hele boek lopen\n:label: {label}\n")[1].split(":::")[
            0
        ],
        re.MULTILINE,
    )


def test_the_first_and_the_last_vote_have_the_same_eight_statements():
    first, last = statements("01-aanloop.md", "o01-stem0"), statements("15-na-2020.md", "o15-stem7")
    assert (len(first), first) == (8, last)
