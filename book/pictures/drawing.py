"""Draws figures with the machine's browser through kaleido: one browser for all, nothing fetched."""

import asyncio
import logging
import tempfile
from pathlib import Path
from typing import Any

from book.pictures.fonts import faces
from book.pictures.svg import clean

PLOTLY = Path(__file__).resolve().parents[2] / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
FAILED = "tekenen met {path} mislukt: {error}"


def draw(tasks: dict[str, dict[str, Any]], path: str) -> tuple[dict[str, str], list[str]]:
    """Draw each task {figure, width, height}; return the SVG by key and a line for each failure."""
    try:
        return asyncio.run(_draw(tasks, path))
    except Exception as error:  # a browser can fail in any way: the build goes on without pictures
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return {}, [FAILED.format(path=path, error=reason)]


async def _draw(tasks: dict[str, dict[str, Any]], path: str) -> tuple[dict[str, str], list[str]]:
    import kaleido

    logging.getLogger("kaleido").setLevel(logging.ERROR)
    logging.getLogger("choreographer").setLevel(logging.CRITICAL)  # what it cannot read it skips

    class Page(kaleido.PageGenerator):
        """Kaleido's page with the book's type, loaded before anything is measured."""

        header = kaleido.PageGenerator.header.replace(
            "<title>", f"<style>{faces()}</style><script>document.fonts.forEach(f => f.load())</script><title>"
        )

    drawn, faults = {}, []
    page = Page(mathjax=False, plotly=PLOTLY.as_uri() if PLOTLY.exists() else None)
    with tempfile.TemporaryDirectory() as folder:
        async with kaleido.Kaleido(n=1, page_generator=page, path=path) as browser:
            # The first picture may be laid out before the fonts are there: it is drawn again at the end.
            names = list(tasks)
            for key in [*names, names[0]]:
                task, target = tasks[key], Path(folder) / f"{key}.svg"
                options = {"format": "svg", "width": task["width"], "height": task["height"]}
                try:
                    await browser.write_fig(task["figure"], path=target, opts=options)
                    drawn[key] = clean(target.read_text("utf-8"))
                except Exception as error:
                    faults.append(f"afbeelding {key} niet getekend: {str(error).splitlines()[0]}")
    return drawn, faults
