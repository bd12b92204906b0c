"""The role `essay`: a short reference to a source essay, `Angela (weblog angelawerkt), ca. 2015 (E07)`.

It links to the retelling when a page carries the label `essay-e07`.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from book.facts import DATA, RegisterError, essay
from book.sphinxext.errors import fail


class EssayNode(nodes.Inline, nodes.TextElement):
    """A reference to essay `number`."""


def reference(number: str, source: str, line: int | None) -> EssayNode:
    """Return the reference; an unknown number stops the build with the place where it is used."""
    try:
        found = essay(number)
    except RegisterError as error:
        fail(error.message, source, line, "the numbers stand in book/data/essays.csv: E01 to E25")
    return EssayNode("", f"{found.author}, {found.date} ({found.id})", number=number)


class EssayRole(SphinxRole):
    """`essay`: prints author, date and number of a source essay."""

    def run(self) -> tuple[list[nodes.Node], list]:
        """Return the reference."""
        self.env.note_dependency(str(DATA / "essays.csv"))
        return [reference(self.text, *self.get_source_info())], []


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    labels = app.env.get_domain("std").anonlabels
    for node in list(doctree.findall(EssayNode)):
        page, anchor = labels.get(f"essay-{node['number'].lower()}", ("", ""))
        if page:
            uri = f"{app.builder.get_relative_uri(docname, page)}#{anchor}"
            link = nodes.reference("", "", *node.children, internal=True, refuri=uri, classes=["essay"])
            node.replace_self(link)


def _visit(self, node: EssayNode) -> None:
    self.body.append('<span class="essay">')


def _depart(self, node: EssayNode) -> None:
    self.body.append("</span>")


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("essay", EssayRole())
    app.add_node(EssayNode, html=(_visit, _depart))
    app.connect("doctree-resolved", _resolve)
