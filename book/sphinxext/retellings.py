"""Retellings: each source essay has a page of its own, `back/essays/e07.md`.

    (bron-e07)=
    # {essaytitel}`E07`

    ```{bronessay} E07
    ```

The directive prints who wrote the essay, when and where, and which pages of the book use it. The numbered steps under
`REASONING` are places to link to (`step_anchor`). `naverteld` lists all retellings by document; on a machine that
holds a reader's own copies (`book.essays`), the full text follows.
"""


from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole

from book.facts import DATA, Essay, RegisterError, essay, register
from book.sphinxext import tables
from book.sphinxext.errors import fail
from book.sphinxext.essays import EssayNode, described, title
from book.sphinxext.noted import Noted
from book.sphinxext.numbers import chapter_number
from book.sphinxext.register import page_name

LABEL = "bron-{}"
REASONING = "De redenering"
named: Noted[list[str]] = Noted("essays_named")
"""Per chapter and page of exercises: the essays that it names."""
retold: Noted[str] = Noted("essays_retold")
"""Per page: the essay that it retells."""
steps: Noted[int] = Noted("essay_steps")
"""Per page: how many steps the reasoning of its retelling counts."""
lists: Noted[bool] = Noted("essay_lists")
"""The pages with a list of all essays."""
KINDS = {"weblog": "stuk op een weblog", "interview": "interview"}


class UsedInNode(nodes.Inline, nodes.Element):
    """Which pages use essay `number`: filled when every page is read."""


class EssayTitleRole(SphinxRole):
    """`essaytitel`: prints `E07 · ` and the title, ours between brackets."""

    def run(self) -> tuple[list[nodes.Node], list]:
        """Return the title as text, so that it also stands in the contents."""
        found = _find(self.text, *self.get_source_info())
        self.env.note_dependency(str(DATA / "essays.csv"))
        return [nodes.Text(f"{found.id} · {title(found)}")], []


class RetellingDirective(SphinxDirective):
    """`bronessay`: the facts of an essay above its retelling."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list of facts."""
        found = _find(self.arguments[0], *self.get_source_info())
        self.env.note_dependency(str(DATA / "essays.csv"))
        retold.of(self.env)[self.env.docname] = found.id
        facts = [("Schrijver", [nodes.Text(found.author)]), ("Datum", [nodes.Text(found.date)])]
        where = KINDS.get(found.kind, found.kind) + (f", {found.site}" if found.site else "")
        facts += [("Soort", [nodes.Text(where)]), ("In dit boek", [UsedInNode(number=found.id)])]
        items = [
            nodes.definition_list_item(
                "", nodes.term("", name), nodes.definition("", nodes.paragraph("", "", *value))
            )
            for name, value in facts
        ]
        return [nodes.definition_list("", *items, classes=["bronessay-feiten"])]


class RetoldDirective(SphinxDirective):
    """`naverteld`: a table of all source essays, each with its author, its date and the pages that use it."""

    def run(self) -> list[nodes.Node]:
        """Return the table; a title links to the retelling where there is one."""
        self.env.note_dependency(str(DATA / "essays.csv"))
        lists.of(self.env)[self.env.docname] = True
        rows = [
            tables.row([_link(found), [nodes.Text(described(found))], UsedInNode(number=found.id)])
            for found in register().essays.values()
        ]
        return [tables.table(("Essay", "Schrijver en datum", "In dit boek"), rows, (50, 28, 22), "naverteld")]


def retold_on(env: BuildEnvironment, docname: str) -> str:
    """Return the number of the essay that a page retells, "" for none."""
    return retold.of(env).get(docname, "")


def pages(env: BuildEnvironment) -> list[str]:
    """Return every page that retells an essay or lists them."""
    return [*retold.of(env), *lists.of(env)]


def step_anchor(number: str, step: int) -> str:
    """Return the id of a step of the reasoning in the retelling of essay `number`."""
    return f"{number.lower()}-stap-{step}"


def steps_of(env: BuildEnvironment, number: str) -> tuple[str, int]:
    """Return the page that retells essay `number` and how many steps it counts; ("", 0) without a retelling."""
    page = next((name for name, found in retold.of(env).items() if found == number), "")
    return page, steps.of(env).get(page, 0)


def _find(number: str, source: str, line: int) -> Essay:
    try:
        return essay(number.strip())
    except RegisterError as error:
        fail(error.message, source, line, "the numbers stand in book/data/essays.csv: E01 to E25")


def _link(found: Essay) -> EssayNode:
    return EssayNode("", f"{found.id} · {title(found)}", number=found.id)


def _note(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.docname
    essays = sorted({node["number"] for node in doctree.findall(EssayNode)})
    if chapter_number(docname) is not None and essays:
        named.of(app.env)[docname] = essays


def _number_steps(app: Sphinx, doctree: nodes.document) -> None:
    """Give each step of a retelling's reasoning its id."""
    number = retold_on(app.env, app.env.docname)
    for section in doctree.findall(nodes.section) if number else ():
        reasoning = next(section.findall(nodes.enumerated_list), None)
        if section[0].astext() == REASONING and reasoning is not None:
            for place, step in enumerate(reasoning, start=1):
                step["ids"].append(step_anchor(number, place))
            steps.of(app.env)[app.env.docname] = len(reasoning)


def _outdated(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the retellings again when a page has come to use another essay."""
    return pages(env) if named.changed(env) else []


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    users = named.of(app.env)
    for node in list(doctree.findall(UsedInNode)):
        parts: list[nodes.Node] = []
        for page in sorted((page for page in users if node["number"] in users[page]), key=_by_chapter):
            uri = app.builder.get_relative_uri(docname, page)
            link = nodes.reference("", page_name(app, page), internal=True, refuri=uri)
            parts += [nodes.Text(", "), link] if parts else [link]
        node.replace_self(parts or nodes.Text("–"))


def _by_chapter(docname: str) -> tuple[int, str]:
    return (chapter_number(docname) or 0, docname)


def setup(app: Sphinx) -> None:
    """Register the role, the directives and the moments at which the pages are filled."""
    app.add_role("essaytitel", EssayTitleRole())
    app.add_directive("bronessay", RetellingDirective)
    app.add_directive("naverteld", RetoldDirective)
    app.add_node(UsedInNode)
    app.connect("doctree-read", _note)
    app.connect("doctree-read", _number_steps)
    app.connect("doctree-resolved", _resolve)
    for notes in (named, retold, steps, lists):
        notes.follow(app)
    app.connect("env-updated", _outdated)
