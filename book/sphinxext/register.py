"""The register page: `cijferregister` prints every figure, series and source, and where each is used."""

from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from book.facts import DATA, Fact, Point, Register, Series, dutch, register
from book.sphinxext import assets, tables
from book.sphinxext.facts import domain, status_words
from book.sphinxext.numbers import chapter_number

FILES = (
    ("figures.csv", "de cijfers"),
    ("series.csv", "de reeksen"),
    ("observations.csv", "de waarnemingen"),
    ("breaks.csv", "de reeksbreuken"),
    ("references.bib", "de bronnen"),
    ("datapackage.json", "de beschrijving van alle kolommen"),
)
FOLDER = "cijfers"
UNUSED = "op geen bladzijde"
"""What the register says of a figure that no page prints and no chart or model uses."""


class UsesNode(nodes.Inline, nodes.Element):
    """Where a figure or series (`figure`) is used: filled when every page is read."""


class SeriesNode(tables.Folded):
    """A series (`figure`), folded; links to its points arrive here too."""


class DownloadsNode(nodes.General, nodes.Element):
    """The list of data files: links on the site, names on paper."""


class RegisterDirective(SphinxDirective):
    """`cijferregister`: the whole register, grouped by theme."""

    def run(self) -> list[nodes.Node]:
        """Return a section a theme and one with the sources."""
        domain(self.env).data["page"] = self.env.docname
        for name, _ in FILES:
            self.env.note_dependency(str(DATA / name))
        book = register()
        themes = dict.fromkeys(fact.theme for fact in book.facts.values())
        themes |= dict.fromkeys(series.theme for series in book.series.values())
        sections = [self._theme(book, theme, number) for number, theme in enumerate(themes, 1)]
        return [DownloadsNode(), *sections, _sources(book)]

    def _theme(self, book: Register, theme: str, number: int) -> nodes.section:
        section = tables.section(theme, f"thema-{number}")
        facts = [fact for fact in book.facts.values() if fact.theme == theme]
        if facts:
            rows = [_fact_row(book, fact) for fact in facts]
            heads = ("Cijfer", "Waarde", "Bron", "Gebruikt in")
            section += tables.table(heads, rows, (40, 20, 28, 12), "cijferregister")
        section += [_series(book, series) for series in book.series.values() if series.theme == theme]
        return section


def _fact_row(book: Register, fact: Fact) -> nodes.row:
    about = [nodes.strong("", fact.label), fact.definition]
    about += [_small(fact.note)] if fact.note else []
    value = [nodes.strong("", fact.text), dutch.period(fact.period), _small(status_words(fact).capitalize())]
    value += [_small(f"Som: {book.sum_text(fact.derivation)}")] if fact.derivation else []
    cells = [about, value, _source(book, fact.source, fact.locator), UsesNode(figure=fact.id)]
    return tables.row(cells, f"feit-{fact.id}")


def _series(book: Register, series: Series) -> SeriesNode:
    folded = SeriesNode(
        figure=series.id, summary=f"Reeks: {series.title}", ids=[f"reeks-{series.id}"], classes=["reeks"]
    )
    folded += nodes.paragraph("", series.definition)
    folded += [nodes.paragraph("", series.note)] if series.note else []
    folded += nodes.paragraph("", "Bron: ", *_source(book, series.source, series.locator)[0].children)
    folded += nodes.paragraph("", f"Hergebruik: {series.licence}. Gebruikt in: ", UsesNode(figure=series.id))
    breaks = {item.before: item.note for item in series.breaks}
    rows = []
    for point in series.points:
        if point.period in breaks:
            rows.append(tables.full_row(f"Reeksbreuk. {breaks[point.period]}", 3, "reeksbreuk"))
        rows.append(tables.row([dutch.period(point.period), point.text, _remarks(book, series, point)]))
    folded += tables.table(("Periode", "Waarde", "Status en noot"), rows, (25, 25, 50), "reeks-waarden")
    return folded


def _remarks(book: Register, series: Series, point: Point) -> list[nodes.Node | str]:
    if point.value is None:
        return [point.note]
    found: list[nodes.Node | str] = [status_words(point)]
    if point.source != series.source:
        found.append(_link(book, point.source))
    found += [f"Som: {book.sum_text(point.derivation)}"] if point.derivation else []
    return found + ([point.note] if point.note else [])


