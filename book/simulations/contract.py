"""How a module becomes a simulation.

    @simulation(title=..., question=..., scenarios=[Scenario(...)], model=[...], assumptions=[...],
                leaves_out=[...], sources=["bib-key"])
    def simulate(municipalities: Annotated[int, Slider(1, 393, 1, key="gemeenten", ...)] = 393) -> dict

A model that computes with a series of the register takes it as an argument without default,
`observed: Annotated[dict, Observed("bijstand")]`: the data then reach the page with the declarations.
Single figures reach it in the same way: `known: Annotated[list, Figures(("extra-geld-2019", ...))]`.

A model that the reader may give a table of their own takes it as `own: Annotated[list, OwnTable(...)]`, and its
module holds `fit(rows)` (see `OwnTable`).

Beside `simulate` (pure, deterministic; ValueError with a Dutch sentence) the module holds

    figure(result) -> dict           a Plotly figure as plain data: bar and scatter only, a height, and a range on
                                     every value axis (two settings are then drawn to one scale); colours are
                                     names of tokens behind an at sign: "@series-1", "@ink", "@muted"
    summary(result) -> str           one to three Dutch sentences
    table(result) -> columns, rows   texts; the first column names the row

A Dutch text may name a figure of the register between braces: "Begin 2015 waren het er {gemeenten-2015}.", or a point
of a series: "{gemeenten@2015}".

The bodies run in CPython and in MicroPython (see `subset`); declarations are read here, by CPython only. Everything
is checked when the module is imported (`validation`): SimulationError with file and line.
"""

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from book.simulations import checks, validation
from book.simulations.declarations import (
    Choice,
    Column,
    Figures,
    Observed,
    OwnTable,
    Scenario,
    Shares,
    Simulation,
    SimulationError,
    Slider,
    Switch,
)

__all__ = [
    "REGISTRY",
    "Choice",
    "Column",
    "Figures",
    "Observed",
    "OwnTable",
    "Scenario",
    "Shares",
    "Simulation",
    "SimulationError",
    "Slider",
    "Switch",
    "simulation",
]

REGISTRY: dict[str, Simulation] = {}


def simulation(
    *,
    title: str,
    question: str,
    scenarios: Sequence[Scenario],
    model: Sequence[str],
    assumptions: Sequence[str],
    leaves_out: Sequence[str],
    sources: Sequence[str],
    shares: Sequence[Shares] = (),
) -> Callable[[Callable[..., dict]], Callable[..., dict]]:
    """Register the decorated function as a simulation; it then checks its values before it computes.

    `model` holds the equations as lines of plain text (`^(...)` becomes a superscript), `sources` keys of
    references.bib. Raises SimulationError.
    """

    def register(function: Callable[..., dict]) -> Callable[..., dict]:
        file = _relative(inspect.getsourcefile(function))
        line = function.__code__.co_firstlineno
        name = function.__module__.rsplit(".", 1)[-1]

        def filled(texts: Sequence[str]) -> tuple[str, ...]:
            return tuple(validation.fill(text, file, line) for text in texts)

        @functools.wraps(function)
        def checked(**values) -> dict:
            return function(**checks.arguments(spec, *checks.check_own(spec, values)))

        registered = Simulation(
            name=name,
            title=validation.fill(title, file, line),
            question=validation.fill(question, file, line),
            parameters=validation.parameters(function, file),
            observed=validation.observed(function, file),
            own=validation.own(function),
            scenarios=tuple(replace(s, why=validation.fill(s.why, file, line)) for s in scenarios),
            shares=tuple(shares),
            model=filled(model),
            assumptions=filled(assumptions),
            leaves_out=filled(leaves_out),
            sources=tuple(sources),
            simulate=checked,
            file=file,
            line=line,
        )
        validation.validate(registered)
        spec = registered.spec()
        REGISTRY[name] = registered
        return checked

    return register


def _relative(file: str) -> str:
    """Return the path as the repository names it."""
    root = Path(__file__).resolve().parents[2]
    path = Path(file).resolve()
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
