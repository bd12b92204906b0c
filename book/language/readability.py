"""How hard a page is to read: Flesch-Douma, LIX and its longest sentences.

Formulas are weak: they count and do not understand. They serve to find the sentence that ran away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from book.language.sentences import Sentence, sentences

HARDEST_DOUMA, HARDEST_LIX, LONGEST_MEAN = 45.0, 48.0, 16.0
# A vowel group is a syllable; a trema opens a new one.
SYLLABLE = re.compile(
    r"aai|ooi|oei|eeu|ieu|ëi|ïe|éé|aa|ee|oo|uu|ie|oe|ui|ei|ij|eu|au|ou|[aeiouyäëïöüáéíóúàèìòùâêîôû]", re.IGNORECASE
)


@dataclass(frozen=True)
class Readability:
    """What was measured on one page."""

    path: Path
    words: int
    sentences: int
    douma: float
    lix: float
    longest: tuple[Sentence, ...]

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences

    @property
    def too_hard(self) -> bool:
        """Whether the page is harder than B2 asks: by both formulas, or by its sentences."""
        return (self.douma < HARDEST_DOUMA and self.lix > HARDEST_LIX) or self.mean > LONGEST_MEAN


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word; at least one."""
    return max(1, len(SYLLABLE.findall(word)))


def flesch_douma(found: Sequence[Sentence]) -> float:
    """Return 206,84 - 0,93 (words a sentence) - 77 (syllables a word); 45 to 60 is fairly hard, 60 to 70 normal."""
    words = [word for sentence in found for word in sentence.words]
    return 206.84 - 0.93 * len(words) / len(found) - 77 * sum(map(syllables, words)) / len(words)


def lix(found: Sequence[Sentence]) -> float:
    """Return words a sentence + the per cent of words over six letters: 35 to 44 medium, 45 to 54 hard."""
    words = [word for sentence in found for word in sentence.words]
    return len(words) / len(found) + 100 * sum(len(word) > 6 for word in words) / len(words)


def measure(path: Path) -> Readability:
    """Measure one page."""
    found = sentences(path)
    longest = sorted(found, key=lambda sentence: -len(sentence.words))[:5]
    words = sum(len(sentence.words) for sentence in found)
    return Readability(path, words, len(found), flesch_douma(found), lix(found), tuple(longest))
