"""The page for paper is read as XML, and comes out as WeasyPrint's own parser reads it."""

from xml.etree import ElementTree

import pytest
import weasyprint

from book.cli.paper import EDITIONS, Job
from book.print.reading import closed, read_as_xml

PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head><body><p>Één&amp;ander<br>regel
<img alt="a &gt; b" src="x.svg">staart</p><table><tbody><tr><td>1</td></tr></tbody></table></body></html>"""


def tree(element):
    return element.tag, dict(element.attrib), element.text or "", element.tail or "", [tree(each) for each in element]


def read(html):
    return tree(weasyprint.HTML(string=html).etree_element)


@pytest.fixture
def forgiven(monkeypatch):
    """The pages that WeasyPrint's own parser was asked to read."""
    asked, parser = [], weasyprint.tinyhtml5
    parse = parser.parse
    monkeypatch.setattr(parser, "parse", lambda page, **options: asked.append(page) or parse(page, **options))
    return asked


def test_a_page_of_which_every_element_is_closed_comes_out_the_same(forgiven):
    plain = read(PAGE)
    forgiven.clear()
    with read_as_xml():
        assert read(closed(PAGE)) == plain
    assert not forgiven


def test_what_is_no_xml_is_read_as_before(forgiven):
    loose = PAGE.replace("<p>", "<p class=los>&nbsp;<b>vet<i>schuin</b>")
    plain = read(loose)
    forgiven.clear()
    with read_as_xml():
        assert read(closed(loose)) == plain
    assert forgiven


def test_what_is_closed_already_stays_as_it_is():
    assert closed(closed(PAGE)) == closed(PAGE)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_pages_of_the_book_are_xml(edition):
    page = Job(edition).page
    if not page.exists():
        pytest.skip(f"{page} is er niet: draai `python3 -m book build pdf`")
    assert ElementTree.fromstring(page.read_bytes()).tag == "html"
