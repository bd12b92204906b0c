"""Finds the source essays in plain-text dumps by their fingerprints and puts them in `essays-own/`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from book.essays import dump, own
from book.essays.catalogue import Print, prints
from book.essays.dump import Block, fingerprint

NAMES = (
    ("heading", "kopje", "kopjes"),
    ("bullet", "punt", "punten"),
    ("number", "genummerd punt", "genummerde punten"),
)


@dataclass(frozen=True)
class Found:
    """Essay `id` as it stands in lines `first` to `last` of file `name`."""

    id: str
    name: str
    first: int
    last: int
    blocks: tuple[Block, ...]

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(block.words for block in self.blocks)

    @property
    def place(self) -> str:
        """`name, regel 3-9`."""
        return f"{self.name}, regel {self.first}-{self.last}"


@dataclass
class Report:
    """What a search found: each essay once, its doubles, what has no end, what is missing, what stays behind."""

    found: dict[str, Found] = field(default_factory=dict)
    doubles: list[Found] = field(default_factory=list)
    cut: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    left: dict[str, list[Block]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


def search(folder: Path) -> Report:
    """Look through every .txt file of `folder` and report; nothing is written.

    Raises NotADirectoryError when there is no such folder, FileNotFoundError when it holds no .txt file.
    """
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    paths = sorted(folder.rglob("*.txt"))
    if not paths:
        raise FileNotFoundError(folder)
    report, catalogue = Report(), prints()
    for path in paths:
        try:
            whole = dump.read(path)
        except UnicodeDecodeError:
            report.unreadable.append(path.name)
            continue
        _search_file(path.name, whole, catalogue, report)
    report.missing = [one.id for one in catalogue if one.id not in report.found]
    report.found = {one.id: report.found[one.id] for one in catalogue if one.id in report.found}
    return report


def _search_file(name: str, whole: list[Block], catalogue: list[Print], report: Report) -> None:
    blocks = list(dump.without_furniture(whole))
    places: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        places.setdefault(fingerprint(block.text), []).append(place)
    taken: set[int] = set()
    for one in catalogue:
        for start in places.get(one.first, []):
            end = next((place for place in places.get(one.last, []) if place >= start), None)
            if end is None:
                report.cut.append((one.id, f"{name}, regel {blocks[start].line}"))
                continue
            part = blocks[start : end + 1]
            taken |= {block.line for block in part}
            _keep(Found(one.id, name, part[0].line, part[-1].line, tuple(dump.with_headings(part))), report)
    left = [block for block in whole if block.line not in taken]
    if left:
        report.left[name] = left


def _keep(new: Found, report: Report) -> None:
    old = report.found.get(new.id)
    if old is None:
        report.found[new.id] = new
        return
    longest, other = (new, old) if new.words > old.words else (old, new)
    report.found[new.id] = longest
    report.doubles.append(other)


def save(report: Report, ground: str = "", folder: Path | None = None) -> list[own.Right]:
    """Write the texts that were found; return the grounds, those known before kept and new ones set to `ground`."""
    known = own.rights(folder)
    for one in report.found.values():
        own.write(one.id, one.blocks, folder)
        if not known.get(one.id, own.Right(one.id)).ground:
            known[one.id] = own.Right(one.id, ground)
    found = [known[number] for number in sorted(known)]
    own.write_rights(found, folder)
    return found


def told(report: Report, titles: dict[str, str]) -> Iterable[str]:
    """Return the report in Dutch, a line each; `titles` by number."""
    yield f"{len(report.found)} van de {len(titles)} essays gevonden:"
    for one in report.found.values():
        parts = [f"{one.words} woorden"]
        for kind, single, many in NAMES:
            count = sum(block.kind == kind for block in one.blocks)
            parts += [f"{count} {single if count == 1 else many}"] if count else []
        yield f"  {one.id}  {titles[one.id]} ({one.place}; {', '.join(parts)})"
    for one in report.doubles:
        yield f"Dubbel, dus één keer overgenomen: {one.id} staat ook in {one.place}."
    for number, place in report.cut:
        yield f"Niet overgenomen: {number} begint in {place}, maar het slot van de tekst ontbreekt of is gewijzigd."
    for number in report.missing:
        yield f"Niet gevonden: {number}  {titles[number]}."
    for name in report.unreadable:
        yield f"Niet gelezen: {name} is geen tekst in UTF-8."
    for name, blocks in report.left.items():
        lines = ", ".join(str(block.line) for block in blocks)
        yield f"Achtergelaten uit {name} (titels, onderschriften, knoppen, reacties): regel {lines}."
