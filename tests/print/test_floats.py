"""Text goes before a chart that does not fit on the page, and no further than its section."""

import pytest

weasyprint = pytest.importorskip("weasyprint", exc_type=OSError)

from book.print import floats  # noqa: E402

STYLE = """<style>@page { size: 100mm 100mm; margin: 10mm } body, p, h2 { margin: 0; font: 10mm/10mm monospace }
figure, .simulation-pair { margin: 0; height: 50mm; break-inside: avoid } h2 { break-after: avoid }
td { height: 10mm; padding: 0 } table { border-collapse: collapse }</style>"""
CHART = '<div class="cell"><figure>F</figure></div>'


def pages(html):
    """The words of each page, in the order of reading."""
    with floats.text_before_charts():
        document = weasyprint.HTML(string=STYLE + html).render()
    return [" ".join(_words(page._page_box)) for page in document.pages]


def _words(box):
    if getattr(box, "text", ""):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _words(child)


def lines(first, last):
    return "".join(f"<p>{number}</p>" for number in range(first, last + 1))


def test_text_goes_before_a_chart_that_does_not_fit():
    assert pages(lines(1, 5) + CHART + lines(6, 9)) == ["1 2 3 4 5 6 7 8", "F 9"]


def test_a_chart_that_fits_stays_where_it_is():
    assert pages(lines(1, 2) + CHART + lines(3, 4)) == ["1 2 F 3", "4"]


def test_a_heading_takes_text_along_before_its_chart():
    assert pages(f"{lines(1, 4)}<section><h2>H</h2>{CHART}{lines(5, 8)}</section>") == ["1 2 3 4 H 5 6 7", "F 8"]


def test_a_chart_stays_in_its_section():
    assert pages(f"<section>{lines(1, 5)}{CHART}</section><section><h2>H</h2>{lines(6, 7)}</section>") == [
        "1 2 3 4 5",
        "F H 6 7",
    ]


def test_charts_keep_their_order():
    assert pages(lines(1, 5) + CHART + CHART.replace("F", "G") + lines(6, 7)) == ["1 2 3 4 5", "F 6 7", "G"]


def test_the_table_of_a_simulation_goes_before_its_last_pictures():
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(1, 5))
    pair = '<div class="simulation-pair">{}</div>'
    html = f"{lines(1, 2)}<figure style='height: auto; break-inside: auto'>{pair.format('A')}{pair.format('B')}"
    assert pages(f"{html}<table>{rows}</table></figure>") == ["1 2 A 1", "2 3 4 B"]


def test_weasyprint_is_left_as_it_was():
    from weasyprint.layout import block

    before = block._in_flow_layout, block.find_earlier_page_break
    pages(lines(1, 5) + CHART + lines(6, 9))
    assert (block._in_flow_layout, block.find_earlier_page_break) == before
