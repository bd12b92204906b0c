"""The fonts of a PDF, all of them: WeasyPrint by itself sets the text in another where one cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from fontTools.ttLib import woff2
from weasyprint.text.fonts import FontConfiguration

from book.cli.errors import UserError

REMEDY = "De letter {name} ontbreekt ({source}): draai `npm ci` en maak de pdf's daarna opnieuw."


def unpacked(source: Path, folder: Path) -> Path:
    """Return the file in `folder` with the font of `source` (WOFF2) unpacked, so that it is unpacked once.

    A font that cannot be read is left to `Fonts`, which says so: then `source` itself is returned.
    """
    try:
        name = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
        target = folder / f"{source.stem}-{name}.ttf"
        if not target.exists():
            folder.mkdir(parents=True, exist_ok=True)
            half = target.with_suffix(".half")
            woff2.decompress(str(source), str(half))
            half.replace(target)
    except Exception:  # whatever is wrong with the file
        return source
    return target


class Fonts(FontConfiguration):
    """Fonts that stop the setting when one is missing."""

    def __init__(self):
        """Begin without faces."""
        super().__init__()
        self._faces: set[str] = set()

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: Any) -> None:
        """Add a face; raise UserError when WeasyPrint kept no file of it."""
        super().add_font_face(rule_descriptors, url_fetcher)
        self._faces.add(str(rule_descriptors))
        if len(list(self._folder.iterdir())) < len(self._faces):
            source = rule_descriptors["src"][0][1].rpartition("/")[2]
            raise UserError(REMEDY.format(name=rule_descriptors["font_family"], source=source))
