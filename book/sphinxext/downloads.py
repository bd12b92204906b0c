"""The book as files, on the site: `downloads` leaves a place that is filled with the PDFs and the EPUB that exist.

They are made after the site; so the site is given them (`offer`) when it is built and again when they are. They are
copied into it: a site on a USB stick has all it offers. The reader's site never offers the trainer's file.
"""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from book.facts import dutch

FOLDER = "downloads"
PLACE = re.compile(r"<!--downloads (\S*)-->.*?<!--/downloads-->", re.DOTALL)
FILES = (
    ("pdf/dichterbij-lezer.pdf", "Leesboek", "om te printen", ("lezer", "docent")),
    (
        "pdf/dichterbij-werkboek.pdf",
        "Werkboek",
        "opgaven met schrijfruimte, kaarten en formulieren",
        ("lezer", "docent"),
    ),
    ("epub/dichterbij.epub", "Leesboek voor een e-reader", "", ("lezer", "docent")),
    ("pdf/dichterbij-docent.pdf", "Docenteneditie", "met begeleiding bij elke opgave", ("docent",)),
)
"""Where each file is made, its name, what it is for, and the editions of the site that offer it."""


class DownloadsDirective(SphinxDirective):
    """`downloads`: the files of the book, with their type and size; nothing when there are none."""

    def run(self) -> list[nodes.Node]:
        """Leave a place; the site fills it, paper has none."""
        up = "../" * self.env.docname.count("/") or "./"
        place = nodes.raw("", f"<!--downloads {up}--><!--/downloads-->", format="html")
        return [nodes.container("", place, classes=["alleen-scherm", "downloads"])]


def offer(site: Path, edition: str) -> None:
    """Copy the files that exist into the `site` of `edition` and list them on its pages."""
    found = [
        (site.parent / name, title, use)
        for name, title, use, editions in FILES
        if edition in editions and (site.parent / name).exists()
    ]
    kept = {path.name for path, _, _ in found}
    for old in (site / FOLDER).glob("*"):
        if old.name not in kept:
            old.unlink()
    for path, _, _ in found:
        target = site / FOLDER / path.name
        if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
            target.parent.mkdir(exist_ok=True)
            shutil.copy2(path, target)
    for page in site.glob("**/*.html"):
        text = page.read_text("utf-8")
        filled = PLACE.sub(lambda place: _list(place[1], found), text)
        if filled != text:
            page.write_text(filled, "utf-8")


def _list(up: str, found: list[tuple[Path, str, str]]) -> str:
    items = "".join(
        f'<li><a href="{up.removeprefix("./")}{FOLDER}/{path.name}" download>{escape(title)}</a> '
        f"({path.suffix[1:].upper()}, {_size(path)}){f': {escape(use)}' if use else ''}</li>"
        for path, title, use in found
    )
    head = '<p class="downloads-titel">Het boek als bestand</p>'
    shown = f"{head}<ul>{items}</ul>" if items else ""
    return f"<!--downloads {up}-->{shown}<!--/downloads-->"


def _size(path: Path) -> str:
    return f"{dutch.number(path.stat().st_size / 1e6, 1)} MB"


def _offer_again(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.name == "html":
        offer(Path(app.outdir), app.config.book_edition)


def setup(app: Sphinx) -> None:
    """Register the directive; a site that is built again keeps what it offered."""
    app.add_directive("downloads", DownloadsDirective)
    app.connect("build-finished", _offer_again, priority=800)
