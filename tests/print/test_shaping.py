"""A layout of Pango that is a copy of the first in its type sets the same text in the same place."""

import weasyprint
from weasyprint.text.line_break import Layout

from book.print import shaping

PAGE = """<html lang="nl"><style>@page { size: 60mm } p { hyphens: auto; text-align: justify }
em { font-variant-numeric: oldstyle-nums; letter-spacing: 1px }
b { font-feature-settings: "smcp" 1 } a { text-decoration: underline }</style>""" + (
    "<p>Vergunninghouders en <em>budgetplafonds in 2015</em> zijn <a>woorden</a> van <b>gemeenten</b>.</p>" * 5
)


def drawn():
    """Every text of the page with its place, and the page as it is written."""
    document = weasyprint.HTML(string=PAGE).render()
    texts = [box for page in document.pages for box in page._page_box.descendants() if getattr(box, "text", "")]
    return [(box.text, box.position_x, box.position_y, box.width) for box in texts], document.write_pdf()


def test_the_page_is_the_same_and_each_type_is_told_once(monkeypatch):
    told = []
    set_up = Layout.setup
    monkeypatch.setattr(Layout, "setup", lambda layout, style: told.append(style) or set_up(layout, style))
    plain, times = drawn(), len(told)
    told.clear()
    with shaping.told_once():
        assert drawn() == plain
    assert len(told) < 10 < times


def test_weasyprint_is_itself_again_afterwards():
    before = Layout.setup
    with shaping.told_once():
        assert Layout.setup is not before
    assert Layout.setup is before
