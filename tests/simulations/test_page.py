"""A simulation in a built page and on paper: all its parts stand there, and a mistake stops the build."""

import base64
import gzip
import json
import pickle
import re
from html import unescape

import pytest
from minibook import Result, build

from book import simulations
from book.simulations import bundle

CHAPTER = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# Een hoofdstuk

```{{code-cell}} python
from book.display import simulation
```

Zie {{ref}}`sim-productcodes`.

```{{code-cell}} python
{0}
```
"""
CELL = 'simulation("productcodes", scenarios=["landelijk", "half"])'
PRODUCTCODES = simulations.get("productcodes")


@pytest.fixture(scope="module")
def book() -> Result:
    return build({"chapters/03-x.md": CHAPTER.format(CELL), "chapters/04-y.md": "# Zonder simulatie\n"})


@pytest.fixture(scope="module")
def html(book) -> str:
    return unescape(book.html("chapters/03-x"))


@pytest.fixture(scope="module")
def paper(book) -> str:
    return unescape(book.paper())


def refused(cell: str) -> str:
    result = build({"chapters/03-x.md": CHAPTER.format(cell)})
    assert result.status != 0
    return result.warnings


def test_the_book_builds_without_warnings(book):
    assert (book.status, book.warnings) == (0, "")


def test_figure_has_number_title_and_question(html):
    assert "Figuur 3.1.</span> Wie houdt de lijst met productcodes bij?</figcaption>" in html
    assert PRODUCTCODES.question in html


def test_reference_finds_the_figure(html):
    assert re.search(r'href="#sim-productcodes".*figuur 3\.1', html)


def test_every_control_has_a_label_and_a_help_text(html):
    controls = re.findall(r'<input type="range" id="([^"]+)"', html)
    assert len(controls) == 7
    for control in controls:
        assert f'<label for="{control}">' in html
        assert (
            f'aria-describedby="{control}-help"' in html and f'<p class="control-help" id="{control}-help">' in html
        )


def test_help_texts_hold_figures_of_the_register(html):
    assert "Begin 2015 waren het er 393." in html


def test_controls_are_hidden_until_a_script_runs(html):
    assert re.findall(r'<div class="simulation-groups"([^>]*)>', html) == [" data-script hidden"]


def test_first_result_stands_in_the_page(html):
    data = json.loads(re.search(r'class="simulation-data">(.*?)</script>', html)[1])
    run = PRODUCTCODES.run()
    assert data["answer"]["summary"] == run.summary and data["answer"]["figure"] == run.figure
    assert f">{run.summary}</p>" in html and '<td class="getal">145.000</td>' in html


def test_model_is_explained_with_equations_assumptions_gaps_and_sources(html):
    assert "Dit is een model" in html and "(1 − (1 − r)<sup>m/R</sup>)" in html
    for text in (*PRODUCTCODES.assumptions, *PRODUCTCODES.leaves_out):
        assert text in html
    assert "Werk per lijst: 20 uur per jaar. Een aanname van dit boek." in html
    assert "Status: afgeleid." in html


def test_page_loads_only_scripts_of_the_book_once(html):
    scripts = re.findall(r'<script[^>]* src="\.\./_static/([^"?]+)', html)
    assert [s for s in scripts if "simulation" in s] == [
        "simulation-state.js",
        "simulation-view.js",
        "simulation-own.js",
        "simulation.js",
    ]
    assert scripts.count("chart.js") == 1


def test_page_without_a_simulation_loads_none_of_it(book):
    assert "simulation" not in book.html("chapters/04-y")


def test_engine_and_model_stand_beside_the_pages(book):
    static = book.outdir / "_static"
    for name in ("engine.js", "engine/code.js", "engine/python.js", "engine/micropython.wasm"):
        assert (static / name).exists()
    assert (static / "simulations/productcodes.js").exists()
    assert json.loads((static / "simulations/productcodes.json").read_text("utf-8"))["modules"]


def test_engine_starts_from_the_page_itself_before_the_style_sheets(html):
    assert 0 < html.index('data-simulations="productcodes"') < html.index('rel="stylesheet"')
    assert 'data-static="../_static/"' in html


def test_sources_come_without_what_only_cpython_reads():
    told = dict(bundle.sources(PRODUCTCODES))["book.simulations.productcodes"]
    assert "Annotated" not in told and "@simulation" not in told and '"""' not in told
    assert "def simulate(" in told and "=393" in told
    assert len(told) < len((bundle.ROOT / PRODUCTCODES.file).read_text("utf-8")) / 2


