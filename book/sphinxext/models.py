"""The page of models: `modellen` prints every simulation with its settings to try and what its tests guard.

```{modellen}
productcodes: De tests rekenen de uitersten na.
```

A line of the body tells in a Dutch sentence what the tests of that simulation guard. A simulation without a line
stands on the page all the same, so that a new one cannot be forgotten.
"""

from collections.abc import Iterable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from book import simulations
from book.simulations import Simulation
from book.sphinxext import tables
from book.sphinxext.errors import fail
from book.sphinxext.noted import Noted
from book.sphinxext.simulations import nodes_for

_listed: Noted[list[str]] = Noted("models")
"""Per page: the simulations that it printed."""


class SettingLink(nodes.Inline, nodes.TextElement):
    """A link to a setting (`fragment`) of a simulation on the same page; plain text on paper."""


class ModelsDirective(SphinxDirective):
    """`modellen`: every simulation in a section of its own."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        source, line = self.get_source_info()
        guarded = self._guarded(source, line)
        found = simulations.all()
        _listed.of(self.env)[self.env.docname] = [simulation.name for simulation in found]
        sections = []
        for simulation in found:
            section = tables.section(simulation.title, f"model-{simulation.name}")
            section += nodes_for(self.env, simulation.name, {}, source, line)
            section += _settings(simulation)
            if simulation.name in guarded:
                section += nodes.paragraph("", guarded[simulation.name])
            sections.append(section)
        return sections

    def _guarded(self, source: str, line: int) -> dict[str, str]:
        """Read the body: the sentence of each simulation named in it."""
        known = [simulation.name for simulation in simulations.all()]
        found = {}
        for place, text in enumerate(self.content, line + 1):
            name, _, sentence = (part.strip() for part in text.partition(":"))
            if not text.strip():
                continue
            if name not in known or not sentence:
                remedy = f"write `name: sentence`; there are: {', '.join(known)}"
                fail(f"'{text.strip()}' names no simulation", source, place, remedy)
            found[name] = sentence
        return found


def _settings(simulation: Simulation) -> list[nodes.Node]:
    """The named settings, each with a link that calls it up."""
    items = nodes.bullet_list()
    for scenario in simulation.scenarios:
        link = SettingLink("", scenario.title, fragment=f"{simulation.name}&scenario={scenario.name}")
        items += nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(f". {scenario.why}")))
    return [nodes.paragraph("", "Standen om te proberen:"), items] if simulation.scenarios else []


def _outdated(_app: Sphinx, env: BuildEnvironment, *_changes: Iterable[str]) -> list[str]:
    """The page is read again when a simulation came or went."""
    names = [simulation.name for simulation in simulations.all()]
    return [docname for docname, listed in _listed.of(env).items() if listed != names and docname in env.found_docs]


def _open(translator, node: SettingLink) -> None:
    fragment = node["fragment"].replace("&", "&amp;")
    translator.body.append(f'<a class="reference internal" href="#{fragment}">')


def _close(translator, _node: SettingLink) -> None:
    translator.body.append("</a>")


def _nothing(_translator, _node: SettingLink) -> None:
    """On paper there is nothing to call up."""


def setup(app: Sphinx) -> None:
    """Register the directive `modellen` and its links."""
    app.add_node(SettingLink, html=(_open, _close), singlehtml=(_nothing, _nothing))
    app.add_directive("modellen", ModelsDirective)
    app.connect("env-get-outdated", _outdated)
    _listed.follow(app)
