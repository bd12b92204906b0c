"""What WeasyPrint leaves undone in the tags of a PDF: links that print, items of lists that have bodies."""

from __future__ import annotations

from typing import Any

import pydyf

PRINTED = 4
"""The flag of an annotation that shows on paper as it does on the screen."""


def mend(_document: Any, pdf: Any) -> None:
    """Mend the objects of a PDF before it is written (a finisher of WeasyPrint)."""
    found = [thing for thing in pdf.objects if isinstance(thing, dict)]
    for link in found:
        if link.get("Subtype") == "/Link":
            link["F"] = PRINTED
    elements = {thing.reference: thing for thing in found if thing.get("Type") == "/StructElem"}
    for element in elements.values():
        if element["S"] == "/L":
            for group in _children(element, elements):
                if group["S"] == "/Div":
                    _make_item(group, elements)
    for item in [element for element in elements.values() if element["S"] == "/LI"]:
        _give_body(item, elements, pdf)


def _make_item(group: dict, elements: dict) -> None:
    """Make a `div` with a term and what is told of it one item of its list."""
    group["S"] = "/LI"
    for place, part in enumerate(_children(group, elements)):
        if part["S"] == "/LI":
            part["S"] = "/LBody" if place else "/Lbl"


def _give_body(item: dict, elements: dict, pdf: Any) -> None:
    """Put what an item of a list holds, beside its label, in a body."""
    kids = item.get("K", [])
    parts = _children(item, elements)
    if not isinstance(kids, list) or len(parts) < len(kids) or any(part["S"] == "/LBody" for part in parts):
        return
    told = [part for part in parts if part["S"] != "/Lbl"]
    if not told:
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "P": item.reference, "K": pydyf.Array(part.reference for part in told)}
    )
    pdf.add_object(body)
    for part in told:
        part["P"] = body.reference
    item["K"] = pydyf.Array([*(part.reference for part in parts if part["S"] == "/Lbl"), body.reference])


def _children(element: dict, elements: dict) -> list[dict]:
    kids = element.get("K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return [elements[kid] for kid in kids if isinstance(kid, bytes) and kid in elements]
