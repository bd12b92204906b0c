"""The book on paper: one page of HTML from the same doctrees as the site, set by WeasyPrint."""

from sphinx.application import Sphinx

from book.print.onepage import OnePageBuilder


def setup(app: Sphinx) -> dict:
    """Register the single-page builder in the place of Sphinx's own."""
    app.add_builder(OnePageBuilder, override=True)
    app.add_config_value("book_handout", "", "", str)  # the number of a chapter: only that one, as a hand-out
    app.add_config_value("book_paper", "a4", "", str)  # a4 or a5
    app.add_config_value("book_address", "", "", str)  # where the site stands: the QR codes lead there
    app.connect("builder-inited", _fall_back_on_html_visitors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _fall_back_on_html_visitors(app: Sphinx) -> None:
    # sphinx-exercise registers visitors for `singlehtml`; from then on Sphinx no longer falls back on those for
    # `html`, and every node of another extension is unknown.
    handlers = app.registry.translation_handlers
    handlers["singlehtml"] = {**handlers.get("html", {}), **handlers.get("singlehtml", {})}
