"""`:::{opgave}`: a discussion exercise on top of sphinx-exercise, with our metadata, checks and number.

Its node is one of sphinx-exercise's, so that the label works with `{ref}` ("opgave 3.2") and is in its registry. It
stands in a section of its own: the exercise is a heading on the page, in the contents and in the search index.
"""

import re
from typing import NoReturn

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx_exercise.nodes import exercise_node

from book.exercises import forms
from book.sphinxext import editions
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, pass_through
from book.sphinxext.numbers import next_number
from book.sphinxext.pages import load

LEVELS = {
    "onthouden": "onthouden",
    "begrijpen": "begrijpen",
    "toepassen": "toepassen",
    "analyseren": "analyseren",
    "evalueren": "evalueren",
    "creeren": "creëren",
    "creëren": "creëren",
}
REQUIRED = ("label", "werkvorm", "minuten", "groep", "niveau", "leerdoel")
LINES = "6"
"""Lines to write on in the workbook when an exercise does not say how many."""
OPEN_ROOM = {"F4", "F8", "F9", "F15"}
"""The working forms of which the workbook has an open sheet instead of lines: there a reader draws or sticks."""
STEP = re.compile(r"\((\d+) min\)\s*")
GROUP = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?$")
FIRST_SENTENCE = re.compile(r"[.?!:](?:\s|$)")


class discussion_exercise(exercise_node):
    """An exercise: its facts, learning goal, text and the trainer's block."""


class ExerciseDirective(SphinxDirective):
    """`:::{opgave} Title` with the options of `REQUIRED`, `:materiaal:` and `:ruimte:` (lines to write on)."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {name: str.strip for name in (*REQUIRED, "materiaal", "ruimte")}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Check the metadata and return the exercise in its section."""
        self.source, self.line = self.get_source_info()
        self._check_options()
        body = nodes.container(classes=["exercise-text"])
        self.state.nested_parse(self.content, self.content_offset, body)
        trainer = next(body.findall(editions.trainer), None)
        steps = self._steps(body)
        if not any("?" in text.astext() for text in _texts(body)):
            self._fail("asks nothing", "add at least one discussion question, with a question mark")
        if trainer is None:
            body += (trainer := editions.trainer_block())
        trainer.insert(1, _time_bar(steps))
        room = editions.writing_room(
            lines=editions.lines(self.options.get("ruimte", LINES), self.source, self.line),
            open=self.form.code in OPEN_ROOM,
        )
        trainer.parent.insert(trainer.parent.index(trainer), room)
        return [self._section(body)]

    def _section(self, body: nodes.container) -> nodes.section:
        number = next_number(self.env, self.env.docname, "opgave")
        label = self.options["label"]
        exercise = discussion_exercise("", self._facts(), self._goal(), *body.children, classes=["exercise-body"])
        exercise["label"], exercise["type"], exercise["title"] = label, "exercise", f"opgave {number}"
        exercise["docname"], exercise["number"], exercise["hidden"] = self.env.docname, number, False
        self.options["name"] = label
        self.add_name(exercise)
        inline, messages = self.state.inline_text(self.arguments[0], self.lineno)
        stub = discussion_exercise(
            label=label, title=exercise["title"], docname=self.env.docname, number=number, form=self.form.code,
            name="".join(node.astext() for node in inline), minutes=int(self.options["minuten"]),
        )  # fmt: skip
        self.env.sphinx_exercise_registry[label] = {"type": "exercise", "docname": self.env.docname, "node": stub}
        title = nodes.title("", "", element("span", f"Opgave {number}", class_="exercise-number"), nodes.Text(" · "))
        title += inline
        identifier = f"opgave-{number.replace('.', '-')}"
        return nodes.section("", title, *messages, exercise, ids=[identifier], classes=["opgave"])

    def _check_options(self) -> None:
        for name in REQUIRED:
            if not self.options.get(name):
                self._fail(f"has no :{name}:", f"add the line ':{name}: …' below the title")
        label = self.options["label"]
        registry = self.env.__dict__.setdefault("sphinx_exercise_registry", {})
        if label in registry:
            other = self.env.doc2path(registry[label]["docname"], base=False)
            self._fail(f"has the label of another exercise, in {other}", "give every exercise its own label")
        self.form = forms.find(self.options["werkvorm"])
        if self.form is None:
            known = ", ".join(form.name for form in forms.forms())
            self._fail(f"has the unknown werkvorm '{self.options['werkvorm']}'", f"choose one of: {known}")
        if self.options["niveau"] not in LEVELS:
            self._fail(f"has the unknown niveau '{self.options['niveau']}'", f"choose one of: {', '.join(LEVELS)}")
        if not self.options["minuten"].isdigit():
            self._fail(f"has ':minuten: {self.options['minuten']}'", "give whole minutes, as in ':minuten: 20'")
        if not GROUP.match(self.options["groep"]):
            self._fail(f"has ':groep: {self.options['groep']}'", "give a number or a range, as in ':groep: 8-40'")

    def _steps(self, body: nodes.Element) -> list[tuple[int, str]]:
        """Return (minutes, first sentence) of each step; they must add up to `:minuten:`."""
        steps = []
        for item in _steps_of(body):
            match = STEP.match(item.astext())
            if not match:
                self._fail(
                    f"has a step without minutes: '{item.astext()[:40]}'",
                    "begin every step with '(5 min)'",
                    item.line,
                )
            steps.append((int(match[1]), FIRST_SENTENCE.split(item.astext()[match.end() :])[0]))
            _mark_minutes(item)
        total = sum(minutes for minutes, _ in steps)
        if total != int(self.options["minuten"]):
            self._fail(
                f"takes {self.options['minuten']} minutes, but its steps add up to {total}",
                "make the minutes of the numbered steps '(5 min)' and :minuten: agree",
            )
        return steps

    def _facts(self) -> nodes.Node:
        low, high = GROUP.match(self.options["groep"]).groups()
        people = f"{low} tot {high} personen" if high else "1 persoon" if low == "1" else f"{low} personen"
        facts = [
            ("Werkvorm", [_link_to_form(self.form), element("span", self.form.explanation, class_="exercise-form")]),
            ("Tijd", [f"{self.options['minuten']} minuten"]),
            ("Groep", [people]),
            ("Niveau", [LEVELS[self.options["niveau"]]]),
        ]
        if self.options.get("materiaal"):
            facts.append(("Materiaal", self.state.inline_text(self.options["materiaal"], self.lineno)[0]))
        return element(
            "dl",
            *(element("div", element("dt", name), element("dd", *value)) for name, value in facts),
            class_="exercise-facts",
        )

    def _goal(self) -> nodes.Node:
        inline, _ = self.state.inline_text(self.options["leerdoel"], self.lineno)
        return element("p", element("strong", "Leerdoel."), " ", *inline, class_="exercise-goal")

    def _fail(self, message: str, remedy: str, line: int | None = None) -> NoReturn:
        name = self.options.get("label") or self.arguments[0]
        fail(f"exercise '{name}' {message}", self.source, line or self.line, remedy)


