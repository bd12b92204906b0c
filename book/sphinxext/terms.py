"""Terms: a link to the glossary tells the definition, and a chapter lists its own (`begrippen-hoofdstuk`).

The definitions are those of Sphinx' `glossary` directive (`back/begrippen.md`). A term that is not there stops the
build with the file and the line.
"""

from __future__ import annotations

import html
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from book.sphinxext import popovers
from book.sphinxext.errors import fail
from book.sphinxext.noted import Noted

REMEDY = "add it to back/begrippen.md or correct its spelling"
ANCHOR = "term-"
definitions: Noted[dict[str, tuple[str, list[str]]]] = Noted("definitions")
"""Per document: anchor -> the term and the paragraphs of its definition."""


class ChapterTermsDirective(SphinxDirective):
    """`begrippen-hoofdstuk`: the terms named in its argument or body, separated by commas, with their definitions."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Leave a place; the definitions are known when every document has been read."""
        source, line = self.get_source_info()
        text = " ".join([*self.arguments, *self.content])
        names = [" ".join(name.split()) for name in text.split(",") if name.strip()]
        if not names:
            fail("'begrippen-hoofdstuk' names no term", source, line, "write the terms in its body, with commas")
        place = ChapterTermsNode(terms=names)
        place.source, place.line = source, line
        return [place]


class ChapterTermsNode(nodes.General, nodes.Element):
    """Where the terms of a chapter stand."""


def _collect(app: Sphinx, doctree: nodes.document) -> None:
    found: dict[str, tuple[str, list[str]]] = {}
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            paragraphs = [" ".join(p.astext().split()) for p in item[-1].findall(nodes.paragraph)]
            for term in item.findall(nodes.term):
                for anchor in term["ids"]:
                    found[anchor] = (term.astext(), paragraphs)
    if found:
        definitions.of(app.env)[app.env.docname] = found


def _pages_with_old_definitions(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return every page when a definition has changed: any of them may show it."""
    return list(env.found_docs) if definitions.changed(env) else []


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(ChapterTermsNode)):
        items = nodes.definition_list()
        for name in place["terms"]:
            target = _find(app.env, name)
            if target is None:
                fail(f"unknown term '{name}'", place.source, place.line, REMEDY)
            items += _entry(app, docname, *target)
        place.replace_self(nodes.container("", items, classes=["begrippen-hoofdstuk"]))


def _find(env: BuildEnvironment, name: str) -> tuple[str, str] | None:
    """Return the document and the anchor of a term, whatever its capitals."""
    for docname, found in definitions.of(env).items():
        for anchor, (term, _) in found.items():
            if term.casefold() == name.casefold():
                return docname, anchor
    return None


def _entry(app: Sphinx, docname: str, target: str, anchor: str) -> nodes.definition_list_item:
    term, paragraphs = definitions.of(app.env)[target][anchor]
    address = f"{app.builder.get_relative_uri(docname, target)}#{anchor}"
    link = nodes.reference("", term, refuri=address, internal=True)
    body = nodes.definition("", *(nodes.paragraph("", text) for text in paragraphs))
    return nodes.definition_list_item("", nodes.term("", "", link), body)


def _stop_at_unknown_term(_app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, _content: Any) -> None:
    if node.get("refdomain") == "std" and node.get("reftype") == "term":
        fail(f"unknown term '{node['reftarget']}'", env.doc2path(node["refdoc"]), node.line, REMEDY)


def _definition_of(app: Sphinx, docname: str, anchor: str) -> str | None:
    """Return what a link to a term shows."""
    if not anchor.startswith(ANCHOR):
        return None
    term, paragraphs = definitions.of(app.env).get(docname, {}).get(anchor, ("", []))
    if not paragraphs:
        return None
    return f"<p><strong>{html.escape(term)}</strong></p>" + "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)


def setup(app: Sphinx) -> None:
    """Register the directive and the checks."""
    app.add_node(ChapterTermsNode)
    app.add_directive("begrippen-hoofdstuk", ChapterTermsDirective)
    app.connect("doctree-read", _collect)
    definitions.follow(app)
    app.connect("env-updated", _pages_with_old_definitions)
    app.connect("doctree-resolved", _resolve)
    app.connect("missing-reference", _stop_at_unknown_term)
    popovers.provider(_definition_of)
