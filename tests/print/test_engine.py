"""The cures for WeasyPrint's repeated work: the same pages, each set as seldom as can be."""

import zlib

import pydyf
import pypdf
import pytest
import weasyprint
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import page as layout

from book.print import engine

SECTIONS = "".join(
    f'<section id="s{n}"><h1>Deel {n}</h1><a href="#s{max(n - 3, 1)}">Terug</a></section>' for n in range(1, 31)
)
PAGE = f"""<html lang="nl"><title>Proef</title><style>
  section {{ break-before: page; position: relative; }}
  .aside {{ position: absolute; right: 0; }}
  a::after {{ content: " (p. " target-counter(attr(href), page) ")"; }}
  @page {{ @bottom-right {{ content: counter(page); }} }}
</style><nav><a href="#s30">Naar achteren</a></nav>
<p class="aside"><a href="#s29">Ook daarheen</a></p>{SECTIONS}</html>"""


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """Set the page; return the text of each page of the PDF and how many times a page was set."""

    def write(late=None):
        made = []
        once = layout.remake_page
        monkeypatch.setattr(layout, "remake_page", lambda *given: made.append(given[0]) or once(*given))
        document = weasyprint.HTML(string=PAGE).render(pdf_variant="pdf/ua-1")
        if late is not None:
            engine.correct(document, late)
        document.write_pdf(tmp_path / "proef.pdf", pdf_variant="pdf/ua-1")
        monkeypatch.setattr(layout, "remake_page", once)
        return [page.extract_text() for page in pypdf.PdfReader(tmp_path / "proef.pdf").pages], len(made)

    return write


def test_links_tell_the_same_pages_and_only_a_wrong_number_of_digits_sets_a_page_twice(texts, monkeypatch):
    monkeypatch.setattr(engine, "CHARACTERS", 20)  # about what a section holds here
    plain, often = texts()
    with engine.swift() as late:
        swift, made = texts(late)
    assert swift == plain
    assert "(p. 31)" in swift[0] and "(p. 28)" in swift[30]
    assert late and made <= len(swift) + 3 < often


def test_a_guess_far_off_gives_the_same_pages(texts, monkeypatch):
    monkeypatch.setattr(engine, "CHARACTERS", 1)
    plain, _ = texts()
    with engine.swift() as late:
        assert texts(late)[0] == plain


def test_a_stream_is_packed_at_our_level(monkeypatch):
    levels, pack = [], zlib.compressobj
    monkeypatch.setattr(zlib, "compressobj", lambda level: levels.append(level) or pack(level=level))
    stream = pydyf.Stream([b"tekst"], compress=True)
    with engine.swift():
        assert stream.data
    assert stream.data and levels == [engine.COMPRESSION, 9]


def test_weasyprint_is_itself_again_afterwards():
    before = pydyf.PDF.page_references, vars(TargetCollector).copy(), pydyf.zlib
    with pytest.raises(ZeroDivisionError), engine.swift():
        assert pydyf.PDF.page_references is not before[0]
        1 / 0  # noqa: B018 - any error on the way
    assert (pydyf.PDF.page_references, vars(TargetCollector).copy(), pydyf.zlib) == before
