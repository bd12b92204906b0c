"""The table of contents as data: parts, chapters with the number of their file, and what belongs to each.

A chapter's number is that of its file (`chapters/03-productcodes.md` is chapter 3), so that it stays the same when a
neighbour is missing. The order is that of `_toc.yml`. A page shows the table by the directive `inhoudsopgave`; the
role `begin` links to where the book begins: {begin}`hoofdstuk` the first chapter, {begin}`opgaven` its exercises.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole

from book.sphinxext.errors import fail
from book.sphinxext.numbers import chapter_number


@dataclass
class Page:
    """One page of the book; `pages` stand beneath it (a chapter's exercises)."""

    docname: str
    title: str
    kind: str
    number: int | None = None
    pages: list[Page] = field(default_factory=list)


@dataclass
class Part:
    """One part of the book with its caption ("II · De machinerie"); None when the pages stand outside any part."""

    caption: str | None
    pages: list[Page]


def parts(env: BuildEnvironment) -> list[Part]:
    """Return the parts of the book in the order of the table of contents."""
    root = env.get_doctree(env.config.root_doc)
    return [
        Part(
            toctree.get("caption"),
            [_page(env, docname) for _, docname in toctree["entries"] if docname in env.titles],
        )
        for toctree in root.findall(addnodes.toctree)
    ]


def find(book: list[Part], docname: str) -> tuple[Part | None, Page | None, Page | None]:
    """Return the part, the page and the page above it (an exercise's chapter) of `docname`."""
    for part in book:
        for page in part.pages:
            if page.docname == docname:
                return part, page, None
            for below in page.pages:
                if below.docname == docname:
                    return part, below, page
    return None, None, None


def kind(docname: str, root_doc: str) -> str:
    """Return what kind of page `docname` is: `landing`, `chapter`, `exercises` or `back`."""
    if docname == root_doc:
        return "landing"
    if chapter_number(docname) is None:
        return "back"
    return "chapter" if docname.startswith("chapters/") else "exercises"


def _page(env: BuildEnvironment, docname: str) -> Page:
    below = [_page(env, name) for name in env.toctree_includes.get(docname, []) if name in env.titles]
    title = env.titles[docname].astext()
    return Page(docname, title, kind(docname, env.config.root_doc), chapter_number(docname), below)


class ContentsDirective(SphinxDirective):
    """`inhoudsopgave`: the parts of the book, the chapters with their exercises and the pages at the back."""

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every title is known."""
        return [ContentsNode()]


class ContentsNode(nodes.General, nodes.Element):
    """Where the table of contents stands."""


class BeginRole(SphinxRole):
    """`begin`: a link to the first chapter ("hoofdstuk") or to its exercises ("opgaven")."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a place that is filled when every title is known."""
        if self.text not in ("hoofdstuk", "opgaven"):
            remedy = "write `hoofdstuk` or `opgaven`"
            fail(f"the role 'begin' knows no '{self.text}'", self.get_source_info()[0], self.lineno, remedy)
        return [BeginNode(what=self.text)], []


class BeginNode(nodes.Inline, nodes.Element):
    """Where a link to the beginning of the book stands."""


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    def link(target: str, text: str) -> nodes.reference:
        return nodes.reference("", text, refuri=app.builder.get_relative_uri(docname, target), internal=True)

    for place in list(doctree.findall(ContentsNode)):
        place.replace_self(_table(parts(app.env), link))
    for place in list(doctree.findall(BeginNode)):
        chapter = next(page for part in parts(app.env) for page in part.pages if page.kind == "chapter")
        if place["what"] == "hoofdstuk":
            place.replace_self(link(chapter.docname, f"hoofdstuk {chapter.number}, {chapter.title}"))
        else:
            place.replace_self(link(chapter.pages[0].docname, f"de opgaven bij hoofdstuk {chapter.number}"))


def _table(book: list[Part], link: Callable[[str, str], nodes.reference]) -> nodes.container:
    """Return the table of contents as nodes; `link` makes a reference of a document's name and a text."""
    box = nodes.container(classes=["inhoudsopgave"])
    for part in book:
        if part.caption:
            box += nodes.paragraph("", part.caption, classes=["inhoudsopgave-deel"])
        items = nodes.bullet_list()
        for page in part.pages:
            line = nodes.paragraph()
            if page.kind == "chapter":
                line += nodes.inline("", f"{page.number}", classes=["nummer"])
            line += link(page.docname, page.title)
            for below in page.pages:
                if below.kind == "exercises":
                    line += [nodes.Text(" "), link(below.docname, "Opgaven")]
            items += nodes.list_item("", line)
        box += items
    return box


def setup(app: Sphinx) -> None:
    """Register the directive `inhoudsopgave` and the role `begin`."""
    app.add_node(ContentsNode)
    app.add_node(BeginNode)
    app.add_directive("inhoudsopgave", ContentsDirective)
    app.add_role("begin", BeginRole())
    app.connect("doctree-resolved", _resolve)
