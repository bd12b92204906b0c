"""The type of the charts inside a picture: the book's own font files as `@font-face` rules with their data.

A browser draws a picture in an `<img>` without the page's fonts; without the right font every label would have
another width than the chart was laid out for.
"""

import base64
import io
from functools import cache
from pathlib import Path

FILES = Path(__file__).resolve().parents[2] / "node_modules/@fontsource/source-sans-3/files"
WEIGHTS = (400, 600)


def faces(text: str | None = None) -> str:
    """The `@font-face` rules of Source Sans 3, only the letters of `text` when given; empty without the files."""
    rules = []
    for weight in WEIGHTS:
        path = FILES / f"source-sans-3-latin-{weight}-normal.woff2"
        if path.exists():
            data = path.read_bytes() if text is None else subset(path, "".join(sorted(set(text))))
            rules.append(
                f"@font-face{{font-family:'Source Sans 3';font-weight:{weight};"
                f"src:url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2')}}"
            )
    return "".join(rules)


@cache
def subset(path: Path, letters: str) -> bytes:
    """The font of `path` with only `letters`, as WOFF2."""
    from fontTools import subset as tool

    options = tool.Options(flavor="woff2", layout_features=["kern", "liga", "mark", "tnum"], notdef_outline=True)
    font = tool.load_font(str(path), options)
    worker = tool.Subsetter(options)
    worker.populate(text=letters)
    worker.subset(font)
    buffer = io.BytesIO()
    tool.save_font(font, buffer, options)
    return buffer.getvalue()
