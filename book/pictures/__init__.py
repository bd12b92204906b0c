"""Pictures of charts and simulations: for paper, for a page without JavaScript, for a screen that cannot draw.

    key = request(figure, width=680, height=300)    # while documents are read: notes what is to be drawn
    render_pending()                                # once a build: one browser draws everything that is missing
    read(key)                                       # the SVG, or None when there was no browser

A picture's key is a hash of everything it depends on, so a picture is drawn once and never goes stale. What is to
be drawn waits beside the pictures in `_build/pictures/`, also from a build that was broken off.
"""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from book.browser import browser
from book.charts.template import themed

FOLDER = Path(__file__).resolve().parents[2] / "_build/pictures"
VERSION = 2  # raise it when `book.pictures` draws the same figure in another way
MISSING = "geen Chromium, Chrome of Edge gevonden: grafieken staan zonder vaste afbeelding in het boek"


def request(figure: dict[str, Any], width: int, height: int, theme: str = "print") -> str:
    """Note that a Plotly figure (plain data) is to be drawn, width by height in px; return the picture's key.

    Colours may be tokens such as `@ink`; they are filled in for `theme` ("light", "dark" or "print").
    """
    task = {"figure": themed(figure, theme), "width": width, "height": height, "version": VERSION}
    text = json.dumps(task, sort_keys=True, ensure_ascii=False, allow_nan=False)
    key = hashlib.sha256(text.encode()).hexdigest()[:16]
    if not picture(key).exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        _task(key).write_text(text, "utf-8")
    return key


def picture(key: str) -> Path:
    """Where the picture `key` stands once it is drawn."""
    return FOLDER / f"{key}.svg"


def read(key: str) -> str | None:
    """The SVG of the picture `key`; None when it has not been drawn."""
    path = picture(key)
    return path.read_text("utf-8") if path.exists() else None


def missing(keys: set[str]) -> set[str]:
    """Those of `keys` that have no picture yet and could have one on this machine."""
    return {key for key in keys if not picture(key).exists()} if browser() else set()


def render_pending() -> list[str]:
    """Draw every picture that was asked for and is not there, in one browser.

    Returns a line for each thing that went wrong; the book is complete without pictures.
    """
    waiting = _waiting()
    if not waiting:
        return []
    path = browser()
    if path is None:
        return [MISSING]
    from book.pictures.drawing import draw

    drawn, faults = draw(waiting, path)
    for key, svg in drawn.items():
        picture(key).write_text(svg, "utf-8")
        _task(key).unlink(missing_ok=True)
    return faults


def _waiting() -> dict[str, Any]:
    """Return what is to be drawn, by key; what another build has drawn in the meantime is left out."""
    found = {}
    for task in sorted(FOLDER.glob("*.json")):
        with contextlib.suppress(FileNotFoundError):
            found[task.stem] = json.loads(task.read_text("utf-8"))
    return found


def _task(key: str) -> Path:
    return FOLDER / f"{key}.json"
