"""From the one page to a PDF: WeasyPrint, PDF/UA-1, only when something changed.

Beside each PDF stands a `.stamp`: what the sources were, and what the page and its pictures were.
"""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from book.print import floats, lines, reading, rooms, shaping, styles, tags

SOURCES = (
    "index.md",
    "chapters",
    "exercises",
    "back",
    "book",
    "_config.yml",
    "_toc.yml",
    "CITATION.cff",
    "requirements.txt",
    "package-lock.json",
)
MADE = {"__pycache__", ".ipynb_checkpoints"}


def fingerprint(root: Path) -> str:
    """Return a hash of everything a PDF is made from: as long as it is the same, so is the PDF."""
    digest = hashlib.sha256()
    for path in _files(root):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(pdf: Path, sources: str) -> bool:
    """Tell whether `pdf` was made from these `sources`."""
    return pdf.exists() and _stamp(pdf)[:1] == [sources]


def write(html: Path, pdf: Path, sources: str) -> None:
    """Set `html` as `pdf` unless that was done from the same page.

    Pictures that the page names are part of what is compared. WeasyPrint's warnings about CSS it does not know are
    no news to a reader; its errors are raised, and so is a font that is not there.
    """
    page = _hash(html)
    if not pdf.exists() or _stamp(pdf)[1:] != [page]:
        for name in ("weasyprint", "weasyprint.progress", "fontTools"):
            logging.getLogger(name).setLevel(logging.ERROR)
        import weasyprint

        from book.print import engine, fonts

        pdf.parent.mkdir(parents=True, exist_ok=True)
        with (
            reading.read_as_xml(),
            engine.swift() as late,
            styles.taken_from_the_parent(),
            shaping.told_once(),
            floats.text_before_charts(),
            lines.measured_without_their_space(),
        ):
            page_of_html = weasyprint.HTML(filename=str(html))
            document = page_of_html.render(fonts.Fonts(), pdf_variant="pdf/ua-1", custom_metadata=True)
            engine.correct(document, late)
            rooms.fill(document)
            document.write_pdf(str(pdf), finisher=tags.mend, pdf_variant="pdf/ua-1", custom_metadata=True)
    pdf.with_suffix(".stamp").write_text(f"{sources}\n{page}\n", "utf-8")


def _files(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        place = root / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix != ".mo" and not MADE & set(path.parts):
                yield path


def _stamp(pdf: Path) -> list[str]:
    stamp = pdf.with_suffix(".stamp")
    return stamp.read_text("utf-8").split() if stamp.exists() else []


def _hash(html: Path) -> str:
    digest = hashlib.sha256(html.read_bytes())
    for picture in sorted((html.parent / "_images").glob("*")):
        digest.update(picture.read_bytes())
    return digest.hexdigest()
