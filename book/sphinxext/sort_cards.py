"""`sorteren`: cards to put in columns, with a reason for every choice.

```{sorteren} Waarop stuur je?
:label: h13-sorteren
kolommen:
  - naam: input
    uitleg: wat je erin stopt
  - naam: output
    uitleg: wat eruit komt
kaarten:
  - tekst: Het aantal uren van een wijkteam
    past:
      input: Uren stop je erin.
    anders: Uren zijn nog geen resultaat.
  - tekst: Een gezin maakt zelf een plan
    past:
      output: Het plan ligt er.
      input: Je kunt het plan ook zien als het begin.
```

`kolommen` has two to six columns, `kaarten` two to 24 cards. `past` gives a reason for every column that can be
defended; `anders` (free to leave out) is said when the reader chooses another. Texts may hold roles. `:label:` names
what the browser keeps. On paper: cards to cut out, and the reasons behind them.
"""

from docutils import nodes

from book.exercises.sorting import Card, Pile, Sorting, sorting
from book.sphinxext import play
from book.sphinxext.markup import element

HINT = "Leg de kaarten onder de kolommen. Om uit te knippen staan ze in het werkboek op een knipblad."


class SortingDirective(play.PlayDirective):
    """Cards with a choice of columns."""

    kind = "sorteren"

    def read(self, text: str) -> Sorting:
        """Return the columns and the cards."""
        return sorting(text)

    def parts(self, found: Sorting, key: str) -> list[nodes.Node]:
        """Return the columns, the cards and the reasons."""
        cards = [self._card(card, number, found.piles, key) for number, card in enumerate(found.cards, start=1)]
        return [
            self._piles(found),
            element("ol", *cards, class_="sort-cards", on="screen"),
            element("div", class_="sort-end", on="screen"),
            self._cut_outs(found),
            self._reasons(found),
        ]

    def _piles(self, found: Sorting) -> nodes.Node:
        """The columns; on the screen the script lays the chosen cards in them."""
        return element("div", *(
            element(
                "div",
                element("p", element("strong", pile.name), class_="sort-name"),
                element("p", *self._inline(pile.explained, 1), class_="sort-explained") if pile.explained else "",
                element("ul", class_="sort-laid", aria_label=f"Kaarten bij {pile.name}", on="screen"),
                class_="sort-pile",
                data_pile=pile.name,
            )
            for pile in found.piles
        ), class_="sort-piles")

    def _card(self, card: Card, number: int, piles: tuple[Pile, ...], key: str) -> nodes.Node:
        radios = [
            element(
                "label",
                element("input", type="radio", name=f"{key}-{number}", value=pile.name, autocomplete="off"),
                " ", pile.name,
                class_="sort-option",
            )
            for pile in piles
        ]
        text = self._inline(card.text, card.line)
        legend = element("legend", element("span", f"Kaart {number}. ", class_="sort-number"),
                         element("span", *text, class_="sort-text"))
        return element(
            "li",
            element("fieldset", legend, element("div", *radios, class_="sort-options")),
            element("div", role="status", class_="sort-feedback"),
            class_="sort-card",
            data_defended="|".join(card.reasons),
        )

    def _cut_outs(self, found: Sorting) -> nodes.Node:
        cards = [element("div", *self._inline(card.text, card.line), class_="sort-cut") for card in found.cards]
        hint = element("p", HINT, class_="sort-hint")
        return element("div", hint, element("div", *cards, class_="sort-sheet"), class_="sort-paper", on="paper")

    def _reasons(self, found: Sorting) -> nodes.Node:
        """The reasons of every card: the script takes its feedback from here, so that there is one text of each."""
        items = [
            element(
                "li",
                element("p", *self._inline(card.text, card.line), class_="sort-about"),
                element("ul", *(
                    element("li", element("strong", name), ": ",
                            element("span", *self._inline(reason, card.line), class_="sort-why"), data_pile=name)
                    for name, reason in card.reasons.items()
                ), element("li", "Een andere kolom: ",
                           element("span", *self._inline(card.otherwise, card.line), class_="sort-why"),
                           data_pile="") if card.otherwise else "",
                ),
            )
            for card in found.cards
        ]
        return element(
            "details",
            element("summary", "Alle kaarten, met de redenen", paper_tag="p"),
            element("ol", *items),
            class_="play-key sort-key",
            paper_tag="div",
        )

    def _inline(self, text: str, line: int) -> list[nodes.Node]:
        return self.state.inline_text(text, self.place(line))[0] if text else []


def setup(app) -> None:
    """Register the directive; a page with a sorting loads its script and style sheet."""
    play.register(app, SortingDirective, "sorting.js")
