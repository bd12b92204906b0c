"""What WeasyPrint does over and over in a book of hundreds of pages, done once, and packed at a lower level.

The page that a link tells is guessed before a page is set and put right afterwards, in the same room; only where the
guess has another number of digits is the page set again. The pages come out the same, only sooner. These cures lean
on names inside the pinned versions of WeasyPrint and pydyf; a test sets a document with and without them.
"""

import copy
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pydyf
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import page as layout

CURED = (
    (pydyf.PDF, "page_references"),
    (TargetCollector, "collect_missing_counters"),
    (TargetCollector, "cache_target_page_counters"),
    (layout, "remake_page"),
    (pydyf, "zlib"),
)
COMPRESSION = 7
"""The level pydyf gets for its own, 9: a file is 2% larger, and packed in a quarter of the time."""
CHARACTERS = 1500
"""About what a page holds; enough to guess how many digits the number of a page has."""
NUMBER = re.compile(r"\d+")
Late = dict[Any, Any]
"""The targets of the links that were set with a guess, by the box of the link."""


@contextmanager
def swift() -> Iterator[Late]:
    """Set and write a book without repeated work; restore everything afterwards.

    Yields what `correct` needs once the document is laid out.
    """
    before = [(owner, name, vars(owner)[name]) for owner, name in CURED]
    references, collect, _, remake, _ = (found for _, _, found in before)
    late: Late = {}
    pydyf.PDF.page_references = property(_references_once(references.fget))
    TargetCollector.collect_missing_counters = _of_the_target_only(collect)
    TargetCollector.cache_target_page_counters = _tell_the_page(late)
    layout.remake_page = _knowing_earlier_pages(remake)
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=_compressor)
    try:
        yield late
    finally:
        for owner, name, found in before:
            setattr(owner, name, found)


def _compressor(level: int) -> Any:
    """Return what packs a stream, whatever level pydyf asks for."""
    return zlib.compressobj(level=min(level, COMPRESSION))


def correct(document: Any, late: Late) -> None:
    """Put the page that each link tells right, in a `weasyprint.Document` that is laid out and not yet drawn."""
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            if target := late.get(box.missing_link):
                number = str(_page(target.cached_page_counter_values))
                for text in box.descendants():
                    if hasattr(text, "pango_layout"):
                        text.text = text.pango_layout.text = NUMBER.sub(number, text.text)


def _references_once(references):
    """Keep the references to all pages, which WeasyPrint asks for at every tag."""

    def once(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        kids, known = len(pdf.pages["Kids"]), getattr(pdf, "_known_references", ())
        if 3 * len(known) != kids:  # three words a page
            known = pdf._known_references = references(pdf)
        return known

    return once


def _of_the_target_only(collect):
    """Keep with a link whose page it tells, which `attr(href)` hides from WeasyPrint, and not its own page.

    Without that each page with a link is set three times: at its own number, and at the total of pages.
    """

    def collect_missing(collector, box, token, parse_again, missing, of_targets) -> None:
        if None in of_targets:
            missing, of_targets = [], {box.element.get("href", "").removeprefix("#"): of_targets[None]}
        collect(collector, box, token, parse_again, missing, of_targets)

    return collect_missing


def _tell_the_page(late: Late):
    """Tell the links to an anchor on which page it stands, and note those that were set with a guess.

    The total of pages, known after the first round only, is no change.
    """

    def tell(collector, anchor, counters, index, page_maker) -> None:
        target = collector.target_lookup_items.get(anchor)
        if collector.collecting or not target or target.state != "up-to-date":
            return
        target.page_maker_index = index
        found = {name: values for name, values in counters.items() if name != "pages"}
        guess = target.cached_page_counter_values
        if guess == found:
            return
        target.cached_page_counter_values = copy.deepcopy(found)
        fits = len(str(_page(guess))) == len(str(_page(found)))
        for box, link in _links(collector)[anchor]:
            link.parse_again(link.cached_page_counter_values)
            if fits:
                late[box] = target
            elif link.page_maker_index is None or link.page_maker_index >= len(page_maker):
                link.pending = True  # it stands on this page, which is then set again, or on a later one
            else:
                page_maker[link.page_maker_index][-1]["content_changed"] = True

    return tell


def _knowing_earlier_pages(remake):
    """A link to an earlier page got its number before its own page is set: that page needs no second time."""

    def remake_page(index, context, root, *rest):
        collector = context.target_collector
        if not hasattr(collector, "_links_of"):
            _guess(collector, root)
        for links in _links(collector).values():
            for _, link in links:
                link.pending = False
        return remake(index, context, root, *rest)

    return remake_page


def _guess(collector: TargetCollector, root: Any) -> None:
    """Give each anchor in `root` a page after the text before it."""
    characters = 0
    for box in root.descendants():
        characters += len(getattr(box, "text", ""))
        target = collector.target_lookup_items.get(box.style["anchor"])
        if target and not target.cached_page_counter_values:
            target.cached_page_counter_values = {"page": [1 + characters // CHARACTERS]}
    for links in _links(collector).values():
        for _, link in links:
            link.parse_again(link.cached_page_counter_values)


def _page(counters: dict[str, list[int]]) -> int:
    return counters["page"][-1] if "page" in counters else 0


def _links(collector: TargetCollector) -> dict:
    """Return (box, link) of the links that tell a page, by the anchor they lead to."""
    if not hasattr(collector, "_links_of"):
        collector._links_of = defaultdict(list)
        for (box, token), link in collector.counter_lookup_items.items():
            for anchor in link.missing_target_counters if token == "content" else ():
                collector._links_of[anchor].append((box, link))
    return collector._links_of
