"""All documents of the book on one page of bare HTML, ready for WeasyPrint.

Sphinx's own `singlehtml` gives equal ids to different documents, hangs the chapters under the introduction and drops
the names of the parts. Here each document is resolved by itself, its ids get the document's name in front, and the
documents stand one after the other in the order of the contents. The name `singlehtml` stays: Sphinx's writer,
sphinx-exercise and myst-nb look at it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from docutils.io import StringOutput
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from book.print import margin, page, register, selection, workbook
from book.sphinxext.editions import TRAINER, WORKBOOK

SCREEN_ONLY = {"alleen-scherm", "toctree-wrapper", "cijferbestanden"}
"""Classes of what serves a reader at a screen; a writer gives the first to the next block by `{rst-class}`."""
READING_GUIDE = "Leeswijzer"
"""The title of the landing page on paper: that of the book stands on the cover."""
SOURCES = "Bronnen"
"""The title of the literature where it holds only what is cited."""
DOCUMENT_LINK = re.compile(r"#document-([^#]+)(?:#(.*))?$")


class OnePageBuilder(SingleFileHTMLBuilder):
    """Writes `print.html`: cover, contents and every document."""

    name = "singlehtml"
    search = False

    def get_theme_config(self) -> tuple[str, dict]:
        """Bare HTML: the theme of the site brings nothing to paper."""
        return "basic", {}

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return a link that `_localise` turns into one within the page."""
        return f"#document-{docname}"

    def write(self, *_ignored) -> None:
        """Assemble, number and write the one page."""
        edition, handout = self.config.book_edition, self.config.book_handout
        self.prepare_writing(self.env.found_docs)
        self.sheets = workbook.Sheets()
        names = selection.parts(self.env, edition, handout)
        parts = [(caption, [self._document(name) for name in found]) for caption, found in names]
        if edition in (WORKBOOK, TRAINER):
            parts[-1][1][-1:-1] = workbook.sheets(self.sheets, self.docsettings)
        wanted = set(_links(parts))
        for _, documents in parts:
            for document in documents:
                register.shorten(document, wanted)
                if handout or edition in (WORKBOOK, TRAINER):
                    _keep_what_is_cited(document, wanted)
        html = page.render(self, parts)
        Path(self.outdir, "print.html").write_text(html, encoding="utf-8")

    def fragment(self, document: nodes.document) -> str:
        """Return the HTML of one document of the book."""
        self.secnumbers, self.fignumbers = {}, {}
        self.imgpath, self.dlpath = "_images", "_downloads"
        self.current_docname = document["docname"]
        document.settings = self.docsettings
        self.docwriter.write(document, StringOutput(encoding="unicode"))
        self.docwriter.assemble_parts()
        return self.docwriter.parts["fragment"]

    def _document(self, docname: str) -> nodes.document:
        document = self.env.get_and_resolve_doctree(docname, self)
        document["docname"] = docname
        self.post_process_images(document)
        _remove_what_serves_the_screen(document)
        if docname == self.config.root_doc:
            document.next_node(nodes.title).children[:] = [nodes.Text(READING_GUIDE)]
        _footnotes_to_their_place(document)
        _localise(document, docname)
        if self.config.book_edition == WORKBOOK:
            workbook.take_apart(document, self.sheets)
        elif self.config.book_edition == TRAINER:
            workbook.take_apart(document, self.sheets, answers=False)
            margin.set_beside(document)
        else:
            workbook.set_forms(document, in_rows=self.config.book_paper == "a5")
        return document

    def copy_static_files(self) -> None:
        """Only the folder, for extensions that want it: the print CSS stands in the page."""
        Path(self.outdir, "_static").mkdir(parents=True, exist_ok=True)

    def write_additional_files(self) -> None:
        """Nothing: no search, no index pages."""

    def dump_inventory(self) -> None:
        """Nothing: no inventory."""

    def dump_search_index(self) -> None:
        """Nothing: no search."""


def anchor(docname: str, fragment: str | None = None) -> str:
    """Return the id that `fragment` of `docname` has on the one page; without one, that of the document."""
    prefix = re.sub(r"[^a-zA-Z0-9]+", "-", docname)
    return f"{prefix}--{fragment}" if fragment else f"document-{prefix}"


def _links(parts: list[tuple[str | None, list[nodes.document]]]) -> Iterator[str]:
    """Yield the id of every place in the book that something links to."""
    for _, documents in parts:
        for document in documents:
            for node in document.findall(nodes.Element):
                if (node.get("refuri") or "")[:1] == "#":
                    yield node["refuri"][1:]


def _keep_what_is_cited(document: nodes.document, wanted: set[str]) -> None:
    if document["docname"] == selection.LITERATURE:
        selection.keep_what_is_cited(document, wanted)
        document.next_node(nodes.title).children[:] = [nodes.Text(SOURCES)]


def _remove_what_serves_the_screen(document: nodes.document) -> None:
    for node in list(document.findall(nodes.Element)):
        raw = isinstance(node, nodes.raw) and re.search(r"<script|<button|class=\"omslag\"", node.astext())
        if raw or SCREEN_ONLY & set(node["classes"]):
            node.parent.remove(node)


def _localise(document: nodes.document, docname: str) -> None:
    for node in document.findall(nodes.Element):
        for attribute in ("ids", "backrefs"):
            if node.get(attribute):
                node[attribute] = [anchor(docname, name) for name in node[attribute]]
        if node.get("refid"):
            node["refid"] = anchor(docname, node["refid"])
        link = DOCUMENT_LINK.match(node.get("refuri") or "")
        if link:
            node["refuri"] = "#" + anchor(link[1], link[2])


def _footnotes_to_their_place(document: nodes.document) -> None:
    """Put the text of each footnote where it is called: print.css floats it to the foot of the page."""
    notes = {name: note for note in document.findall(nodes.footnote) for name in note["ids"]}
    for call in list(document.findall(nodes.footnote_reference)):
        note = notes.get(call.get("refid", ""))
        if note is None:
            continue
        inline = nodes.inline(classes=["footnote"])
        for paragraph in note.findall(nodes.paragraph):
            inline += [child.deepcopy() for child in paragraph.children]
        call.replace_self(inline)
    for note in notes.values():
        note.parent.remove(note)
