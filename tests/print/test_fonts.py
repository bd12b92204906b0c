"""A PDF in other fonts than those of the book is never made."""

import shutil
from pathlib import Path

import pytest
import weasyprint

from book.cli.environment import ROOT
from book.cli.errors import UserError
from book.print.fonts import Fonts

NAME = "source-sans-3-latin-400-normal.woff2"
PAGE = """<style>@font-face {{ font-family: "Source Sans 3"; src: url("{}") }}
p {{ font-family: "Source Sans 3" }}</style><p>Tekst</p>"""


@pytest.fixture
def font(tmp_path):
    source = ROOT / "node_modules/@fontsource/source-sans-3/files" / NAME
    if not source.exists():
        pytest.skip("de letters staan er niet: draai `npm ci`")
    return Path(shutil.copy(source, tmp_path))


def render(font):
    return weasyprint.HTML(string=PAGE.format(font.as_uri())).render(Fonts())


def test_a_page_is_set_in_the_fonts_it_names(font):
    assert len(render(font).pages) == 1


@pytest.mark.parametrize("harm", [lambda font: font.unlink(), lambda font: font.write_bytes(b"wOF2 half")])
def test_a_font_that_is_missing_or_half_there_stops_the_setting_with_its_remedy(font, harm):
    harm(font)
    with pytest.raises(UserError, match=f"De letter Source Sans 3 ontbreekt.*{NAME}.*npm ci"):
        render(font)
