"""What runs in the page is written in what CPython and MicroPython share."""

from pathlib import Path

import pytest

from book import simulations
from book.simulations import bundle, subset

IN_PAGE = {name for simulation in simulations.all() for name, _ in bundle.sources(simulation)} | set(bundle.ALWAYS)
ALLOWED = IN_PAGE | bundle.STUBBED


@pytest.mark.parametrize("module", sorted(IN_PAGE))
def test_module_that_runs_in_the_page_stays_within_the_subset(module):
    assert subset.faults(bundle.path_of(module), ALLOWED) == []


REFUSED = {
    "round": "def f(x):\n    return round(x, 2)",
    "comma in a format": "def f(x):\n    return f'{x:,.2f}'",
    "percent format": "def f(x):\n    return '%.1f' % x",
    "order of a dict": "def f(d):\n    return [k for k, v in d.items()]",
    "set": "def f(x):\n    return {1, 2}",
    "star in a list": "def f(x):\n    return [*x, 1]",
    "double star in a dict": "def f(x):\n    return {**x}",
    "positional only": "def f(x, /):\n    return x",
    "match": "def f(x):\n    match x:\n        case 1:\n            return 2",
    "dataclasses": "from dataclasses import dataclass",
    "numpy": "import numpy as np",
    "log1p": "import math\n\n\ndef f(x):\n    return math.log1p(x)",
    "removeprefix": "def f(x):\n    return x.removeprefix('a')",
    "zip strict": "def f(x):\n    return list(zip(x, x, strict=True))",
    "random": "from random import gauss",
}


@pytest.mark.parametrize("what", sorted(REFUSED))
def test_what_differs_between_the_engines_is_refused(what, tmp_path: Path):
    path = tmp_path / "model.py"
    path.write_text(REFUSED[what])
    assert subset.faults(path, ALLOWED)


def test_refusal_names_file_line_and_remedy(tmp_path: Path):
    path = tmp_path / "model.py"
    path.write_text("def f(x):\n    return round(x)\n")
    assert subset.faults(path, ALLOWED) == [
        f"{path}:2: 'round' lacks or differs in MicroPython; use dutch.rounded: the engines round differently"
    ]


def test_annotations_are_not_looked_at(tmp_path: Path):
    path = tmp_path / "model.py"
    path.write_text("def f(x: frozenset[int] = 3) -> set[int]:\n    return x\n")
    assert subset.faults(path, ALLOWED) == []


@pytest.mark.parametrize("names", ["MATH", "BUILTINS"])
def test_micropython_knows_every_name_of_the_subset(names, micropython):
    module = {"MATH": "math", "BUILTINS": "builtins"}[names]
    known = micropython.evaluate(f"dir(__import__('{module}'))")
    assert sorted(getattr(subset, names) - set(known)) == []


def test_micropython_knows_every_method_of_the_subset(micropython):
    known = micropython.evaluate("dir(str) + dir(list) + dir(dict)")
    assert sorted(subset.METHODS - set(known)) == []
