"""Which documents an edition on paper holds, in which parts.

The reader's edition holds the whole book. The workbook holds the exercises and pages that name it (`editie:
werkboek`); the trainer's edition those same pages between its own, the manual in front and the working forms behind.
A hand-out (`book_handout`, the number of a chapter) holds one chapter with its exercises. All but the reader's
edition end with the sources that they cite.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from book.sphinxext.edition_pages import named
from book.sphinxext.editions import TRAINER, WORKBOOK
from book.sphinxext.numbers import chapter_number

Names = list[tuple[str | None, list[str]]]
LITERATURE, WORKING_FORMS = "back/literatuur", "back/werkvormen"
MANUAL, BACK = "Voor de trainer", "Achterin"
CITED = {"literatuurlijst", "bronessays"}


def parts(env: BuildEnvironment, edition: str, handout: str = "") -> Names:
    """Return (name of the part or None, its documents) of what is printed."""
    book = list(_book(env))
    if handout:
        wanted = [name for _, names in book for name in names if chapter_number(name) == int(handout)]
        if edition in (WORKBOOK, TRAINER):
            wanted = [name for name in wanted if name.startswith("exercises/")]
        return [(None, wanted), (None, _literature(env))]
    if edition not in (WORKBOOK, TRAINER):
        return book
    all_names = [name for _, names in book for name in names]
    own = [name for name in all_names if edition in _named_above(env, name)]
    exercises = [(caption, [name for name in names if name.startswith("exercises/")]) for caption, names in book]
    back = [name for name in all_names if name.startswith(WORKING_FORMS)] if edition == TRAINER else []
    front = (MANUAL if edition == TRAINER else None, own)
    return [front, *(part for part in exercises if part[1]), (BACK, [*back, *_literature(env)])]


def _named_above(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the editions that a page names, or the page that it stands beneath."""
    above = next((name for name, below in env.toctree_includes.items() if docname in below), None)
    return named(env, docname) or (_named_above(env, above) if above else [])


def _book(env: BuildEnvironment) -> Iterator[tuple[str | None, list[str]]]:
    """Yield the parts of the whole book, the landing page first without a name."""
    root = env.config.root_doc
    yield None, [root]
    for toctree in env.get_doctree(root).findall(addnodes.toctree):
        yield toctree.get("caption"), list(_below(env, toctree["includefiles"]))


def _below(env: BuildEnvironment, docnames: list[str]) -> Iterator[str]:
    """Yield the documents in order; `papier: nee` in a front matter keeps a page of the site off paper."""
    for docname in docnames:
        if env.metadata.get(docname, {}).get("papier") == "nee":
            continue
        yield docname
        yield from _below(env, env.toctree_includes.get(docname, []))


def _literature(env: BuildEnvironment) -> list[str]:
    return [LITERATURE] if LITERATURE in env.found_docs else []


def keep_what_is_cited(document: nodes.document, wanted: set[str]) -> None:
    """Leave in the list of literature only what the documents beside it cite; `wanted` holds the ids they lead to."""
    for group in list(document.findall(nodes.Element)):
        if CITED & set(group["classes"]):
            for item in list(group.children):
                ids = {name for node in item.findall(nodes.Element) for name in node["ids"]}
                if not ids & wanted:
                    group.remove(item)
            if not group.children:
                group.parent.remove(group)
    for kind in (nodes.paragraph, nodes.section):
        for node in list(document.findall(kind)):
            alone = isinstance(node, nodes.section) and len(node.children) == 1
            if isinstance(node.parent, nodes.section | nodes.document) and (alone or kind is nodes.paragraph):
                node.parent.remove(node)
