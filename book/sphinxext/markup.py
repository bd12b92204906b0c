"""HTML elements as docutils nodes, so that roles and links inside them are resolved as everywhere else.

`element("label", "A ", *inline, for_="x", data_letter="A")` is a `<label for="x" data-letter="A">`. With
`on="screen"` or `on="paper"` an element exists in the site or in the print builder only; `paper_tag` gives it
another tag on paper.
"""

from html import escape

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

PAPER = "singlehtml"
VOID = {"input", "br"}


class html_element(nodes.General, nodes.TextElement):
    """An HTML element with docutils nodes inside; a TextElement, because a link may stand in nothing else."""


def element(tag: str, *children: nodes.Node | str, on: str = "", paper_tag: str = "", **attributes) -> html_element:
    """Return an element; `class_="x"`, `aria_label="x"`, `hidden=True` become attributes, None is left out."""
    written = {
        name.rstrip("_").replace("_", "-"): value
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    node = html_element(tag=tag, paper_tag=paper_tag or tag, on=on, attributes=written)
    node += [nodes.Text(child) if isinstance(child, str) else child for child in children]
    return node


def on_paper(builder) -> bool:
    """Tell whether `builder` makes the page for paper."""
    return builder.name == PAPER


class ChooseMedium(SphinxPostTransform):
    """Removes what belongs to the other medium; before the search index is fed."""

    default_priority = 2

    def run(self, **_kwargs) -> None:
        """Keep elements for paper only in the print builder, those for the screen only elsewhere."""
        other = "screen" if on_paper(self.app.builder) else "paper"
        for node in list(self.document.findall(html_element)):
            if node["on"] == other and node.parent is not None:
                node.parent.remove(node)


def _tag(self, node: html_element) -> str:
    return node["paper_tag"] if on_paper(self.builder) else node["tag"]


def _visit(self, node: html_element) -> None:
    tag = _tag(self, node)
    written = "".join(
        f' {name}="{"" if value is True else escape(str(value))}"'
        for name, value in node["attributes"].items()
        if name != "href" or tag == "a"  # a link that is another element on paper leads nowhere
    )
    self.body.append(f"<{tag}{written}>")


def _depart(self, node: html_element) -> None:
    if _tag(self, node) not in VOID:
        self.body.append(f"</{_tag(self, node)}>")


def pass_through(self, node: nodes.Node) -> None:
    """Visit a node that leaves no trace of its own: only what is inside it is written."""


def setup(app) -> None:
    """Register the node and the choice of medium."""
    through = (pass_through, pass_through)
    app.add_node(html_element, html=(_visit, _depart), singlehtml=(_visit, _depart), text=through, latex=through)
    app.add_post_transform(ChooseMedium)
