"""Cards with a secret: whoever plays another role should not read them by accident.

Such a card is a paragraph of an exercise that begins with bold words from `SECRET`, as in **Rolkaart. Wethouder.** On
a screen it is folded, under its title and for whom it is; in the trainer's edition it stands open. On paper the
workbook and the trainer's edition have it on a sheet to cut out, and the reader's edition has a line
in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from book.sphinxext.editions import TRAINER, WORKBOOK
from book.sphinxext.exercises import discussion_exercise
from book.sphinxext.markup import element, html_element, on_paper

SECRET = {
    "Rolkaart": "alleen voor wie deze rol speelt",
    "Gevolgkaart": "pas lezen als je hem krijgt",
}
KIND = re.compile(rf"({'|'.join(SECRET)})\b")
WHERE = "op een knipblad in het werkboek, want wie het vooraf leest, weet al wat een ander verzwijgt."


def kind(node: nodes.Node) -> str:
    """Return the word of `SECRET` with which a card begins; empty when `node` is no such card."""
    bold = next((child for child in node.children if child.astext().strip()), None)
    found = isinstance(node, nodes.paragraph) and isinstance(bold, nodes.strong) and KIND.match(bold.astext())
    return found[1] if found else ""


class KeepSecrets(SphinxPostTransform):
    """Folds the cards on a screen, takes them out of the reader's edition on paper; after the choice of edition."""

    default_priority = 3

    def run(self, **_kwargs) -> None:
        """Treat the cards of each exercise."""
        for cards in list(_series(self.document)):
            if not on_paper(self.app.builder):
                for card in cards:
                    card.replace_self(_folded(card, self.config.book_edition == TRAINER))
            elif self.config.book_edition not in (TRAINER, WORKBOOK):
                cards[0].replace_self(_line(cards))
                for card in cards[1:]:
                    card.parent.remove(card)


def _series(document: nodes.document) -> Iterator[list[nodes.paragraph]]:
    """Yield the cards of one kind that follow each other; those in a trainer's notes stand a level deeper."""
    for exercise in document.findall(discussion_exercise):
        for name, cards in groupby(list(exercise.children), key=kind):
            if name:
                yield list(cards)


def _folded(card: nodes.paragraph, shown: bool) -> html_element:
    """Return a card as a part to unfold: `<details>` needs neither a mouse nor a script."""
    place = next(number for number, child in enumerate(card.children) if isinstance(child, nodes.strong))
    title = card[place].astext().rstrip(".")
    secret = nodes.paragraph("", "", *card.children[place + 1 :])
    head = element(
        "summary", element("strong", title), " ", element("span", SECRET[kind(card)], class_="role-card-for")
    )
    return element("details", head, secret, class_="role-card", open=shown)


def _line(cards: list[nodes.paragraph]) -> html_element:
    """Return what stands in the reader's edition on paper instead of `cards`: whose cards they are, and where."""
    titles = [next(iter(card.findall(nodes.strong))).astext().rstrip(".") for card in cards]
    names = " · ".join(title.split(". ")[-1] for title in titles)
    many = len(cards) > 1
    head = element("strong", f"{kind(cards[0])}{'en' if many else ''}.")
    tail = f" {names}. {'Ze staan' if many else 'Die staat'} {WHERE}"
    return element("p", head, tail, class_="role-cards-elsewhere")


def setup(app) -> None:
    """Register the transform."""
    app.add_post_transform(KeepSecrets)
