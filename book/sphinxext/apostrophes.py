"""Apostrophes as Dutch sets them: *’s avonds*, *’t*, *risico’s*.

Smart quotes take the mark before *s*, *n* and *t* for the opening of a quotation (‘s avonds); that is set right after
them. Text that never passes smart quotes, because it is written when all pages are read, goes through `curled`.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

OPENING = re.compile(r"(?<!\w)‘([snt])(?:( )|(?=-))")
STRAIGHT = re.compile(r"(?<=\w)'(?=\w)|(?<!\w)'(?=[snt][ -])")
AFTER_SMART_QUOTES = 760


def curled(text: str) -> str:
    """Return plain text with its apostrophes curled."""
    return STRAIGHT.sub("’", text)


def _apostrophe(found: re.Match) -> str:
    """Return the mark and its letter, tied to the word that follows."""
    return f"’{found[1]}" + ("\N{NO-BREAK SPACE}" if found[2] else "")


class Apostrophes(SphinxTransform):
    """Turn the marks that smart quotes took for the opening of a quotation."""

    default_priority = AFTER_SMART_QUOTES

    def apply(self, **_options: object) -> None:
        """Look at every text but code."""
        for text in list(self.document.findall(nodes.Text)):
            if OPENING.search(text) and not isinstance(text.parent, nodes.literal | nodes.FixedTextElement):
                text.parent.replace(text, nodes.Text(OPENING.sub(_apostrophe, text)))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(Apostrophes)
