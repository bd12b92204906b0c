"""Figures in the text: the role `feit`, the mark of a figure's status, and where each figure is used.

    {feit}`productcodes-2015`   a figure of figures.csv
    {feit}`gemeenten@2015`      a point of a series
    {getal}`3`                  a number that is no figure of the register: an example, an age, a count in the text

A figure links to its row in the register page, and its popover tells what stands there.
"""

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole

from book.facts import DATA, Fact, Point, RegisterError, dutch, look_up, register
from book.sphinxext import popovers
from book.sphinxext.editions import for_trainers
from book.sphinxext.errors import fail

WEAKER = "via een zwakkere bron"
MARKS = (
    ("v", "voorlopig", "Voorlopig: de bron zelf noemt het cijfer voorlopig of verwacht."),
    ("b", "bewering", "Bewering: alleen een essay zegt het; een tweede bron is niet gevonden."),
    ("a", "afgeleid", "Afgeleid: een eigen rekensom; de som staat in het cijferregister."),
    ("i", WEAKER, "Indirect: gezien via een zwakkere bron of een tussenhand."),
)
REMEDY = "the ids stand in book/data/figures.csv and series.csv"


class FactNode(nodes.Inline, nodes.TextElement):
    """A figure in running text: `figure` (its id), `marks`, and `refuri` once the register page is known."""


