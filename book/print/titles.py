"""What the places in the book are called that links lead to: a screen reader says it with the link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

NAMES = {"h1", "h2", "h3", "h4"}
OWN_WORDS = {"dt", "p", "li"}
"""What is called by its own first words."""
LONGEST = 80


def titles(root: Any) -> dict[str, str]:
    """Return the title of each element with an id below `root`: "Figuur 3.1", a heading, a term, the first words."""
    parents = {child: parent for parent in root.iter() for child in parent}
    return {element.get("id"): _title(element, parents) for element in root.iter() if element.get("id")}


def _title(element: Any, parents: dict) -> str:
    """Return what `element` is called, or else what it stands in."""
    name = element if element.tag in OWN_WORDS else None
    while name is None and element is not None and element.tag not in ("main", "body"):
        name = next((part for part in element.iter() if _is_name(part, element)), None)
        element = parents.get(element)
    return "" if name is None else _short(name.get("data-title") or " ".join("".join(_words(name)).split()))


def _is_name(part: Any, element: Any) -> bool:
    """Tell whether `part` says what `element` is: a row of the register begins with a name in bold."""
    named = part.tag in NAMES or (part.tag == "strong" and element.tag == "tr")
    return named or bool(part.get("data-title")) or part.get("class") in ("caption-number", "gevouwen-titel")


def _words(element: Any) -> Iterator[str]:
    """Yield the text of `element`, without the sign behind a heading that links to it."""
    yield element.text or ""
    for child in element:
        if child.get("class") != "headerlink":
            yield from _words(child)
        yield child.tail or ""


def _short(text: str) -> str:
    return text.removesuffix(".") if len(text) <= LONGEST else re.sub(r"\s+\S*$", "", text[:LONGEST]) + " …"
