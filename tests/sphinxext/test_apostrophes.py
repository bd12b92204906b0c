"""Apostrophes as Dutch sets them."""

from minibook import build

from book.sphinxext.apostrophes import curled

PAGE = "# Wat er 's avonds gebeurt\n\nHij zei: 'Kom 's morgens, of zeg 't maar.' Code: `'s`. Zo'n risico's.\n"


def test_the_mark_before_s_and_t_is_an_apostrophe_and_no_opening_quote():
    page = build({"index.md": PAGE}).html("index").replace("\N{NO-BREAK SPACE}", " ")
    assert "Wat er ’s avonds gebeurt" in page
    assert "‘Kom ’s morgens, of zeg ’t maar.’" in page
    assert "Zo’n risico’s" in page


def test_text_outside_pages_gets_the_same_marks():
    assert curled("risico's van 's avonds") == "risico’s van ’s avonds"
