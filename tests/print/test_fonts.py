"""A PDF in other fonts than those of the book is never made."""

import shutil
from pathlib import Path

import pytest
import weasyprint

from book.cli.environment import ROOT
from book.cli.errors import UserError
from book.print.fonts import Fonts, unpacked

FONTS = ROOT / "node_modules/@fontsource/source-sans-3/files"
NAME = "source-sans-3-latin-400-normal.woff2"
PAGE = """<style>@font-face {{ font-family: "Source Sans 3"; src: url("{}") }}
p {{ font-family: "Source Sans 3" }}</style><p>Tekst</p>"""


@pytest.fixture
def font(tmp_path):
    source = FONTS / NAME
    if not source.exists():
        pytest.skip("de letters staan er niet: draai `npm ci`")
    return Path(shutil.copy(source, tmp_path))


def render(font):
    return weasyprint.HTML(string=PAGE.format(font.as_uri())).render(Fonts())


def test_a_page_is_set_in_the_fonts_it_names(font):
    assert len(render(font).pages) == 1


def test_an_unpacked_font_sets_the_same_page_and_is_unpacked_once(font, tmp_path):
    loose = unpacked(font, tmp_path / "fonts")
    assert loose.suffix == ".ttf"
    assert render(loose).write_pdf() == render(font).write_pdf()
    made = loose.stat().st_mtime_ns
    assert unpacked(font, tmp_path / "fonts").stat().st_mtime_ns == made
    font.write_bytes((FONTS / NAME.replace("400", "600")).read_bytes())
    assert unpacked(font, tmp_path / "fonts") != loose


HARM = (
    lambda font: font.unlink(),
    lambda font: font.write_bytes(b"wOF2 half"),
    lambda font: font.write_bytes(font.read_bytes()[:9000]),
)


@pytest.mark.parametrize("harm", HARM)
def test_a_font_that_cannot_be_unpacked_is_left_to_the_setting(font, tmp_path, harm):
    harm(font)
    assert unpacked(font, tmp_path / "fonts") == font
    assert not list((tmp_path / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("harm", HARM)
def test_a_font_that_is_missing_or_half_there_stops_the_setting_with_its_remedy(font, harm):
    harm(font)
    with pytest.raises(UserError, match=f"De letter Source Sans 3 ontbreekt.*{NAME}.*npm ci"):
        render(font)
