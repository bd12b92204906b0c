"""The simulations: one module each, the same Python in the tests, the kernel, the page and the print.

    get("productcodes").run(municipalities=100)     -> Run(values, result, figure, summary, columns, rows)

A module with a function decorated by `@simulation` is a simulation; its name is the module's. What a module holds
is described in `contract`.
"""

import difflib
import importlib
import pkgutil

from book.simulations.contract import REGISTRY
from book.simulations.declarations import Run, Simulation, SimulationError

__all__ = ["Run", "Simulation", "SimulationError", "all", "get"]


def all() -> list[Simulation]:
    """Return every simulation of this package, by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return [REGISTRY[name] for name in sorted(REGISTRY)]


def get(name: str) -> Simulation:
    """Return one simulation. Raises SimulationError that names the nearest one when there is none by that name."""
    known = [simulation.name for simulation in all()]
    if name not in REGISTRY:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known)}"
        raise SimulationError(f"there is no simulation '{name}'; {hint}")
    return REGISTRY[name]
