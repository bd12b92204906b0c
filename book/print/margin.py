"""The trainer's notes on paper, beside what they are about.

A trainer's block in an exercise is made of paragraphs that begin with a bold name ("Vooraf.", "Stil?") and a table
with a row for each step. Here they take their places: what to bring beside the goal, what to say and to see beside
each step with its stretch of the clock, what to do when it goes wrong beside the questions; answers and variants stay
together below. Nothing is dropped: what has no place of its own stays in the block below.
"""

from __future__ import annotations

import re

from docutils import nodes

from book.sphinxext import editions
from book.sphinxext.exercises import discussion_exercise
from book.sphinxext.markup import element, html_element

BEFORE = ("Wat ze meenemen.", "Vooraf.")
OPENING = "Openingszin."
QUESTIONS = ("Stil?", "Verhit?", "Te snel?", "Te snel klaar?", "Te traag?", "Luister naar.")
ROOM = ("Gebruikelijke fout.", "Onverwacht goed.", "Valkuil.")
AFTER = ("Varianten.", "Brug.")
STEPS = "wanneer"
"""The head of the first column of the table of steps."""
SAID = re.compile(r"openingszin[,;]?\s*")
NOTE_TYPE = 0.85
"""What a letter of a note takes of the paper, where one of the text takes 1."""
SHORT = (nodes.paragraph, nodes.bullet_list, nodes.enumerated_list)


def set_beside(document: nodes.document) -> None:
    """Put the notes of each exercise beside its text."""
    for exercise in document.findall(discussion_exercise):
        block = next(exercise.findall(editions.trainer), None)
        if block is not None and block.parent is not None:
            _Notes(block).place(exercise)


class _Notes:
    """The notes of one exercise, by their names."""

    def __init__(self, block: editions.trainer) -> None:
        self.block = block
        self.clock: list[html_element] = []
        self.steps: nodes.table | None = None
        self.named: list[tuple[str, list[nodes.Node]]] = []
        for child in list(block.children):
            self._sort(child)

    def _sort(self, child: nodes.Node) -> None:
        if isinstance(child, html_element):
            if _class(child) == "time-bar":
                self.clock = list(child.children)
        elif isinstance(child, nodes.table) and next(child.findall(nodes.entry)).astext() == STEPS:
            self.steps = child
        elif isinstance(child, nodes.paragraph):
            for part in _by_name(child):
                name = _name(part)
                if name or not self.named:
                    self.named.append((name, [part]))
                else:
                    self.named[-1][1].append(part)
        elif self.named and isinstance(child, SHORT):
            self.named[-1][1].append(child)
        else:  # a table needs the width of the page
            self.named.append(("", [child]))

    def take(self, *names: str) -> list[nodes.Node]:
        """Return the notes of these names, which are then placed."""
        taken = [node for name, found in self.named if name in names for node in found]
        self.named = [(name, found) for name, found in self.named if name not in names]
        return taken

    def place(self, exercise: nodes.Element) -> None:
        """Put every note where it belongs."""
        steps = _steps(exercise, self.block)
        rows = list(self.steps[0][-1].children) if self.steps is not None else []
        goal = next(place for place, child in enumerate(exercise) if _class(child) == "exercise-goal")
        exercise.insert(goal, _note(self.take(*BEFORE), "note note-first"))
        if steps and len(steps) == len(rows) == len(self.clock):
            for step, row, clock in zip(steps, rows, self.clock, strict=True):
                opening = self.take(OPENING) if step is steps[0] else []
                _beside(step, list(step.children), _note([_time(clock), *opening, *_does(row)]))
                step["classes"].append("step")
            for found in {id(step.parent): step.parent for step in steps}.values():
                found["classes"].append("steps")
            self._beside_questions(exercise, steps[-1].parent)
        elif self.steps is not None:
            self.named.insert(0, ("", [self.steps]))
        self._below()

    def _beside_questions(self, exercise: nodes.Element, steps: nodes.Element) -> None:
        """Put notes beside what follows the steps, and beside the room to write."""
        begin = exercise.index(steps) + 1 if steps.parent is exercise else len(exercise)
        asked = []
        for child in exercise.children[begin:]:
            if not isinstance(child, SHORT):
                break
            asked.append(child)
        if asked:
            _beside(exercise, asked, _note(self.take(*QUESTIONS)), "beside questions")
        room = next(exercise.findall(editions.writing_room), None)
        if room is not None:
            _beside(exercise, [room], _note(self.take(*ROOM)), "beside room")

    def _below(self) -> None:
        """Leave in the block the answers, with the variants beside them; tables follow it."""
        title = next(child for child in self.block.children if _class(child) == "docent-titel")
        right = self.take(*AFTER)
        left = [node for _, found in self.named for node in found]
        wide = [node for place, node in enumerate(left) if any(_is_wide(part) for part in left[place : place + 2])]
        narrow = [node for node in left if node not in wide]
        row = _row(narrow, _note(right, width=_share(right, narrow)), "beside answers")
        self.block.children[:] = []
        self.block += [title, row]
        if wide:  # in a box of its own, so that the first does not reach to the foot of the page
            box = element("div", *wide, class_="docent answers-wide")
            self.block.parent.insert(self.block.parent.index(self.block) + 1, box)


