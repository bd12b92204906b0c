"""A mend of WeasyPrint's lines.

Where a text fits its line but for the space behind it, and something in other type follows, WeasyPrint 70 ends the
line after the first word that it may: "Je", and the rest on the next line. The space is not to be counted.
"""

from __future__ import annotations

from typing import Any


def mend() -> None:
    """Let WeasyPrint measure a text without the space at its end (once; its version is exact)."""
    from weasyprint.layout import inline

    if not hasattr(inline, "book_split"):
        inline.book_split = inline.split_first_line
        inline.split_first_line = _split


def _split(text: str, style: Any, context: Any, max_width: float | None, *arguments: Any, **options: Any) -> tuple:
    """Split as WeasyPrint does, but keep on its line what fits without the space behind it."""
    from weasyprint.layout import inline

    found = inline.book_split(text, style, context, max_width, *arguments, **options)
    bare = text.rstrip(" ")
    collapses = style["white_space"] in ("normal", "nowrap", "pre-line")
    if found[2] is None or bare == text or not bare or not collapses or options.get("minimum"):
        return found
    layout, _, resume, width, height, baseline = inline.book_split(
        bare, style, context, max_width, *arguments, **options
    )
    if resume is None and max_width is not None and width <= max_width:
        return layout, len(text.encode()), None, width, height, baseline
    return found
