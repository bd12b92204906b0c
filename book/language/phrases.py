"""What we do not write: empty phrases, and mistakes that a spelling checker lets pass."""

import re
from collections.abc import Iterable
from pathlib import Path

from book.language.sentences import sentences

PHRASES = (
    (r"in het huidige landschap", "say what you mean by it"),
    (r"een belangrijke rol\b", "say what it does"),
    (r"van essentieel belang", "say why"),
    (r"het is belangrijk om te (?:weten|benadrukken|begrijpen)", "leave it out"),
    (r"\b(?:al met al|kortom)\b", "end the paragraph one sentence earlier"),
    (r"\banno 20\d\d", "write 'in' and the year"),
    (r"\bmiddels\b", "write 'met' or 'door'"),
    (r"\b(?:hij|zij|ze|het|men) (?:word|vind|houd|bied|leid|besteed)\b", "a t is missing"),
    (r"\bhun (?:hebben|zijn|willen|kunnen|gaan|moeten)\b", "write 'zij' or 'ze'"),
    (r"\b(groter|kleiner|meer|minder|beter|hoger|lager) als\b", "write 'dan'"),
    (r"(?-i:\b(?!(?:dat|die|het|een|leren|vier|getal)\b)(\w{3,}) \1\b)", "a word stands twice"),
    (r"(?<!Elephant)(?<!kijken)(?<!doen)(?<!doorgaan)!(?!\w)", "no exclamation marks"),  # but in titles
)
COMPILED = tuple((re.compile(pattern, re.IGNORECASE), remedy) for pattern, remedy in PHRASES)


def slips(paths: Iterable[Path]) -> list[str]:
    """Return every phrase we do not write as `path:line: 'phrase' (remedy)`."""
    return [
        f"{path}:{sentence.line}: '{found[0]}' ({remedy})"
        for path in paths
        for sentence in sentences(path)
        for pattern, remedy in COMPILED
        for found in [pattern.search(sentence.text)]
        if found
    ]
