"""The page for paper is XML as well as HTML: so it is read in a tenth of the time.

WeasyPrint reads HTML with a parser in Python that forgives everything. What stands in our page was written by a
writer of XML or by us; only elements without an end (`<br>`) are still to be closed. A page with something else in
it that is no XML, from raw HTML in a chapter, is read as WeasyPrint does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import IO, Any
from xml.etree import ElementTree

OPEN = re.compile(r"<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b([^>]*?)/?>")


def closed(html: str) -> str:
    """Return `html` with every element closed that in HTML has no end."""
    return OPEN.sub(r"<\1\2/>", html)


@contextmanager
def read_as_xml() -> Iterator[None]:
    """Let WeasyPrint read a page as XML where it can be."""
    import weasyprint

    forgiving = weasyprint.tinyhtml5

    def parse(page: IO, **options: Any) -> ElementTree.Element:
        """Return the root element of `page`."""
        text = page.read()
        try:
            return ElementTree.fromstring(text)
        except ElementTree.ParseError:
            return forgiving.parse(text, **options)

    weasyprint.tinyhtml5 = SimpleNamespace(parse=parse)
    try:
        yield
    finally:
        weasyprint.tinyhtml5 = forgiving
