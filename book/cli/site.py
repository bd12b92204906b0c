"""Builds the site with Sphinx, configured by Jupyter Book's `_config.yml`."""

import shutil
import time
from pathlib import Path

from book.cli.environment import ROOT

BUILD = ROOT / "_build"
OUTPUT = {"lezer": BUILD / "html", "docent": BUILD / "docent"}
DOCTREES = BUILD / ".doctrees"
WARNINGS = BUILD / "warnings.txt"


def build(edition: str, fresh: bool = False) -> int:
    """Build the HTML of `edition` ("lezer" or "docent"); return 0, or 1 when the build stopped.

    Warnings do not stop a build: they are printed and kept in `_build/warnings.txt`, which the tests want empty.
    """
    if fresh:
        for path in (*OUTPUT.values(), DOCTREES, BUILD / ".jupyter_cache", BUILD / "pictures"):
            shutil.rmtree(path, ignore_errors=True)
    start = time.monotonic()
    print(f"… site bouwen ({edition})", flush=True)
    status = run_sphinx("html", OUTPUT[edition], edition)
    if status:
        return 1
    index = (OUTPUT[edition] / "index.html").relative_to(ROOT)
    print(f"  klaar in {time.monotonic() - start:.1f} s: open {index}", flush=True)
    return 0


def run_sphinx(builder: str, output: Path, edition: str, source: Path = ROOT, doctrees: Path = DOCTREES) -> int:
    """Run one Sphinx builder over the book at `source`; return its exit status."""
    from jupyter_book.sphinx import build_sphinx

    output.mkdir(parents=True, exist_ok=True)
    result = build_sphinx(
        source, output,
        path_config=source / "_config.yml",
        noconfig=True,
        confoverrides={
            "book_edition": edition,
            "external_toc_path": str(source / "_toc.yml"),
            "latex_individualpages": False,  # asked for by build_sphinx, of no use here
        },
        doctreedir=doctrees,
        builder=builder,
        quiet=True,
    )
    return result if isinstance(result, int) else 1
