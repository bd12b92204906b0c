"""`chart("name")` in a page: the figure with its words, its table and its sources; a still picture on paper.

The page holds the figure as JSON; `chart.js` draws it when it comes near. Without JavaScript stands the picture that
`book.pictures` drew. `fig-<name>` is a label: {ref}`fig-tekorten-jeugd` reads "figuur 10.2".
"""

import base64
import json
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book import charts
from book.display import chart_html
from book.display.chart_csv import as_csv
from book.facts import Fact, Series
from book.facts.package import DATA
from book.sphinxext import assets, live, pictures
from book.sphinxext.errors import describe, fail
from book.sphinxext.facts import note_use
from book.sphinxext.numbers import next_number

ROOT = Path(__file__).resolve().parents[2]
PLOTLY = ROOT / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
WIDTH = 680
"""Width of a still picture in px: at 164 mm on paper its letters are 9 points."""
NARROW_WIDTH = 328
"""Width of the picture for a narrow screen without JavaScript."""
SHARED = sorted(path for room in ("charts", "facts", "pictures") for path in (ROOT / "book" / room).glob("*.py"))
OPTIONS = {"tabel"}


class chart_figure(nodes.General, nodes.Element):
    """A chart by its name, with its number and the key of its picture. Its text serves the search."""


def nodes_for(
    env: BuildEnvironment, name: str, options: dict[str, Any], source: str, line: int
) -> list[nodes.Node]:
    """The node of the chart `name`; a mistake in it stops the build.

    Options: `tabel=True` prints the table on paper as well.
    """
    unknown = sorted(set(options) - OPTIONS)
    if unknown:
        fail(f"chart '{name}' has no option '{unknown[0]}'", source, line, f"there is: {', '.join(OPTIONS)}")
    try:
        chart = charts.get(name)
    except charts.ChartError as error:
        fail(error.message, error.file or source, error.line or line)
    _depend(env, name)
    for item in chart.uses:
        if isinstance(item, Fact | Series):
            note_use(env, item.id, f"fig-{name}")
    node = chart_figure(
        ids=[f"fig-{name}"], name=name, number=next_number(env, env.docname, "figuur"),
        print_table=options.get("tabel", chart.print_table),
    )
    if not chart.picture:
        node["picture"] = pictures.ask(env, chart.figure, WIDTH, chart.print_height)
        if chart.narrow:
            height = chart.narrow_height or chart.height
            node["narrow"] = pictures.ask(env, chart.narrow, NARROW_WIDTH, height)
    node += [nodes.caption("", chart.title), nodes.paragraph("", chart.alt)]
    _label(env, node)
    return [node]


def _depend(env: BuildEnvironment, name: str) -> None:
    """The page is read again when the chart, the register or the look changes."""
    for path in (charts.module_file(name), *SHARED, *DATA.iterdir(), ROOT / "book/web/tokens.json"):
        env.note_dependency(str(path))


def _label(env: BuildEnvironment, node: chart_figure) -> None:
    """Let references to `fig-<name>` find the figure; of a chart in two pages the first page keeps the label."""
    domain, label = env.get_domain("std"), node["ids"][0]
    taken = domain.labels.get(label)
    if taken is None or env.docname <= taken[0]:
        domain.labels[label] = env.docname, label, f"figuur {node['number']}"
        domain.anonlabels[label] = env.docname, label


