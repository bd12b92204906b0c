"""Builds the site with Sphinx, configured by Jupyter Book's `_config.yml`."""

import contextlib
import gc
import io
import logging
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from book.cli.environment import ROOT

BUILD = ROOT / "_build"
OUTPUT = {"lezer": BUILD / "html", "docent": BUILD / "docent"}
DOCTREES = BUILD / ".doctrees"
PDF = BUILD / "pdf"


def build(edition: str, fresh: bool = False) -> int:
    """Build the HTML of `edition` ("lezer" or "docent"); return 0, or 1 when the build stopped.

    Warnings do not stop a build: they are printed and kept (`warnings_of`); the tests want none.
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


def run_sphinx(
    builder: str,
    output: Path,
    edition: str,
    source: Path = ROOT,
    doctrees: Path = DOCTREES,
    settings: dict[str, str] | None = None,
) -> int:
    """Run one Sphinx builder over the book at `source`, with `settings` of ours; return its exit status."""
    # jsonschema would compile a grammar for addresses at import: seconds, for a check that nothing here asks for
    sys.modules.setdefault("rfc3987_syntax", None)
    from jupyter_book.sphinx import build_sphinx

    from book.sphinxext.trees import walked_by_one_loop

    output.mkdir(parents=True, exist_ok=True)
    with (
        _own_logging(),
        _keeping_garbage(),
        walked_by_one_loop(),
        warnings_of(output).open("w", encoding="utf-8") as kept,
        contextlib.redirect_stderr(_Tee(sys.stderr, kept)),
    ):
        result = build_sphinx(
            source,
            output,
            path_config=source / "_config.yml",
            noconfig=True,
            confoverrides={
                "book_edition": edition,
                **(settings or {}),
                "external_toc_path": str(source / "_toc.yml"),
                "latex_individualpages": False,  # asked for by build_sphinx, of no use here
            },
            doctreedir=doctrees,
            builder=builder,
            quiet=True,
        )
    return result if isinstance(result, int) else 1


def warnings_of(output: Path) -> Path:
    """Return the file with the warnings of the last build into `output`."""
    return output.with_suffix(".warnings")


@contextlib.contextmanager
def _own_logging() -> Iterator[None]:
    """Undo what a build sets on the root logger: kaleido leaves a handler that writes to a stream we close."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        yield
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers


@contextlib.contextmanager
def _keeping_garbage() -> Iterator[None]:
    """Collect no garbage during a build: a third of its time went into looking at trees that live until its end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Tee(io.TextIOBase):
    """Writes to the screen and to the file of warnings."""

    def __init__(self, *streams: TextIO):
        self.streams = streams

    def write(self, text: str) -> int:
        for stream in self.streams:
            stream.write(text)
        return len(text)

    def flush(self) -> None:
        for stream in self.streams:
            stream.flush()
