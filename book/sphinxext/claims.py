"""Claim checks: `klopt-dit` sets a statement of an essay beside what later sources say; `feitencheck` lists them.

:::{klopt-dit} k03-145000
:essay: E07
:bewering: In 2015 waren er {feit}`productcodes-2015` productcodes.
:oordeel: niet te controleren

Why, with figures and sources.
:::
"""

from dataclasses import dataclass

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.util.docutils import SphinxDirective

from book.sphinxext import tables
from book.sphinxext.apostrophes import curled
from book.sphinxext.errors import describe, fail
from book.sphinxext.essays import reference
from book.sphinxext.register import link_to, page_name

VERDICTS = {
    "klopt": "Klopt",
    "deels": "Klopt deels",
    "niet": "Klopt niet",
    "niet te controleren": "Niet te controleren",
}


@dataclass(frozen=True)
class Claim:
    """One check, as the list of all checks shows it."""

    id: str
    docname: str
    essay: str
    text: str
    verdict: str
    place: tuple[str, int]


class ClaimNode(nodes.General, nodes.Element):
    """A claim check: an aside named by its claim (`label` = id of the claim)."""


class ClaimListNode(nodes.General, nodes.Element):
    """Where the table of all checks stands."""


class ClaimsDomain(Domain):
    """Remembers every claim check of the book."""

    name = "feitencheck"
    label = "Feitencheck"
    initial_data = {"claims": {}, "page": "", "listed": ""}  # noqa: RUF012 - Sphinx copies it

    def note(self, claim: Claim) -> None:
        """Remember a check; the same id twice stops the build."""
        other = self.data["claims"].get(claim.id)
        if other:
            first = describe("", *other.place).rstrip(": ")
            fail(f"claim check '{claim.id}' exists already, at {first}", *claim.place, remedy="give it another id")
        self.data["claims"][claim.id] = claim

    def clear_doc(self, docname: str) -> None:
        """Forget the checks of a page that is read anew."""
        claims = self.data["claims"]
        for identifier in [claim.id for claim in claims.values() if claim.docname == docname]:
            del claims[identifier]
        if self.data["page"] == docname:
            self.data["page"] = ""

    def merge_domaindata(self, docnames: set[str], otherdata: dict) -> None:
        """Take over what another process read."""
        for claim in otherdata["claims"].values():
            if claim.docname in docnames:
                self.note(claim)
        if otherdata["page"] in docnames:
            self.data["page"] = otherdata["page"]

    def resolve_any_xref(self, *_ignored) -> list:
        """Return nothing: checks are not reached by `any`."""
        return []


class ClaimDirective(SphinxDirective):
    """`klopt-dit`: a claim of an essay, the verdict in words, and why."""

    required_arguments = 1
    has_content = True
    option_spec = {  # noqa: RUF012 - docutils' own form
        "essay": directives.unchanged_required,
        "bewering": directives.unchanged_required,
        "oordeel": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the aside; a missing option or an unknown verdict stops the build."""
        place = self.get_source_info()
        for option in self.option_spec:
            if not self.options.get(option, "").strip():
                fail(f"this claim check lacks ':{option}:'", *place, remedy="add it below the first line")
        verdict = self.options["oordeel"].strip()
        if verdict not in VERDICTS:
            fail(f"'{verdict}' is no verdict", *place, remedy="use one of: " + ", ".join(VERDICTS))
        if not self.content:
            fail("this claim check gives no reasons", *place, remedy="write them below the options")
        identifier = f"klopt-{self.arguments[0]}"
        essay = self.options["essay"].strip()
        texts, messages = self.parse_inline(self.options["bewering"].strip(), lineno=self.lineno)
        claim = nodes.paragraph("", "", *texts, classes=["klopt-dit-bewering"], ids=[f"{identifier}-bewering"])
        origin = nodes.paragraph("", "", reference(essay, *place), classes=["klopt-dit-bron"])
        word = nodes.strong("", VERDICTS[verdict], classes=["oordeel", "oordeel-" + verdict.replace(" ", "-")])
        node = ClaimNode(ids=[identifier], classes=["klopt-dit"], label=claim["ids"][0])
        node += [
            nodes.paragraph("", "Klopt dit?", classes=["klopt-dit-kop"]),
            claim,
            origin,
            nodes.paragraph("", "Oordeel: ", word, classes=["klopt-dit-oordeel"]),
            *self.parse_content_to_nodes(),
        ]
        found = Claim(self.arguments[0], self.env.docname, essay, claim.astext(), verdict, place)
        _domain(self.env).note(found)
        return [node, *messages]


class ClaimListDirective(SphinxDirective):
    """`feitencheck`: the table of all claim checks of the book."""

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every page is read."""
        _domain(self.env).data["page"] = self.env.docname
        return [ClaimListNode()]


def _domain(env) -> ClaimsDomain:
    return env.get_domain("feitencheck")


def _table(app: Sphinx, docname: str) -> list[nodes.Node]:
    claims = sorted(
        _domain(app.env).data["claims"].values(), key=lambda claim: (claim.docname, claim.essay, claim.id)
    )
    if not claims:
        return [nodes.paragraph("", "Er zijn nog geen beweringen nagegaan.")]
    counts = [
        f"{sum(claim.verdict == verdict for claim in claims)} × {words.lower()}"
        for verdict, words in VERDICTS.items()
    ]
    rows = [
        tables.row(
            [
                curled(claim.text),
                VERDICTS[claim.verdict],
                reference(claim.essay, *claim.place),
                link_to(app, docname, claim.docname, f"klopt-{claim.id}", page_name(app, claim.docname)),
            ]
        )
        for claim in claims
    ]
    heads = ("Bewering", "Oordeel", "Essay", "Staat in")
    return [
        nodes.paragraph("", f"{len(claims)} beweringen: {', '.join(counts)}."),
        tables.table(heads, rows, (42, 15, 26, 17), "feitencheck"),
    ]


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(ClaimListNode)):
        node.replace_self(_table(app, docname))


def _outdated(app: Sphinx, env) -> list[str]:
    """Write the list again when a check has changed."""
    data = _domain(env).data
    state = repr(sorted(data["claims"].items()))
    if not data["page"] or state == data["listed"]:
        return []
    data["listed"] = state
    return [data["page"]]


def _visit(self, node: ClaimNode) -> None:
    paper = self.builder.name == "singlehtml"
    named = {} if paper else {"aria-labelledby": node["label"]}
    self.body.append(self.starttag(node, "div" if paper else "aside", **named))


def _depart(self, node: ClaimNode) -> None:
    self.body.append("</div>\n" if self.builder.name == "singlehtml" else "</aside>\n")


def setup(app: Sphinx) -> None:
    """Register directives, nodes and domain."""
    app.add_domain(ClaimsDomain)
    app.add_directive("klopt-dit", ClaimDirective)
    app.add_directive("feitencheck", ClaimListDirective)
    app.add_node(ClaimNode, html=(_visit, _depart))
    app.add_node(ClaimListNode)
    app.connect("doctree-resolved", _resolve, priority=400)  # before references to essays are resolved
    app.connect("env-updated", _outdated)
