"""Files that only some pages need: the pages with a certain node."""

from collections.abc import Callable

from docutils import nodes

Wanted = type[nodes.Node] | Callable[[nodes.Node], bool]


def load(app, wanted: Wanted, css: str = "", js: tuple[str, ...] = ()) -> None:
    """Load `css` and `js` of the static folder on each page that holds a `wanted` node. Scripts are deferred."""

    def add(app, _pagename, _template, _context, doctree) -> None:
        if doctree is None or next(iter(doctree.findall(wanted)), None) is None:
            return
        if css:
            app.add_css_file(css)
        for name in js:
            app.add_js_file(name, loading_method="defer")

    app.connect("html-page-context", add)
