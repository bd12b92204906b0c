"""The editions: what stands in `:::{docent}` is in the trainer's edition only.

The block is read, numbered and kept in the doctrees; a post-transform takes it out of every other edition, before
the page is written and the search index is fed. So all editions share the doctrees and their numbers. What would
escape that transform, because Sphinx collects it while reading, is refused: headings, labels, footnotes, index
entries, downloads.
"""

from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.index_entries import split_index_msg

from book.sphinxext.edition_pages import hidden
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, pass_through

TRAINER = "docent"
WORKBOOK = "werkboek"
ESCAPES = {
    nodes.section: "a heading",
    nodes.rubric: "a heading",
    addnodes.index: "an index entry",
    nodes.footnote_reference: "a footnote",
    nodes.footnote: "a footnote",
    addnodes.download_reference: "a download",
}


class trainer(nodes.General, nodes.Element):
    """What only a trainer reads."""


class writing_room(nodes.General, nodes.Element):
    """Room to write `lines` lines, in the workbook and in the trainer's edition on paper."""


class TrainerDirective(SphinxDirective):
    """`:::{docent}`: notes for the trainer."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the notes."""
        self.assert_has_content()
        block = trainer_block()
        self.state.nested_parse(self.content, self.content_offset, block)
        block.source, block.line = self.get_source_info()
        return [block]


class WritingRoomDirective(SphinxDirective):
    """`:::{schrijfruimte} 6`: room to write six lines."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make the room."""
        return [writing_room(lines=lines(self.arguments[0], *self.get_source_info()))]


def trainer_block(*children: nodes.Node) -> trainer:
    """Return a trainer's block with its heading."""
    return trainer("", element("p", "Voor de trainer", class_="docent-titel"), *children)


def for_trainers(node: nodes.Node) -> bool:
    """Tell whether `node` stands in a trainer's block."""
    while node is not None and not isinstance(node, trainer):
        node = node.parent
    return node is not None


def lines(text: str, source: str, line: int) -> int:
    """Return a number of writing lines; anything but 1 to 40 stops the build."""
    if not text.isdigit() or not 1 <= int(text) <= 40:
        fail(f"'{text}' is not a number of writing lines", source, line, "give a whole number from 1 to 40")
    return int(text)


class ChooseEdition(SphinxPostTransform):
    """Takes out what another edition holds; the first of all post-transforms."""

    default_priority = 1

    def run(self, **_kwargs) -> None:
        """Keep trainer's blocks in the trainer's edition, writing room in the workbook and on a trainer's paper."""
        edition = self.config.book_edition
        room = edition == WORKBOOK or (edition == TRAINER and self.app.builder.name == "singlehtml")
        for kind, kept in ((trainer, edition == TRAINER), (writing_room, room)):
            if not kept:
                for node in list(self.document.findall(kind)):
                    node.parent.remove(node)


def _refuse_what_escapes(app, doctree: nodes.document) -> None:
    for block in doctree.findall(trainer):
        for node in block.findall(nodes.Element):
            what = "a label" if node.get("names") else ESCAPES.get(type(node))
            if what:
                fail(
                    f"{what} inside {{docent}} would escape into the reader's edition",
                    block.source,
                    node.line or block.line,
                    "use bold text, or move it out of the block",
                )


def _forget_words_without_a_page(app) -> list:
    # Sphinx loads the search index of the last build into this folder and unlinks, but keeps, words that are gone.
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for words in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
        _keep_terms_of_older_pages(app.env, indexer)
    return []


def _keep_terms_of_older_pages(env, indexer) -> None:
    # Sphinx keeps the words of pages that are not written again, and loses the terms that they explain.
    explained = env.get_domain("index").entries
    for name in indexer._titles.keys() - indexer._index_entries.keys():
        indexer._index_entries[name] = sorted(
            {
                (part, target or "", main)
                for kind, value, target, main, _ in explained.get(name, ())
                for part in split_index_msg(kind, value)
            }
        )


def _pages_older_than_their_doctree(app, env) -> list[str]:
    # Sphinx compares a page with its source only; what another edition's build read anew, for instance after a
    # change in the figures, would stay old here.
    if app.builder.name != "html":
        return []
    return [
        name
        for name in env.found_docs - hidden(env, app.config.book_edition)
        if _time(Path(app.doctreedir, f"{name}.doctree")) > _time(Path(app.builder.get_outfilename(name)))
    ]


def _time(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


def _visit_trainer(self, node: trainer) -> None:
    self.body.append('<div class="docent">')


def _visit_writing_room(self, node: writing_room) -> None:
    kind, rows = ("writing-room open", 1) if node.get("open") else ("writing-room", node["lines"])
    height = f' style="height:{8 * node["lines"]}mm"' if node.get("open") else ""
    self.body.append(f'<div class="{kind}" aria-hidden="true"{height}>' + "<div></div>" * rows)


def _close(self, node: nodes.Node) -> None:
    self.body.append("</div>")


def setup(app) -> None:
    """Register the directives, their nodes and the choice of edition."""
    through = (pass_through, pass_through)
    for kind, visit in ((trainer, _visit_trainer), (writing_room, _visit_writing_room)):
        app.add_node(kind, html=(visit, _close), singlehtml=(visit, _close), text=through, latex=through)
    app.add_directive("docent", TrainerDirective)
    app.add_directive("schrijfruimte", WritingRoomDirective)
    app.add_post_transform(ChooseEdition)
    app.connect("doctree-read", _refuse_what_escapes)
    app.connect("env-updated", _pages_older_than_their_doctree)
    app.connect("html-collect-pages", _forget_words_without_a_page)
