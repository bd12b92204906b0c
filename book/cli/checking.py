"""`check`: everything a maker wants to know before handing the book over."""

from pathlib import Path

from book.cli import site
from book.cli.environment import ROOT


def check() -> int:
    """Print every problem as `file:line: sentence`; return 1 when there is one, else 0.

    Checked: the register (types, sources, sums, breaks), figures typed by hand, and what a complete build warns of
    (references, literature, exercises, self-tests).
    """
    from book.facts import check as register
    from book.facts import prose

    pages = sorted(path for room in ("chapters", "exercises", "back") for path in (ROOT / room).glob("*.md"))
    problems = [*register.problems(), *prose.typed_figures(pages)]
    if site.build("lezer", fresh=True):
        return 1
    problems += _warnings(site.warnings_of(site.OUTPUT["lezer"]))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problemen" if problems else "Geen problemen gevonden.")
    return 1 if problems else 0


def _warnings(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if "WARNING" in line or "ERROR" in line]
