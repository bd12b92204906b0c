"""Lines end as late as they can, also where other type follows a text."""

import weasyprint

from book.print import lines

TEXT = "Je zit op de redactie van een krant die heeft geschreven:"


def first_lines() -> set[str]:
    """The first lines of a paragraph at widths around that of its text, half a pixel apart."""
    blocks = "".join(
        f'<p style="width: {width / 2}px">{TEXT} <em>In 2015 kwam er niets bij.</em></p>' for width in range(640, 860)
    )
    page = "<style>@page { size: 600px 20000px } p { font-size: 14px }</style>"
    document = weasyprint.HTML(string=page + blocks).render()
    boxes = document.pages[0]._page_box.descendants()
    starts = [box.children[0] for box in boxes if box.element_tag == "p" and type(box).__name__ == "BlockBox"]
    return {"".join(text.text for text in line.descendants() if hasattr(text, "text")) for line in starts}


def test_weasyprint_by_itself_ends_a_line_after_its_first_word():
    """When this fails, WeasyPrint was mended: `book/print/lines.py` may go."""
    assert "Je" in {line.strip() for line in first_lines()}


def test_no_line_ends_after_its_first_word():
    with lines.measured_without_their_space():
        assert all(len(line) > 0.7 * len(TEXT) for line in first_lines())