def _texts(body: nodes.Element) -> list[nodes.Element]:
    """Return what a participant reads: the children of `body` but the trainer's block."""
    return [child for child in body.children if not isinstance(child, editions.trainer)]


def _steps_of(body: nodes.Element) -> list[nodes.list_item]:
    """Return the items of the numbered lists in which at least one item has minutes."""
    lists = [found for child in _texts(body) for found in child.findall(nodes.enumerated_list)]
    return [item for found in lists if any(STEP.match(item.astext()) for item in found) for item in found]


def _mark_minutes(item: nodes.list_item) -> None:
    """Give the minutes at the head of a step a class of their own."""
    text = next(item.findall(nodes.Text))
    match = STEP.match(text)
    if match:
        minutes = element("span", match.group().strip(), class_="step-minutes")
        position = text.parent.index(text)
        text.parent[position : position + 1] = [minutes, nodes.Text(" " + text[match.end() :])]


def _time_bar(steps: list[tuple[int, str]]) -> nodes.Node:
    """Return the steps with their begin and end, each with a bar on the clock of the whole exercise."""
    items, begin = [], 0
    total = sum(minutes for minutes, _ in steps) or 1
    for number, (minutes, what) in enumerate(steps, start=1):
        place = f"margin-left:{100 * begin / total:.1f}%;width:{100 * minutes / total:.1f}%"
        clock = element("span", element("span", style=place), class_="time-bar-clock", aria_hidden="true")
        time = element("span", f"{begin}–{begin + minutes}", class_="time-bar-minutes")
        items.append(element("li", time, clock, element("span", f" stap {number}: {what}")))
        begin += minutes
    return element("ol", *items, class_="time-bar", aria_label="De stappen in minuten")


def _link_to_form(form: forms.Form) -> nodes.Node:
    from sphinx.addnodes import pending_xref

    name = nodes.inline("", form.name)
    return pending_xref(
        "", name, refdomain="std", reftype="ref", reftarget=form.label, refexplicit=True, refwarn=False
    )


def _visit(self, node: discussion_exercise) -> None:
    self.body.append(self.starttag(node, "div"))


def _depart(self, node: discussion_exercise) -> None:
    self.body.append("</div>\n")


def _numbers_are_ours(app, config) -> None:
    # sphinx-exercise switches Sphinx' own numbering of figures on; ours would stand beside it.
    config.numfig = False


def setup(app) -> None:
    """Register the directive and its node; `load` brings the style sheet to the pages with exercises."""
    through = (pass_through, pass_through)
    app.add_node(
        discussion_exercise, html=(_visit, _depart), singlehtml=(_visit, _depart), text=through, latex=through
    )
    app.add_directive("opgave", ExerciseDirective)
    app.connect("config-inited", _numbers_are_ours, priority=900)
    load(app, discussion_exercise, css="exercises.css")
