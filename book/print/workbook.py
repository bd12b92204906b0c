"""What the workbook does with the exercises: cards and answers move to sheets of their own at the back.

The cards stand there to be cut out, so that nothing on the other side of the paper is lost; the answers of the
self-tests stand apart, so that nobody reads them by accident.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docutils import nodes
from docutils.utils import new_document

from book.print import cards, forms
from book.sphinxext.exercises import discussion_exercise
from book.sphinxext.markup import element, html_element
from book.sphinxext.numbers import chapter_number

CARDS, ANSWERS = "knipbladen", "antwoorden"
BLANK = "Deze bladen mag je zo vaak kopiëren als je ze nodig hebt."
CUT = "Druk deze bladen enkelzijdig af, liefst op stevig papier, en knip langs de stippellijnen."
FEW_CELLS = 3
"""A table with as many empty cells as this is a form to fill in."""


@dataclass
class Sheets:
    """What was taken out: (title, exercise, cards) and (title, answers)."""

    cards: list[tuple[str, nodes.section, html_element]] = field(default_factory=list)
    answers: list[tuple[str, html_element]] = field(default_factory=list)


def set_forms(document: nodes.document) -> list[html_element]:
    """Give the cards of a document their boxes and tables to fill in their room; return the groups of cards."""
    for exercise in document.findall(discussion_exercise):
        for table in exercise.findall(nodes.table):
            empty = [entry for entry in table.findall(nodes.entry) if _is_to_fill(entry)]
            for entry in empty:
                entry["classes"].append("leeg")
            table["classes"] += ["werkblad"] * bool(empty) + ["invullen"] * (len(empty) >= FEW_CELLS)
        for paragraph in exercise.findall(nodes.paragraph):
            if cards.is_alone(paragraph):
                paragraph["classes"].append("tussenkop")
    for answers in [found for found in document.findall(html_element) if _class(found) == "selftest-answers"]:
        _beside_each_other(answers)
    return cards.gather(document)


def _is_to_fill(entry: nodes.entry) -> bool:
    return not entry.astext().strip() and not isinstance(entry.parent.parent, nodes.thead)


def _beside_each_other(answers: html_element) -> None:
    """Set a list of answers as two lists of about the same length beside each other."""
    letters = [len(item.astext()) for item in answers.children]
    middle = next(number for number in range(1, len(letters) + 1) if 2 * sum(letters[:number]) >= sum(letters))
    first, second = answers.children[:middle], answers.children[middle:]
    lists = [element("ol", *first, class_="selftest-answers")]
    if second:
        lists.append(element("ol", *second, class_="selftest-answers", style=f"counter-reset: list-item {middle}"))
    answers.replace_self(element("div", *lists, class_="selftest-columns"))


def take_apart(document: nodes.document, sheets: Sheets, answers: bool = True) -> None:
    """Move the cards and the answers of a document to `sheets`; a line tells on which page they stand.

    Without `answers` these stay behind their questions, as a trainer wants them.
    """
    for group in set_forms(document):
        section = _section_of(group)
        number = next((place for place, (_, of, _) in enumerate(sheets.cards, 1) if of is section), 0)
        if number:  # the exercise has cards at another place in its text too
            sheets.cards[number - 1][2].extend(group.children)
            group.parent.remove(group)
            continue
        sheet = element("div", *group.children, class_="kaarten")
        sheets.cards.append((section.next_node(nodes.title).astext(), section, sheet))
        pointer = _pointer("De kaarten bij deze opgave staan op een knipblad", f"{CARDS}-{len(sheets.cards)}")
        group.replace_self(pointer)
    for key in [found for found in document.findall(html_element) if answers and _class(found) == "selftest-key"]:
        place = f"{ANSWERS}-{len(sheets.answers) + 1}"
        title = f"Hoofdstuk {chapter_number(document['docname'])}"
        sheets.answers.append((title, element("div", *key.children[1:], class_="zelftest")))
        section = _section_of(key)
        key.parent.remove(key)
        section.insert(1, _pointer("De antwoorden staan achterin", place))


def sheets(found: Sheets, settings) -> list[nodes.document]:
    """Return the pages at the back of the workbook: blank forms, cards to cut out, answers."""
    made = []
    blank = [(title, nodes.raw("", html, format="html"), name) for name, title, html in forms.forms()]
    cut = [(title, group, f"{CARDS}-{number}") for number, (title, _, group) in enumerate(found.cards, start=1)]
    keys = [(title, key, f"{ANSWERS}-{number}") for number, (title, key) in enumerate(found.answers, start=1)]
    for name, title, introduction, parts in (
        ("formulieren", "Formulieren", BLANK, blank),
        (CARDS, "Knipbladen", CUT, cut),
        (ANSWERS, "Antwoorden bij de zelftoetsen", "", keys),
    ):
        if parts:
            made.append(_sheet(name, title, introduction, parts, settings))
    return made


def _sheet(name: str, title: str, introduction: str, parts: list, settings) -> nodes.document:
    document = new_document(name, settings)
    document["docname"] = f"werkboek/{name}"
    top = nodes.section("", nodes.title(title, title), ids=[name])
    top += [nodes.paragraph("", introduction)] if introduction else []
    for heading, content, identifier in parts:
        top += nodes.section("", nodes.title(heading, heading), content, ids=[identifier], classes=["blad"])
    document += top
    return document


def _section_of(node: nodes.Node) -> nodes.section:
    while not isinstance(node, nodes.section):
        node = node.parent
    return node


def _pointer(words: str, place: str) -> html_element:
    link = element("a", words, class_="elsewhere", href=f"#{place}")
    return element("p", link, ".", class_="naar-achterin")


def _class(node: html_element) -> str:
    return node["attributes"].get("class", "")
