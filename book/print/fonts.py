"""The fonts of a PDF, all of them: WeasyPrint by itself sets the text in another where one cannot be read."""

from __future__ import annotations

from typing import Any

from weasyprint.text.fonts import FontConfiguration

from book.cli.errors import UserError

REMEDY = "De letter {name} ontbreekt ({source}): draai `npm ci` en maak de pdf's daarna opnieuw."


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