def _by_name(paragraph: nodes.paragraph) -> list[nodes.paragraph]:
    """Split a paragraph before each of its names."""
    known = {*BEFORE, OPENING, *QUESTIONS, *ROOM, *AFTER}
    parts = [nodes.paragraph()]
    for child in [found for found in paragraph.children if found != nodes.Text("")]:
        if isinstance(child, nodes.strong) and child.astext() in known and parts[-1].children:
            parts.append(nodes.paragraph())
        parts[-1] += child
    return parts


def _name(paragraph: nodes.paragraph) -> str:
    first = paragraph.children[0] if paragraph.children else None
    return first.astext() if isinstance(first, nodes.strong) else ""


def _steps(exercise: nodes.Element, block: nodes.Element) -> list[nodes.list_item]:
    """Return the steps with minutes, outside the trainer's block."""
    found = []
    for child in exercise.children:
        if child is not block:
            for item in child.findall(nodes.list_item):
                minutes = [part for part in item.findall(html_element) if _class(part) == "step-minutes"]
                found += [item] if minutes and item.parent.parent is exercise else []
    return found


def _time(clock: html_element) -> html_element:
    """Return the stretch of a step on the clock of its exercise: minutes and a bar."""
    time, bar = clock.children[:2]
    return element("p", time, " ", bar, class_="note-time")


def _does(row: nodes.row) -> list[nodes.Node]:
    """Return what the trainer says in a step, what the group does, and what is to be seen then."""
    says, does, seen = (list(entry.children) for entry in row.children[1:4])
    told = [child for paragraph in says for child in paragraph.children]
    if told and isinstance(told[0], nodes.Text):
        told[0] = nodes.Text(SAID.sub("", told[0], count=1))
    done = [child for paragraph in does for child in paragraph.children]
    shown = [child for paragraph in seen for child in paragraph.children]
    lines = [element("p", *told, class_="note-says")] if "".join(part.astext() for part in told).strip() else []
    parts: list[nodes.Node | str] = []
    for name, found in (("Groep", done), ("Zichtbaar", shown)):
        if "".join(part.astext() for part in found).strip(" —"):
            parts += [element("span", f"{name}:\N{NO-BREAK SPACE}", class_="note-label"), *found, ". "]
    return [*lines, element("p", *parts, class_="note-does")] if parts else lines


def _note(children: list[nodes.Node], kind: str = "note", width: str | None = None) -> html_element:
    return element("div", *children, class_=kind, style=f"width: {width}" if width else None)


def _is_wide(node: nodes.Node) -> bool:
    """Tell whether a node needs the width of the page; the paragraph before it, which names it, goes along."""
    return not isinstance(node, SHORT)


def _share(notes: list[nodes.Node], text: list[nodes.Node]) -> str:
    """Return how much of the width notes take beside a text so that both end at about the same height."""
    right, left = (sum(len(node.astext()) for node in nodes_) for nodes_ in (notes, text))
    share = NOTE_TYPE * right / (NOTE_TYPE * right + left) if right else 0
    return f"{100 * min(max(share, 0.3), 0.6):.0f}%"


def _row(text: list[nodes.Node], note: html_element, kind: str = "beside") -> html_element:
    return element("div", element("div", *text, class_="beside-text"), note, class_=kind)


def _beside(parent: nodes.Element, text: list[nodes.Node], note: html_element, kind: str = "beside") -> None:
    """Put `text`, children of `parent`, and `note` in a row."""
    place = parent.index(text[0])
    for node in text:
        node.parent.remove(node)
    parent.insert(place, _row(text, note, kind))


def _class(node: nodes.Node) -> str:
    return node["attributes"].get("class", "") if isinstance(node, html_element) else ""
