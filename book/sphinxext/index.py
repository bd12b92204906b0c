"""The index: terms of the glossary and names, with the first place of each chapter that uses them.

The names stand in `back/namen.csv`: how the index lists a name, and the forms it has in the text. The directive
`register` prints the list: on the site with links to chapters, on paper with page numbers.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from book.sphinxext.charts import chart_figure
from book.sphinxext.editions import for_trainers
from book.sphinxext.markup import element, html_element, on_paper
from book.sphinxext.noted import Noted
from book.sphinxext.numbers import chapter_number
from book.sphinxext.simulations import simulation_figure

NAMES = "back/namen.csv"
COLUMNS = 3
FIGURES = (chart_figure, simulation_figure)
mentions: Noted[list[tuple[str, bool, str]]] = Noted("mentions")
"""Per chapter (entry, whether it is a term, anchor)."""
PLAIN = (nodes.paragraph, nodes.emphasis, nodes.strong)
"""Where a name counts as a mention: running text, not headings, links or code."""


class IndexDirective(SphinxDirective):
    """`register`: the index, filled when every chapter is read."""

    def run(self) -> list[nodes.Node]:
        """Leave a place."""
        self.env.note_dependency(str(Path(self.env.srcdir, NAMES)))
        return [IndexNode()]


class IndexNode(nodes.General, nodes.Element):
    """Where the index stands."""


@cache
def _names(path: Path, _changed: float) -> tuple[dict[str, str], re.Pattern]:
    """Return the entry of each form, and the pattern that finds the forms."""
    with path.open(encoding="utf-8", newline="") as file:
        found = {form: row["name"] for row in csv.DictReader(file) for form in row["forms"].split(";")}
    words = "|".join(re.escape(form) for form in sorted(found, key=len, reverse=True))
    return found, re.compile(rf"(?<![\w-])(?:{words})(?![\w])")


def _collect(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.docname
    if not docname.startswith("chapters/"):
        return
    found: dict[tuple[str, bool], str] = {}
    for node in list(doctree.findall(addnodes.pending_xref)):
        if node.get("reftype") == "term" and not for_trainers(node):
            entry = (node["reftarget"], True)
            if entry not in found:
                found[entry] = anchor = f"register-{len(found) + 1}"
                place = nodes.inline("", "", ids=[anchor])
                node.replace_self(place)
                place += node
    path = Path(app.srcdir, NAMES)
    if path.exists():
        app.env.note_dependency(str(path))
        _collect_names(doctree, found, *_names(path, path.stat().st_mtime))
    mentions.of(app.env)[docname] = [(entry, is_term, anchor) for (entry, is_term), anchor in found.items()]


def _collect_names(doctree: nodes.document, found: dict, names: dict[str, str], pattern: re.Pattern) -> None:
    """Give the first mention of each name an anchor."""
    for text in list(doctree.findall(nodes.Text)):
        if not isinstance(text.parent, PLAIN) or for_trainers(text) or _in_figure(text):
            continue
        parts, at, words = [], 0, str(text)
        for match in pattern.finditer(words):
            entry = (names[match[0]], False)
            if entry not in found:
                found[entry] = anchor = f"register-{len(found) + 1}"
                parts += [nodes.Text(words[at : match.start()]), nodes.inline("", match[0], ids=[anchor])]
                at = match.end()
        if parts:
            parent = text.parent
            place = next(number for number, child in enumerate(parent.children) if child is text)
            parent[place : place + 1] = [*parts, nodes.Text(words[at:])]


def _in_figure(node: nodes.Node) -> bool:
    """Tell whether a node belongs to a chart or simulation, which writes its words in its own way."""
    while node is not None and not isinstance(node, FIGURES):
        node = node.parent
    return node is not None


def _outdated(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the index again when a chapter has other mentions."""
    return [name for name in env.found_docs if name == "back/register"] if mentions.changed(env) else []


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(IndexNode)):
        place.replace_self(_index(app, docname))


def _index(app: Sphinx, docname: str) -> html_element:
    entries: dict[tuple[str, bool], list[tuple[int, str, str]]] = {}
    for chapter, found in mentions.of(app.env).items():
        if chapter in app.env.found_docs:
            for entry, is_term, anchor in found:
                entries.setdefault((entry, is_term), []).append((chapter_number(chapter), chapter, anchor))
    _join_namesakes(entries)
    letters: dict[str, list[html_element]] = {}
    for (entry, is_term), places in sorted(entries.items(), key=lambda item: _sorted_as(item[0][0])):
        links: list[nodes.Node] = []
        for number, chapter, anchor in sorted(places):
            address = f"{app.builder.get_relative_uri(docname, chapter)}#{anchor}"
            words = "" if on_paper(app.builder) else f"h.\N{NO-BREAK SPACE}{number}"
            link = nodes.reference("", words, refuri=address, internal=True, classes=["bladzijde"])
            links += [nodes.Text(", "), link] if links else [link]
        name: nodes.Node = nodes.emphasis("", entry) if is_term else nodes.Text(entry)
        line = element("li", name, nodes.Text(" \u00a0"), *links)
        letters.setdefault(_sorted_as(entry)[0].upper(), []).append(line)
    groups = [
        element("div", element("p", letter, class_="register-letter"), *_columns(lines), class_="register-groep")
        for letter, lines in letters.items()
    ]
    return element("div", *groups, class_="register")


def _join_namesakes(entries: dict[tuple[str, bool], list[tuple[int, str, str]]]) -> None:
    """List a name that is a term too (VNG) once, as the term, with the first place of each chapter."""
    for entry in [name for name, is_term in entries if not is_term and (name, True) in entries]:
        term, name = entries[entry, True], entries.pop((entry, False))
        known = {chapter for _, chapter, _ in term}
        term += [place for place in name if place[1] not in known]


def _columns(lines: list[html_element]) -> list[html_element]:
    """Return the lines of a letter as lists of the same length, which paper sets beside each other."""
    high = -(-len(lines) // COLUMNS)
    parts = [lines[start : start + high] for start in range(0, len(lines), high)]
    empty = [element("ul", on="paper") for _ in range(COLUMNS - len(parts))]
    return [*(element("ul", *part) for part in parts), *empty]


def _sorted_as(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip() or text


def setup(app: Sphinx) -> None:
    """Register the directive and the moments at which mentions are found and shown."""
    app.add_node(IndexNode)
    app.add_directive("register", IndexDirective)
    app.connect("doctree-read", _collect)
    mentions.follow(app)
    app.connect("env-updated", _outdated)
    app.connect("doctree-resolved", _resolve)
