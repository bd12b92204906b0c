"""A mend of WeasyPrint's lines.

Where a text fits its line but for the space behind it, and something in other type follows, WeasyPrint 70 ends the
line after the first word that it may: "Je", and the rest on the next line. The space is not to be counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

NARROW = 0.25
"""No text is narrower than so many times its size for each of its letters: a longer one fills more than a line."""


@contextmanager
def measured_without_their_space() -> Iterator[None]:
    """Let WeasyPrint keep on its line a text that fits without the space at its end."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_bare(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any) -> tuple:
        """Split as WeasyPrint does, and once more without the space where it ended the line early."""
        found = split(text, style, context, max_width, *rest, **options)
        bare = text.rstrip(" ")
        collapses = style["white_space"] in ("normal", "nowrap", "pre-line")
        if found[2] is None or max_width is None or bare in ("", text) or not collapses or options.get("minimum"):
            return found
        if len(bare) * style["font_size"] * NARROW > max_width:
            return found
        layout, _, resume, width, height, baseline = split(bare, style, context, max_width, *rest, **options)
        if resume is None and width <= max_width:
            return layout, len(text.encode()), None, width, height, baseline
        return found

    inline.split_first_line = split_bare
    try:
        yield
    finally:
        inline.split_first_line = split
