"""`bench`: building times, weights and speeds, each beside a stock Jupyter Book in the same run.

A measurement, not a test: a busy machine makes every figure worse. The ratios are what to compare.
"""

import contextlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from book.cli import chromium, weights
from book.cli.environment import MODULES, ROOT, VENV

SOURCES = (
    "index.md",
    "_config.yml",
    "_toc.yml",
    "pyproject.toml",
    "CITATION.cff",
    "chapters",
    "exercises",
    "back",
    "book",
)
CHAPTER = "chapters/03-productcodes"
STOCK_CONFIG = (
    "title: Stock\nexecute:\n  execute_notebooks: 'off'\nonly_build_toc_files: true\nexclude_patterns: [.venv]\n"
)


def run() -> int:
    """Print a table of measurements; return 0, or 1 when a build failed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_book(Path(folder) / "book")
        _builds(copy)
        stock = _stock(Path(folder) / "stock", copy)
        _weights(copy / "_build/html", stock / "_build/html")
    for name in ("book.cli.bench_simulations", "book.cli.bench_charts"):
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module(name).run()
    return 0


def copy_book(target: Path) -> Path:
    """Copy the sources of the book to `target`, a folder that does not exist yet; share the environment."""
    target.mkdir()
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, target / name)
    (target / ".venv").symlink_to(VENV)
    (target / "node_modules").symlink_to(MODULES)
    return target


def _builds(copy: Path) -> None:
    command = [sys.executable, "-m", "book", "build", "html"]
    chapter = copy / f"{CHAPTER}.md"
    _print("site, alles nieuw", _timed(command, copy))
    _print("site, niets veranderd", _timed(command, copy))
    chapter.write_text(chapter.read_text("utf-8") + "\nEen regel erbij.\n", "utf-8")
    _print("site, één hoofdstuk gewijzigd", _timed(command, copy))
    for state in ("nieuw", "niets veranderd"):
        _print(f"pdf's, {state}", _timed([*command[:-1], "pdf"], copy))
    _print("alles, niets veranderd", _timed(command[:-1], copy))


def _stock(folder: Path, copy: Path) -> Path:
    """Build the same prose with Jupyter Book as it comes: no extension, theme or assets of ours."""
    folder.mkdir()
    (folder / ".venv").symlink_to(VENV)
    shutil.copy(copy / "_toc.yml", folder)
    (folder / "_config.yml").write_text(STOCK_CONFIG, "utf-8")
    for path in _documents(copy):
        target = folder / path.relative_to(copy)
        target.parent.mkdir(exist_ok=True)
        target.write_text(_prose(path.read_text("utf-8")), "utf-8")
    command = [str(VENV / "bin/jupyter-book"), "build", str(folder)]
    _print("stock Jupyter Book, alles nieuw", _timed(command, folder))
    _print("stock Jupyter Book, niets veranderd", _timed(command, folder))
    return folder


def _documents(folder: Path) -> Iterator[Path]:
    yield folder / "index.md"
    for room in ("chapters", "exercises", "back"):
        yield from sorted((folder / room).glob("*.md"))


def _prose(text: str) -> str:
    """Return `text` without what a stock book does not know: front matter, directives, roles."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"^(`{3,}|:{3,}).*$|^:[\w-]+:.*$|^\([\w-]+\)=$", "", text, flags=re.M)
    return re.sub(r"\{[\w:-]+\}`([^`]*)`", r"\1", text)


def _timed(command: list[str], folder: Path) -> float:
    environment = {**os.environ, "BOOK_ENVIRONMENT": str(folder / ".venv")}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"dichterbij: meten lukt niet, want deze opdracht mislukte: {command}\n{done.stderr[-2000:]}"
        )
    return time.perf_counter() - start


def _weights(ours: Path, stock: Path) -> None:
    with chromium.started() as browser:
        for label, folder in (("", ours), ("stock Jupyter Book, ", stock)):
            with chromium.served(folder) as base:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                weight = weights.watch(page, folder)
                page.goto(f"{base}/{CHAPTER}.html", wait_until="networkidle")
                print(f"{label + 'eerste beeld van hoofdstuk 3':<45}{weight!s:>12}", flush=True)
                if folder is ours:
                    use_everything(page)
                    print(f"{'hoofdstuk 3, alles gebruikt':<45}{weight!s:>12}", flush=True)
                page.close()


def use_everything(page) -> None:
    """Scroll through a page so that each chart and simulation loads, and move the first slider of each simulation."""
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 600):
        page.evaluate(f"window.scrollTo(0, {top})")
        page.wait_for_timeout(150)
    for slider in page.locator(".simulation input[type=range]").all():
        slider.focus()
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(1500)


def _print(label: str, seconds: float) -> None:
    print(f"{label:<45}{seconds:>10.1f} s", flush=True)
