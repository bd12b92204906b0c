"""How a page of the site is dressed: our own template on the theme's engine, few assets, Dutch throughout.

Of sphinx-book-theme the pages use the machinery, not the looks: its stylesheet, Bootstrap and Font Awesome weigh
630 kB gzipped on every page. `book/web/templates/` holds the page, `book.css` how it looks, `book.js` the little
it does.
"""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from book import look
from book.sphinxext import assets, cite, contents
from book.web import art, fonts

WEB = Path(look.__file__).parent / "web"
UNUSED_ASSETS = re.compile(
    r"thebe|togglebutton|toggleHint|toggleOpenOnPrint|copybutton|clipboard|design-tabs|sphinx-design|mystnb\.|basic\.css"
    r"|sphinx-book-theme|pydata-sphinx-theme|bootstrap|fontawesome|theme\.css|search_as_you_type|pagename ="
)
"""Scripts and styles of extensions and of the theme that no page of this book needs."""
UNUSED_FILES = ("scripts", "styles", "locales", "images", "vendor", "sbt-webpack-macros.html", "webpack-macros.html")
DESCRIPTION_LENGTH = 155


class CoverDirective(SphinxDirective):
    """`omslag`: the cover picture, in the page itself so that it follows light and dark."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the picture; its argument is the text alternative."""
        fill = {name: f"var(--{name})" for name in ("accent", "muted", "rule", "claim")}
        picture = art.cover(fill, html.escape(self.arguments[0], quote=True))
        return [nodes.raw("", f'<div class="omslag">{picture}</div>', format="html")]


def _dress(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template what it shows, and drop what it does not need."""
    if app.builder.name != "html":
        return
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context[kind] if not _unused(asset, str(context.get("body", "")))]
    book = contents.parts(app.env)
    part, page, chapter = contents.find(book, pagename)
    context.update(
        book_contents=book,
        book_part=part,
        book_page=page,
        book_root_title=app.env.titles[app.config.root_doc].astext(),
        book_chapter=chapter,
        book_kind=contents.kind(pagename, app.config.root_doc) if doctree is not None else "tool",
        book_sections=_sections(app, pagename),
        book_description=_description(doctree),
        book_version=cite.citation_file()["version"],
        book_preload=[f"_static/fonts/{name}" for name in fonts.FIRST_VIEW],
    )


def _unused(asset: Any, body: str) -> bool:
    """Tell whether a script or style sheet (a name, or Sphinx's object with attributes) serves no page here."""
    told = f"{getattr(asset, 'filename', None) or asset} {getattr(asset, 'attributes', {}).get('body', '')}"
    if "pygments" in told:
        return 'class="highlight' not in body
    return bool(UNUSED_ASSETS.search(told))


def _sections(app: Sphinx, pagename: str) -> list[tuple[str, str]]:
    """Return the anchors and titles of the second-level headings of a page."""
    toc = app.env.tocs.get(pagename)
    if toc is None:
        return []
    top = next(iter(toc.findall(nodes.list_item)), None)
    below = next((child for child in top.children if isinstance(child, nodes.bullet_list)), []) if top else []
    references = (next(iter(item.findall(nodes.reference)), None) for item in below)
    return [(ref["anchorname"], ref.astext()) for ref in references if ref is not None and ref.get("anchorname")]


def _description(doctree: nodes.document | None) -> str:
    """Return the first paragraph as one line for search engines, cut at a word."""
    if doctree is None:
        return ""
    texts = (
        " ".join(p.astext().split()) for p in doctree.findall(nodes.paragraph) if isinstance(p.parent, nodes.section)
    )
    text = next(filter(None, texts), "")
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _configure(app: Sphinx, config: Any) -> None:
    config.templates_path = [*config.templates_path, str(WEB / "templates")]
    config.html_favicon = None
    config.html_use_index = False
    config.html_permalinks_icon = "#"


@assets.writer
def _write_look(static: Path) -> None:
    fonts.write(assets.WEB.parents[1] / "node_modules", static)
    assets.write(static / "tokens.css", look.css_variables())
    art.write(static)


def _prune(app: Sphinx, exception: Exception | None) -> None:
    """Take the theme's files that no page loads out of the site: 4 MB less on a USB stick."""
    if exception is not None or app.builder.name != "html":
        return
    for name in UNUSED_FILES:
        path = Path(app.outdir) / "_static" / name
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def setup(app: Sphinx) -> None:
    """Register the page, its assets and the directive `omslag`."""
    app.add_directive("omslag", CoverDirective)
    app.connect("config-inited", _configure)
    app.connect("html-page-context", _dress, priority=900)
    app.connect("build-finished", _prune, priority=400)
    for name in ("tokens.css", "fonts.css", "book.css"):
        app.add_css_file(name, priority=100)
    app.add_js_file("book.js", loading_method="defer")
