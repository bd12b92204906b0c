"""```{zelftest}: the self-test of a chapter, from YAML (`book/exercises/items.py` judges the items).

The page holds native controls and, folded at the end, all answers; `selftest.js` makes it playable and takes the
feedback from those answers, so that there is one text of each. On paper: boxes, lines, and the answers in a list.
"""

import re

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from book.exercises.items import Choice, Claim, Estimate, Item, ItemError, Order, items
from book.facts import fact
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load

UNITS = {
    "procent": "%",
    "mln euro": "miljoen euro",
    "mld euro": "miljard euro",
    "mln": "miljoen",
    "duizend": "",
    "duizend euro": "euro",
}
FIELDS = (("laag", "Laagste waarde"), ("beste", "Beste schatting"), ("hoog", "Hoogste waarde"))
CHAPTER = re.compile(r"h(\d\d)\b")


class SelfTestDirective(SphinxDirective):
    """`:hoofdstuk: 3` and a list of items."""

    has_content = True
    option_spec = {"hoofdstuk": str.strip}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Judge the items and return them with their answers."""
        self.source, self.line = self.get_source_info()
        self.chapter = self.options.get("hoofdstuk", "")
        if not self.chapter.isdigit():
            fail("this self-test has no chapter", self.source, self.line, "add the line ':hoofdstuk: 3'")
        try:
            found = items("\n".join(self.content), self.chapter)
        except ItemError as error:
            fail(f"self-test: {error}", self.source, self._line(error.line), error.remedy)
        questions, answers = [], []
        for number, item in enumerate(found, start=1):
            self.item_line = self._line(item.line)
            questions.append(self._question(item, number, len(found)))
            answers.append(self._answer(item))
        return [
            element(
                "div",
                *questions,
                element(
                    "details",
                    element("summary", "Alle antwoorden", paper_tag="p"),
                    element("ol", *answers, class_="selftest-answers"),
                    class_="selftest-key",
                    paper_tag="div",
                ),
                class_="zelftest",
                data_chapter=self.chapter,
            )
        ]

    def _question(self, item: Item, number: int, total: int) -> nodes.Node:
        name = f"zelftest-{self.chapter}-{number}"
        head = [
            element("legend", f"Vraag {number} van {total}", paper_tag="p", class_="selftest-number"),
            element("p", *self._inline(item.stem), class_="selftest-stem", id=f"{name}-vraag"),
        ]
        parts = {Choice: self._choice, Claim: self._claim, Order: self._order, Estimate: self._estimate}[type(item)]
        fields = element("fieldset", *head, *parts(item, name), aria_describedby=f"{name}-vraag", paper_tag="div")
        feedback = element("div", role="status", class_="selftest-feedback", on="screen")
        return element(
            "div",
            fields,
            feedback,
            class_="selftest-item",
            id=name,
            data_kind=item.kind,
            data_key=item.key,
            **_truth(item),
        )

    def _choice(self, item: Choice, name: str) -> list[nodes.Node]:
        options = [
            _radio(
                name,
                option.letter,
                element("span", option.letter, class_="selftest-letter"),
                " ",
                element("span", *self._inline(option.text)),
            )
            for option in item.options
        ]
        return [element("div", *options, class_="selftest-options"), _line("Waarom?")]

    def _claim(self, _item: Claim, name: str) -> list[nodes.Node]:
        sure = element(
            "fieldset",
            element("legend", "Hoe zeker ben je?", paper_tag="span"),
            _radio(f"{name}-zeker", "zeker", "Zeker"),
            _radio(f"{name}-zeker", "twijfel", "Ik twijfel"),
            class_="selftest-certainty",
            paper_tag="div",
        )
        return [
            element(
                "div",
                _radio(name, "waar", "Waar"),
                _radio(name, "niet waar", "Niet waar"),
                class_="selftest-options selftest-options-short",
            ),
            sure,
        ]

    def _order(self, item: Order, name: str) -> list[nodes.Node]:
        steps = [
            element(
                "li",
                element("span", class_="selftest-box", aria_hidden="true"),
                element("span", *self._inline(item.steps[place]), class_="selftest-step"),
                data_place=place,
            )
            for place in item.shown
        ]
        hint = f"Zet de nummers 1 tot en met {len(steps)} in de hokjes."
        return [element("p", hint, class_="selftest-hint"), element("ol", *steps, class_="selftest-steps")]

    def _estimate(self, item: Estimate, name: str) -> list[nodes.Node]:
        unit = fact(item.fact).unit
        unit = UNITS.get(unit, unit)
        before = "1 op " if unit == "1 op" else ""
        fields = [
            element(
                "label",
                element("span", label),
                " ",
                before,
                element(
                    "input",
                    type="text",
                    inputmode="decimal",
                    autocomplete="off",
                    name=f"{name}-{key}",
                    data_field=key,
                    on="screen",
                ),
                element("span", class_="selftest-line", on="paper"),
                "" if before or not unit else f" {unit}",
                paper_tag="p",
            )
            for key, label in FIELDS
        ]
        hint = "Kies een laagste en een hoogste waarde waar het volgens jou met 90% zekerheid tussen ligt."
        return [element("p", hint), element("div", *fields, class_="selftest-fields")]

    def _answer(self, item: Item) -> nodes.Node:
        if isinstance(item, Choice):
            right = next(option.letter for option in item.options if option.right)
            whys = [
                element(
                    "li",
                    element("span", option.letter, class_="selftest-letter"),
                    " ",
                    element("span", *self._inline(option.why), class_="selftest-why"),
                    data_option=option.letter,
                )
                for option in item.options
            ]
            parts = [element("p", f"Goed is {right}."), element("ul", *whys, class_="selftest-whys")]
        else:
            parts = [self._key(item), element("p", *self._inline(item.why), class_="selftest-why")]
        source = element("p", "Lees terug: ", *self._place(item.source), class_="selftest-source")
        return element("li", *parts, source, data_answer=item.key)

    def _key(self, item: Item) -> nodes.Node:
        if isinstance(item, Claim):
            return element("p", "Waar." if item.true else "Niet waar.")
        if isinstance(item, Order):
            steps = [element("li", *self._inline(step)) for step in item.steps]
            return element("ol", *steps, class_="selftest-order")
        truth = element("span", *self._inline(f"{{feit}}`{item.fact}`"), class_="selftest-truth")
        return element("p", "Het antwoord is ", truth, ".")

    def _inline(self, text: str) -> list[nodes.Node]:
        return self.state.inline_text(text, self.item_line)[0]

    def _place(self, source: str) -> list[nodes.Node | str]:
        """Turn the first `h03` of a source into a link to chapter 3, when there is one, and read the roles in it."""
        match = CHAPTER.search(source)
        if not match:
            return self._inline(source)
        name = nodes.inline("", f"hoofdstuk {int(match[1])}")
        link = pending_xref(
            "", name, refdomain="std", reftype="ref", reftarget=match.group(), refexplicit=True, refwarn=False
        )
        return [*self._inline(source[: match.start()]), link, *self._inline(source[match.end() :])]

    def _line(self, line: int) -> int:
        """Return the line in the file of line `line` of the YAML."""
        return self.line + self.content_offset + line


def _radio(group: str, value: str, *label: nodes.Node | str) -> nodes.Node:
    return element(
        "label",
        element("input", type="radio", name=group, value=value, on="screen"),
        element("span", class_="selftest-box", on="paper"),
        " ",
        *label,
        class_="selftest-option",
        paper_tag="p",
    )


def _line(question: str) -> nodes.Node:
    return element("p", question, " ", element("span", class_="selftest-line"), class_="selftest-write", on="paper")


def _truth(item: Item) -> dict[str, str]:
    """Return the right answer as data attributes for the page's script."""
    if isinstance(item, Choice):
        return {"data_answer_is": next(option.letter for option in item.options if option.right)}
    if isinstance(item, Claim):
        return {"data_answer_is": "waar" if item.true else "niet waar"}
    if isinstance(item, Estimate):
        found = fact(item.fact)
        scale = 1000 if found.unit.startswith("duizend") else 1
        return {"data_from": found.value * scale, "data_to": (found.value_high or found.value) * scale}
    return {}


def _is_self_test(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == "zelftest"


def setup(app) -> None:
    """Register the directive; a page with a self-test loads its script and style sheet."""
    app.add_directive("zelftest", SelfTestDirective)
    load(app, _is_self_test, css="selftest.css", js=("kept.js", "selftest.js"))
