"""The pages of the working forms: what a form asks, and where this book uses it.

`{werkvormen}` is the table of all sixteen; `{werkvorm} F2` tells minutes, group and use of one; `{opgaven-met} F2`
lists the exercises in that form. What they show follows from `werkvormen.csv` and from the exercises themselves.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from book.exercises import forms
from book.sphinxext import tables
from book.sphinxext.edition_pages import hidden
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load

FACTS = "exercise-facts werkvorm-feiten"


class FormUsesNode(nodes.General, nodes.Element):
    """Where the exercises in a form stand; without `form`, where the table of all forms stands."""


class FormTableDirective(SphinxDirective):
    """`werkvormen`: the table of all forms."""

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every exercise is known."""
        return [_place(self.env, "")]


class FormDirective(SphinxDirective):
    """`werkvorm F2`: what the form is in a line, its minutes, its group and what it is good for."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the facts."""
        form = _form(self)
        facts = [
            ("In het kort", form.explanation),
            ("Tijd", f"{form.minutes} minuten"),
            ("Groep", _people(form)),
            ("Goed voor", form.good_for),
        ]
        rows = (element("div", element("dt", name), element("dd", text)) for name, text in facts)
        return [element("dl", *rows, class_=FACTS)]


class UsesDirective(SphinxDirective):
    """`opgaven-met F2`: the exercises in that form."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every exercise is known."""
        return [_place(self.env, _form(self).code)]


def _form(directive: SphinxDirective) -> forms.Form:
    wanted = directive.arguments[0]
    found = next((form for form in forms.forms() if form.code == wanted), None)
    if found is None:
        fail(f"there is no working form '{wanted}'", *directive.get_source_info(), remedy="write F1 to F16")
    return found


def _place(env: BuildEnvironment, code: str) -> FormUsesNode:
    env.metadata[env.docname]["opgaven-met"] = code or "alle"
    return FormUsesNode(form=code)


def _people(form: forms.Form) -> str:
    return f"{form.group_min} tot {form.group_max} personen" if form.group_max else f"vanaf {form.group_min} personen"


def uses(env: BuildEnvironment, code: str) -> list[dict]:
    """Return the exercises in a form in the order of the book; `node` holds title, name and minutes."""
    registry = getattr(env, "sphinx_exercise_registry", {})
    gone = hidden(env, env.config.book_edition)
    found = [
        (label, entry) for label, entry in registry.items()
        if entry["node"].get("form") == code and entry["docname"] not in gone
    ]  # fmt: skip
    return [
        {"label": label, "docname": entry["docname"], **entry["node"].attributes}
        for label, entry in sorted(found, key=_order)
    ]


def _order(found: tuple[str, dict]) -> list[int]:
    return [int(part) for part in found[1]["node"]["number"].split(".")]


def _link(use: dict, docname: str) -> pending_xref:
    return pending_xref(
        "", nodes.inline("", use["title"]), refdoc=docname, refdomain="std", reftype="ref", reftarget=use["label"],
        refexplicit=True, refwarn=False,
    )  # fmt: skip


def _list(env: BuildEnvironment, code: str, docname: str) -> nodes.Node:
    found = uses(env, code)
    if not found:
        return nodes.paragraph("", "Nog nergens als opgave.")
    items = nodes.bullet_list()
    for use in found:
        text = f", {use['name']} ({use['minutes']} min)"
        items += nodes.list_item("", nodes.paragraph("", "", _link(use, docname), nodes.Text(text)))
    return items


def _table(env: BuildEnvironment, docname: str) -> nodes.table:
    rows = []
    for form in forms.forms():
        name = pending_xref(
            "", nodes.inline("", form.name), refdoc=docname, refdomain="std", reftype="ref", reftarget=form.label,
            refexplicit=True, refwarn=False,
        )  # fmt: skip
        where = nodes.paragraph()
        for number, use in enumerate(uses(env, form.code)):
            short = {**use, "title": use["number"]}
            where += [nodes.Text(" · "), _link(short, docname)] if number else [_link(short, docname)]
        group = f"{form.group_min}–{form.group_max}" if form.group_max else f"vanaf {form.group_min}"
        rows.append(tables.row([name, str(form.minutes), group, form.good_for, where]))
    heads = ("Werkvorm", "Minuten", "Groep", "Goed voor", "Opgaven")
    return tables.table(heads, rows, (26, 9, 11, 32, 22), "werkvormen")


class FillUses(SphinxPostTransform):
    """Fills the places, before references are resolved."""

    default_priority = 3

    def run(self, **_kwargs) -> None:
        """Set the list or the table."""
        for place in list(self.document.findall(FormUsesNode)):
            code, docname = place["form"], self.env.docname
            place.replace_self(_list(self.env, code, docname) if code else _table(self.env, docname))


def _outdated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the pages of the forms again when an exercise has changed."""
    pages = [name for name in env.found_docs if env.metadata.get(name, {}).get("opgaven-met")]
    state = repr([uses(env, form.code) for form in forms.forms()])
    if getattr(env, "book_form_uses", None) == state:
        return []
    env.book_form_uses = state
    return pages


def _is_facts(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == FACTS


def setup(app: Sphinx) -> None:
    """Register the three directives."""
    app.add_directive("werkvormen", FormTableDirective)
    app.add_directive("werkvorm", FormDirective)
    app.add_directive("opgaven-met", UsesDirective)
    app.add_node(FormUsesNode)
    app.add_post_transform(FillUses)
    app.connect("env-updated", _outdated)
    load(app, _is_facts, css="exercises.css")