def visit_html(translator: Any, node: chart_figure) -> None:
    """Write the figure for the site."""
    builder, chart = translator.builder, charts.get(node["name"])
    root = "../" * builder.current_docname.count("/")
    identifier = node["ids"][0]
    picture = _picture(builder, chart, node, root)
    script = f' data-script="{chart.script}"' if chart.script else ""
    data = f"_static/data/{chart.name}.csv"
    assets.write(Path(builder.outdir) / data, as_csv(chart))
    translator.body.append(
        f'<figure class="chart" id="{identifier}" data-chart="{chart.name}"{script}>'
        f"{chart_html.caption(chart, node['number'])}"
        f'<div class="chart-area" style="--chart-height:{chart.height}px;'
        f'--chart-narrow-height:{chart.narrow_height or chart.height}px">'
        f"{picture}</div>"
        f"{chart_html.legend(chart)}{chart_html.note(chart)}"
        f'<details class="chart-text"><summary>Wat is er te zien?</summary>'
        f'<p id="{identifier}-alt">{escape(chart.alt)}</p></details>'
        f'<details class="chart-data"{"" if picture else " open"}><summary>De cijfers als tabel</summary>'
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel bij figuur {node["number"]}">'
        f"{chart_html.table(chart)}</div>"
        f'<p class="chart-download"><a href="{root}{data}" download>Download de cijfers</a> (CSV voor Excel)</p>'
        f"</details>{chart_html.sources(chart)}{_json(chart)}</figure>\n"
    )
    raise nodes.SkipNode


def _picture(builder: Any, chart: charts.Chart, node: chart_figure, root: str) -> str:
    """The still picture, with one of its own for a narrow screen; empty when nothing could be drawn."""
    if chart.picture:
        wide = pictures.publish_svg(builder, chart.picture("print", False), chart.name)
        narrow = pictures.publish_svg(builder, chart.picture("print", True), f"{chart.name}-smal")
    else:
        wide = pictures.publish(builder, node["picture"], chart.name)
        narrow = node.get("narrow") and pictures.publish(builder, node["narrow"], f"{chart.name}-smal")
    if wide is None:
        return ""
    image = (
        f'<img class="chart-picture" src="{root}{wide}" width="{WIDTH}" height="{chart.print_height}" '
        f'alt="{escape(chart.alt)}" loading="lazy" decoding="async">'
    )
    if not narrow:
        return image
    return f'<picture><source media="(max-width: 36rem)" srcset="{root}{narrow}">{image}</picture>'


def _json(chart: charts.Chart) -> str:
    content = {"script": chart.script, **chart.settings} if chart.script else {
        "figure": chart.figure, **({"narrow": chart.narrow} if chart.narrow else {})}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="chart-json">{text}</script>'


def visit_print(translator: Any, node: chart_figure) -> None:
    """Write the figure for paper: the picture, the marks and the sources; the table only where it is asked for."""
    chart = charts.get(node["name"])
    svg = chart.picture("print", False) if chart.picture else pictures.pictures.read(node["picture"])
    image = ""
    if svg:
        data = base64.b64encode(svg.encode()).decode()
        image = f'<img class="chart-picture" src="data:image/svg+xml;base64,{data}" alt="{escape(chart.alt)}">'
    shown = chart_html.table(chart) if node["print_table"] or not svg else ""
    translator.body.append(
        f'<figure class="chart" id="{node["ids"][0]}">{chart_html.caption(chart, node["number"])}{image}'
        f"{chart_html.legend(chart)}{shown}{chart_html.note(chart)}{chart_html.sources_on_paper(chart)}"
        f"{live.line(translator, node['number'], f'fig-{chart.name}', 'Aan te wijzen, en als tabel')}</figure>\n"
    )
    raise nodes.SkipNode


def _assets(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load style and scripts only where a chart stands."""
    found = [] if doctree is None else list(doctree.findall(chart_figure))
    if not found:
        return
    app.add_css_file("chart.css")
    for script in ("chart.js", *sorted({charts.get(node["name"]).script for node in found} - {""})):
        app.add_js_file(script, loading_method="defer")


@assets.writer
def _plotly(static: Path) -> None:
    """Plotly once for the whole book; pages load it when a chart comes near."""
    if not PLOTLY.exists():
        raise FileNotFoundError(describe("Plotly is missing", PLOTLY, remedy="run `npm ci`"))
    assets.write(static / "plotly.js", PLOTLY.read_bytes())


def setup(app: Sphinx) -> None:
    """Register the node for the site and for paper."""
    app.add_node(chart_figure, html=(visit_html, None), singlehtml=(visit_print, None))
    app.connect("html-page-context", _assets)
