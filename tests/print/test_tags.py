"""The tags of a PDF after `book.print.tags` mended them."""

import pypdf
import pytest
import weasyprint

from book.print import tags

PAGE = """<html lang="nl"><head><title>Proef</title><style>
@page { @top-left { content: "Lopende kop" } @bottom-left { content: counter(page) } }
.box { display: inline-block; width: 3mm; height: 3mm }
</style></head><body>
<p>Zie <a href="#z"><span>hoofdstuk</span> <em>drie</em></a> <span class="box"></span></p>
<table><thead><tr><th>k</th><th>l</th></tr></thead><tbody><tr><th scope="row">a</th><td></td></tr></tbody></table>
<section><h2>Hoofdstuk 3<a class="headerlink">#</a></h2><p><span id="z">slot</span></p></section></body></html>"""


@pytest.fixture(scope="module")
def mended(tmp_path_factory) -> pypdf.PdfReader:
    path = tmp_path_factory.mktemp("tags") / "proef.pdf"
    weasyprint.HTML(string=PAGE).write_pdf(str(path), finisher=tags.mend, pdf_variant="pdf/ua-1")
    return pypdf.PdfReader(path)


def elements(element) -> list:
    """The element with all that stands below it."""
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    kids = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    below = [found for kid in kids if isinstance(kid, dict) and "/S" in kid for found in elements(kid)]
    return [element, *below]


@pytest.fixture(scope="module")
def tree(mended) -> list:
    return elements(mended.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object())


def test_a_link_has_one_annotation_and_a_link_element_owns_it(mended, tree):
    annotations = [reference.get_object() for reference in mended.pages[0]["/Annots"]]
    owners = [
        element["/S"]
        for element in tree
        for kid in element.get("/K", [])
        if getattr(kid.get_object(), "get", lambda _: None)("/Type") == "/OBJR"
    ]
    assert len(annotations) == 1 and owners == ["/Link"]


def test_a_link_tells_the_title_of_its_target(mended):
    assert [reference.get_object()["/Contents"] for reference in mended.pages[0]["/Annots"]] == ["Hoofdstuk 3"]


def test_every_text_outside_the_margins_and_none_inside_them_is_told(mended):
    stream = mended.pages[0].get_contents().get_data().decode("latin-1")
    told = mended.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    assert stream.count("/Artifact\n<</Type /Pagination>>") == 2
    assert stream.count("/MCID") == len([one for one in told if not isinstance(one, pypdf.generic.NullObject)])


def test_a_head_of_a_table_says_what_it_heads(tree):
    heads = [element["/A"]["/Scope"] for element in tree if element["/S"] == "/TH"]
    assert heads == ["/Column", "/Column", "/Row"]


def test_nothing_empty_is_told_but_a_cell(tree):
    assert {element["/S"] for element in tree if not element.get("/K")} <= {"/TD"}
