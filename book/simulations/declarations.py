"""What a simulation declares: its parameters, data, scenarios and shares, and the record the registry keeps."""

import inspect
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from book.simulations import own_table

Value = int | float | str | bool


class SimulationError(Exception):
    """A maintainer's mistake in a simulation or in the use of one: `file:line: what is wrong and what to do`."""

    def __init__(self, message: str, file: str | Path | None = None, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        where = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(where + message)


@dataclass(frozen=True)
class Slider:
    """A number between `low` and `high`. `key` is its name in links; `unit` stands behind the value.

    `fact` is an id of the figure register, or `series@period`: the default must then equal that figure. Without
    `fact` a default is an assumption of ours, and `help` says so. `group` gathers parameters under one heading. A
    `year` is written without a point.
    """

    low: float
    high: float
    step: float
    key: str
    label: str
    unit: str = ""
    help: str = ""
    fact: str | None = None
    decimals: int = 0
    group: str = ""
    year: bool = False


@dataclass(frozen=True)
class Choice:
    """One of `options`: pairs of the value and what the reader sees."""

    options: tuple[tuple[str, str], ...]
    key: str
    label: str
    help: str = ""
    group: str = ""


@dataclass(frozen=True)
class Switch:
    """On or off."""

    key: str
    label: str
    help: str = ""
    group: str = ""


@dataclass(frozen=True)
class Observed:
    """A series of the figure register, by its id, that the model receives as data; it has no control and no default.

    The model gets {"points": [[period, value, provisional], ...], "breaks": [period, ...]}, in order of time; a value
    None is a gap, a break stands before its period.
    """

    series: str


@dataclass(frozen=True)
class Figures:
    """Figures of the register, by their ids, that the model receives as data; they have no control and no default.

    The model gets a list in the order of `ids`: {"id", "value", "high", "unit", "period", "status"}. `value` None is
    a figure that is told in words, `high` None one that is not a range.
    """

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table of the reader's own: a `year`, an `amount` between `low` and `high`, or a `text`.

    `words` are what a pasted first row may call it, in small letters. A text has at most `high` characters.
    """

    label: str
    kind: str
    words: tuple[str, ...]
    low: float = 0
    high: float = 0
    needed: bool = True


@dataclass(frozen=True)
class OwnTable:
    """A small table of the reader's own that the model receives as rows, or as [] where there is none.

    It has no default. The text is read by `own_table`, in both engines; the module's `fit(rows)` then returns
    {"values": what the table sets, by parameter name, "how": that in Dutch}. `fixes` names the parameters that do
    nothing while there is a table. The table stays in the browser; with a `key` it stands in links under that name.
    With `grid` it is a table of fields that follows the setting: `own_rows(result)` then returns its rows. `paper`
    stands in the place of `help` above the empty table of the print.
    """

    title: str
    help: str
    columns: tuple[Column, ...]
    fixes: tuple[str, ...]
    least: int
    most: int
    example: str = ""
    paper: str = ""
    key: str = ""
    grid: bool = False


@dataclass(frozen=True)
class Scenario:
    """A named setting that a link can call up: `values` (by parameter name) differ from the defaults.

    `name` stands in links; `why` tells in a Dutch sentence what there is to see.
    """

    name: str
    title: str
    why: str
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Shares:
    """Sliders in percent that divide a whole: together at most 100, what is left goes to `rest` (Dutch)."""

    parameters: tuple[str, ...]
    rest: str


@dataclass(frozen=True)
class Parameter:
    """One parameter of the model: its name in the code, its default and its declaration."""

    name: str
    default: Value
    whole: bool
    declared: Slider | Choice | Switch
    line: int

    @property
    def kind(self) -> str:
        """`slider`, `choice` or `switch`."""
        return type(self.declared).__name__.lower()

    def spec(self) -> dict[str, Any]:
        """Return the declaration as plain data, for the checks in both engines and for the page."""
        return {
            "name": self.name,
            "kind": self.kind,
            "default": self.default,
            "whole": self.whole,
            **asdict(self.declared),
        }


@dataclass(frozen=True)
class Given:
    """Data as the model gets it: the name of the argument, and what the register held at registration."""

    name: str
    data: dict[str, Any] | list[dict[str, Any]]


@dataclass(frozen=True)
class Own:
    """The table of the reader's own that a simulation takes: the name of the argument and its declaration."""

    name: str
    declared: OwnTable

    def spec(self) -> dict[str, Any]:
        """Return the declaration as plain data."""
        return {"name": self.name, **asdict(self.declared)}


@dataclass(frozen=True)
class Run:
    """What one setting gives: all values, the model's result, and how it is shown."""

    values: dict[str, Value]
    result: dict[str, Any]
    figure: dict[str, Any]
    summary: str
    columns: list[str]
    rows: list[list[str]]
    own_rows: list[list]


@dataclass(frozen=True)
class Simulation:
    """A registered simulation."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    observed: tuple[Given, ...]
    own: Own | None
    scenarios: tuple[Scenario, ...]
    shares: tuple[Shares, ...]
    model: tuple[str, ...]
    assumptions: tuple[str, ...]
    leaves_out: tuple[str, ...]
    sources: tuple[str, ...]
    simulate: Callable[..., dict]
    file: str
    line: int

    @property
    def module(self) -> ModuleType:
        """The module with `figure`, `summary` and `table`."""
        return inspect.getmodule(self.simulate)

    @property
    def defaults(self) -> dict[str, Value]:
        """The values a simulation starts with, by parameter name."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def spec(self) -> dict[str, Any]:
        """Return what both engines need to check values and to call the model: plain data."""
        return {
            "parameters": [parameter.spec() for parameter in self.parameters],
            "observed": [asdict(given) for given in self.observed],
            "own": self.own.spec() if self.own else None,
            "shares": [{"parameters": list(shares.parameters), "rest": shares.rest} for shares in self.shares],
        }

    def scenario(self, name: str) -> dict[str, Value]:
        """Return all values of a scenario. Raises SimulationError for an unknown name."""
        for scenario in self.scenarios:
            if scenario.name == name:
                return {**self.defaults, **scenario.values}
        known = ", ".join(scenario.name for scenario in self.scenarios) or "none"
        raise SimulationError(f"simulation '{self.name}' has no scenario '{name}'; it has: {known}")

    def from_keys(self, values: dict[str, Value]) -> dict[str, Value]:
        """Translate the names used in links and chapters (`gemeenten`) to those of the code."""
        names = {parameter.declared.key: parameter.name for parameter in self.parameters}
        for key in values:
            if key not in names:
                raise SimulationError(f"simulation '{self.name}' has no setting '{key}'; it has: {', '.join(names)}")
        return {names[key]: value for key, value in values.items()}

    def read_own(self, text: str) -> dict[str, Any]:
        """Read a table of the reader's own: its rows, the values it sets, and how. Raises ValueError (Dutch)."""
        rows = own_table.read(self.own.spec(), text)
        return {"rows": rows, **self.module.fit(rows)}

    def run(self, **values: Value) -> Run:
        """Compute one setting. Raises ValueError with a Dutch sentence when a value cannot be."""
        module = self.module
        result = self.simulate(**values)
        columns, rows = module.table(result)
        own = module.own_rows(result) if self.own and self.own.declared.grid else []
        values = {**self.defaults, **values}
        return Run(values, result, module.figure(result), module.summary(result), columns, rows, own)
