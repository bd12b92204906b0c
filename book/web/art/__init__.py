"""The pictures of the book itself, drawn from the idea of the mosaic: from 145.000 codes to one conversation.

`cover` is a wide picture: small cells at the left, one of them brick; to the right the cells are fewer and larger; at
the end two cells talk. `favicon_svg` and `favicon_ico` are a mosaic of seven cells in the shape of a speech balloon.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw

from book.look import colours
from book.sphinxext import assets

WIDTH, HEIGHT = 1200, 400
BLOCKS = ((0, 200, 10), (200, 400, 20), (400, 600, 40), (600, 840, 80))
"""From x, to x, and the pitch of the cells between them."""
TINTS = ("accent",) * 5 + ("muted",) * 2 + ("rule",) * 2
ONE = (90, 190)
"""The place of the one brick cell that returns as a voice."""
FAVICON = ("###", "#o#", "#..")
"""Nine cells less two: a mosaic that speaks."""


def cover(fill: dict[str, str], title: str) -> str:
    """Return the cover as SVG; `fill` gives a CSS colour for accent, muted, rule and claim."""
    chance = random.Random(2015)
    paths: dict[str, list[str]] = {name: [] for name in ("accent", "muted", "rule", "claim")}
    for start, end, pitch in BLOCKS:
        for x in range(start, end, pitch):
            for y in range(0, HEIGHT, pitch):
                name, drawn = chance.choice(TINTS), chance.random() > 0.08 + 0.34 * x / WIDTH
                if (x, y) == ONE:
                    name, drawn = "claim", True
                if drawn:
                    paths[name].append(_square(x, y, pitch * 0.8))
    for name, x, y, tail in (("accent", 880, 34, 880), ("claim", 1046, 206, 1172)):
        paths[name] += [_square(x, y, 160), _square(tail, y + 166, 28)]
    drawn_paths = "".join(f'<path fill="{fill[name]}" d="{"".join(path)}"/>' for name, path in paths.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">'
        f"{drawn_paths}</svg>"
    )


def favicon_svg() -> str:
    """Return the favicon, light and dark in one file."""
    cells = {mark: "".join(_square(x * 5.5, y * 5.5, 5) for x, y in _cells(mark)) for mark in "#o"}
    light, dark = colours("light"), colours("dark")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><style>'
        f".a{{fill:{light['accent']}}}.b{{fill:{light['claim']}}}"
        f"@media(prefers-color-scheme:dark){{.a{{fill:{dark['accent']}}}.b{{fill:{dark['claim']}}}}}</style>"
        f'<path class="a" d="{cells["#"]}"/><path class="b" d="{cells["o"]}"/></svg>'
    )


def favicon_ico() -> bytes:
    """Return the favicon for browsers that know no SVG ones: 32 by 32 pixels, transparent ground."""
    image = Image.new("RGBA", (32, 32))
    draw = ImageDraw.Draw(image)
    for mark, name in (("#", "accent"), ("o", "claim")):
        for x, y in _cells(mark):
            draw.rectangle((x * 11, y * 11, x * 11 + 9, y * 11 + 9), fill=colours("light")[name])
    held = io.BytesIO()
    image.save(held, format="ICO", sizes=[(32, 32)])
    return held.getvalue()


def write(static: Path) -> None:
    """Write the favicons and the cover in its own colours into `static`."""
    assets.write(static / "favicon.svg", favicon_svg())
    assets.write(static / "favicon.ico", favicon_ico())
    assets.write(static / "cover.svg", cover(colours("light"), "Van 145.000 codes naar één gesprek"))


def _cells(mark: str) -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(FAVICON) for x, cell in enumerate(row) if cell == mark]


def _square(x: float, y: float, side: float) -> str:
    return f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z"
