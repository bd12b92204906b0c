"""What a box says of its style, looked up sooner where no rule of the style sheet speaks of it.

Of the hundreds of properties of a box, nearly all come from its parent or are what they are at the start. WeasyPrint
goes the same long way for each of them: through logical names, variables, calculations. This leans on names inside
the pinned WeasyPrint; a test compares every property of a page with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ENTANGLED = {"float", "display", "position", "page"}
"""Properties that WeasyPrint settles together, or by those above the parent."""
PROPAGATED = "text_decoration_"
"""The beginning of those that are neither inherited nor initial, but added up."""


@contextmanager
def taken_from_the_parent() -> Iterator[None]:
    """Let a property that no rule sets take its inherited or initial value at once."""
    from weasyprint import css

    plain = _plain(css)
    computed, anonymous = css.ComputedStyle.__missing__, css.AnonymousStyle.__missing__

    def look_up(style: Any, key: str) -> Any:
        """Return the value of a property, and keep it, in the style of an element."""
        rules, parent = style.cascaded, style.parent_style
        if key in rules or key not in plain or parent is None or not plain[key].isdisjoint(rules):
            return computed(style, key)
        value = style[key] = parent[key] if key in css.INHERITED else css.INITIAL_VALUES[key]
        return value

    def look_up_anonymous(style: Any, key: str) -> Any:
        """Return the value of a property, and keep it, in the style of a box without an element."""
        if key not in plain:
            return anonymous(style, key)
        value = style[key] = style.parent_style[key] if key in css.INHERITED else css.INITIAL_VALUES[key]
        return value

    css.ComputedStyle.__missing__, css.AnonymousStyle.__missing__ = look_up, look_up_anonymous
    try:
        yield
    finally:
        css.ComputedStyle.__missing__, css.AnonymousStyle.__missing__ = computed, anonymous


def _plain(css: Any) -> dict[str, frozenset[str]]:
    """Return the properties that need no computing, each with the logical names that also set it."""
    return {
        key: frozenset(
            css.PHYSICAL_FUNCTIONS[key](block="ttb", inline=inline)
            for inline in ("ltr", "rtl")
            if key in css.PHYSICAL_FUNCTIONS
        )
        for key in css.INITIAL_VALUES
        if key not in ENTANGLED
        and not key.startswith(PROPAGATED)
        and (key in css.INHERITED or key not in css.INITIAL_NOT_COMPUTED)
    }
