"""On paper, where a figure lives: a QR code to its page when the site has an address, else the place in words.

`book_address` in `_config.yml` is the address of the site ("https://example.org/dichterbij"); without it none.
"""

from __future__ import annotations

import base64
import io
from html import escape
from typing import Any

import segno

from book.sphinxext.numbers import chapter_number


def line(translator: Any, number: str, anchor: str, words: str) -> str:
    """Return the line under figure `number`; `words` tell what a reader can do there."""
    builder = translator.builder
    docname = builder.current_docname
    address = builder.config.book_address.rstrip("/")
    if address:
        where = f"{address}/{docname}.html#{anchor}"
        shown = where.partition("://")[2].partition("#")[0]
        return (
            f'<p class="chart-live with-code">{code(where)}<span>{escape(words)} op '
            f'<a href="{escape(where)}">{escape(shown)}</a></span></p>'
        )
    chapter = chapter_number(docname)
    page = f", hoofdstuk {chapter}" if chapter and docname.startswith("chapters/") else ""
    return f'<p class="chart-live">{escape(words)} op de site{page}, figuur {number}.</p>'


def code(address: str) -> str:
    """Return the QR code of `address` as a picture that tells where it leads."""
    kept = io.BytesIO()
    segno.make(address, error="m", micro=False).save(kept, kind="svg", border=2, xmldecl=False, dark="#000")
    data = base64.b64encode(kept.getvalue()).decode()
    return f'<img class="qr" src="data:image/svg+xml;base64,{data}" alt="QR-code naar {escape(address)}">'
