"""The tokens keep the contrast that the design promises, in every theme."""

import pytest

from book.look import THEMES, colours, contrast, css_variables, series_colours, tokens

GROUNDS = ("paper", "surface", "claim-surface", "mark")


@pytest.mark.parametrize(("theme", "ground"), [(t, g) for t in THEMES for g in GROUNDS])
def test_running_text_reaches_seven_to_one(theme: str, ground: str) -> None:
    assert contrast(colours(theme)["ink"], colours(theme)[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["muted", "accent", "accent-strong", "claim"])
@pytest.mark.parametrize("ground", ["paper", "surface", "claim-surface"])
def test_coloured_text_reaches_four_and_a_half_to_one(theme: str, name: str, ground: str) -> None:
    assert contrast(colours(theme)[name], colours(theme)[ground]) >= 4.5


@pytest.mark.parametrize(("theme", "least"), [("light", 4.5), ("print", 4.5), ("dark", 7.0)])
@pytest.mark.parametrize("number", range(6))
def test_each_series_colour_can_be_read_on_paper(theme: str, least: float, number: int) -> None:
    assert contrast(series_colours(theme)[number], colours(theme)["paper"]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["control", "focus"])
def test_borders_of_controls_and_focus_reach_three_to_one(theme: str, name: str) -> None:
    assert min(contrast(colours(theme)[name], colours(theme)[g]) for g in ("paper", "surface")) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_the_accent_reaches_four_and_a_half_to_one(theme: str) -> None:
    assert contrast(colours(theme)["on-accent"], colours(theme)["accent"]) >= 4.5


def test_every_theme_has_the_same_names() -> None:
    assert set(colours("light")) == set(colours("dark")) == set(colours("print"))


def test_the_series_keep_the_colours_of_the_design() -> None:
    assert dict(zip(tokens()["series"]["names"], series_colours("light"), strict=True)) == {
        "petrol": "#0b5563",
        "brick": "#b4442d",
        "ochre": "#8a6400",
        "violet": "#6b4c9a",
        "green": "#2e7d4f",
        "grey": "#5f6b73",
    }


def test_the_css_has_a_block_for_light_dark_and_print() -> None:
    css = css_variables()
    light, rest = css.split('html[data-theme="dark"] {', 1)
    dark, printed = rest.split("@media print {", 1)
    for theme, block in zip(THEMES, (light, dark, printed), strict=True):
        assert f"--paper: {colours(theme)['paper']};" in block


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