def test_models_go_as_bytecode_that_micropython_reads():
    modules = bundle.payload(PRODUCTCODES)["modules"]
    assert [name for name, _ in modules][-1] == "book.simulations.productcodes"
    assert all(base64.b64decode(code)[:2] == b"M\x06" for _, code in modules)


def test_module_that_micropython_cannot_compile_is_named():
    with pytest.raises(simulations.SimulationError, match=r"cannot compile book\.simulations\.odd: .*SyntaxError"):
        bundle.compiled([("book.simulations.odd", "def (")])


def test_loader_of_another_micropython_is_refused(monkeypatch):
    monkeypatch.setattr(bundle, "LOADER", (("no such text", ""),))
    bundle.loader.cache_clear()
    with pytest.raises(simulations.SimulationError, match="the loader of MicroPython has no 'no such text'"):
        bundle.loader()


def test_paper_shows_the_start_and_the_scenarios_named(paper):
    for values in ({}, {"national": 100}, {"national": 50}):
        run = PRODUCTCODES.run(**values)
        assert run.summary in paper and run.rows[-1][2] in paper
    assert "Eén landelijke lijst" in paper and "Half om half" in paper and "Regio's werken samen" not in paper


def test_paper_has_no_controls_and_points_to_the_live_page(paper):
    assert "<input" not in paper and "<button" not in paper
    assert re.search(r"De schuiven verzet je zelf op de site, hoofdstuk\s3, figuur\s3", paper)


def test_other_starting_values_are_the_start_of_the_page():
    html = build({"chapters/03-x.md": CHAPTER.format('simulation("productcodes", gemeenten=100)')}).html(
        "chapters/03-x"
    )
    assert "100 gemeenten houden samen 100 lijsten bij" in html


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ('simulation("productcode")', "there is no simulation 'productcode'; did you mean 'productcodes'?"),
        (
            'simulation("productcodes", scenarios=["allen"])',
            "has no scenario 'allen'; it has: eigen, regio, landelijk, half",
        ),
        ('simulation("productcodes", gemeente=3)', "has no setting 'gemeente'; it has: gemeenten"),
        (
            'simulation("productcodes", gemeenten=999)',
            "cannot start: Gemeenten: kies een getal van 1 tot en met 393.",
        ),
    ],
)
def test_mistake_in_a_cell_stops_the_build_with_file_and_line(cell, sentence):
    told = refused(cell)
    assert sentence in told and re.search(r"chapters/03-x\.md:\d+: ", told)
    assert "Traceback" not in told


def test_simulation_twice_in_a_page_is_refused():
    assert "stands twice in this page" in refused(
        'simulation("productcodes")\n```\n\n```{code-cell} python\nsimulation("productcodes")'
    )


def test_page_depends_on_the_model_and_the_register(book):
    env = pickle.loads((book.folder / "doctrees/environment.pickle").read_bytes())
    depends = {str(name).rsplit("book/", 1)[-1] for name in env.dependencies["chapters/03-x"]}
    assert {"simulations/productcodes.py", "facts/dutch.py", "data/figures.csv"} <= depends


def test_engine_and_model_weigh_at_most_240_kb_compressed():
    weight = sum(len(gzip.compress(bundle.as_bytes(text), 9)) for text in bundle.served([PRODUCTCODES]).values())
    assert weight <= 240_000


def test_paper_has_a_code_to_the_live_page_when_the_site_has_an_address():
    address = "https://boek.example/dichterbij"
    html = build(
        {"chapters/03-x.md": CHAPTER.format('simulation("productcodes")')}, builder="singlehtml", book_address=address
    )
    where = f"{address}/chapters/03-x.html#sim-productcodes"
    assert f'alt="QR-code naar {where}"' in html.html("print") and f'href="{where}"' in html.html("print")