def _source(book: Register, key: str, locator: str) -> list[nodes.Node]:
    line = nodes.paragraph("", "", _link(book, key), nodes.Text(f"; {locator}"))
    return [line, _small("bron te controleren")] if book.source(key).uncertain else [line]


def _link(book: Register, key: str) -> nodes.reference:
    return nodes.reference("", book.source(key).short, internal=True, refid=f"bron-{key}")


def _small(text: str) -> nodes.inline:
    return nodes.inline("", text, classes=["cijfernoot"])


def _used_sources(book: Register) -> set[str]:
    used = {fact.source for fact in book.facts.values()}
    for series in book.series.values():
        used |= {series.source, *(point.source for point in series.points)}
    return used


def _sources(book: Register) -> nodes.section:
    section = tables.section("Bronnen van de cijfers", "bronnen-van-de-cijfers")
    sources = [book.source(key) for key in _used_sources(book)]
    for source in sorted(sources, key=lambda item: (item.text.lower(), item.key)):
        line = nodes.paragraph("", source.text, ids=[f"bron-{source.key}"], classes=["bron"])
        if source.url:
            line += [nodes.Text(" "), nodes.reference("", source.url, refuri=source.url)]
        if source.uncertain:
            line += [nodes.Text(" "), _small(f"Te controleren: {source.uncertain}.")]
        section += line
    return section


def page_name(app: Sphinx, docname: str) -> str:
    """Return how the book calls a page in a list: `hoofdstuk 3`, `opgaven 3` or its title."""
    number = chapter_number(docname)
    if number is None:
        return app.env.titles[docname].astext()
    return f"{'hoofdstuk' if docname.startswith('chapters/') else 'opgaven'} {number}"


def link_to(app: Sphinx, docname: str, target: str, anchor: str, text: str) -> nodes.reference:
    """Return a link from the page `docname` to `anchor` on the page `target`."""
    return nodes.reference(
        "", text, internal=True, refuri=f"{app.builder.get_relative_uri(docname, target)}#{anchor}"
    )


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(UsesNode)):
        places = domain(app.env).uses(node["figure"])
        links = [link_to(app, docname, page, anchor, page_name(app, page)) for page, anchor in places]
        node.replace_self(_joined(links) if links else nodes.Text(UNUSED))
    for node in doctree.findall(SeriesNode):
        node["ids"] += domain(app.env).points(node["figure"])
    for node in list(doctree.findall(DownloadsNode)):
        node.replace_self(_downloads(app, docname))


def _joined(links: Iterable[nodes.Node]) -> list[nodes.Node]:
    parts: list[nodes.Node] = []
    for link in links:
        parts += [nodes.Text(", "), link] if parts else [link]
    return parts


def _downloads(app: Sphinx, docname: str) -> nodes.Node:
    up = "../" * docname.count("/")
    items = nodes.bullet_list(classes=["cijferbestanden"])
    for name, words in FILES:
        label: nodes.Node = nodes.literal("", name)
        if app.builder.name != "singlehtml":
            label = nodes.reference("", name, refuri=f"{up}_static/{FOLDER}/{name}", internal=True)
        items += nodes.list_item("", nodes.paragraph("", "", label, nodes.Text(f": {words}")))
    return items


def _outdated(app: Sphinx, env) -> list[str]:
    """Write the register page again when a page has come to use other figures."""
    data = domain(env).data
    state = repr(sorted(data["uses"].items()))
    if not data["page"] or state == data["listed"]:
        return []
    data["listed"] = state
    return [data["page"]]


@assets.writer
def _data_files(static: Path) -> None:
    for name, _ in FILES:
        assets.write(static / FOLDER / name, (DATA / name).read_bytes())


def setup(app: Sphinx) -> None:
    """Register the directive and the moments at which the page is filled."""
    app.add_directive("cijferregister", RegisterDirective)
    app.add_node(UsesNode)
    app.add_node(SeriesNode, html=tables.FOLDED)
    app.add_node(DownloadsNode)
    app.connect("doctree-resolved", _resolve)
    app.connect("env-updated", _outdated)
