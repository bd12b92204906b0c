"""What Plotly's SVG needs before it can be printed or stand in an `<img>`."""

import hashlib
import re

from book.pictures.fonts import faces

# Plotly's names: of the drawing (defs-, clip), of a trace, and of a pattern, which holds both (p…-…-).
DRAWN_BY_LOT = re.compile(
    r"((?<=\bp[0-9a-f]{6}-)|\b(?:defs-|topdefs-|clip|trace|legend|p(?=[0-9a-f]{6}-)))([0-9a-f]{6})"
)
POINTER = re.compile(r'<g class="(?:hover|zoom|menu|selection|drag)layer[^"]*"\s*(?:/>|></g>)|pointer-events: all;')
NO_STROKE = re.compile(r"stroke-width:\s*0(px)?;")
TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
TAIL = re.compile(r"</tspan>([^<]+)")
TAG = re.compile(r"<[^>]+>")
ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\u00a0"}


def clean(svg: str) -> str:
    """Return `svg` without what a printer draws otherwise than a screen: strokes of no width come out as hairlines.

    WeasyPrint loses text that follows a piece in bold on the same line, so that text becomes a piece of its own.
    What only serves a pointer goes. The same chart gives the same file.
    """
    svg = NO_STROKE.sub("stroke:none;", svg)
    svg = TAIL.sub(r"</tspan><tspan>\1</tspan>", svg)
    svg = POINTER.sub("", svg)
    return _named(svg)


def _named(svg: str) -> str:
    """Return `svg` with names that follow from the picture in the place of those that Plotly drew by lot."""
    found = list(dict.fromkeys(name for _, name in DRAWN_BY_LOT.findall(svg)))
    digest = hashlib.sha256(DRAWN_BY_LOT.sub(r"\1", svg).encode()).hexdigest()[:6]
    names = {name: f"{digest}{number}" for number, name in enumerate(found)}
    return DRAWN_BY_LOT.sub(lambda match: f"{match[1]}{names[match[2]]}", svg)


def words(svg: str) -> str:
    """Every letter that `svg` draws as text."""
    found = "".join(TAG.sub("", part) for part in TEXT.findall(svg))
    for entity, letter in ENTITY.items():
        found = found.replace(entity, letter)
    return found


def with_fonts(svg: str) -> str:
    """Return `svg` with the letters it needs inside it, for an `<img>` on the site."""
    rules = faces(words(svg))
    end = svg.index(">", svg.index("<svg")) + 1
    return f"{svg[:end]}<style>{rules}</style>{svg[end:]}" if rules else svg
