"""What is checked when a simulation registers itself. Every mistake is a SimulationError with file and line."""

import ast
import inspect
import math
import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, get_args, get_origin

from book import facts
from book.simulations import checks
from book.simulations.declarations import (
    Choice,
    Figures,
    Given,
    Observed,
    Own,
    OwnTable,
    Parameter,
    Simulation,
    SimulationError,
    Slider,
    Switch,
)

FIGURE = re.compile(r"\{([a-z0-9-]+(?:@[0-9A-Z-]+)?)\}")
KEY = re.compile(r"[a-z][a-z0-9-]*\Z")
RESERVED = {"scenario", "scenarios", "start"}
TYPES = {Slider: (int, float), Choice: (str,), Switch: (bool,)}


def parameters(function: Callable[..., dict], file: str) -> tuple[Parameter, ...]:
    """Read the parameters from the signature of `function`. Raises SimulationError."""
    lines = _lines(function)
    found = []
    for name, argument in inspect.signature(function).parameters.items():
        line = lines[name]
        annotation = argument.annotation
        if _data(argument) or _own(argument):
            continue
        declared = next((a for a in get_args(annotation)[1:] if type(a) in TYPES), None)
        if get_origin(annotation) is not Annotated or declared is None:
            raise SimulationError(
                f"parameter '{name}' is not declared; write `{name}: Annotated[int, Slider(...)] = default`",
                file,
                line,
            )
        kind = get_args(annotation)[0]
        if kind not in TYPES[type(declared)]:
            wanted = " or ".join(t.__name__ for t in TYPES[type(declared)])
            raise SimulationError(
                f"parameter '{name}' is a {type(declared).__name__}, so its type must be {wanted}", file, line
            )
        if argument.default is inspect.Parameter.empty:
            raise SimulationError(
                f"parameter '{name}' has no default; a simulation starts at its defaults", file, line
            )
        declared = replace(declared, help=fill(declared.help, file, line))
        found.append(Parameter(name, argument.default, kind is int, declared, line))
    if not found:
        raise SimulationError("a simulation needs at least one parameter", file, function.__code__.co_firstlineno)
    return tuple(found)


def observed(function: Callable[..., dict], file: str) -> tuple[Given, ...]:
    """Read the series and figures that `function` computes with from the register. Raises SimulationError."""
    found = []
    for name, argument in inspect.signature(function).parameters.items():
        if declared := _data(argument):
            read = _points if isinstance(declared, Observed) else _figures
            data = _known(lambda read=read, declared=declared: read(declared), file, _lines(function)[name])
            found.append(Given(name, data))
    return tuple(found)


def own(function: Callable[..., dict]) -> Own | None:
    """Return the table of the reader's own that `function` takes, if it does."""
    for name, argument in inspect.signature(function).parameters.items():
        if declared := _own(argument):
            return Own(name, declared)
    return None


def _points(declared: Observed) -> dict[str, list]:
    series = facts.series(declared.series)
    points = [
        [point.period, None if point.value is None else float(point.value), point.provisional]
        for point in series.points
    ]
    return {"points": points, "breaks": [one.before for one in series.breaks]}


def _figures(declared: Figures) -> list[dict]:
    return [
        {
            "id": figure.id,
            "value": figure.value,
            "high": figure.value_high,
            "unit": figure.unit,
            "period": figure.period,
            "status": figure.status,
        }
        for figure in map(facts.fact, declared.ids)
    ]


def fill(text: str, file: str, line: int) -> str:
    """Put the register's figures in the place of their ids: `{gemeenten-2015}` becomes `393`."""
    return FIGURE.sub(lambda found: _known(lambda: facts.look_up(found[1]), file, line)[1].text, text)


def validate(simulation: Simulation) -> None:
    """Check everything a simulation declares. Raises SimulationError."""
    for name in simulation.own.declared.fixes if simulation.own else ():
        if name not in simulation.defaults:
            raise SimulationError(
                f"the own table fixes '{name}', which is no parameter", simulation.file, simulation.line
            )
    for text in ("title", "question"):
        if not getattr(simulation, text).strip():
            raise SimulationError(f"`{text}` is empty; give a Dutch text", simulation.file, simulation.line)
    for texts in ("model", "assumptions", "leaves_out"):
        if isinstance(getattr(simulation, texts), str) or not getattr(simulation, texts):
            raise SimulationError(
                f"`{texts}` must list at least one Dutch sentence", simulation.file, simulation.line
            )
    for parameter in simulation.parameters:
        _validate_parameter(simulation, parameter)
    keys = [parameter.declared.key for parameter in simulation.parameters]
    for parameter in simulation.parameters:
        if keys.count(parameter.declared.key) > 1:
            raise SimulationError(
                f"key '{parameter.declared.key}' is used twice; keys name settings in links",
                simulation.file,
                parameter.line,
            )
    _validate_shares(simulation)
    _validate_values(simulation, "the defaults", {})
    _validate_scenarios(simulation)
    for key in simulation.sources:
        _known(lambda key=key: facts.source(key), simulation.file, simulation.line)


