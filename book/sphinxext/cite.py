"""Citations, the reference list, and how to refer to a chapter (directive `verwijs`).

`cite:p`, `cite:t` and `bibliography` are those of sphinxcontrib-bibtex, in our APA style. A key that is not in
`book/data/references.bib` stops the build.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from pybtex.backends.html import Backend as HtmlBackend
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from book.sphinxext import apa, popovers
from book.sphinxext.errors import fail
from book.sphinxext.numbers import chapter_number

ROOT = Path(__file__).resolve().parents[2]
BIBLIOGRAPHY = ROOT / "book/data/references.bib"
ANCHOR = "bron-"


class ReferToDirective(SphinxDirective):
    """`verwijs`: the reference to this chapter in APA, to copy."""

    def run(self) -> list[nodes.Node]:
        """Return the box; the chapter's title is known when its document is resolved."""
        return [ReferToNode()]


class ReferToNode(nodes.General, nodes.Element):
    """Where the reference to the chapter stands."""


@cache
def citation_file() -> dict[str, Any]:
    """Return authors, title, version and date of the book from CITATION.cff."""
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def reference_to(title: str, chapter: int | None) -> list[nodes.Node]:
    """Return the APA reference to a chapter of this book as inline nodes."""
    book = citation_file()
    names = [_author(author) for author in book["authors"]]
    authors = names[0] if len(names) == 1 else ", ".join(names[:-1]) + ", & " + names[-1]
    stop = "" if authors.endswith((".", "?")) else "."
    end = "" if title.endswith(("?", "!", ".")) else "."
    place = f", hoofdstuk {chapter}" if chapter else ""
    return [
        nodes.Text(f"{authors}{stop} ({book['date-released'].year}). {title}{end} In "),
        nodes.emphasis("", book["title"]),
        nodes.Text(f" (versie {book['version']}{place})."),
    ]


def _author(author: dict[str, str]) -> str:
    if "name" in author:
        return author["name"]
    initials = " ".join(f"{name[0]}." for name in author["given-names"].split())
    return f"{author['family-names']}, {initials}"


def _resolve_reference_to(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(ReferToNode)):
        title = app.env.titles[docname].astext()
        box = nodes.container(classes=["verwijs"])
        box += nodes.paragraph("", "Verwijs naar dit hoofdstuk", classes=["verwijs-titel"])
        box += nodes.paragraph("", "", *reference_to(title, chapter_number(docname)), ids=["verwijs-tekst"])
        button = '<button type="button" class="button button-copy" data-copy="verwijs-tekst" hidden>Kopieer</button>'
        box += nodes.raw("", button, format="html")
        place.replace_self(box)


def _stop_at_unknown_key(app: Sphinx, doctree: nodes.document) -> None:
    known = app.env.get_domain("cite").bibdata.data.entries
    for node in doctree.findall(pending_xref):
        if node.get("refdomain") != "cite":
            continue
        for target in parse_citation_targets(node["reftarget"]):
            if target.key not in known:
                remedy = f"add it to {BIBLIOGRAPHY.relative_to(ROOT)} or correct the key"
                fail(f"unknown source '{target.key}'", app.env.doc2path(app.env.docname), node.line, remedy)


def _list_plainly(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Make the reference list a list without labels: APA has none, sphinxcontrib-bibtex cites only with them."""
    for box in list(doctree.findall(nodes.container)):
        citations = [child for child in box.children if isinstance(child, nodes.citation)]
        if citations:
            items = (nodes.list_item("", *citation.children[1:], ids=citation["ids"]) for citation in citations)
            box.replace_self(nodes.bullet_list("", *items, classes=["literatuurlijst"]))


def _reference_of(app: Sphinx, _docname: str, anchor: str) -> str | None:
    """Return what a citation shows in its popover: the entry of the reference list."""
    if not anchor.startswith(ANCHOR):
        return None
    for citation in app.env.get_domain("cite").citations:
        if citation.citation_id == anchor:
            return f"<p>{citation.formatted_entry.text.render(_PopoverBackend())}</p>"
    return None


class _PopoverBackend(HtmlBackend):
    """HTML without addresses: what stands in a popover is read, not followed."""

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        return ""

    def format_tag(self, tag: str, text: str) -> str:
        return f'<span class="te-controleren">{text}</span>' if tag == "remark" else super().format_tag(tag, text)


def _configure(app: Sphinx, config: Any) -> None:
    config.bibtex_bibfiles = [str(BIBLIOGRAPHY)]
    config.bibtex_default_style = apa.NAME
    config.bibtex_reference_style = apa.NAME
    config.bibtex_cite_id = ANCHOR + "{key}"
    config.bibtex_tooltips = False


def setup(app: Sphinx) -> None:
    """Set up sphinxcontrib-bibtex in our style."""
    apa.register()
    app.setup_extension("sphinxcontrib.bibtex")
    app.add_node(ReferToNode)
    app.add_directive("verwijs", ReferToDirective)
    app.connect("config-inited", _configure, priority=400)
    app.connect("doctree-read", _stop_at_unknown_key)
    app.connect("doctree-resolved", _list_plainly)
    app.connect("doctree-resolved", _resolve_reference_to)
    popovers.provider(_reference_of)
