"""The folder with a reader's own copies, `essays-own/`: one text a file, and the ground on which each may be shown.

    essays-own/e07.txt       blocks between blank lines; "## " heads a part, "- " and "1. " begin an item
    essays-own/rechten.csv   essay, ground, date, proof, remark

The folder never enters the repository. Without it the book is complete. Every function takes another folder.
"""

import csv
import hashlib
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from book.essays.dump import Block

FOLDER = Path(__file__).resolve().parents[2] / "essays-own"
RIGHTS = "rechten.csv"
GROUNDS = ("toestemming", "licentie", "eigen tekst")
SIGNS = {"heading": "## ", "bullet": "- ", "number": "1. "}
MARKED = re.compile(r"(## |- |1\. )")


@dataclass(frozen=True)
class Right:
    """On what ground the text of essay `id` may be shown; an empty `ground` means: not at all."""

    id: str
    ground: str = ""
    date: str = ""
    proof: str = ""
    remark: str = ""


class OwnError(Exception):
    """A mistake in `essays-own/`: one Dutch sentence with file, line and remedy."""


def path_of(number: str, folder: Path | None = None) -> Path:
    """Return the file of essay `number` (E07)."""
    return (folder or FOLDER) / f"{number.lower()}.txt"


def write(number: str, blocks: Iterable[Block], folder: Path | None = None) -> None:
    """Write the text of an essay; a paragraph that begins with a sign of ours gets a backslash before it."""
    path = path_of(number, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(map(_line, blocks)) + "\n", "utf-8")


def text(number: str, folder: Path | None = None) -> list[Block]:
    """Return the blocks of an essay's own copy; an empty list when there is none."""
    path = path_of(number, folder)
    if not path.exists():
        return []
    parts = re.split(r"\n\s*\n", path.read_text("utf-8").strip())
    return [_block(" ".join(part.split())) for part in parts if part.strip()]


def rights(folder: Path | None = None) -> dict[str, Right]:
    """Return the ground of each essay in `rechten.csv`. Raises OwnError with file and line."""
    path = (folder or FOLDER) / RIGHTS
    if not path.exists():
        return {}
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, cells in enumerate(csv.reader(file), 1):
            if line == 1 or not any(cells):
                continue
            right = Right(*(cell.strip() for cell in (*cells, "", "", "", "", "")[: len(fields(Right))]))
            if right.ground and right.ground not in GROUNDS:
                raise OwnError(
                    f"{path.parent.name}/{path.name}:{line}: grondslag '{right.ground}' bestaat niet; "
                    f"kies uit {', '.join(GROUNDS)}, of laat de cel leeg"
                )
            found[right.id.upper()] = right
    return found


def write_rights(found: Iterable[Right], folder: Path | None = None) -> None:
    """Write `rechten.csv`."""
    path = (folder or FOLDER) / RIGHTS
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["essay", "grondslag", "datum", "bewijs", "opmerking"])
        rows.writerows(astuple(right) for right in found)


def state(folder: Path | None = None) -> str:
    """Return a hash of all that stands in the folder, to see whether pages must be read again."""
    digest = hashlib.sha256()
    for path in sorted((folder or FOLDER).glob("*.*")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _line(block: Block) -> str:
    sign = SIGNS.get(block.kind)
    if sign:
        return sign + block.text
    return MARKED.sub(r"\\\1", block.text, count=1) if MARKED.match(block.text) else block.text


def _block(text: str) -> Block:
    for kind, sign in SIGNS.items():
        if text.startswith(sign):
            return Block(kind, text.removeprefix(sign))
    return Block("paragraph", text.removeprefix("\\") if MARKED.match(text[1:]) else text)
