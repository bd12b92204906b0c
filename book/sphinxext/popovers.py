"""What a link can tell before it is followed: a term its definition, a citation its reference, a figure its source.

A provider gets the document and the anchor that a link on a page points to and returns the HTML of its popover,
or None. The page gets each text once, in a `<template>`; `book.js` shows it on hover, on focus and on a tap.
Without JavaScript the link leads to the place itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

Provider = Callable[[Sphinx, str, str], str | None]
PROVIDERS: list[Provider] = []
LINK = re.compile(r'<a (?P<before>[^>]*?)href="(?P<path>[^"#:]*)#(?P<anchor>[^"]+)"')


def provider(function: Provider) -> Provider:
    """Register a function that tells what a link shows."""
    if function not in PROVIDERS:
        PROVIDERS.append(function)
    return function


def dress(app: Sphinx, pagename: str, body: str) -> str:
    """Return `body` with the links that have something to tell marked, and their texts behind it."""
    told: dict[str, str] = {}

    def mark(link: re.Match[str]) -> str:
        path = link["path"].removesuffix(app.builder.out_suffix)
        docname = posixpath.normpath(posixpath.join(posixpath.dirname(pagename), path)) if path else pagename
        text = next(filter(None, (ask(app, docname, link["anchor"]) for ask in PROVIDERS)), None)
        if text is None or docname == pagename:
            return link[0]
        name = f"pop-{link['anchor']}"
        told[name] = text
        return f'<a data-pop="{name}" {link[0].removeprefix("<a ")}'

    dressed = LINK.sub(mark, body)
    return dressed + "".join(f'\n<template id="{name}">{text}</template>' for name, text in told.items())


def _dress_page(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if app.builder.name == "html" and doctree is not None:
        context["body"] = dress(app, pagename, context["body"])


def setup(app: Sphinx) -> None:
    """Dress every page before the template is filled."""
    app.connect("html-page-context", _dress_page, priority=800)
