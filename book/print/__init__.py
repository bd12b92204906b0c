"""The book on paper: one page of HTML from the same doctrees as the site, set by WeasyPrint."""

from sphinx.application import Sphinx

from book.print.onepage import OnePageBuilder


def setup(app: Sphinx) -> dict:
    """Register the single-page builder in the place of Sphinx's own."""
    app.add_builder(OnePageBuilder, override=True)
    app.connect("builder-inited", _fall_back_on_html_visitors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _fall_back_on_html_visitors(app: Sphinx) -> None:
    # sphinx-exercise registers visitors for `singlehtml`; from then on Sphinx no longer falls back on those for
    # `html`, and every node of another extension is unknown.
    handlers = app.registry.translation_handlers
    handlers["singlehtml"] = {**handlers.get("html", {}), **handlers.get("singlehtml", {})}
