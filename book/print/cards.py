"""Cards of an exercise on paper: case, role and dilemma cards, to cut out.

A writer gives a card as a paragraph that begins with bold words ending in *kaart*, **Kaart A. …** or
**Rolkaart. Wethouder.**, or as an item of a list of which every item begins so; or as a letter of one paragraph,
**Brief A. …** To a card belongs the list that follows it, and to a form the table too.
"""

from __future__ import annotations

import re

from docutils import nodes

from book.sphinxext.exercises import discussion_exercise
from book.sphinxext.markup import element, html_element

HEAD = re.compile(r"(?:\w*kaart|Nieuw feit|\w*formulier|Brief)\b", re.IGNORECASE)
LETTER = "Brief"
"""How the head of a letter begins: one that stands alone opens a letter of more paragraphs, which is no card."""
HALF = "kaartrij half"
"""The row of one card that leaves room for another beside it."""
WIDE = 900
"""A card of more letters takes the whole width."""
FORM = "kaart formulier"
"""The box of a card to write on."""


def gather(document: nodes.document, wide_forms: bool = False) -> list[html_element]:
    """Put the cards of each exercise in boxes, two beside each other; return the groups of boxes.

    With `wide_forms` a card to write on takes the whole width, as one with a table always does.
    """
    groups = []
    for exercise in document.findall(discussion_exercise):
        cards, used = [], []
        for child in [*exercise.children, None]:
            found = _cards(child)
            if found:
                cards += found
            elif cards and _belongs(cards[-1], child):
                cards[-1].append(child)
            else:
                if cards:
                    groups.append(_group(cards, wide_forms))
                    exercise.insert(exercise.index(used[0]), groups[-1])
                    for node in used:
                        exercise.remove(node)
                cards, used = [], []
                continue
            used.append(child)
    return groups


def _cards(node: nodes.Node | None) -> list[list[nodes.Node]]:
    """Return the cards that `node` holds, each as its nodes; none when it holds something else."""
    if isinstance(node, nodes.paragraph) and _is_head(node):
        return [[node]]
    if isinstance(node, nodes.bullet_list) and all(item.children and _is_head(item[0]) for item in node):
        return [list(item.children) for item in node]
    return []


def _is_head(node: nodes.Node) -> bool:
    first = next((child for child in node.children if child.astext().strip()), None)
    if not isinstance(first, nodes.strong) or not HEAD.match(first.astext()):
        return False
    return not (first.astext().startswith(LETTER) and is_alone(node))


def _belongs(card: list[nodes.Node], node: nodes.Node | None) -> bool:
    if len(card) > 1 or not isinstance(card[0], nodes.paragraph):
        return False
    return isinstance(node, nodes.bullet_list) or (isinstance(node, nodes.table) and _is_named_form(card))


def _is_named_form(card: list[nodes.Node]) -> bool:
    return "formulier" in card[0].astext().partition(".")[0].lower()


def _is_form(card: list[nodes.Node]) -> bool:
    """Tell whether a card is to be written on: it has questions, or leaves something open."""
    asked = [node for node in card if not isinstance(node, nodes.paragraph)]
    return bool(asked) and (_is_named_form(card) or "…" in "".join(node.astext() for node in asked))


def is_alone(paragraph: nodes.Node) -> bool:
    """Tell whether a paragraph holds nothing but bold words: the head of what follows it."""
    parts = [part for part in paragraph.children if part.astext().strip()]
    return bool(parts) and all(isinstance(part, nodes.strong) for part in parts)


def _group(cards: list[list[nodes.Node]], wide_forms: bool) -> html_element:
    rows: list[tuple[str, list[html_element]]] = []
    for card in cards:
        form = wide_forms and _is_form(card)
        box = element("div", *(node.deepcopy() for node in card), class_=FORM if form else "kaart")
        table = any(isinstance(node, nodes.table) for node in card)
        if form or table or sum(len(node.astext()) for node in card) > WIDE:
            rows.append(("kaartrij", [box]))
        elif rows and rows[-1][0] == HALF:
            rows[-1] = ("kaartrij", [*rows[-1][1], box])
        else:
            rows.append((HALF, [box]))
    return element("div", *(element("div", *row, class_=kind) for kind, row in rows), class_="kaarten")
