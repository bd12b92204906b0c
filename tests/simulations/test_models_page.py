"""The page Modellen: every simulation stands on it with its settings and its tests. Paper leaves the page out."""

import re
from html import unescape
from types import SimpleNamespace

import pytest
from minibook import ROOT, Result, build

from book import simulations
from book.sphinxext import models

PAGE = (ROOT / "back/modellen.md").read_text("utf-8")
CHAPTER = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
---

# Een hoofdstuk

Zie {ref}`sim-productcodes`.

```{code-cell} python
from book.display import simulation
simulation("productcodes", gemeenten=100)
```
"""
SIMULATIONS = {simulation.name: simulation for simulation in simulations.all()}


@pytest.fixture(scope="module")
def book() -> Result:
    return build({"back/modellen.md": PAGE, "chapters/03-x.md": CHAPTER})


@pytest.fixture(scope="module")
def html(book) -> str:
    return re.sub("[‘’]", "'", unescape(book.html("back/modellen")))


@pytest.fixture(scope="module")
def paper(book) -> str:
    return unescape(book.paper())


def test_the_page_builds_without_warnings(book):
    assert (book.status, book.warnings) == (0, "")


def test_the_page_is_in_the_table_of_contents():
    assert "- file: back/modellen\n" in (ROOT / "_toc.yml").read_text("utf-8")


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_simulation_stands_on_the_page_under_its_title(name, html):
    assert html.count(f'data-simulation="{name}"') == 1
    assert f'<section id="model-{name}">\n<h2>{SIMULATIONS[name].title}<' in html


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_named_setting_has_a_link_and_its_reason(name, html):
    for scenario in SIMULATIONS[name].scenarios:
        link = f'<a class="reference internal" href="#{name}&scenario={scenario.name}">{scenario.title}</a>'
        assert f"{link}. {scenario.why}" in html


def test_sentence_about_the_tests_stands_under_its_model(html):
    section = html.split('<section id="model-tekorten">')[1].split("<section")[0]
    assert "<p>De tests tellen de jaren op" in section


def test_equations_stand_once_for_each_model(html):
    assert html.count("Hoe rekent deze simulatie?</summary>") == len(SIMULATIONS)


def test_paper_leaves_the_page_out_and_keeps_the_simulation_of_the_chapter(paper):
    absent = {name: simulation for name, simulation in SIMULATIONS.items() if name != "productcodes"}
    assert not [name for name, simulation in absent.items() if simulation.title in paper]
    assert paper.count("Zo rekent het") == 1 and "scenario=" not in paper


def test_reference_to_a_simulation_finds_the_chapter_not_this_page(book):
    assert re.search(r'href="#sim-productcodes".*figuur 3\.1', book.html("chapters/03-x"))


def test_each_page_has_the_picture_of_its_own_start(book, html):
    pictures = re.compile(r'src="\.\./(_static/pictures/sim-productcodes-[^"]+)"')
    one, other = pictures.search(html)[1], pictures.search(book.html("chapters/03-x"))[1]
    assert one != other
    assert (book.outdir / one).exists() and (book.outdir / other).exists()


def test_page_is_read_again_when_a_simulation_came(monkeypatch):
    listed = {"back/modellen": ["productcodes"], "back/weg": ["productcodes"]}
    env = SimpleNamespace(book_models=listed, found_docs={"back/modellen"})
    assert models._outdated(None, env) == ["back/modellen"]
    monkeypatch.setattr(models.simulations, "all", lambda: [SIMULATIONS["productcodes"]])
    assert models._outdated(None, env) == []


@pytest.mark.parametrize("line", ["tekort: De tests tellen.", "tekorten:", "De tests tellen."])
def test_line_that_names_no_simulation_stops_the_build_with_file_and_line(line):
    result = build({"back/m.md": f"# Modellen\n\n```{{modellen}}\n{line}\n```\n"})
    assert result.status != 0
    assert re.search(r"back/m\.md:4: '.*' names no simulation \(write `name: sentence`", result.warnings)
