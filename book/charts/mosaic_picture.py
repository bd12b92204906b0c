"""The mosaic as a still picture: 145.000 cells as a small raster inside an SVG, with the other lists to scale."""

import base64
import io

from PIL import Image

from book.charts.template import palette
from book.facts import dutch, fact

WIDE = {"width": 680, "height": 300, "columns": 23}
NARROW = {"width": 328, "height": 960, "columns": 15}
CELLS_WIDE, CELLS_HIGH = 19, 20
"""Cells in a block; 380 places hold the 369 codes of an average municipality."""
PITCH_X, PITCH_Y = CELLS_WIDE + 2, CELLS_HIGH + 2
PIXELS = 3
"""Pixels a cell: 430 dots an inch on paper."""
SHADES = (1.0, 0.84, 0.68)
LISTS = tuple(f"series-{number}" for number in (1, 6, 1, 5, 1, 1, 4, 1, 6, 1, 5, 3))
"""Colours of the lists: mostly petrol. `mosaic.js` has the same."""


def picture(theme: str, narrow: bool = False) -> str:
    """The SVG of the mosaic in the colours of `theme`; `narrow` puts the other lists under the large one."""
    colours, form = palette(theme), NARROW if narrow else WIDE
    codes, lists = int(fact("productcodes-2015").value), int(fact("gemeenten-2015").value)
    marked, regions = int(fact("productcodes-vakblad").value), int(fact("jeugdregios").value)
    care, youth = int(fact("productcategorieen-wmo").value), int(fact("productcategorieen-jeugd").value)
    sizes, columns = split(codes, lists), form["columns"]
    regional, rows = [sizes[0]] * regions, -(-lists // columns)
    top, left = 30, 1
    if narrow:
        scale = (form["width"] - 2) / (columns * PITCH_X)
        right, beside = left, top + rows * PITCH_Y * scale + 16
    else:
        scale = (form["height"] - top - 6) / (rows * PITCH_Y)
        right, beside = left + columns * PITCH_X * scale + 34, top
    below = beside + 24 + 6 * PITCH_Y * scale
    last = form["height"] - 8
    parts = [
        _text(left, 16, f"{_bold(f'Lokaal: {lists} lijsten')}, {dutch.number(codes)} codes (bewering)",
              colours["ink"]),
        _image(_raster(sizes, columns, colours), left, top, scale),
        _outline(sizes, marked, columns, left, top, scale, colours),
        _text(right, beside + 14, f"{_bold(f'Regionaal: {regions} lijsten')}, ongeveer "
              f"{dutch.number(dutch.rounded(sum(regional) / 100) * 100)} codes", colours["ink"]),
        _image(_raster(regional, 7, colours), right, beside + 24, scale),
        _text(right, below + 50, f"{_bold('Landelijk: 1 lijst')}, {care + youth} categorieën", colours["ink"]),
        _categories(right, below + 62, care, youth, scale, colours),
        _text(right, last - 18, "Elk vakje is één code of categorie, overal even groot.", colours["muted"], 13),
        _text(right, last, f"Gestreept: {dutch.number(marked)} codes (vakblad, alleen jeugd).", colours["muted"], 13),
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{form["width"]}" height="{form["height"]}" viewBox="0 0 {form["width"]} {form["height"]}">'
        f'{"".join(parts)}</svg>'
    )


def _bold(words: str) -> str:
    return f"<tspan font-weight='600'>{words}</tspan>"


def split(codes: int, lists: int) -> list[int]:
    """Divide the codes over the lists as evenly as whole numbers allow; the larger ones first."""
    least, over = divmod(codes, lists)
    return [least + (number < over) for number in range(lists)]


def scatter(number: int) -> int:
    """A fixed number between 0 and 65535 that looks random: the tint of a list or cell. `mosaic.js` has the same."""
    mixed = (number + 1) * 0x9E3779B1 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 15) * 0x85EBCA77 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 13) * 0xC2B2AE3D & 0xFFFFFFFF
    return (mixed ^ mixed >> 16) & 0xFFFF