class FactsDomain(Domain):
    """Remembers which page uses which figure, and which page is the register."""

    name = "cijfers"
    label = "Cijferregister"
    initial_data = {"uses": {}, "page": "", "listed": ""}  # noqa: RUF012 - Sphinx copies it

    def note_use(self, docname: str, identifier: str, anchor: str) -> bool:
        """Remember the first use of a figure or series on a page; True when this is the first."""
        uses = self.data["uses"].setdefault(docname, {})
        first = identifier not in uses
        uses.setdefault(identifier, anchor)
        return first

    def uses(self, identifier: str) -> list[tuple[str, str]]:
        """Return (page, anchor) of every page that uses a figure, or a series through any of its points."""
        found = []
        for docname, uses in sorted(self.data["uses"].items()):
            anchors = [place for name, place in uses.items() if name.partition("@")[0] == identifier]
            found += [(docname, anchors[0])] if anchors else []
        return found

    def points(self, series: str) -> list[str]:
        """Return the ids to which the uses of a series' points link."""
        used = {name for uses in self.data["uses"].values() for name in uses if name.startswith(f"{series}@")}
        return [anchor(name) for name in sorted(used)]

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read anew."""
        self.data["uses"].pop(docname, None)
        if self.data["page"] == docname:
            self.data["page"] = ""

    def merge_domaindata(self, docnames: set[str], otherdata: dict) -> None:
        """Take over what another process read."""
        self.data["uses"].update({name: otherdata["uses"][name] for name in docnames if name in otherdata["uses"]})
        if otherdata["page"] in docnames:
            self.data["page"] = otherdata["page"]

    def resolve_any_xref(self, *_ignored) -> list:
        """Return nothing: figures are not reached by `any`."""
        return []


def domain(env: BuildEnvironment) -> FactsDomain:
    """Return the domain of this build."""
    return env.get_domain("cijfers")


def note_use(env: BuildEnvironment, identifier: str, anchor: str) -> None:
    """Remember that the page being read shows a figure or series, for instance in a chart at `anchor`."""
    domain(env).note_use(env.docname, identifier, anchor)


def anchor(identifier: str) -> str:
    """Return the id of a figure, or of a point of a series, in the register page."""
    return f"reeks-{identifier.replace('@', '--').lower()}" if "@" in identifier else f"feit-{identifier}"


def marks(item: Fact | Point) -> list[tuple[str, str]]:
    """Return (letter, words) of each mark a figure carries."""
    words = {item.status, WEAKER} if item.indirect else {item.status}
    return [(letter, name) for letter, name, _ in MARKS if name in words]


def status_words(item: Fact | Point) -> str:
    """Return the status in words; a figure seen through a weaker source is not called confirmed."""
    if not item.indirect:
        return item.status
    return WEAKER if item.status == "bevestigd" else f"{item.status}, {WEAKER}"


class FactRole(SphinxRole):
    """`feit`: prints a figure of the register with its mark and a link."""

    def run(self) -> tuple[list[nodes.Node], list]:
        """Return the figure; an unknown id stops the build."""
        source, line = self.get_source_info()
        try:
            _, item = look_up(self.text)
            if item.value is None and not isinstance(item, Fact):
                raise RegisterError(f"'{self.text}' is a gap: no figure was found for that period")
        except RegisterError as error:
            fail(error.message, source, line, REMEDY)
        for name in ("figures.csv", "series.csv", "observations.csv"):
            self.env.note_dependency(str(DATA / name))
        # an amount stays on one line: "€ 1,6 mld" with spaces that do not break
        text = item.text.replace("€ ", "€\u00a0").replace(" ml", "\u00a0ml")
        node = FactNode(self.text, text, figure=self.text, marks=marks(item))
        node["status"] = "indirect" if item.indirect and item.status == "bevestigd" else item.status
        return [node], []


class NumberRole(SphinxRole):
    """`getal`: prints a number as it is; `check` takes it for no figure."""

    def run(self) -> tuple[list[nodes.Node], list]:
        """Return the text; an amount stays on one line here too."""
        return [nodes.Text(self.text.replace("€ ", "€\u00a0"))], []


class LegendDirective(SphinxDirective):
    """`legenda-cijfers`: what the marks mean."""

    def run(self) -> list[nodes.Node]:
        """Return a list of the marks."""
        items = nodes.definition_list(classes=["legenda-cijfers"])
        for letter, _, meaning in MARKS:
            term = nodes.term("", "", nodes.superscript("", letter))
            items += nodes.definition_list_item(
                "", term, nodes.definition("", nodes.paragraph("", meaning, classes=["legenda-betekenis"]))
            )
        return [items]


def _note_uses(app: Sphinx, doctree: nodes.document) -> None:
    """Note the first use of each figure on a page that every edition shows, and give it an anchor."""
    for node in doctree.findall(FactNode):
        place = f"gebruik-{anchor(node['figure'])}"
        if not for_trainers(node) and domain(app.env).note_use(app.env.docname, node["figure"], place):
            node["ids"].append(place)


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    page = domain(app.env).data["page"]
    for node in list(doctree.findall(FactNode)) if page else []:
        node["refuri"] = f"{app.builder.get_relative_uri(docname, page)}#{anchor(node['figure'])}"


def _popover(app: Sphinx, docname: str, target: str) -> str | None:
    """Return what a figure shows in its popover: what it counts, the status, the source."""
    if docname != domain(app.env).data["page"]:
        return None
    known = {anchor(name): name for uses in domain(app.env).data["uses"].values() for name in uses}
    return _described(known[target]) if target in known else None


def _described(identifier: str) -> str:
    about, item = look_up(identifier)
    title = about.label if isinstance(about, Fact) else about.title
    when = f"{dutch.period(item.period)}; {status_words(item)}."
    told = [about.definition, when[0].upper() + when[1:]]
    told += [f"Som: {register().sum_text(item.derivation)}."] if item.derivation else []
    told += [item.note] if item.note else []
    told += [f"Bron: {register().source(item.source).short}; {about.locator}."]
    return f"<p><b>{escape(title)}</b></p>" + "".join(f"<p>{escape(line)}</p>" for line in told)


def _visit_fact(self, node: FactNode) -> None:
    status = {"data-status": node["status"]}
    if "refuri" in node:
        self.body.append(self.starttag(node, "a", "", CLASS="cijfer", href=node["refuri"], **status))
    else:  # also a copy of a title in the table of contents: without id
        self.body.append(self.starttag({}, "span", "", CLASS="cijfer", **status))


def _depart_fact(self, node: FactNode) -> None:
    if node["marks"]:
        letters = ",".join(letter for letter, _ in node["marks"])
        hidden = "" if self.builder.name == "singlehtml" else ' aria-hidden="true"'
        self.body.append(f'<sup class="cijfermerk"{hidden}>{letters}</sup>')
        if hidden:
            words = ", ".join(words for _, words in node["marks"])
            self.body.append(f'<span class="visually-hidden"> ({words})</span>')
    self.body.append("</a>" if "refuri" in node else "</span>")


def _check_register(app: Sphinx) -> None:
    try:
        register()
    except RegisterError as error:
        fail(error.message, error.file or DATA, error.line)


def setup(app: Sphinx) -> None:
    """Register roles, directive, nodes and domain."""
    app.add_domain(FactsDomain)
    app.add_role("feit", FactRole())
    app.add_role("getal", NumberRole())
    app.add_directive("legenda-cijfers", LegendDirective)
    app.add_node(FactNode, html=(_visit_fact, _depart_fact))
    app.connect("builder-inited", _check_register)
    app.connect("doctree-read", _note_uses)
    app.connect("doctree-resolved", _resolve)
    popovers.provider(_popover)
