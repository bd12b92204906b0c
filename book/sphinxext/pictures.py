"""Static pictures during a build: asked for while a page is read, drawn once all pages are read, copied to the site.

    key = ask(env, figure, 680, 300)          # in nodes_for
    address = publish(builder, key, "name")   # in a visitor: "_static/pictures/name.svg", None without a picture
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from book import pictures
from book.pictures.svg import with_fonts
from book.sphinxext import assets
from book.sphinxext.noted import Noted

_keys: Noted[set[str]] = Noted("pictures")
"""Per page: the keys of the pictures that it asked for."""
logger = logging.getLogger(__name__)


def ask(env: BuildEnvironment, figure: dict[str, Any], width: int, height: int, theme: str = "print") -> str:
    """Ask for the picture of a figure on the page that is being read; return its key."""
    key = pictures.request(figure, width, height, theme)
    _keys.of(env).setdefault(env.docname, set()).add(key)
    return key


def publish(builder: Any, key: str, name: str) -> str | None:
    """Put the picture `key` into the site as `name`.svg; None when there is none."""
    svg = pictures.read(key)
    return None if svg is None else publish_svg(builder, svg, name)


def publish_svg(builder: Any, svg: str, name: str) -> str:
    """Put an SVG into the site as `name`.svg, its letters inside; return its address from the root of the site."""
    address = f"_static/pictures/{name}.svg"
    assets.write(Path(builder.outdir) / address, with_fonts(svg))
    return address


def _incomplete(_app: Sphinx, env: BuildEnvironment, *_changes: Any) -> list[str]:
    """Pages that lack a picture which this machine can draw, for instance after the browser was installed."""
    lacking = pictures.missing(set().union(*_keys.of(env).values()))
    return [docname for docname, keys in _keys.of(env).items() if keys & lacking]


def _draw(_app: Sphinx, _env: BuildEnvironment) -> None:
    for fault in pictures.render_pending():
        if fault == pictures.MISSING:
            logger.info(fault)
        else:
            logger.warning(fault, type="book", subtype="picture")


def setup(app: Sphinx) -> None:
    """Draw between reading and writing."""
    _keys.follow(app)
    app.connect("env-get-outdated", _incomplete)
    app.connect("env-updated", _draw)
