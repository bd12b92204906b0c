"""The charts of the book: one function a chart, from the register to a complete `Chart`.

    @chart("tekorten-jeugd")
    def shortfalls() -> Chart: ...

    get("tekorten-jeugd")      the chart, computed and checked
    names()                    every name there is

A chart that lacks a title, a text alternative, a table, a source or the marks its figures need does not load.
"""

import difflib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from book.charts.check import check
from book.charts.errors import ChartError
from book.charts.model import Cell, Chart, Column, Row, Table, status_of

__all__ = [
    "Cell", "Chart", "ChartError", "Column", "Row", "Table", "chart", "get", "module_file", "names", "status_of",
]

_FUNCTIONS: dict[str, Callable[[], Chart]] = {}
_COMMON = {
    "errors", "model", "marks", "template", "check", "bars", "rows", "lines", "table", "mosaic_picture",
}


def chart(name: str) -> Callable[[Callable[[], Chart]], Callable[[], Chart]]:
    """Register a function as the chart `name`. Raises ChartError when the name is taken."""

    def register(function: Callable[[], Chart]) -> Callable[[], Chart]:
        taken = _FUNCTIONS.get(name)
        if taken and taken.__code__.co_filename != function.__code__.co_filename:
            raise ChartError(f"chart '{name}' exists already in {taken.__code__.co_filename}", *_where(function))
        _FUNCTIONS[name] = function
        return function

    return register


def names() -> list[str]:
    """The names of all charts, in alphabetical order."""
    _load()
    return sorted(_FUNCTIONS)


def get(name: str) -> Chart:
    """Compute the chart `name` and check it. Raises ChartError, also for a name that does not exist."""
    _load()
    if name not in _FUNCTIONS:
        close = difflib.get_close_matches(name, _FUNCTIONS, 1, 0.5)
        hint = f"; did you mean '{close[0]}'?" if close else f"; there are: {', '.join(names())}"
        raise ChartError(f"there is no chart '{name}'{hint}")
    function = _FUNCTIONS[name]
    file, line = _where(function)
    return check(replace(function(), name=name, file=file, line=line))


def module_file(name: str) -> str:
    """The file that holds the function of the chart `name`."""
    _load()
    return _FUNCTIONS[name].__code__.co_filename


def _where(function: Callable[[], Chart]) -> tuple[str, int]:
    return function.__code__.co_filename, function.__code__.co_firstlineno


def _load() -> None:
    for found in iter_modules([str(Path(__file__).parent)]):
        if found.name not in _COMMON:
            import_module(f"{__name__}.{found.name}")
