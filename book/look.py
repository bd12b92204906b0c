"""The look of the book as data: colours, type, sizes and spacing from one file, ``book/web/tokens.json``.

The site's CSS, the charts and the print CSS all read it here. A CSS custom property is named
``--<group>-<name>``, except colours of the page, which are plain (``--paper``, ``--ink``, ``--accent``):

    --paper --surface --ink --muted --accent --accent-strong --on-accent --claim --claim-surface
    --mark --rule --control --focus
    --series-1 ... --series-6        petrol, brick, ochre, violet, green, grey
    --font-text --font-interface --font-code
    --size-note --size-small ... --line-text ... --space-1 ... --measure-text --measure-figure --measure-target

`accent` (petrol) is for links and what can be operated, `claim` (brick) only for claims and warnings, `control`
for the borders of controls (3:1), `rule` for lines that carry no meaning.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

TOKENS = Path(__file__).parent / "web" / "tokens.json"
THEMES = ("light", "dark", "print")
SHARED_GROUPS = ("font", "size", "line", "space", "measure")


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens as they stand in ``tokens.json``."""
    return json.loads(TOKENS.read_text(encoding="utf-8"))


def colours(theme: str) -> dict[str, str]:
    """Return the page colours (name -> ``#rrggbb``) of `theme`: ``light``, ``dark`` or ``print``."""
    return tokens()["colour"][theme]


def series_colours(theme: str) -> list[str]:
    """Return the six series colours of `theme` in their fixed order: petrol, brick, ochre, violet, green, grey."""
    return tokens()["series"][theme]


def css_variables() -> str:
    """Return the custom properties as CSS: light by default, dark under ``data-theme``, its own set in print."""
    shared = {f"{group}-{name}": value for group in SHARED_GROUPS for name, value in tokens()[group].items()}
    return "\n".join(
        [
            _rule(":root", shared | _theme_variables("light") | {"color-scheme": "light"}),
            _rule('html[data-theme="dark"]', _theme_variables("dark") | {"color-scheme": "dark"}),
            "@media print {",
            _rule(':root, html[data-theme="dark"]', _theme_variables("print") | {"color-scheme": "light"}),
            "}",
            "",
        ]
    )


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio (1 to 21) between two colours written as ``#rrggbb``."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _theme_variables(theme: str) -> dict[str, str]:
    """Return the custom properties that differ a theme, without their leading dashes."""
    series = {f"series-{number}": value for number, value in enumerate(series_colours(theme), start=1)}
    return colours(theme) | series


def _rule(selector: str, properties: dict[str, str]) -> str:
    """Return one CSS rule; `color-scheme` is a property of its own, everything else a custom property."""
    lines = [f"  {name if name == 'color-scheme' else f'--{name}'}: {value};" for name, value in properties.items()]
    return "\n".join([f"{selector} {{", *lines, "}"])


def _luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of ``#rrggbb`` as WCAG 2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