def _raster(sizes: list[int], columns: int, colours: dict[str, str]) -> bytes:
    """The blocks of `sizes` as a PNG with a palette, PIXELS a cell; the ground is transparent."""
    names = list(dict.fromkeys(LISTS))
    table = [(0, 0, 0)] + [_mix(colours[name], colours["paper"], shade) for name in names for shade in SHADES]
    image = Image.new("P", (columns * PITCH_X, -(-len(sizes) // columns) * PITCH_Y), 0)
    image.putpalette([channel for colour in table for channel in colour])
    pixels = image.load()
    for block, size in enumerate(sizes):
        x0, y0 = block % columns * PITCH_X, block // columns * PITCH_Y
        first = 1 + names.index(LISTS[scatter(block) % len(LISTS)]) * len(SHADES)
        for cell in range(size):
            shade = scatter(block * 400 + cell) % len(SHADES)
            pixels[x0 + cell % CELLS_WIDE, y0 + cell // CELLS_WIDE] = first + shade
    large = image.resize((image.width * PIXELS, image.height * PIXELS), Image.Resampling.NEAREST)
    buffer = io.BytesIO()
    large.save(buffer, "PNG", optimize=True, transparency=0)
    return buffer.getvalue()


def _mix(colour: str, ground: str, part: float) -> tuple[int, ...]:
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return tuple(round(one * part + other * (1 - part)) for one, other in pairs)


def _image(png: bytes, x: float, y: float, scale: float) -> str:
    with Image.open(io.BytesIO(png)) as image:
        width, height = (side / PIXELS * scale for side in image.size)
    data = base64.b64encode(png).decode()
    return (
        f'<image x="{x:.1f}" y="{y:.1f}" width="{width:.2f}" height="{height:.2f}" '
        f'style="image-rendering:pixelated" xlink:href="data:image/png;base64,{data}"/>'
    )


def _outline(
    sizes: list[int], marked: int, columns: int, x: float, y: float, scale: float, colours: dict[str, str]
) -> str:
    """A dashed line around the first `marked` codes, block by block."""
    blocks, counted = 0, 0
    while counted + sizes[blocks] <= marked:
        counted += sizes[blocks]
        blocks += 1
    rows, rest = divmod(blocks, columns)
    width, step_x, step_y = columns * PITCH_X * scale, PITCH_X * scale, PITCH_Y * scale
    edge = f"M{x} {y}h{width:.1f}v{rows * step_y:.1f}h{rest * step_x - width:.1f}v{step_y:.1f}H{x}Z"
    halo = f'<path d="{edge}" fill="none" stroke="{colours["paper"]}" stroke-width="4"/>'
    return f'{halo}<path d="{edge}" fill="none" stroke="{colours["ink"]}" stroke-width="1.6" stroke-dasharray="6 4"/>'


def _categories(x: float, y: float, care: int, youth: int, scale: float, colours: dict[str, str]) -> str:
    """The national categories as cells, to scale, six a row."""
    squares = "".join(
        f'<rect x="{x + number % 6 * scale:.2f}" y="{y + number // 6 * scale:.2f}" width="{scale * 0.9:.2f}" '
        f'height="{scale * 0.9:.2f}" fill="{colours["series-1" if number < care else "series-5"]}"/>'
        for number in range(care + youth)
    )
    pointer = f'<path d="M{x + 60} {y + 2}H{x + 12}" stroke="{colours["muted"]}" fill="none"/>'
    return squares + pointer + _text(x + 64, y + 7, f"{care} Wmo, {youth} Jeugdwet", colours["muted"], 13)


def _text(x: float, y: float, words: str, colour: str, size: int = 14) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}" '
        f"font-family=\"'Source Sans 3', sans-serif\">{words}</text>"
    )
