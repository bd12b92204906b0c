"""What all tests share: where the built site stands, the order, and what one worker keeps for itself."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build/html"
SLOW = {"lab": 1, "site": 2, "pdf": 3, "browser": 4}  # the pages of the site can be spread: they fill what is left
SPREAD = ("test_site.py", "test_charts.py", "test_simulations.py")


def pytest_collection_modifyitems(config, items):
    """Run unit tests first: a wrong sum should not wait for a browser."""
    items.sort(key=lambda item: max((SLOW.get(mark.name, 0) for mark in item.iter_markers()), default=0))
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            _group(item)


def _group(item) -> None:
    """Keep the tests of one file in one worker, for they share a mini-book or a PDF; pages of the site are spread."""
    if item.path.name not in SPREAD:
        room = "pdf" if item.get_closest_marker("pdf") else item.path.relative_to(ROOT).as_posix()
        item.add_marker(pytest.mark.xdist_group(room))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site of the reader's edition."""
    if not (SITE / "index.html").exists():
        pytest.skip("geen site in _build/html: draai eerst `python3 -m book build html`")
    return SITE
