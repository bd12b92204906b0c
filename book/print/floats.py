"""A chart that does not fit on the page lets the text behind it go first.

WeasyPrint has no floats of pages: a picture that does not fit moves to the next page and leaves white. While a page
is set, this module lets the chart and the paragraph behind it change places as often as there is room for text.
The chart never leaves its section, and never passes a heading, a table or another chart. In the same way the table
and the notes of a simulation may pass its last pictures.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TEXT = {"p", "ul", "ol", "blockquote"}
PAIR = "simulation-pair"


@contextmanager
def text_before_charts() -> Iterator[None]:
    """Let WeasyPrint set text in the room before a chart that does not fit."""
    from weasyprint.layout import block

    set_child, earlier_break = block._in_flow_layout, block.find_earlier_page_break

    def set_in_turn(context, box, index, _child, children, empty, absolute, fixed, margins, bottom, y, *rest):
        """Set the child of `box` that is now at `index`, behind what `children` already holds."""
        lists = absolute, fixed, margins
        kept = [list(found) for found in lists]

        def attempt():
            """Return what comes of it; a second attempt begins with what the first found."""
            for found, before in zip(lists, kept, strict=True):
                found[:] = before
            child = box.children[index]
            child.position_x, child.position_y = box.content_box_x(), y
            return set_child(context, box, index, child, children, empty, absolute, fixed, margins, bottom, y, *rest)

        def attempt_here():
            """Return what comes of it, None when nothing fits here; move nothing that stands above it."""
            count = len(children)
            block.find_earlier_page_break = lambda context, those, *lists: (
                None if those is children else earlier_break(context, those, *lists)
            )
            try:
                outcome = attempt()
            finally:
                block.find_earlier_page_break = earlier_break
            return outcome if len(children) > count else None

        if (children or not empty) and rest[0] is None and _may_wait(box, index):
            if outcome := attempt_here():
                return outcome
            _exchange(box, index)
            if outcome := attempt_here():
                return outcome
            _exchange(box, index)
        return attempt()

    block._in_flow_layout = set_in_turn
    try:
        yield
    finally:
        block._in_flow_layout = set_child


def _exchange(box: Any, index: int) -> None:
    """Let the child at `index` and the next change places."""
    order = list(box.children)
    order[index : index + 2] = reversed(order[index : index + 2])
    box.children = order


def _may_wait(box: Any, index: int) -> bool:
    """Tell whether what stands behind the child at `index`, in the same section, may come before it.

    Text may pass a chart; the table and the notes of a simulation may pass its last pictures.
    """
    if len(box.children) < index + 2:
        return False
    first, second = box.children[index : index + 2]
    if PAIR in _classes(first):
        return PAIR not in _classes(second)
    return _is_chart(first) and second.element_tag in TEXT


def _is_chart(box: Any) -> bool:
    return box.element_tag == "figure" or (
        box.element_tag == "div" and "cell" in _classes(box) and box.element.find(".//figure") is not None
    )


def _classes(box: Any) -> set[str]:
    return set() if box.element is None else set(box.element.get("class", "").split())
