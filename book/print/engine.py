"""What WeasyPrint does over and over in a book of hundreds of pages, done once.

The pages come out the same, only sooner. These cures lean on names inside the pinned versions of WeasyPrint and
pydyf; a test sets a document with and without them and compares.
"""

import copy
import gc
from collections import defaultdict
from contextlib import contextmanager

import pydyf
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import page as layout

CURED = (
    (pydyf.PDF, "page_references"),
    (TargetCollector, "collect_missing_counters"),
    (TargetCollector, "cache_target_page_counters"),
    (layout, "remake_page"),
)


@contextmanager
def swift():
    """Set and write a book without repeated work; restore everything afterwards."""
    before = [(owner, name, vars(owner)[name]) for owner, name in CURED]
    references, collect, _, remake = (found for _, _, found in before)
    pydyf.PDF.page_references = property(_references_once(references.fget))
    TargetCollector.collect_missing_counters = _of_the_target_only(collect)
    TargetCollector.cache_target_page_counters = _tell_the_page
    layout.remake_page = _knowing_earlier_pages(remake)
    gc.disable()  # a book is millions of objects that live until it is written: nothing to collect on the way
    try:
        yield
    finally:
        gc.enable()
        for owner, name, found in before:
            setattr(owner, name, found)


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


def _tell_the_page(collector, anchor, counters, index, page_maker) -> None:
    """Tell the links to `anchor` on which page it stands; only pages that were set before that are set once more.

    The total of pages, known after the first round only, is no change.
    """
    target = collector.target_lookup_items.get(anchor)
    if collector.collecting or not target or target.state != "up-to-date":
        return
    target.page_maker_index = index
    found = {name: values for name, values in counters.items() if name != "pages"}
    if target.cached_page_counter_values == found:
        return
    target.cached_page_counter_values = copy.deepcopy(found)
    for link in _links(collector)[anchor]:
        link.parse_again(link.cached_page_counter_values)
        if link.page_maker_index is None or link.page_maker_index >= len(page_maker):
            link.pending = True  # it stands on this page, which is then set again, or on a later one
        else:
            page_maker[link.page_maker_index][-1]["content_changed"] = True


def _knowing_earlier_pages(remake):
    """A link to an earlier page got its number before its own page is set: that page needs no second time."""

    def remake_page(index, context, *rest):
        for links in _links(context.target_collector).values():
            for link in links:
                link.pending = False
        return remake(index, context, *rest)

    return remake_page


def _links(collector: TargetCollector) -> dict:
    """Return the links that tell a page, by the anchor they lead to."""
    if not hasattr(collector, "_links_of"):
        collector._links_of = defaultdict(list)
        for (_, token), link in collector.counter_lookup_items.items():
            for anchor in link.missing_target_counters if token == "content" else ():
                collector._links_of[anchor].append(link)
    return collector._links_of
