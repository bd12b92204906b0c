"""Readability: sentences come out of the Markdown without markup, and no chapter is harder than B2 asks."""

import pytest
from minibook import ROOT

from book.language import readability
from book.language.sentences import sentences

CHAPTERS = sorted((ROOT / "chapters").glob("*.md"))
SOURCE = """\
---
title: x
---

(h01)=
# Een kop telt niet mee

```{code-cell} python
chart("x")
```

Zij betaalt {feit}`a-b`, zegt *Angela* {cite:p}`x2015`. Dat is bijv. veel geld
voor één {term}`buurten <buurt>`.

| a | b |
| - | - |

:::{stem} Wie
:essay: E07

- Een punt is een zin
- Nog een
:::
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "x.md"
    path.write_text(SOURCE, "utf-8")
    return path


def test_sentences_are_the_running_text_with_their_lines(page):
    assert [(found.text, found.line) for found in sentences(page)] == [
        ("Zij betaalt getal, zegt Angela .", 12),
        ("Dat is bijv. veel geld voor één buurten.", 12),
        ("Een punt is een zin", 21),
        ("Nog een", 22),
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [("decentralisatie", 6), ("ideeën", 3), ("individueel", 5), ("beëindigen", 4), ("hypotheek", 3), ("jeugd", 1)],
)
def test_syllables_are_groups_of_vowels(word, count):
    assert readability.syllables(word) == count


def test_formulas_follow_their_authors(page):
    found = readability.measure(page)
    assert (found.words, found.sentences) == (20, 4)
    assert found.douma == pytest.approx(206.84 - 0.93 * 5 - 77 * 25 / 20)
    assert found.lix == pytest.approx(5 + 100 * 2 / 20)  # betaalt and buurten


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_no_chapter_is_harder_than_b2_asks(path):
    found = readability.measure(path)
    assert not found.too_hard, f"Douma {found.douma:.0f}, LIX {found.lix:.0f}, {found.mean:.1f} words a sentence"
