"""Reads a plain-text dump of web pages: mends its characters and tells headings, paragraphs and lists apart."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

# A dump that kept only the low byte of U+2013 to U+2022 has control characters and, for a bullet, a plain quote.
LOST = str.maketrans({"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"})
BULLET = re.compile(r"\s*[\"•·▪*-]\s+(?=\S)")
NUMBER = re.compile(r"\s*(\d{1,2})\.\s+(?=\S)")
DASHED = re.compile(r"\s*–\s+(?=\S)")
FURNITURE = re.compile(
    r".*\.(?:png|jpe?g|gif|webp)|Chaos-Order|geld dans|Van het rechte pad|Published|Deel dit bericht|Textbox Section"
    r"|of \d+ LinkedIn|De auteur, .*|[\w .]+ – \S+@\S+",
    re.IGNORECASE,
)
HEADING_LENGTH = 80
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Block:
    """One piece of text: kind "heading", "paragraph", "bullet" or "number"; `line` is where it stands in its file."""

    kind: str
    text: str
    line: int = 0

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of `text` without capitals, punctuation and white space, so that layout does not matter."""
    plain = unicodedata.normalize("NFKC", text.translate(LOST)).casefold()
    return hashlib.sha256(" ".join(WORD.findall(plain)).encode()).hexdigest()


def read(path: Path) -> list[Block]:
    """Return the blocks of a dump: every line with text, mended; headings are not told apart yet (`with_headings`).

    Raises UnicodeDecodeError when the file is not UTF-8.
    """
    blocks = []
    # not splitlines(): it also breaks at the control characters that stand for lost ones
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        mended = line.translate(LOST).replace("\xa0", " ").rstrip()
        if mended.strip():
            blocks.append(_block(mended, number))
    return blocks


def _block(line: str, number: int) -> Block:
    for kind, pattern in (("bullet", BULLET), ("number", NUMBER), ("bullet", DASHED)):
        found = pattern.match(line)
        if found:
            return Block(kind, " ".join(line[found.end() :].split()), number)
    return Block("paragraph", " ".join(line.split()), number)


def without_furniture(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out names of pictures, buttons, by-lines and paragraphs that say again what the next one begins with."""
    kept = [block for block in blocks if not FURNITURE.fullmatch(block.text)]
    for block, following in zip(kept, [*kept[1:], None], strict=True):
        if following is None or not following.text.startswith(block.text):
            yield block


def with_headings(blocks: list[Block]) -> list[Block]:
    """Tell headings from paragraphs; a numbered line that stands alone is a heading with its number restored."""
    found, count = [], 0
    for place, block in enumerate(blocks):
        before = blocks[place - 1].kind if place else ""
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if block.kind == "number" and "number" not in (before, following.kind if following else ""):
            count += 1
            found.append(Block("heading", f"{count}. {block.text}", block.line))
        elif block.kind == "bullet" and not place:
            found.append(replace(block, kind="paragraph"))  # a motto
        elif block.kind == "paragraph" and following and _is_heading(block.text, following):
            found.append(replace(block, kind="heading"))
        else:
            found.append(block)
    return found


def _is_heading(text: str, following: Block) -> bool:
    open_ended = text.endswith("….") or not text.endswith((".", ":", "!", ",", ";"))
    return open_ended and len(text) <= HEADING_LENGTH < len(following.text)
