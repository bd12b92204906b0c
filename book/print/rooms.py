"""Room to write that ends an exercise on another page than it began: it fills that page.

So no page holds two lines and white; where an exercise fits on one page, its room is as long as its answer asks.
"""

from __future__ import annotations

from typing import Any


def fill(document: Any) -> None:
    """Let each room that goes on over the page reach its foot (a `weasyprint.Document`, laid out, not yet drawn)."""
    for page in document.pages:
        boxes = _text_area(page._page_box)
        rooms = [box for box in boxes if _is_room(box)]
        if rooms and not any(_begins(box) for box in boxes) and not _is_followed(rooms[-1], boxes):
            _stretch(rooms[-1], page._page_box.content_box_y() + page._page_box.height)


def _is_room(box: Any) -> bool:
    is_div = box.element is not None and box.element_tag == "div"
    return is_div and (box.element.get("class") or "").startswith("writing-room")


def _begins(box: Any) -> bool:
    """Tell whether an exercise, a form or a self-test begins here."""
    return box.element_tag in ("h1", "h2")


def _is_followed(room: Any, boxes: list[Any]) -> bool:
    """Tell whether text stands below the room, or beside it."""
    return any(getattr(box, "text", "") and box.position_y >= room.position_y for box in boxes)


def _text_area(page: Any) -> list[Any]:
    return [box for child in page.children if child.element_tag == "html" for box in child.descendants()]


def _stretch(room: Any, foot: float) -> None:
    """Add lines while there is place; an open room only grows."""
    if room.children and "open" not in room.element.get("class").split():
        line = room.children[-1]
        step = line.margin_height()
        bottom = line.position_y + step
        children = list(room.children)
        while bottom + step <= foot:
            line = line.copy()
            line.translate(0, step)
            children.append(line)
            bottom += step
            room.height += step
        room.children = children
    else:
        room.height += max(0, foot - room.position_y - room.margin_height())
