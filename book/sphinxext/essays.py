"""Source essays in the text: the role `essay` prints a number, `E07`; the directive `essays` lists them all.

A number links to the retelling (label `bron-e07`) or, without one, to the list (`essay-e07`), and tells author, title
and date in a popover.
"""

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from book.facts import DATA, Essay, RegisterError, essay, register
from book.sphinxext import popovers
from book.sphinxext.errors import fail

LABEL = "essay-{}"
RETELLING = "bron-{}"
ANCHOR = re.compile(r"(?:essay|bron)-(e\d\d)")


class EssayNode(nodes.Inline, nodes.TextElement):
    """A reference to essay `number`."""


def described(found: Essay) -> str:
    """Return who wrote an essay and when: `Angela (weblog angelawerkt), ca. 2015`."""
    return f"{found.author}, {found.date}"


def title(found: Essay) -> str:
    """Return the title as it stands above the essay, or ours between brackets."""
    return f"[{found.title}]" if found.title_is_ours else found.title


def reference(number: str, source: str, line: int | None, *, full: bool = True) -> EssayNode:
    """Return a reference: author, date and number, or the number alone.

    An unknown number stops the build with the place where it is used.
    """
    try:
        found = essay(number)
    except RegisterError as error:
        fail(error.message, source, line, "the numbers stand in book/data/essays.csv: E01 to E25")
    return EssayNode("", f"{described(found)} ({found.id})" if full else found.id, number=number)


class EssayRole(SphinxRole):
    """`essay`: prints the number of a source essay."""

    def run(self) -> tuple[list[nodes.Node], list]:
        """Return the reference."""
        self.env.note_dependency(str(DATA / "essays.csv"))
        return [reference(self.text, *self.get_source_info(), full=False)], []


class EssaysDirective(SphinxDirective):
    """`essays`: a list of the source essays, each with the label that references lead to."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        self.env.note_dependency(str(DATA / "essays.csv"))
        domain = self.env.get_domain("std")
        items = nodes.definition_list(classes=["bronessays"])
        for found in register().essays.values():
            anchor = LABEL.format(found.id.lower())
            domain.note_hyperlink_target(anchor, self.env.docname, anchor, found.id)
            where = f" {found.site}." if found.site else ""
            text = nodes.paragraph("", "", nodes.Text(f"{described(found)}. "), nodes.emphasis("", title(found)))
            text += nodes.Text(_stop_after(title(found)) + where)
            items += nodes.definition_list_item(
                "", nodes.term("", found.id, ids=[anchor]), nodes.definition("", text)
            )
        return [items]


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    labels = app.env.get_domain("std").anonlabels
    for node in list(doctree.findall(EssayNode)):
        number = node["number"].lower()
        page, anchor = labels.get(RETELLING.format(number)) or labels.get(LABEL.format(number), ("", ""))
        if page:
            uri = f"{app.builder.get_relative_uri(docname, page)}#{anchor}"
            link = nodes.reference("", "", *node.children, internal=True, refuri=uri, classes=["essay"])
            node.replace_self(link)


@popovers.provider
def _popover(app: Sphinx, docname: str, anchor: str) -> str | None:
    match = ANCHOR.fullmatch(anchor)
    found = register().essays.get(match[1].upper()) if match else None
    if found is None or app.env.get_domain("std").anonlabels.get(anchor, ("", ""))[0] != docname:
        return None
    name = title(found)
    return f"<p>{escape(described(found))}. <em>{escape(name)}</em>{_stop_after(name)} Bronessay {found.id}.</p>"


def _stop_after(name: str) -> str:
    """Return the full stop behind a title, unless that ends by itself."""
    return "" if name.endswith(("?", "!", "…")) else "."


def _visit(self, node: EssayNode) -> None:
    self.body.append('<span class="essay">')


def _depart(self, node: EssayNode) -> None:
    self.body.append("</span>")


def setup(app: Sphinx) -> None:
    """Register the role and the list."""
    app.add_role("essay", EssayRole())
    app.add_directive("essays", EssaysDirective)
    app.add_node(EssayNode, html=(_visit, _depart))
    app.connect("doctree-resolved", _resolve)
