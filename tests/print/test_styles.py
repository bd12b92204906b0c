"""Properties that no rule sets are found sooner, and every property of every box is what it was."""

import weasyprint
from weasyprint.css import INITIAL_VALUES, AnonymousStyle, ComputedStyle

from book.print import styles

PAGE = """<html lang="nl"><style>
@page { size: 90mm; @top-left { content: counter(page); color: red } }
:root { --maat: 4mm; font-size: 11pt; line-height: 1.4 }
section { margin-inline-start: var(--maat); padding-block: 1em; page: deel; color: #345 }
section p { margin-left: 2mm; width: calc(50% + 1em); text-decoration: underline; border: 1px solid }
em { float: right; font-size: .8em } i { position: absolute; inset-inline-end: 0 } b::before { content: "→" }
[dir=rtl] { direction: rtl; border-inline-start: 2pt solid green; text-align: start }
table { border-collapse: collapse } td { border: 1px solid; max-inline-size: 30% }</style>
<section><p>Een <em>twee <b>drie</b></em> vier <i>vijf</i></p><ol><li>zes<li>zeven</ol></section>
<div dir="rtl"><p>acht</p><span>negen</span> tien</div>
<table><tr><td>elf<td><p>twaalf</p></table></html>"""

PHYSICAL = [key for key in INITIAL_VALUES if not {"block", "inline"} & set(key.split("_"))]


def every_property():
    document = weasyprint.HTML(string=PAGE).render()
    boxes = [box for page in document.pages for box in page._page_box.descendants()]
    return [[(key, repr(box.style[key])) for key in PHYSICAL] for box in boxes if box.style], document.write_pdf()


def test_every_property_and_the_page_are_the_same(monkeypatch):
    asked = []
    for kind in (ComputedStyle, AnonymousStyle):
        long_way = kind.__missing__
        monkeypatch.setattr(
            kind, "__missing__", lambda style, key, long_way=long_way: asked.append(key) or long_way(style, key)
        )
    plain, often = every_property(), len(asked)
    asked.clear()
    with styles.taken_from_the_parent():
        assert every_property() == plain
    assert len(asked) < often / 3


def test_weasyprint_is_itself_again_afterwards():
    before = ComputedStyle.__missing__, AnonymousStyle.__missing__
    with styles.taken_from_the_parent():
        assert ComputedStyle.__missing__ is not before[0]
    assert (ComputedStyle.__missing__, AnonymousStyle.__missing__) == before
