"""A reader's own copies of the essays on the pages: the full text beside its retelling, and the rights overview.

Nothing of this stands in the book as it is handed out: the texts lie in `essays-own/`, outside the repository, and
only those with a ground (permission, licence, own text) are shown. Text is shown as text: markup in it does nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from book.essays import own, rights
from book.essays.dump import Block
from book.sphinxext import tables
from book.sphinxext.errors import BookError
from book.sphinxext.retellings import pages, retold_on

TITLE = "De volledige tekst"
NOTHING = own.state(Path(__file__).parent / "no such folder")
LISTS = {"bullet": nodes.bullet_list, "number": nodes.enumerated_list}


class BesideRetelling(SphinxTransform):
    """Puts the full text behind the retelling on its page."""

    default_priority = 500

    def apply(self) -> None:
        """Add the section when this page retells an essay of which we hold the text and a ground to show it."""
        number = retold_on(self.env, self.env.docname)
        if not number:
            return
        right = _rights().get(number)
        blocks = own.text(number)
        page = self.document.next_node(nodes.section)
        if right is None or not right.ground or not blocks or page is None:
            return
        page["classes"].append("naast-elkaar")
        page += _section(number, right, blocks)


class OverviewDirective(SphinxDirective):
    """`rechtenoverzicht`: every full text in this copy of the book, with its ground; nothing when there is none.

    It belongs on the page that lists the essays: that page is read again when a text comes or goes.
    """

    def run(self) -> list[nodes.Node]:
        """Return a section with the table and the totals per rightholder."""
        taken = _overview()
        if not taken:
            return []
        section = tables.section("Rechten van de volledige teksten", "rechtenoverzicht")
        rows = [
            tables.row(
                [
                    one.id,
                    [nodes.Text(one.title), nodes.Text(f"{one.author}, {one.date}; {one.site}")],
                    one.holder,
                    f"{one.words} woorden, {str(one.pages).replace('.', ',')} pagina's, {one.share}%",
                    " ".join(filter(None, (one.right.ground or "nog geen", one.right.date, one.right.proof))),
                    one.flags,
                ]
            )
            for one in taken
        ]
        heads = ("Essay", "Titel, schrijver, vindplaats", "Rechthebbende", "Omvang hier", "Grondslag", "Melding")
        section += nodes.paragraph(
            "",
            "Dit exemplaar van het boek bevat volledige teksten van anderen. Ze zijn niet gewijzigd, behalve dat "
            "knoppen en onderschriften zijn weggelaten. Alle andere teksten zijn eigen werk.",
        )
        section += tables.table(heads, rows, (8, 32, 20, 16, 14, 10), "rechtenoverzicht")
        sums = "; ".join(
            f"{holder}: {texts} {'tekst' if texts == 1 else 'teksten'}, {words} woorden"
            for holder, texts, words in rights.totals(taken)
        )
        section += nodes.paragraph("", f"Per rechthebbende: {sums}.")
        return [section]


def _section(number: str, right: own.Right, blocks: list[Block]) -> nodes.section:
    section = tables.section(TITLE, f"{number.lower()}-tekst")
    section["classes"].append("eigen-tekst")
    ground = f"{right.ground}, {right.date}" if right.date else right.ground
    section += nodes.paragraph("", f"Overgenomen op grond van: {ground}. Niet verder verspreiden.", classes=["grond"])
    section += list(_content(number.lower(), blocks))
    return section


def _content(prefix: str, blocks: list[Block]) -> Iterator[nodes.Node]:
    """Paragraphs and items with a number that links to themselves; neighbouring items make one list."""
    count, items, kind = 0, None, ""
    for block in blocks:
        if block.kind == "heading":
            items = None
            yield nodes.rubric("", block.text)
            continue
        count += 1
        anchor = f"{prefix}-{count}"
        mark = nodes.reference("", str(count), internal=True, refid=anchor, classes=["alineanummer"])
        paragraph = nodes.paragraph("", "", mark, nodes.Text(f" {block.text}"), ids=[anchor], classes=["alinea"])
        if block.kind not in LISTS:
            items = None
            yield paragraph
            continue
        if items is None or kind != block.kind:
            items, kind = LISTS[block.kind](), block.kind
            yield items
        items += nodes.list_item("", paragraph)


def _rights() -> dict[str, own.Right]:
    try:
        return own.rights()
    except own.OwnError as error:
        raise BookError(str(error)) from None


def _overview() -> list[rights.Taken]:
    try:
        return rights.overview()
    except own.OwnError as error:
        raise BookError(str(error)) from None


def _outdated(_app: Sphinx, env, *_changes) -> list[str]:
    """Read the retellings again when a text or a ground has come, changed or gone."""
    state = own.state()
    if state == getattr(env, "book_own_texts", NOTHING):
        return []
    env.book_own_texts = state
    return [name for name in pages(env) if name in env.found_docs]


def setup(app: Sphinx) -> None:
    """Register the transform and the directive."""
    app.add_transform(BesideRetelling)
    app.add_directive("rechtenoverzicht", OverviewDirective)
    app.connect("env-get-outdated", _outdated)
