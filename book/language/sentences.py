"""The sentences of a page, without its markup, each with the line it begins on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NO_PROSE = "code-cell|zelftest|tijdlijn|sorteren|woordenwissel|essaykaart|modellen"
FENCED = re.compile(rf"^(`{{3,}})\{{(?:{NO_PROSE})[^\n]*\n.*?^\1\s*$", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^\s*(?:`{3,}|:{3,})")
OPTION = re.compile(r"^\s*:[\w-]+:")
SKIPPED = re.compile(r"^\s*(?:#|\||\([\w-]+\)=|\$\$)")
ITEM = re.compile(r"^\s*(?:[-*]|\d+[.)])\s+(?:\(\d+ min\)\s*)?")
ROLES = (
    (re.compile(r"\{cite:\w\}`[^`]*`"), ""),
    (re.compile(r"\{(?:feit|getal|essay|ref)\}`[^`]*?([^`<>]*)(?:<[^`]*>)?`"), "getal"),
    (re.compile(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^`]*>)?`"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"[*_`]+"), ""),
    (re.compile(r"\$[^$\n]+\$"), "formule"),
)
END = re.compile(r"(?<=[.?!])(?<!\bbijv\.)(?<!\bca\.)(?<!\bnr\.)(?<!\b[A-Z]\.)['’\"”)]*\s+(?=[A-ZÀ-Ý'‘\"“(0-9])")
WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*")


@dataclass(frozen=True)
class Sentence:
    """One sentence as a reader sees it; `line` is where it begins in its file."""

    text: str
    line: int

    @property
    def words(self) -> list[str]:
        """Its words; a figure counts as one."""
        return WORD.findall(self.text)


def sentences(path: Path) -> list[Sentence]:
    """Return the sentences of the running text: no headings, tables, options, code or self-tests."""
    return [Sentence(text, line) for text, line in _split(path.read_text("utf-8")) if WORD.search(text)]


def _split(source: str) -> Iterator[tuple[str, int]]:
    for text, line in _paragraphs(_without(source)):
        for part in END.split(text):
            yield part.strip(), line


def _without(source: str) -> str:
    """Blank what is no prose, so that the lines keep their numbers."""
    for pattern in (FRONT_MATTER, FENCED):
        source = pattern.sub(lambda found: "\n" * found[0].count("\n"), source)
    return source


def _paragraphs(source: str) -> Iterator[tuple[str, int]]:
    kept: list[str] = []
    start = 0
    for number, line in enumerate([*source.split("\n"), ""], 1):
        ends = not line.strip() or FENCE.match(line) or OPTION.match(line) or SKIPPED.match(line)
        if kept and (ends or ITEM.match(line)):
            yield _plain(" ".join(kept)), start
            kept = []
        if not ends:
            start = start if kept else number
            kept.append(ITEM.sub("", line).strip())


def _plain(text: str) -> str:
    for pattern, written in ROLES:
        text = pattern.sub(written, text)
    return " ".join(text.split())
