"""What Plotly's SVG needs before it can be printed or stand in an `<img>`."""

import hashlib
import re

from book.pictures.fonts import faces

PLOTLY_ID = re.compile(r'id="(?:top)?defs-([0-9a-f]+)"')
POINTER = re.compile(r'<g class="(?:hover|zoom|menu|selection|drag)layer[^"]*"\s*(?:/>|></g>)|pointer-events: all;')
NO_STROKE = re.compile(r"stroke-width:\s*0(px)?;")
TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
TAIL = re.compile(r"</tspan>([^<]+)")
TAG = re.compile(r"<[^>]+>")
ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\u00a0"}


def clean(svg: str) -> str:
    """Return `svg` without what a printer draws otherwise than a screen: strokes of no width come out as hairlines.

    WeasyPrint loses text that follows a piece in bold on the same line, so that text becomes a piece of its own.
    What only serves a pointer goes. Plotly's ids are drawn by lot; here they follow from the picture, so that the
    same chart gives the same file.
    """
    svg = NO_STROKE.sub("stroke:none;", svg)
    svg = TAIL.sub(r"</tspan><tspan>\1</tspan>", svg)
    svg = POINTER.sub("", svg)
    drawn = PLOTLY_ID.search(svg)
    if drawn is None:
        return svg
    named = re.compile(rf"(\bdefs-|\btopdefs-|\bclip|\blegend|\bg){drawn[1]}")
    fixed = hashlib.sha256(named.sub("", svg).encode()).hexdigest()[: len(drawn[1])]
    return named.sub(rf"\g<1>{fixed}", svg)


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
