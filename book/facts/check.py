"""What is wrong with the register as a whole, and which of its figures and sources nothing uses."""

import re
from collections.abc import Iterable
from pathlib import Path

from book.facts import DATA, sources
from book.facts.errors import RegisterError
from book.facts.register import Register

CITATION = re.compile(r"\{cite:[pt]\}`([^`]+)`")
USE = re.compile(r"\{feit\}`([^`]+)`|^\s*(?:- )?feit:\s*(\S+)", re.MULTILINE)


def problems(folder: Path = DATA) -> list[str]:
    """Every fault of the register as `file:line: sentence`; an empty list when it is sound.

    The register stops at the first fault, so there is at most one.
    """
    try:
        Register(folder)
    except RegisterError as error:
        return [str(error)]
    return []


def unused(pages: Iterable[Path], folder: Path = DATA) -> list[str]:
    """Ids of the figures that no page in `pages` names, nor any sum."""
    book = Register(folder)
    used = {name for page in pages for match in USE.findall(page.read_text("utf-8")) for name in match}
    summed = " ".join(fact.derivation for fact in book.facts.values())
    return [name for name in book.facts if name not in used and not re.search(rf"(?<![\w-]){name}(?![\w-])", summed)]


def unused_sources(pages: Iterable[Path], modelled: Iterable[str], folder: Path = DATA) -> list[str]:
    """Every source that no page cites, no figure, event or essay comes from and no model names (`modelled`: keys).

    A sentence each, with file and line: what stands in the bibliography stands there for something.
    """
    book = Register(folder)
    used = set(modelled) | {fact.source for fact in book.facts.values()}
    used |= {point.source for series in book.series.values() for point in (series, *series.points)}
    used |= {key for event in book.timeline for key in event.sources}
    used |= {essay.source for essay in book.essays.values()}
    for page in pages:
        for cited in CITATION.findall(page.read_text("utf-8")):
            used |= {key.strip() for key in cited.split(",")}
    lines = sources.keys(book.bibliography)
    return [
        str(RegisterError(f"nothing uses the source '{key}': cite it or take it out", book.bibliography, line))
        for key, line in lines.items()
        if key not in used
    ]
