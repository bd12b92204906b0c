"""`{trainingsdag}`: the programme of a training day, for the trainer on this page, for participants in the workbook.

The body is YAML, a part of the day an item: `tijd` (09.30–09.50), `wat` and `zo` for the trainer, `deelnemers` (what
they read) and `nodig` (what they need: the label of an exercise, the name of a form, or words). So both programmes
have the same times.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from book.exercises import content
from book.sphinxext import tables
from book.sphinxext.errors import fail
from book.sphinxext.noted import Noted

TIME = re.compile(r"\d\d\.\d\d–\d\d\.\d\d$")


@dataclass(frozen=True)
class Stretch:
    """A part of the day as participants read it; `needs` is a label, the name of a form, or words."""

    begin: str
    end: str
    what: str
    needs: str


_days: Noted[list[Stretch]] = Noted("training_day")


class TrainingDayDirective(SphinxDirective):
    """A timetable: when, what, how."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the trainer's table and keep the participants' programme in the environment."""
        source, line = self.get_source_info()
        try:
            rows, day = self._read(content.read("\n".join(self.content), "the programme"))
        except content.ContentError as error:
            fail(str(error), source, line + error.line, error.remedy)
        _days.of(self.env)[self.env.docname] = day
        return [tables.table(("tijd", "wat", "zo"), rows, (26, 62, 72), "rooster")]

    def _read(self, programme: content.Part) -> tuple[list[nodes.row], list[Stretch]]:
        rows, day = [], []
        for item in programme.items():
            part = item.fields("tijd", "wat", "deelnemers", optional=("zo", "nodig"))
            time = part["tijd"].text()
            if not TIME.match(time):
                part["tijd"].fail("is no stretch of time", "write it as 09.30–09.50")
            told = [self._inline(part[name].text()) if name in part else "" for name in ("wat", "zo")]
            rows.append(tables.row([time, *told]))
            needs = part["nodig"].text() if "nodig" in part else ""
            day.append(Stretch(*time.split("–"), part["deelnemers"].text(), needs))
        for before, after in pairwise(day):
            if before.end != after.begin:
                programme.fail(f"has a gap: {before.end} to {after.begin}", "let each part begin where one ends")
        return rows, day

    def _inline(self, text: str) -> nodes.paragraph:
        return nodes.paragraph("", "", *self.state.inline_text(text, self.lineno)[0])


def programme(env: BuildEnvironment) -> list[Stretch]:
    """Return the day as participants read it; nothing when no page has a programme."""
    return [stretch for _, day in sorted(_days.of(env).items()) for stretch in day]


def setup(app: Sphinx) -> None:
    """Register the directive; a page read in another process brings its programme along."""
    app.add_directive("trainingsdag", TrainingDayDirective)
    _days.follow(app, hidden=True)
