"""`essaykaart`: who says what on the five questions of the book, from `stances.csv`.

A table of essays and questions in which a mark stands on a scale of five places, full where the essay says it plainly
and open where it says it in passing; under it, for each question, what the essays say in order of their place. A mark
leads to its sentence, and the sentence to the steps of the retelling that hold the passage. An empty cell is silence.
Works without a script.
"""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from book.facts import DATA, register
from book.facts.stances import QUESTIONS, Question, Stance
from book.sphinxext import tables
from book.sphinxext.errors import fail
from book.sphinxext.essays import reference
from book.sphinxext.markup import element, html_element, on_paper
from book.sphinxext.pages import load
from book.sphinxext.register import link_to
from book.sphinxext.retellings import step_anchor, steps_of

HAS_MAP = "essaykaart"
"""The name under which Sphinx keeps that a page has a map."""
STEP, MIDDLE, HEIGHT = 10, 25, 14


class PassageNode(nodes.Inline, nodes.Element):
    """Where in the retelling of an `essay` a stance is told: filled with links to `steps` when every page is read."""


class EssayMapDirective(SphinxDirective):
    """The map; `:alleen-tabel:` leaves out what the essays say."""

    option_spec = {"alleen-tabel": directives.flag}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the table and a section for each question."""
        for name in ("stances.csv", "essays.csv"):
            self.env.note_dependency(str(DATA / name))
        self.env.metadata[self.env.docname][HAS_MAP] = ""
        stances = register().stances
        listed = "alleen-tabel" not in self.options
        found = [self._table(stances, listed), _key()]
        return found + [self._section(question, stances) for question in QUESTIONS] * listed

    def _table(self, stances: tuple[Stance, ...], linked: bool) -> nodes.Node:
        by_place = {(stance.essay, stance.question.key): stance for stance in stances}
        head = element("tr", element("th", "Essay", scope="col"), *(
            element("th", element("span", question.title), scope="col") for question in QUESTIONS
        ))
        rows = []
        for name in register().essays:
            cells = [by_place.get((name, question.key)) for question in QUESTIONS]
            rows.append(element(
                "tr",
                element("th", reference(name, *self.get_source_info(), full=False), scope="row"),
                *(element("td", *([_mark(cell, linked)] if cell else [_silence()])) for cell in cells),
            ))
        caption = element("caption", "Waar de essays staan op vijf vragen", class_="visually-hidden")
        return element("table", caption, element("thead", head), element("tbody", *rows), class_="essaykaart")

    def _section(self, question: Question, stances: tuple[Stance, ...]) -> nodes.section:
        section = tables.section(question.title, f"kaart-{question.key}")
        said = sorted((one for one in stances if one.question is question), key=lambda one: (one.place, one.essay))
        poles = element("p", element("span", question.low), " ", element("span", question.high), class_="map-poles")
        items = [self._sentence(stance) for stance in said]
        section += [poles, element("ul", *items, class_="map-said")]
        silent = [name for name in register().essays if name not in {stance.essay for stance in said}]
        section += nodes.paragraph("", f"Hierover zwijgen: {', '.join(silent)}.", classes=["map-silent"])
        return section

    def _sentence(self, stance: Stance) -> nodes.Node:
        essay = register().essays[stance.essay]
        return element(
            "li",
            element("span", _scale(stance), class_="map-place"),
            element(
                "span",
                reference(stance.essay, *self.get_source_info(), full=False),
                f" {_author(essay.author)}, {essay.date}: ",
                *self.state.inline_text(stance.text, self.lineno)[0],
                element("span", f" ({stance.words}; {stance.strength})", class_="map-words"),
                PassageNode(essay=stance.essay, steps=stance.steps),
            ),
            id=_anchor(stance),
        )


def _author(author: str) -> str:
    """The name of an author without what stands between brackets."""
    return author.partition(" (")[0]


def _anchor(stance: Stance) -> str:
    return f"kaart-{stance.question.key}-{stance.essay.lower()}"


def _mark(stance: Stance, linked: bool) -> nodes.Node:
    words = element("span", f"{stance.words}, {stance.strength}", class_="visually-hidden")
    if not linked:
        return element("span", _scale(stance), words, title=stance.text)
    return element("a", _scale(stance), words, href=f"#{_anchor(stance)}", title=stance.text, paper_tag="span")


def _silence() -> nodes.Node:
    return element("span", "zwijgt", class_="visually-hidden")


def _scale(stance: Stance | None, place: int = 0, plain: bool = True) -> html_element:
    """A scale of five places with a mark: full when it is said plainly, open when in passing."""
    if stance:
        place, plain = stance.place, stance.strength == "uitgesproken"
    middle = HEIGHT / 2
    ticks = [
        element("circle", cx=MIDDLE + step * STEP, cy=middle, r=1.2, fill="currentColor", class_="map-tick")
        for step in range(-2, 3) if step != place
    ]
    mark = element(
        "circle", cx=MIDDLE + place * STEP, cy=middle, r=4.4, stroke="currentColor", stroke_width=1.8,
        fill="currentColor" if plain else "none",
    )
    width = 2 * MIDDLE
    drawing = element("svg", *ticks, mark, viewBox=f"0 0 {width} {HEIGHT}", width=width, height=HEIGHT,
                      class_="map-scale", aria_hidden="true", focusable="false", on="screen")
    chosen = "map-dot map-plain" if plain else "map-dot map-open"  # WeasyPrint draws a picture in a line too small
    dots = [element("span", class_=chosen if step == place else "map-dot") for step in range(-2, 3)]
    return element("span", drawing, element("span", *dots, class_="map-dots", on="paper"), class_="map-both")


def _key() -> nodes.Node:
    """What the marks mean."""
    return element(
        "ul",
        element("li", _scale(None, -2), " links of rechts: bij welk antwoord het essay uitkomt"),
        element("li", _scale(None, 0), " dicht: het essay zegt het uitgesproken"),
        element("li", _scale(None, 0, plain=False), " open: het essay zegt het zijdelings"),
        element("li", "leeg: het essay zegt er niets over"),
        class_="map-key",
    )


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(PassageNode)):
        page, _ = steps_of(app.env, node["essay"])
        links: list[nodes.Node] = []
        for step in node["steps"] if page else ():
            link = link_to(app, docname, page, step_anchor(node["essay"], step), f"stap\u00a0{step}")
            link["classes"] += ["elsewhere"] * on_paper(app.builder)  # paper gives it the number of its page
            links += [nodes.Text(" en " if links else " "), link]
        node.replace_self(nodes.inline("", " Navertelling:", *links, classes=["map-passage"]) if links else [])


def _check_steps(app: Sphinx, env: BuildEnvironment) -> None:
    """Stop on a stance that names a step which its retelling does not have."""
    if not any(HAS_MAP in about for about in env.metadata.values()):
        return
    for stance in register().stances:
        page, count = steps_of(env, stance.essay)
        if page and max(stance.steps) > count:
            fail(
                f"the reasoning of {stance.essay} has no step {max(stance.steps)}",
                DATA / "stances.csv", stance.line, f"{page}.md counts {count} steps",
            )  # fmt: skip


def _is_map(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == "essaykaart"


def setup(app) -> None:
    """Register the directive; a page with a map loads its style sheet."""
    app.add_directive("essaykaart", EssayMapDirective)
    app.add_node(PassageNode)
    app.connect("doctree-resolved", _resolve)
    app.connect("env-check-consistency", _check_steps)
    load(app, _is_map, css="map.css")
