"""What is wrong with the register as a whole, and which of its figures no page uses."""

import re
from collections.abc import Iterable
from pathlib import Path

from book.facts import DATA
from book.facts.errors import RegisterError
from book.facts.register import Register

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
