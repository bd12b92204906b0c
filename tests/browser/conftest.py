"""Pages in Chromium, from `file://` and over http; every request elsewhere and every error in a page is a failure."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from book.browser import browser as find_browser
from book.cli import chromium as machine

expect.set_options(timeout=15_000)  # a busy machine is no fault of the page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for all browser tests."""
    if find_browser() is None:
        pytest.skip("geen Chromium, Chrome of Edge gevonden: installeer het pakket chromium")
    with machine.started() as browser:
        yield browser


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The site over http on this machine; yields its base address."""
    with machine.served(site) as base:
        yield base


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page as a new reader does: `visit(folder.as_uri(), "chapters/03-x.html")`.

    Options: `script`, run before those of the page; `forgives`, a script of another maker whose errors do not count;
    and those of Playwright for a context. At the end the test fails when a page asked for anything beyond its base
    address or threw an error.
    """
    contexts, faults = [], []

    def visit(base: str, path: str, *, script: str = "", forgives: str = "", **options) -> Page:
        context = chromium.new_context(**{"locale": "nl-NL", "reduced_motion": "reduce", **options})
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        own = (base, "data:", "blob:", "about:")
        page.on("request", lambda asked: None if asked.url.startswith(own) else faults.append(f"asks {asked.url}"))
        page.on("pageerror", lambda error: None if forgives and forgives in (error.stack or "") else faults.append(
            f"error in {urlsplit(page.url).path}: {error}"))
        page.goto(f"{base}/{path}", wait_until="load")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_page(visit, site: Path, request) -> Callable[..., Page]:
    """Return a function that opens a page of the site: `open_page("chapters/03-x.html", theme="dark")`.

    Options: theme ("light"/"dark"), as the system of the reader asks for it, scheme ("file"/"http"), width and height
    in px, javascript (bool).
    """

    def open_page(
        path: str = "index.html",
        *,
        theme: str = "light",
        scheme: str = "file",
        width: int = 1280,
        height: int = 900,
        javascript: bool = True,
    ) -> Page:
        return visit(
            site.as_uri() if scheme == "file" else request.getfixturevalue("server"),
            path,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme=theme,
        )

    return open_page
