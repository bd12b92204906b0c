"""Simulations in a page: `simulation("name")` in a cell becomes a numbered figure with controls, or its print form.

simulation("productcodes")                                  starts at the defaults
simulation("productcodes", gemeenten=100)                   starts elsewhere; names as in links
simulation("productcodes", scenarios=["landelijk", "half"]) paper also shows these scenarios
"""

import base64
import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book import simulations
from book.charts.template import AXIS, BASE
from book.display import simulation_html, simulation_tables
from book.display.chart_html import tied
from book.facts.package import DATA
from book.simulations import Simulation, SimulationError, bundle
from book.sphinxext import assets, live, pictures
from book.sphinxext.errors import fail
from book.sphinxext.numbers import chapter_number, next_number

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = (
    "kept.js",
    "chart.js",
    "simulation-state.js",
    "simulation-view.js",
    "simulation-own.js",
    "simulation.js",
)
WIDTH = 680
PAPER_WIDTH, PAPER_HEIGHT = 372, 0.76
"""On paper two states stand beside each other, drawn as on a phone and less high: letters of 14 px become 8 pt."""
HIGHER = {"prognose": 0.9}
"""Figures that need more of their height for their words."""
SHARED = (
    "book/simulations/contract.py",
    "book/simulations/declarations.py",
    "book/simulations/checks.py",
    "book/facts/dutch.py",
    "book/charts/template.py",
    "book/web/tokens.json",
)


class simulation_figure(nodes.General, nodes.Element):
    """A simulation by its name, with its number, start and pictures. Its text serves the search."""


def nodes_for(env: BuildEnvironment, name: str, options: dict[str, Any], source: str, line: int) -> list[nodes.Node]:
    """The node of the simulation `name`; a mistake in it stops the build."""
    try:
        simulation = simulations.get(name)
        start = simulation.defaults | simulation.from_keys({k: v for k, v in options.items() if k != "scenarios"})
        states = [("", start)] + [(one, simulation.scenario(one)) for one in options.get("scenarios", ())]
        runs = [(one, simulation.run(**values)) for one, values in states]
    except SimulationError as error:
        fail(error.message, error.file or source, error.line or line)
    except ValueError as error:
        fail(f"simulation '{name}' cannot start: {error}", source, line, "change the values in the cell")
    if name in env.temp_data.setdefault("book_simulations", set()):
        fail(f"simulation '{name}' stands twice in this page", source, line, "links could not tell them apart")
    env.temp_data["book_simulations"].add(name)
    _depend(env, simulation)
    node = simulation_figure(
        ids=[f"sim-{name}"],
        name=name,
        number=next_number(env, env.docname, "figuur"),
        states=[(one, run.values) for one, run in runs],
        picture=_picture(env, runs[0][1], WIDTH, 1),
        pictures=[_picture(env, run, PAPER_WIDTH, HIGHER.get(name, PAPER_HEIGHT)) for _, run in runs],
    )
    node += [nodes.caption("", simulation.title), nodes.paragraph("", simulation.question)]
    node += [nodes.paragraph("", run.summary) for _, run in runs]
    _label(env, node)
    return [node]


def _picture(env: BuildEnvironment, run: simulations.Run, width: int, part: float) -> str:
    """Ask for the picture of a run, `width` px wide and a part of its own height."""
    height = round(part * run.figure["layout"]["height"])
    return pictures.ask(env, simulation_html.dressed(run.figure), width, height)


def _depend(env: BuildEnvironment, simulation: Simulation) -> None:
    """The page is read again when the model, the register or the look changes."""
    own = [bundle.path_of(module) for module, _ in bundle.sources(simulation)]
    for path in (*own, *(ROOT / shared for shared in SHARED), *sorted(DATA.iterdir())):
        env.note_dependency(str(path))


def _label(env: BuildEnvironment, node: simulation_figure) -> None:
    """Let references to `sim-<name>` find the figure; of two pages with one simulation the first chapter keeps it."""
    domain, label = env.get_domain("std"), node["ids"][0]
    taken = domain.labels.get(label)
    if taken is None or _rank(env.docname) <= _rank(taken[0]):
        domain.labels[label] = env.docname, label, f"figuur {node['number']}"
        domain.anonlabels[label] = env.docname, label


def _rank(docname: str) -> tuple[bool, str]:
    """Where a page stands when two hold the same simulation: chapters first."""
    return chapter_number(docname) is None, docname


