"""`check`: everything a maker wants to know before handing the book over."""

from pathlib import Path

from book.cli import site
from book.cli.environment import ROOT


def check() -> int:
    """Print every problem as `file:line: sentence`; return 1 when there is one, else 0.

    Checked: the register (types, sources, sums, breaks), sources that nothing uses, figures typed by hand, spelling,
    phrases we do not write, and what a complete build warns of (references, literature, exercises, self-tests). How
    readable each chapter is and which figures no page uses is told without counting as a problem.
    """
    from book.facts import check as register
    from book.facts import prose
    from book.language import phrases, spelling

    pages = sorted(path for room in ("chapters", "exercises", "back") for path in (ROOT / room).rglob("*.md"))
    problems = [*register.problems(), *register.unused_sources(pages, _modelled())]
    problems += [*prose.typed_figures(pages), *phrases.slips(pages), *spelling.unknown()]
    if site.build("lezer", fresh=True):
        return 1
    problems += _warnings(site.warnings_of(site.OUTPUT["lezer"]))
    for problem in problems:
        print(problem)
    _tell_readability(pages)
    for name in register.unused(pages):
        print(f"book/data/figures.csv: geen pagina gebruikt '{name}' (dat mag)")
    print(f"{len(problems)} problemen" if problems else "Geen problemen gevonden.")
    return 1 if problems else 0


def _modelled() -> list[str]:
    """Return the keys of the sources that the simulations name."""
    from book import simulations

    return [key for simulation in simulations.all() for key in simulation.sources]


def _warnings(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if "WARNING" in line or "ERROR" in line]


def _tell_readability(pages: list[Path]) -> None:
    from book.language import readability

    print("Leesbaarheid (Flesch-Douma: hoger is makkelijker; LIX: lager is makkelijker):")
    for path in pages:
        if path.parent.name not in ("chapters", "exercises"):
            continue
        found = readability.measure(path)
        longest = found.longest[0]
        told = f"{found.words} woorden, {found.mean:.1f} per zin, Flesch-Douma {found.douma:.0f}, LIX {found.lix:.0f}"
        print(f"  {path.relative_to(ROOT)}: {told}; langste zin {len(longest.words)} woorden, regel {longest.line}")
