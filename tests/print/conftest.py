"""The PDFs that `python3 -m book build pdf` (or `test`) made, with their texts read once."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdf
import pytest

from book.cli.site import PDF

MM = 72 / 25.4
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')


@dataclass(frozen=True)
class Word:
    """A word on a page; its box in millimetres from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Entry:
    """A bookmark: its depth from 0, its title and its page from 1."""

    depth: int
    title: str
    page: int


@dataclass(frozen=True)
class Book:
    """One PDF."""

    path: Path

    @cached_property
    def pdf(self) -> pypdf.PdfReader:
        """The file as pypdf sees it."""
        return pypdf.PdfReader(self.path)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page as it is laid out."""
        return self._poppler("-layout").split("\f")[:-1]

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of each page with their places."""
        pages = self._poppler("-bbox").split("<page ")[1:]
        return [
            [Word(*(float(number) / MM for number in word[:4]), word[4]) for word in WORD.findall(page)]
            for page in pages
        ]

    @cached_property
    def outline(self) -> list[Entry]:
        """The bookmarks in their order."""
        return list(self._entries(self.pdf.outline, 0))

    def _entries(self, level: list, depth: int) -> Iterator[Entry]:
        for item in level:
            if isinstance(item, list):
                yield from self._entries(item, depth + 1)
            else:
                yield Entry(depth, item.title, self.pdf.get_destination_page_number(item) + 1)

    def _poppler(self, form: str) -> str:
        if not shutil.which("pdftotext"):
            pytest.skip("pdftotext (Debian: poppler-utils) staat niet op deze machine")
        done = subprocess.run(["pdftotext", form, str(self.path), "-"], capture_output=True, text=True, check=True)
        return done.stdout


def _book(edition: str) -> Book:
    path = PDF / f"dichterbij-{edition}.pdf"
    if not path.exists():
        pytest.skip(f"geen {path.name}: draai eerst `python3 -m book build pdf {edition}`")
    return Book(path)


@pytest.fixture(scope="session")
def reader() -> Book:
    """The reader's edition."""
    return _book("lezer")


@pytest.fixture(scope="session")
def trainer() -> Book:
    """The trainer's edition."""
    return _book("docent")


@pytest.fixture(scope="session")
def workbook() -> Book:
    """The workbook."""
    return _book("werkboek")


@pytest.fixture(scope="session", params=["lezer", "docent", "werkboek"])
def edition(request) -> Book:
    """Each edition in its turn; each file is read once."""
    fixture = {"lezer": "reader", "docent": "trainer", "werkboek": "workbook"}[request.param]
    return request.getfixturevalue(fixture)
