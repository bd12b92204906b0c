"""What each command does, once the environment stands."""

import argparse
import subprocess
import sys

from book.cli.environment import ROOT, VENV


def run(options: argparse.Namespace) -> int:
    """Run the command of `options`; return its exit status."""
    return COMMANDS[options.command](options)


def build(options: argparse.Namespace) -> int:
    """Build the site, the PDFs, the EPUB or all of them."""
    from book.cli import lock

    with lock.held():
        return _build(options)


def _build(options: argparse.Namespace) -> int:
    from book.cli import paper, site

    if options.part == "html":
        return site.build(options.edition, fresh=options.fresh)
    if options.part == "epub":
        return paper.build([], epub=True)
    if options.part == "pdf":
        editions = [options.edition] if options.edition else ["lezer"] if options.chapter else list(paper.EDITIONS)
        return paper.build([paper.Job(edition, options.paper, options.chapter or "") for edition in editions])
    return site.build("lezer") or paper.build([paper.Job(edition) for edition in paper.EDITIONS], epub=True)


def serve(options: argparse.Namespace) -> int:
    """Serve the site and build it again on every change."""
    from book.cli import serving

    return serving.serve(options.port)


def lab(options: argparse.Namespace) -> int:
    """Open Jupyter Lab in the chapters' folder; a chapter opens as a notebook by 'Open With > Notebook'."""
    return subprocess.run([VENV / "bin/jupyter", "lab", str(ROOT / "chapters")], cwd=ROOT, check=False).returncode


def check(options: argparse.Namespace) -> int:
    """Check figures, sources, references and exercises."""
    from book.cli import checking

    return checking.check()


def test(options: argparse.Namespace) -> int:
    """Look at the code's style, build everything, then run every test."""
    from book.cli import lock

    if subprocess.run([sys.executable, "-m", "ruff", "check", "book", "tests"], cwd=ROOT, check=False).returncode:
        return 1
    with lock.held():
        return _test(options)


def _test(options: argparse.Namespace) -> int:
    from book.cli import paper, site

    jobs = [paper.Job(edition) for edition in paper.EDITIONS]
    if site.build("lezer") or site.build("docent") or paper.build(jobs, epub=True):
        return 1
    # One worker: a browser on a machine that does nothing else keeps its times. Two (`test -n 2`) end in half the
    # time; tests/conftest.py says what stays together then.
    workers = ["--numprocesses=1", "--dist=loadgroup", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *workers, *options.pytest]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def bench(options: argparse.Namespace) -> int:
    """Measure building times, weights and speed in the page."""
    from book.cli import benchmark

    return benchmark.run()


def data(options: argparse.Namespace) -> int:
    """Look after the data files."""
    from book.facts import package

    package.rehash()
    return 0


def essays(options: argparse.Namespace) -> int:
    """Look after a reader's own copies of the source essays."""
    from book.cli import own_essays

    return own_essays.bring(options.folder, options.ground)


COMMANDS = {
    "build": build,
    "serve": serve,
    "lab": lab,
    "check": check,
    "test": test,
    "bench": bench,
    "data": data,
    "essays": essays,
}
