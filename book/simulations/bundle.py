"""What a page loads to compute a simulation: the engine, and one script per simulation. Classic scripts, so that
they load from `file://` too.

    _static/simulation-engine.js         starts the worker; its code is inside
    _static/engine.js                    MicroPython (loader and WebAssembly), the shim and the checks
    _static/simulations/<name>.js        the module's source and the sources it imports
"""

import ast
import base64
import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

from book.simulations.declarations import Simulation, SimulationError

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "book/web/engine"
MICROPYTHON = ROOT / "node_modules/@micropython/micropython-webassembly-pyscript"
ALWAYS = ("book.facts.dutch", "book.simulations.checks")
STUBBED = {"typing", "book.simulations.contract"}
BUILT_IN = {"math", "json"}


def sources(simulation: Simulation) -> list[tuple[str, str]]:
    """Return (module, source) of all that a simulation needs beyond the engine, each after what it imports."""
    found: dict[str, str] = {}
    _collect(simulation.simulate.__module__, found, simulation)
    return [(name, source) for name, source in found.items() if name not in ALWAYS]


def payload(simulation: Simulation) -> dict:
    """Return what the engine is told about a simulation: its module and its sources."""
    return {"module": simulation.simulate.__module__, "sources": sources(simulation)}


def core() -> dict:
    """Return the Python that every simulation needs in the page: the shim, and modules by name."""
    return {
        "shim": (ENGINE / "shim.py").read_text("utf-8"),
        "sources": [(name, path_of(name).read_text("utf-8")) for name in ALWAYS],
    }


def client_script() -> str:
    """Return `simulation-engine.js`."""
    worker = json.dumps((ENGINE / "worker.js").read_text("utf-8"))
    return (ENGINE / "client.js").read_text("utf-8").replace('const WORKER = "";', f"const WORKER = {worker};")


@cache
def engine_script() -> str:
    """Return `engine.js`. The binary parts are gzipped, then base64: the worker unpacks them."""
    return _assign(
        "engine",
        {
            "loader": _packed(MICROPYTHON / "micropython.mjs"),
            "wasm": _packed(MICROPYTHON / "micropython.wasm"),
            "core": core(),
        },
    )


def simulation_script(simulation: Simulation) -> str:
    """Return the script of one simulation."""
    return _assign(f"models[{json.dumps(simulation.name)}]", payload(simulation), prepare="d.models=d.models||{};")


def files(simulations: list[Simulation]) -> dict[str, str]:
    """Return the scripts by their path in the static folder."""
    return {"simulation-engine.js": client_script(), "engine.js": engine_script()} | {
        f"simulations/{simulation.name}.js": simulation_script(simulation) for simulation in simulations
    }


def version(simulations: list[Simulation]) -> str:
    """Return a short hash of these scripts: it stands in their addresses, so that no browser shows old ones."""
    text = "".join(files(simulations).values())
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def path_of(module: str) -> Path:
    """Return the file of a module of this project."""
    return ROOT / (module.replace(".", "/") + ".py")


def _collect(module: str, found: dict[str, str], simulation: Simulation) -> None:
    path = Path(simulation.file) if module == simulation.simulate.__module__ else path_of(module)
    source = (ROOT / path).read_text("utf-8")
    for name, line in _imports(ast.parse(source)):
        if name in STUBBED | BUILT_IN or name in found:
            continue
        if not path_of(name).exists():
            raise SimulationError(
                f"'{name}' cannot be imported in the page; it knows math, json and modules of "
                "book.simulations and book.facts.dutch",
                path,
                line,
            )
        _collect(name, found, simulation)
    found[module] = source


def _imports(tree: ast.Module) -> list[tuple[str, int]]:
    """Return the modules a source imports, with their lines."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                names.append((whole if path_of(whole).exists() else node.module, node.lineno))
    return names


def _packed(path: Path) -> str:
    return base64.b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode()


def _assign(place: str, value: dict, prepare: str = "") -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(d=>{{{prepare}d.{place}={data};}})(globalThis.dichterbij=globalThis.dichterbij||{{}});\n"
