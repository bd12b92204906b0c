"""The numbers of figures, exercises and tables: chapter, point, count within the page and kind ("3.2").

A chapter's number is that of its file, so that a number does not move when a neighbour is missing and is the
same in every edition and on paper. The count is taken while a document is read, in the order of its text.
"""

import re

from sphinx.environment import BuildEnvironment

NUMBERED = re.compile(r"(?:^|/)(?:chapters|exercises)/(\d+)-[^/]+$")
COUNTS = "book_numbers"


def chapter_number(docname: str) -> int | None:
    """Return 3 for "chapters/03-x" and "exercises/03-x"; None for a page that belongs to no chapter."""
    found = NUMBERED.search(docname)
    return int(found.group(1)) if found else None


def next_number(env: BuildEnvironment, docname: str, kind: str) -> str:
    """Count one more `kind` ("figuur", "opgave", "tabel") in `docname`: "3.1", outside the chapters "1"."""
    counts = env.temp_data.setdefault(COUNTS, {})
    counts[docname, kind] = count = counts.get((docname, kind), 0) + 1
    chapter = chapter_number(docname)
    return str(count) if chapter is None else f"{chapter}.{count}"
