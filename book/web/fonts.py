"""The two typefaces of the book, as files of our own: Source Serif 4 for text, Source Sans 3 for the interface.

They come from the npm packages ``@fontsource/source-serif-4`` and ``@fontsource/source-sans-3`` (SIL OFL 1.1).
Dutch needs no more than their Latin subset. The Latin-extended subset is a family of its own (``... Ext``) that
stands next in the font stack: a browser fetches it only for a letter that the first lacks, and WeasyPrint, which
ignores ``unicode-range``, then still finds the ordinary letters in the first.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FAMILIES = {"Source Serif 4": "source-serif-4", "Source Sans 3": "source-sans-3"}
SUBSETS = {"latin": "", "latin-ext": " Ext"}
STYLES = ((400, "normal"), (400, "italic"), (600, "normal"), (600, "italic"))
FIRST_VIEW = ("source-serif-4-latin-400-normal.woff2", "source-serif-4-latin-600-normal.woff2")
"""What the opening of a page is set in, and what a page preloads."""


@dataclass(frozen=True)
class Face:
    """One font file and how CSS names it."""

    family: str
    weight: int
    style: str
    source: Path
    unicode_range: str

    def css(self, folder: str) -> str:
        """Return the ``@font-face`` rule; `folder` is the address of the font files as seen from the CSS."""
        return (
            f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-style:{self.style};'
            f'font-display:swap;src:url("{folder}/{self.source.name}") format("woff2");'
            f"unicode-range:{self.unicode_range}}}"
        )


def faces(node_modules: Path, subsets: dict[str, str] = SUBSETS) -> Iterator[Face]:
    """Yield every face of `subsets`; raise FileNotFoundError with the remedy when a package is missing."""
    for family, package in FAMILIES.items():
        root = node_modules / "@fontsource" / package
        if not root.is_dir():
            raise FileNotFoundError(f"{root} is missing: run `npm ci` in the book's root to fetch the fonts")
        ranges = json.loads((root / "unicode.json").read_text(encoding="utf-8"))
        for subset, suffix in subsets.items():
            for weight, style in STYLES:
                source = root / "files" / f"{package}-{subset}-{weight}-{style}.woff2"
                yield Face(family + suffix, weight, style, source, ranges[subset])


def write(node_modules: Path, static: Path) -> None:
    """Write ``fonts.css`` and ``fonts/*.woff2`` into `static`."""
    folder = static / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    rules = []
    for face in faces(node_modules):
        shutil.copyfile(face.source, folder / face.source.name)
        rules.append(face.css("fonts"))
    (static / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")
