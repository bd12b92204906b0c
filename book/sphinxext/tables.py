"""Tables, links and folded parts for the pages that the register fills."""

from collections.abc import Iterable, Sequence

from docutils import nodes

Cell = str | nodes.Node | Sequence[nodes.Node]


class Folded(nodes.General, nodes.Element):
    """A part that a reader unfolds (`summary` = its line); on paper it stands open."""


def table(headers: Sequence[str], rows: Iterable[nodes.row], widths: Sequence[int], name: str) -> nodes.table:
    """Return a table with a class `name`; `widths` are the shares of the columns."""
    group = nodes.tgroup(cols=len(headers))
    group += [nodes.colspec(colwidth=width) for width in widths]
    head = nodes.row()
    head += [nodes.entry("", nodes.paragraph("", title)) for title in headers]
    group += [nodes.thead("", head), nodes.tbody("", *rows)]
    return nodes.table("", group, classes=[name])


def row(cells: Sequence[Cell], identifier: str = "") -> nodes.row:
    """Return a row; a cell is text, a node or several nodes that each stand on a line of their own."""
    line = nodes.row(ids=[identifier] if identifier else [])
    for cell in cells:
        parts = [cell] if isinstance(cell, str | nodes.Node) else cell
        entry = nodes.entry()
        for part in parts:
            inline = nodes.Text(part) if isinstance(part, str) else part
            entry += nodes.paragraph("", "", inline) if isinstance(inline, nodes.Inline | nodes.Text) else inline
        line += entry
    return line


def full_row(text: str, columns: int, name: str) -> nodes.row:
    """Return a row of one cell over all columns."""
    return nodes.row("", nodes.entry("", nodes.paragraph("", text), morecols=columns - 1, classes=[name]))


def section(title: str, identifier: str) -> nodes.section:
    """Return a section with a title."""
    return nodes.section("", nodes.title(title, title), ids=[identifier])


def _visit(self, node: Folded) -> None:
    paper = self.builder.name == "singlehtml"
    identifier, *others = node["ids"] or [""]
    self.body += [f'<span id="{name}"></span>' for name in others]  # before it: a closed part hides its own
    tag, head = ("div", "p") if paper else ("details", "summary")
    self.body.append(f'<{tag} class="{" ".join(node["classes"])}" id="{identifier}">')
    self.body.append(f'<{head} class="gevouwen-titel">{self.encode(node["summary"])}</{head}>\n')


def _depart(self, node: Folded) -> None:
    self.body.append("</div>\n" if self.builder.name == "singlehtml" else "</details>\n")


FOLDED = (_visit, _depart)
