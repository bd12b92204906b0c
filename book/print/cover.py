"""The mosaic on the cover: from small cells at the top to two that talk at the foot, as on the landing page."""

import random

WIDTH, HEIGHT = 210, 297
BLOCKS = ((112, 136, 3), (136, 172, 6), (172, 208, 12))
"""From y, to y, and the pitch of the cells between them, in mm."""
TINTS = ("#0e6675",) * 3 + ("#2c8190",) * 4 + ("#6fb3be",) * 2
ONE, BRICK = (57, 118), "#ee8a72"
"""The place of the one brick cell that returns as a voice, and its colour on petrol."""


def picture() -> str:
    """Return the cover's picture as SVG for a page of 210 by 297 mm with a petrol ground; it says nothing new."""
    chance = random.Random(2015)
    paths: dict[str, list[str]] = {}
    for start, end, pitch in BLOCKS:
        for y in range(start, end, pitch):
            for x in range(0, WIDTH, pitch):
                tint, drawn = chance.choice(TINTS), chance.random() > 0.06 + 0.5 * (y - 112) / 112
                if drawn or (x, y) == ONE:
                    paths.setdefault(BRICK if (x, y) == ONE else tint, []).append(_square(x, y, pitch * 0.82))
    for tint, x, y, tail in (("#6fb3be", 52, 214, 52), (BRICK, 112, 238, 144)):
        paths.setdefault(tint, []).extend((_square(x, y, 40), _square(tail, y + 42, 8)))
    drawn_paths = "".join(f'<path fill="{tint}" d="{"".join(path)}"/>' for tint, path in paths.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawn_paths}</svg>'


def _square(x: float, y: float, side: float) -> str:
    return f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z"
