"""The fingerprints of the source essays: where a text begins and where it ends."""

from dataclasses import dataclass

from book.facts import DATA, package


@dataclass(frozen=True)
class Print:
    """Essay `id` runs from the paragraph with fingerprint `first` to the one with fingerprint `last`."""

    id: str
    first: str
    last: str


def prints() -> list[Print]:
    """Return the fingerprints of `book/data/essay-prints.csv`, E01 to E25."""
    return [Print(**row.values) for row in package.rows("essay-prints", DATA)]
