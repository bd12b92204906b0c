"""The mosaic draws every code once, and its still picture weighs little."""

import base64
import io
import re

import pytest
from PIL import Image

from book import charts
from book.charts.mosaic import rough
from book.charts.mosaic_picture import PIXELS, picture, split


@pytest.fixture(scope="module", params=[False, True], ids=["wide", "narrow"])
def svg(request) -> str:
    return picture("print", request.param)


def rasters(svg: str) -> list[Image.Image]:
    return [Image.open(io.BytesIO(base64.b64decode(data))) for data in re.findall(r"image/png;base64,([^\"]+)", svg)]


def test_codes_are_divided_without_loss():
    sizes = split(145000, 393)
    assert (sum(sizes), len(sizes), max(sizes) - min(sizes)) == (145000, 393, 1)


def test_every_code_has_one_cell(svg):
    image = rasters(svg)[0]
    ground = image.histogram()[0]
    assert (image.width * image.height - ground) / PIXELS**2 == charts.get("mozaiek-productcodes").settings["codes"]


def test_the_other_lists_are_drawn_to_the_same_scale(svg):
    local, regional = (image.width for image in rasters(svg))
    drawn = [float(width) for width in re.findall(r'<image [^>]*?width="([\d.]+)"', svg)]
    assert drawn[0] / local == pytest.approx(drawn[1] / regional, rel=1e-3)


def test_the_picture_weighs_less_than_a_megabyte(svg):
    assert len(svg.encode()) < 1_000_000


def test_the_journal_count_is_marked_inside(svg):
    assert "stroke-dasharray" in svg and "113.000 codes (vakblad, alleen jeugd)" in svg


def test_what_nobody_knows_is_said():
    note = charts.get("mozaiek-productcodes").note
    assert "weten we niet" in note and "andere telling" in note


@pytest.mark.parametrize(("value", "text"), [(15498, "15.500"), (36, "36"), (145000, "145.000")])
def test_rough_numbers_have_three_digits(value, text):
    assert rough(value) == text
