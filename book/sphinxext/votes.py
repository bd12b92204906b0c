"""`:::{stemming}`: statements to vote on before and after the talk (working form F7).

The page and the paper hold a form with five positions, two rounds and the certainty of each; `vote.js` puts a tool in
its place, for one reader or for a trainer who counts a group.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from book.sphinxext.errors import fail
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load

POSITIONS = ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens")
CERTAINTY = ("zeker", "twijfel")
ROUNDS = (1, 2)


class VoteDirective(SphinxDirective):
    """A list of statements; the argument names the vote, `:label:` keeps a reader's votes under another name."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {"label": str.strip}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the voting form."""
        source, line = self.get_source_info()
        content = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, content)
        if len(content) != 1 or not isinstance(content[0], nodes.bullet_list):
            fail("{stemming} holds something else than one list", source, line, "write each statement as '- …'")
        statements = [_statement(item, number) for number, item in enumerate(content[0].children, start=1)]
        label = self.options.get("label") or f"{self.env.docname}-{self.env.new_serialno('stemming')}"
        title = self.arguments[0] if self.arguments else "Stemformulier"
        return [
            element(
                "div",
                element("p", title, class_="vote-title"),
                *statements,
                class_="stemming",
                role="group",
                aria_label=title,
                data_key=label,
            )
        ]


def _statement(item: nodes.list_item, number: int) -> html_element:
    text = [child for paragraph in item.children for child in paragraph.children]
    head = element(
        "tr",
        element("td"),
        *(
            element("th", f"{place} {name}" if place else name, scope="col")
            for place, name in [*enumerate(POSITIONS, start=1), *((0, name) for name in CERTAINTY)]
        ),
    )
    rows = [
        element(
            "tr",
            element("th", f"Ronde {turn}", scope="row"),
            *(element("td", element("span", class_="selftest-box")) for _ in (*POSITIONS, *CERTAINTY)),
        )
        for turn in ROUNDS
    ]
    form = element(
        "table",
        element("caption", f"Kruis aan bij stelling {number}"),
        element("thead", head),
        element("tbody", *rows),
    )
    return element(
        "div",
        element("p", element("strong", f"Stelling {number}."), " ", element("span", *text, class_="vote-text")),
        element("div", form, class_="vote-form"),
        class_="vote-statement",
    )


def _is_vote(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == "stemming"


def setup(app) -> None:
    """Register the directive; a page with a vote loads its script and style sheet."""
    app.add_directive("stemming", VoteDirective)
    load(app, _is_vote, css="selftest.css", js=("kept.js", "vote.js"))