def _validate_parameter(simulation: Simulation, parameter: Parameter) -> None:
    declared, where = parameter.declared, (simulation.file, parameter.line)
    if not KEY.match(declared.key) or declared.key in RESERVED or declared.key == simulation.name:
        raise SimulationError(
            f"key '{declared.key}' of parameter '{parameter.name}' cannot stand in a link; use lower-case letters, "
            f"digits and hyphens, and none of {', '.join(sorted(RESERVED))}",
            *where,
        )
    if not declared.label.strip():
        raise SimulationError(f"parameter '{parameter.name}' has no label", *where)
    if isinstance(declared, Choice) and len(declared.options) < 2:
        raise SimulationError(f"parameter '{parameter.name}' offers no choice; give two options or more", *where)
    if not isinstance(declared, Slider):
        return
    if not (declared.low < declared.high and declared.step > 0):
        raise SimulationError(f"parameter '{parameter.name}' needs low < high and a step above 0", *where)
    for what, value in (("default", parameter.default), ("high end", declared.high)):
        steps = (value - declared.low) / declared.step
        if not math.isclose(steps, round(steps), abs_tol=1e-9):
            raise SimulationError(
                f"the {what} {value} of parameter '{parameter.name}' is not on a step of {declared.step} "
                f"from {declared.low}",
                *where,
            )
    if declared.fact:
        _, figure = _known(lambda: facts.look_up(declared.fact), *where)
        if figure.value != parameter.default:
            raise SimulationError(
                f"the default {parameter.default} of parameter '{parameter.name}' is not the register's "
                f"{figure.value} ('{declared.fact}'); write that value or drop `fact`",
                *where,
            )


def _validate_shares(simulation: Simulation) -> None:
    for shares in simulation.shares:
        for name in shares.parameters:
            sliders = {
                p.name
                for p in simulation.parameters
                if isinstance(p.declared, Slider) and (p.declared.low, p.declared.high) == (0, 100)
            }
            if name not in sliders:
                raise SimulationError(
                    f"'{name}' cannot be a share; it must be a slider from 0 to 100", simulation.file, simulation.line
                )


def _validate_scenarios(simulation: Simulation) -> None:
    names = [scenario.name for scenario in simulation.scenarios]
    for scenario in simulation.scenarios:
        if not KEY.match(scenario.name) or names.count(scenario.name) > 1:
            raise SimulationError(
                f"scenario name '{scenario.name}' cannot stand in a link or is used twice; use lower-case letters, "
                "digits and hyphens",
                simulation.file,
                simulation.line,
            )
        if not (scenario.title.strip() and scenario.why.strip()):
            raise SimulationError(
                f"scenario '{scenario.name}' needs a title and a sentence that says why",
                simulation.file,
                simulation.line,
            )
        _validate_values(simulation, f"scenario '{scenario.name}'", scenario.values)


def _validate_values(simulation: Simulation, what: str, values: dict) -> None:
    try:
        checks.check(simulation.spec(), values)
    except ValueError as error:
        raise SimulationError(f"{what} cannot be: {error}", simulation.file, simulation.line) from None


def _known(read: Callable, file: str, line: int):
    """Read something of the register; its error gets our file and line."""
    try:
        return read()
    except facts.RegisterError as error:
        raise SimulationError(error.message, file, line) from None


def _data(argument: inspect.Parameter) -> Observed | Figures | None:
    """Return what an argument of the model asks of the register, if it does."""
    return next((one for one in get_args(argument.annotation)[1:] if isinstance(one, Observed | Figures)), None)


def _own(argument: inspect.Parameter) -> OwnTable | None:
    return next((one for one in get_args(argument.annotation)[1:] if isinstance(one, OwnTable)), None)


def _lines(function: Callable) -> dict[str, int]:
    """Return the line of each parameter in the file."""
    source, first = inspect.getsourcelines(function)
    tree = ast.parse(textwrap.dedent("".join(source))).body[0]
    arguments = [*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs]
    return {argument.arg: first + argument.lineno - 1 for argument in arguments}
