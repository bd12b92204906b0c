"""The fonts are files of our own, with every letter Dutch needs."""

import re
from pathlib import Path

import pytest

from book.web import fonts

NODE_MODULES = Path(__file__).parents[2] / "node_modules"


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    fonts.write(NODE_MODULES, folder)
    return folder


def test_every_address_in_the_css_is_a_file_beside_it(static: Path) -> None:
    addresses = re.findall(r'url\("([^"]+)"\)', (static / "fonts.css").read_text(encoding="utf-8"))
    assert addresses and all((static / address).is_file() for address in addresses)


def test_text_shows_before_its_font_arrives(static: Path) -> None:
    css = (static / "fonts.css").read_text(encoding="utf-8")
    assert css.count("@font-face") == css.count("font-display:swap")


def test_what_a_page_preloads_is_written(static: Path) -> None:
    assert all((static / "fonts" / name).is_file() for name in fonts.FIRST_VIEW)


def test_the_first_view_needs_less_than_one_hundred_kilobytes_of_fonts(static: Path) -> None:
    names = [*fonts.FIRST_VIEW, "source-serif-4-latin-400-italic.woff2", "source-sans-3-latin-400-normal.woff2",
             "source-sans-3-latin-600-normal.woff2"]  # fmt: skip
    assert sum((static / "fonts" / name).stat().st_size for name in names) < 100_000


@pytest.mark.parametrize("letter", "éëïöüàçÉ€–—‘’“”…·×−")
def test_the_latin_subset_covers(letter: str) -> None:
    latin = next(face for face in fonts.faces(NODE_MODULES) if face.family == "Source Serif 4")
    spans = [span.removeprefix("U+").split("-") for span in latin.unicode_range.split(",")]
    assert any(int(span[0], 16) <= ord(letter) <= int(span[-1], 16) for span in spans)


def test_a_missing_package_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="npm ci"):
        fonts.write(tmp_path, tmp_path / "static")
