"""The table of contents as data: parts, chapters with the number of their file, and what belongs to each.

A chapter's number is that of its file (`chapters/03-productcodes.md` is chapter 3), so that it stays the same when a
neighbour is missing. The order is that of `_toc.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx import addnodes
from sphinx.environment import BuildEnvironment

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
