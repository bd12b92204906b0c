"""What all tests share: where the built site stands, and the order (quick ones first)."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build/html"
SLOW = {"site": 1, "browser": 2, "pdf": 3, "lab": 4}


def pytest_collection_modifyitems(items):
    """Run unit tests first: a wrong sum should not wait for a browser."""
    items.sort(key=lambda item: max((SLOW.get(mark.name, 0) for mark in item.iter_markers()), default=0))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site of the reader's edition."""
    if not (SITE / "index.html").exists():
        pytest.skip("geen site in _build/html: draai eerst `python3 -m book build html`")
    return SITE
