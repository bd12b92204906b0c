"""The rights overview: per full text who wrote it, how long it is and on what ground it is shown."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from book.essays import own
from book.facts import register

WORDS_A_PAGE = 450
SHORT_SHARE = 25  # per cent of a work, the hbo scheme for short takes; with SHORT_PAGES, both must hold
SHORT_PAGES = 50
COLUMNS = (
    "essay", "titel", "schrijver", "soort", "vindplaats", "datum", "rechthebbende", "woorden", "pagina's hier",
    "aandeel", "grondslag", "datum grondslag", "bewijs", "gewijzigd", "melding", "bronregel",
)  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """One full text in this copy of the book; `share` in per cent of the work."""

    id: str
    title: str
    author: str
    kind: str
    site: str
    date: str
    words: int
    right: own.Right
    share: int = 100

    @property
    def pages(self) -> float:
        """Pages in this book, of 450 words."""
        return round(self.words / WORDS_A_PAGE, 1)

    @property
    def holder(self) -> str:
        """Who probably holds the rights: the publisher of an interview, else the author."""
        return "uitgever van Binnenlands Bestuur" if self.kind == "interview" else self.author

    @property
    def flags(self) -> str:
        """Which limits of a short take the text passes."""
        found = [f"meer dan {SHORT_PAGES} pagina's"] if self.pages > SHORT_PAGES else []
        return "; ".join([*found, f"meer dan {SHORT_SHARE}%"] if self.share > SHORT_SHARE else found)

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of `COLUMNS`."""
        line = f"{self.author}. {self.title}. {self.date}. {self.site}."
        ground = self.right.ground or "nog geen: niet getoond"
        return (
            self.id, self.title, self.author, self.kind, self.site, self.date, self.holder, str(self.words),
            str(self.pages).replace(".", ","), f"{self.share}%", ground, self.right.date, self.right.proof,
            "nee", self.flags, line,
        )  # fmt: skip


def overview(folder: Path | None = None) -> list[Taken]:
    """Return every essay of which a full text lies in `folder`."""
    known = own.rights(folder)
    found = []
    for essay in register().essays.values():
        words = sum(block.words for block in own.text(essay.id, folder))
        if words:
            right = known.get(essay.id, own.Right(essay.id))
            found.append(
                Taken(essay.id, essay.title, essay.author, essay.kind, essay.site, essay.date, words, right)
            )
    return found


def totals(taken: Iterable[Taken]) -> list[tuple[str, int, int]]:
    """Return per rightholder the number of texts and of words: many small takes from one source add up."""
    sums: dict[str, tuple[int, int]] = {}
    for one in taken:
        texts, words = sums.get(one.holder, (0, 0))
        sums[one.holder] = (texts + 1, words + one.words)
    return [(holder, texts, words) for holder, (texts, words) in sums.items()]


def write_csv(taken: Iterable[Taken], folder: Path | None = None) -> Path:
    """Write the overview as `rechtenoverzicht.csv`; return its path."""
    path = (folder or own.FOLDER) / "rechtenoverzicht.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n", delimiter=";")
        rows.writerow(COLUMNS)
        rows.writerows(one.row for one in taken)
    return path
