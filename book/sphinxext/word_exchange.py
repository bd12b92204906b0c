"""`woordenwissel`: a letter in which the reader swaps words and sees who steers.

```{woordenwissel} Een brief aan mevrouw Bakker
:label: h09-brief
tekst: |
  Beste mevrouw Bakker,

  Wij hebben uw [verzoek] ontvangen. Wij [beoordelen] of u daar recht op hebt.
woorden:
  verzoek:
    - woord: aanvraag
      stuurt: de gemeente
      waarom: Wie iets aanvraagt, wacht op wie beslist.
    - woord: verhaal
      stuurt: mevrouw Bakker
      waarom: Een verhaal is van wie het vertelt.
  beoordelen:
    - woord: beoordelen
      stuurt: de gemeente
    - woord: zoeken samen met u uit
      stuurt: allebei
```

`tekst` is the letter: an empty line begins a paragraph, `[naam]` marks a place. Each place has two to six words
under `woorden`; the first stands there to begin with. `stuurt` says in a few words who steers or is the subject,
`waarom` (free to leave out) explains it. Texts may hold roles; words may not. `:label:` names what the browser keeps.
On paper: the letter with numbered places and a list of the words with room to write.
"""

from docutils import nodes

from book.exercises.words import Exchange, Slot, exchange
from book.sphinxext import play
from book.sphinxext.markup import element


class WordExchangeDirective(play.PlayDirective):
    """The letter with a choice at every marked word."""

    kind = "woordenwissel"

    def read(self, text: str) -> Exchange:
        """Return the letter and its words."""
        return exchange(text)

    def parts(self, found: Exchange, key: str) -> list[nodes.Node]:
        """Return the letter, its words and the reading of each."""
        return [
            self._letter(found, key),
            element("p", class_="words-tally", role="status", on="screen"),
            element("ul", class_="words-steering", aria_label="Wie stuurt er?", on="screen"),
            self._worksheet(found),
            self._reading(found),
        ]

    def _letter(self, found: Exchange, key: str) -> nodes.Node:
        place = self.place(found.line)
        paragraphs = []
        for lines in found.paragraphs:
            parts: list[nodes.Node] = []
            for number, line in enumerate(lines):
                parts += [element("br")] * bool(number)
                for piece in line:
                    if isinstance(piece, Slot):
                        parts += self._choice(piece, found.slots.index(piece) + 1, key)
                    else:
                        parts += self._inline(piece, place)
            paragraphs.append(element("p", *parts))
        return element("div", *paragraphs, class_="words-letter")

    def _choice(self, slot: Slot, number: int, key: str) -> list[nodes.Node]:
        options = [
            element("option", word.text, value=index, data_steers=word.steers, data_why=word.why or None)
            for index, word in enumerate(slot.words)
        ]
        return [
            element("select", *options, aria_label=f"Woord {number}", name=f"{key}-{slot.name}", on="screen",
                    class_="words-choice", autocomplete="off"),
            element("span", slot.words[0].text, element("sup", str(number)), class_="words-place", on="paper"),
        ]

    def _worksheet(self, found: Exchange) -> nodes.Node:
        """The words with room to write, for paper."""
        rows = [
            element(
                "tr",
                element("th", str(number), scope="row"),
                element("td", *(
                    element("span", element("span", class_="selftest-box"), word.text, class_="words-option")
                    for word in slot.words
                ), element("span", "eigen woord: ", element("span", class_="words-line"), class_="words-option")),
                element("td"),
            )
            for number, slot in enumerate(found.slots, start=1)
        ]
        head = element("thead", element("tr", *(
            element("th", name, scope="col") for name in ("", "Kies een woord, of schrijf er zelf een",
                                                          "Wie stuurt dan, en waaraan zie je dat?"))))
        return element("table", head, element("tbody", *rows), class_="words-sheet", on="paper")

    def _reading(self, found: Exchange) -> nodes.Node:
        """Who steers at each word, for whoever has no script, and at the end of the exercise."""
        place = self.place(found.line)
        items = [
            element("li", *(
                part
                for index, word in enumerate(slot.words)
                for part in (
                    element("br") if index else "",
                    element("strong", word.text), f": {word.steers}. ",
                    *self._inline(word.why, place),
                )
            ))
            for slot in found.slots
        ]
        return element(
            "details",
            element("summary", "Alle woorden en wie er stuurt", paper_tag="p"),
            element("ol", *items),
            class_="play-key",
            paper_tag="div",
        )

    def _inline(self, text: str, line: int) -> list[nodes.Node]:
        """The nodes of a text; spaces at its ends count, since a choice stands beside it."""
        before = " " if text[:1] == " " else ""
        after = " " if text[-1:] == " " and text.strip() else ""
        return [nodes.Text(before), *self.state.inline_text(text.strip(), line)[0], nodes.Text(after)] if text else []


def setup(app) -> None:
    """Register the directive; a page with an exchange loads its script and style sheet."""
    play.register(app, WordExchangeDirective, "words.js")
