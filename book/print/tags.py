"""What WeasyPrint leaves undone in the tags of a PDF.

Links that print and say where they lead, items of lists that have bodies, heads of tables that tell what they head;
running heads and page numbers marked as no part of the text; no elements that hold nothing.
"""

from __future__ import annotations

from typing import Any

import pydyf

from book.print import titles

PRINTED = 4
"""The flag of an annotation that shows on paper as it does on the screen."""
HOLLOW = {"/Link", "/Span", "/P", "/Div", "/NonStruct"}
"""Elements that may go when they hold nothing; an empty cell keeps its place in the table."""


def mend(document: Any, pdf: Any) -> None:
    """Mend the objects of a PDF before it is written (a finisher of WeasyPrint)."""
    found = [thing for thing in pdf.objects if isinstance(thing, dict)]
    _tell_where_links_lead(document, [thing for thing in found if thing.get("Subtype") == "/Link"])
    elements = {thing.reference: thing for thing in found if thing.get("Type") == "/StructElem"}
    _tell_what_heads_head(elements)
    objects = {thing.reference: thing for thing in pdf.objects}
    _part_from_text(pdf, objects, elements)
    _leave_one_link(pdf, objects, elements)
    _drop_empty(elements)
    for element in elements.values():
        if element["S"] == "/L":
            for group in _children(element, elements):
                if group["S"] == "/Div":
                    _make_item(group, elements)
    for item in [element for element in elements.values() if element["S"] == "/LI"]:
        _give_body(item, elements, pdf)


def _tell_where_links_lead(document: Any, links: list[dict]) -> None:
    """Let a link into the book say the title of its target, for which WeasyPrint gives the id."""
    boxes = document.pages[0]._page_box.children
    found = titles.titles(next(box.element for box in boxes if box.element_tag == "html"))
    for link in links:
        link["F"] = PRINTED
        if title := found.get(link["Dest"].string if "Dest" in link else None):
            link["Contents"] = pydyf.String(title)


def _tell_what_heads_head(elements: dict) -> None:
    """Give a cell that heads something its scope: readers of tables look there when no cell names its heads."""
    for head in [element for element in elements.values() if element["S"] == "/TH"]:
        group = elements[elements[head["P"]]["P"]]["S"]
        head.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Column" if group == "/THead" else "/Row"


def _part_from_text(pdf: Any, objects: dict, elements: dict) -> None:
    """Mark what stands in the margins of pages (running heads, page numbers) as artifacts.

    WeasyPrint marks it as text and hangs its elements beneath nothing that leads to the document.
    """
    root = _tree(pdf)
    reached, below = set(), list(root["K"])
    while below:
        reference = below.pop()
        reached.add(reference)
        kids = elements[reference].get("K", [])
        below += [kid for kid in (kids if isinstance(kids, list) else [kids]) if kid in elements]
    apart = {reference for reference in elements if reference not in reached}
    numbers = objects[root["ParentTree"]]["Nums"]
    pages = [objects[page] for page in pdf.page_references]
    for number, texts in zip(numbers[::2], numbers[1::2], strict=True):
        if number < len(pages) and isinstance(texts, list):
            gone = {place for place, reference in enumerate(texts) if reference in apart}
            _make_artifacts(objects[pages[number]["Contents"]].stream, gone)
            texts[:] = ["null" if place in gone else reference for place, reference in enumerate(texts)]
    for reference in apart:
        elements.pop(reference).clear()


def _leave_one_link(pdf: Any, objects: dict, elements: dict) -> None:
    """Take away the links of what stands inside a link: WeasyPrint gives each part one of its own as well."""
    gone = set()
    for element in list(elements.values()):
        kids = element.get("K", [])
        inside = [kid for kid in kids if kid in objects and _type(objects[kid]) == "/OBJR"] if kids else []
        is_link = element["S"] == "/Link"  # one that begins at the end of a line has a part there without text
        if inside and (len(inside) == len(kids) if is_link else _stands_in_link(element, elements)):
            gone |= {objects[kid]["Obj"] for kid in inside}
            element["K"] = pydyf.Array(kid for kid in kids if kid not in inside)
            for kid in inside:
                objects[kid].clear()
    for page in [objects[reference] for reference in pdf.page_references]:
        if "Annots" in page:
            page["Annots"][:] = [reference for reference in page["Annots"] if reference not in gone]
    numbers = objects[_tree(pdf)["ParentTree"]]["Nums"]
    old = {objects[reference]["StructParent"] for reference in gone}
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    numbers[:] = [part for pair in pairs if pair[0] not in old for part in pair]
    for reference in gone:
        objects[reference].clear()


def _stands_in_link(element: dict, elements: dict) -> bool:
    while element["P"] in elements:
        element = elements[element["P"]]
        if element["S"] == "/Link":
            return True
    return False


def _tree(pdf: Any) -> dict:
    """Return the root of the tags."""
    return next(thing for thing in pdf.objects if _type(thing) == "/StructTreeRoot")


def _type(thing: Any) -> str | None:
    return thing.get("Type") if isinstance(thing, dict) else None


def _make_artifacts(stream: list, numbers: set[int]) -> None:
    """Mark the texts with these `numbers` in the stream of a page as artifacts of pagination."""
    for place, part in enumerate(stream):
        if isinstance(part, dict) and part.get("MCID") in numbers and stream[place + 1] == b"BDC":
            stream[place - 1] = "/Artifact"
            stream[place] = pydyf.Dictionary({"Type": "/Pagination"})


def _drop_empty(elements: dict) -> None:
    """Take out elements that hold nothing: boxes to tick and lines to write on are drawn, not told."""
    for reference, element in list(elements.items()):
        while element["S"] in HOLLOW and not element.get("K") and element["P"] in elements:
            above = elements[element["P"]]
            if not isinstance(above.get("K"), list) or reference not in above["K"]:
                break
            above["K"].remove(reference)
            elements.pop(reference).clear()
            reference, element = above.reference, above


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