def visit_html(translator: Any, node: simulation_figure) -> None:
    """Write the simulation for the site: complete without a script, at work with one."""
    builder, simulation = translator.builder, simulations.get(node["name"])
    identifier = node["ids"][0]
    run = simulation.run(**node["states"][0][1])
    address = pictures.publish(
        builder, node["picture"], f"{identifier}-{builder.current_docname.replace('/', '-')}"
    )
    height = run.figure["layout"]["height"]
    root = "../" * builder.current_docname.count("/")
    image = (
        f'<img class="simulation-picture" src="{root}{address}" width="{WIDTH}" height="{height}" '
        f'alt="{escape(run.summary)}" loading="lazy" decoding="async">'
        if address
        else ""
    )
    words = f"Tabel bij figuur {node['number']}"
    translator.body.append(
        f'<figure class="simulation" id="{identifier}" data-simulation="{simulation.name}">'
        f"{simulation_html.caption(simulation, node['number'])}"
        f'<p class="simulation-question">{escape(simulation.question)}</p>'
        f"{simulation_html.scenarios(simulation)}"
        f'<div class="simulation-body">{simulation_html.controls(simulation, identifier, run.values)}'
        f'<div class="simulation-views"><div class="simulation-now"><p class="simulation-head">Nu</p>'
        f'<p class="simulation-summary" id="{identifier}-summary">{escape(tied(run.summary))}</p>'
        f'<div class="simulation-view">{image}</div>'
        f'<p class="simulation-setting"></p></div></div></div>'
        f'<p class="simulation-how"></p>{simulation_html.own_table(simulation, identifier, run.own_rows)}'
        f"{simulation_html.actions()}"
        f'<p class="simulation-live visually-hidden" aria-live="polite"></p>'
        f'<details class="simulation-table"{"" if address else " open"}><summary>De uitkomst als tabel</summary>'
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{words}">'
        f"{simulation_html.table(run.columns, run.rows, simulation.title)}</div></details>"
        f'<details class="simulation-model"><summary>Hoe rekent deze simulatie?</summary>'
        f"{simulation_html.explanation(simulation)}</details>"
        f"{_json(simulation, run)}</figure>\n"
    )
    raise nodes.SkipNode


def _json(simulation: Simulation, run: simulations.Run) -> str:
    content = {
        "name": simulation.name,
        "title": simulation.title,
        "spec": simulation.spec(),
        "scenarios": [
            {"name": one.name, "title": one.title, "why": one.why, "values": simulation.scenario(one.name)}
            for one in simulation.scenarios
        ],
        "start": run.values,
        "answer": {
            "values": run.values,
            "figure": run.figure,
            "summary": run.summary,
            "columns": run.columns,
            "rows": run.rows,
        },
        "look": {"layout": BASE, "axis": AXIS},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="simulation-data">{text}</script>'


def visit_print(translator: Any, node: simulation_figure) -> None:
    """Write the simulation for paper: a picture and a sentence for its start and each scenario named, and a table."""
    simulation = simulations.get(node["name"])
    runs = [(_title(simulation, name), simulation.run(**values)) for name, values in node["states"]]
    states = [
        _printed(*lead, run, pictures.pictures.read(key))
        for (lead, run), key in zip(runs, node["pictures"], strict=True)
    ]
    pairs = "".join(
        f'<div class="simulation-pair{" alone" if len(states) - first == 1 else ""}">'
        f"{''.join(states[first : first + 2])}</div>"
        for first in range(0, len(states), 2)
    )
    results = [(title, run.columns, run.rows) for (title, _), run in runs]
    translator.body.append(
        f'<figure class="simulation" id="{node["ids"][0]}">{simulation_html.caption(simulation, node["number"])}'
        f'<p class="simulation-question">{escape(simulation.question)}</p>{pairs}'
        f"{simulation_tables.together(results, simulation.title)}"
        f"{simulation_html.empty_table(simulation)}"
        f"{live.line(translator, node['number'], f'sim-{simulation.name}', 'De schuiven verzet je zelf')}"
        f'<div class="simulation-model">{simulation_html.explanation(simulation)}</div></figure>\n'
    )
    raise nodes.SkipNode


def _title(simulation: Simulation, name: str) -> tuple[str, str]:
    """The title of a state and why one would look at it."""
    scenario = next((one for one in simulation.scenarios if one.name == name), None)
    return (scenario.title, scenario.why) if scenario else ("De beginstand", "")


def _printed(title: str, why: str, run: simulations.Run, svg: str | None) -> str:
    image = ""
    if svg:
        data = base64.b64encode(svg.encode()).decode()
        image = f'<img class="simulation-picture" src="data:image/svg+xml;base64,{data}" alt="{escape(run.summary)}">'
    return (
        f'<div class="simulation-state">{image}<div class="simulation-words"><p class="simulation-head">'
        f"<strong>{escape(title)}.</strong>{escape(f' {why}' if why else '')}</p>"
        f'<p class="simulation-summary">{escape(tied(run.summary))}</p></div></div>'
    )


def _assets(app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Load style and scripts only where a simulation stands."""
    names = [] if doctree is None else [node["name"] for node in doctree.findall(simulation_figure)]
    if not names:
        return
    app.add_css_file("simulation.css")
    # First in the head, before the style sheets, which would hold it up.
    data = f'data-static="{context["pathto"]("_static/", resource=True)}" data-version="{_version()}"'
    engine = f'<script {data} data-simulations="{" ".join(names)}">{bundle.client_script()}</script>'
    context["metatags"] = context.get("metatags", "") + engine
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")


@cache
def _version() -> str:
    return bundle.version(simulations.all())


@assets.writer
def _scripts(static: Path) -> None:
    """The engine and the models; pages load them when a simulation comes near."""
    if not bundle.MICROPYTHON.exists():
        fail("MicroPython is missing", bundle.MICROPYTHON, remedy="run `npm ci`")
    for name, text in bundle.files(simulations.all()).items():
        assets.write(static / name, text)


def setup(app: Sphinx) -> None:
    """Register the node for the site and for paper."""
    app.add_node(simulation_figure, html=(visit_html, None), singlehtml=(visit_print, None))
    app.connect("html-page-context", _assets)
