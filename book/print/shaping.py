"""What WeasyPrint tells Pango anew of each piece of text, told once.

A layout of Pango begins with a context, a font, a language and features: the same for thousands of texts. The first
of a kind stays as a model; the others are copies of it. And a line that is set keeps its layout until it is drawn,
where WeasyPrint would have it shaped a second time. This leans on names inside the pinned WeasyPrint; a test sets a
page with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TYPE = (
    "direction",
    "lang",
    "line_height",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
    "font_variation_settings",
    "font_language_override",
)
"""The properties of a style that say in which type Pango sets, beside the names of the fonts."""


@contextmanager
def told_once() -> Iterator[None]:
    """Let WeasyPrint begin each text as a copy of the first in its type, and keep it until it is drawn."""
    from weasyprint.text import ffi, line_break

    before = {name: getattr(line_break.Layout, name) for name in ("setup", "deactivate", "reactivate")}
    set_up, name_type = before["setup"], line_break._font_style_cache_key
    if not hasattr(ffi.pango, "pango_layout_copy"):
        ffi.ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")

    def set_up_alike(layout: Any, style: Any) -> None:
        models = vars(style.font_config).setdefault("models", {})
        kind = _type(style)
        if kind not in models:
            models[kind] = line_break.Layout.__new__(line_break.Layout)
            set_up(models[kind], style)
        vars(layout).update(vars(models[kind]), style=style)
        layout.layout = ffi.ffi.gc(ffi.pango.pango_layout_copy(layout.layout), ffi.gobject.g_object_unref)

    def keep(layout: Any) -> None:
        layout.told = layout.text

    def take_up(layout: Any, _style: Any) -> None:
        if layout.justification_spacing or layout.told != layout.text:
            layout.set_text(layout.text, justify=True)

    line_break.Layout.setup, line_break.Layout.deactivate, line_break.Layout.reactivate = set_up_alike, keep, take_up
    line_break._font_style_cache_key = lambda style, include_size=False: _type(style)
    try:
        yield
    finally:
        for name, method in before.items():
            setattr(line_break.Layout, name, method)
        line_break._font_style_cache_key = name_type


def _type(style: Any) -> tuple:
    is_bare = style["text_decoration_line"] == "none"  # only then Pango is not asked where a line would come
    return is_bare, *style["font_family"], *[style[name] for name in TYPE]
