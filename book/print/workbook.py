"""What the workbook does with the exercises: cards and answers move to sheets of their own at the back.

The cards stand there to be cut out, so that nothing on the other side of the paper is lost; the answers of the
self-tests and the reasons behind the cards to sort stand apart, so that nobody reads them by accident.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docutils import nodes
from docutils.utils import new_document

from book.print import cards, forms
from book.sphinxext.exercises import discussion_exercise
from book.sphinxext.markup import element, html_element
from book.sphinxext.numbers import chapter_number

FORMS, CARDS, ANSWERS = "formulieren", "knipbladen", "antwoorden"
BLANK = "Deze bladen mag je zo vaak kopiëren als je ze nodig hebt."
CUT = (
    "Kopieer deze bladen eerst, of druk ze apart en enkelzijdig af, liefst op stevig papier. "
    "Knip langs de stippellijnen."
)
SMALL = 120
"""Cards of fewer letters than this are small: many go on a sheet."""
NUMBER = re.compile(r"\d+\.\d+")
"""The number of an exercise in its title."""
HALF_SHEET = 6
"""A form of so many questions takes half a sheet."""
THREE_TIMES = "drie keer"
SORT_KEY = "play-key sort-key"
FEW_CELLS = 3
"""A table with as many empty cells as this is a form to fill in."""
LONG = 40
"""A cell of more letters takes the room of those to fill in; then all columns are as wide."""


@dataclass
class Sheets:
    """What was taken out: (title, exercise, cards) and (title, answers)."""

    cards: list[tuple[str, nodes.section, html_element]] = field(default_factory=list)
    answers: list[tuple[str, html_element]] = field(default_factory=list)


def set_forms(document: nodes.document, in_rows: bool = False, wide_forms: bool = False) -> list[html_element]:
    """Give the cards of a document their boxes and tables to fill in their room; return the groups of cards.

    Answers stand in two columns, or `in_rows` where they go on over the page; cards to write on take half the width,
    or with `wide_forms` the whole.
    """
    for exercise in document.findall(discussion_exercise):
        for table in exercise.findall(nodes.table):
            empty = [entry for entry in table.findall(nodes.entry) if _is_to_fill(entry)]
            for entry in empty:
                entry["classes"].append("leeg")
            table["classes"] += ["werkblad"] * bool(empty) + ["invullen"] * (len(empty) >= FEW_CELLS)
            longest = max(len(entry.astext()) for entry in table.findall(nodes.entry))
            table["classes"] += ["gelijk"] * (bool(empty) and longest > LONG)
        for paragraph in exercise.findall(nodes.paragraph):
            if cards.is_alone(paragraph):
                paragraph["classes"].append("tussenkop")
    for answers in [found for found in document.findall(html_element) if _class(found) == "selftest-answers"]:
        (_in_rows if in_rows else _beside_each_other)(answers)
    return cards.gather(document, wide_forms)


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


def _in_rows(answers: html_element) -> None:
    """Set a list of answers two by two: a page may end below each row."""
    rows = [
        element(
            "div",
            *(
                element("ol", answer, class_="selftest-answers", style=f"counter-reset: list-item {number}")
                for number, answer in enumerate(answers.children[first : first + 2], start=first)
            ),
            class_="selftest-columns selftest-row",
        )
        for first in range(0, len(answers.children), 2)
    ]
    answers.replace_self(element("div", *rows))


def take_apart(document: nodes.document, sheets: Sheets, answers: bool = True) -> None:
    """Move the cards and the answers of a document to `sheets`; a line tells on which page they stand.

    Without `answers` these stay behind their questions, as a trainer wants them.
    """
    for group in set_forms(document, in_rows=answers, wide_forms=True):
        section = _section_of(group)
        _name_exercise(group, section.next_node(nodes.title).astext())
        number = next((place for place, (_, of, _) in enumerate(sheets.cards, 1) if of is section), 0)
        if number:  # the exercise has cards at another place in its text too
            sheets.cards[number - 1][2].extend(group.children)
            group.parent.remove(group)
            continue
        sheet = element("div", *group.children, class_="kaarten")
        sheets.cards.append((section.next_node(nodes.title).astext(), section, sheet))
        pointer = _pointer("De kaarten bij deze opgave staan op een knipblad", f"{CARDS}-{len(sheets.cards)}")
        group.replace_self(pointer)
    for sheet in [found for found in document.findall(html_element) if _class(found) == "sort-sheet"]:
        section = _section_of(sheet)
        sheets.cards.append((_sorting_title(document, section), section, sheet.deepcopy()))
        sheet.replace_self(_pointer("De kaarten staan op een knipblad", f"{CARDS}-{len(sheets.cards)}"))
    for reasons in [found for found in document.findall(html_element) if answers and _class(found) == SORT_KEY]:
        place = f"{ANSWERS}-{len(sheets.answers) + 1}"
        title = _sorting_title(document, _section_of(reasons))
        sheets.answers.append((title, element("div", *reasons.children[1:], class_="play-key")))
        reasons.replace_self(_pointer("De redenen bij elke kaart staan achterin", place))
    for key in [found for found in document.findall(html_element) if answers and _class(found) == "selftest-key"]:
        place = f"{ANSWERS}-{len(sheets.answers) + 1}"
        title = f"Hoofdstuk {chapter_number(document['docname'])}"
        sheets.answers.append((title, element("div", *key.children[1:], class_="zelftest")))
        section = _section_of(key)
        key.parent.remove(key)
        section.insert(1, _pointer("De antwoorden staan achterin", place))


def _sorting_title(document: nodes.document, section: nodes.section) -> str:
    """Name a section that is no exercise by its chapter."""
    title = section.next_node(nodes.title).astext()
    return f"Hoofdstuk {chapter_number(document['docname'])}, {title[0].lower()}{title[1:]}"


def sheets(found: Sheets, settings) -> list[nodes.document]:
    """Return the pages at the back of the workbook: blank forms, cards to cut out, answers."""
    made = []
    blank = [(title, nodes.raw("", html, format="html"), name) for name, title, html in forms.forms()]
    groups = enumerate(found.cards, start=1)
    cut = [(title, _sized(group), f"{CARDS}-{number}") for number, (title, _, group) in groups]
    keys = [(title, key, f"{ANSWERS}-{number}") for number, (title, key) in enumerate(found.answers, start=1)]
    for name, title, introduction, parts in (
        (FORMS, "Formulieren", BLANK, blank),
        (CARDS, "Knipbladen", CUT, cut),
        (ANSWERS, "Antwoorden", "", keys),
    ):
        if parts:
            made.append(_sheet(name, title, introduction, parts, settings))
    return made


def _name_exercise(group: html_element, title: str) -> None:
    """Say on each card to which exercise it belongs, on one to write on with its title: once cut they get mixed."""
    for card in list(group.findall(html_element)):
        if _class(card) == cards.FORM:
            card.insert(0, element("p", title, class_="formulier-van"))
        elif _class(card) == "kaart" and (number := NUMBER.search(title)):
            card.insert(0, element("p", number[0], class_="formulier-van"))


def _sized(group: html_element) -> html_element:
    """Say how large the cards of a group may be; a card that stands alone is printed four times."""
    _repeat_forms(group)
    boxes = [card for card in group.findall(html_element) if _class(card) == "kaart"]
    if not boxes:  # cards to sort have a size of their own
        return group
    longest = max(len(card.astext()) for card in boxes)
    group["attributes"]["class"] = f"kaarten {'klein' if longest < SMALL else 'groot'}"
    if len(boxes) == 1 and longest < cards.WIDE:
        copies = [boxes[0].deepcopy(), *(_copy(boxes[0]) for _ in range(3))]
        rows = [element("div", *copies[first : first + 2], class_="kaartrij") for first in (0, 2)]
        group.children[:] = []
        group += rows
    return group


def _repeat_forms(group: html_element) -> None:
    """Print a form that is needed three times as often, and another short one twice: a group needs more than one."""
    for form in [found for found in group.findall(html_element) if _class(found) == cards.FORM]:
        more = 2 if THREE_TIMES in form.astext() else int(0 < len(list(form.findall(nodes.list_item))) <= HALF_SHEET)
        place = group.index(form.parent) + 1
        group.children[place:place] = [_copy(form.parent) for _ in range(more)]


def _copy(node: html_element) -> html_element:
    """Return a copy of `node` to which nothing links."""
    copy = node.deepcopy()
    for found in copy.findall(nodes.Element):
        found["ids"] = []
    return copy


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
