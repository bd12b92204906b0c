"""Measures the charts: drawing in the page, weights of what is loaded, still pictures in one batch."""

import gzip
import re
import tempfile
import time
from pathlib import Path

from book import charts, pictures
from book.cli import chromium
from book.cli.site import OUTPUT
from book.sphinxext.charts import WIDTH

SITE = OUTPUT["lezer"]
CHART = re.compile(r'<figure class="chart" id="(fig-[a-z0-9-]+)"')


def run() -> None:
    """Print a line for each measurement, on the site that stands in `_build/html`."""
    _in_the_page()
    _weights()
    _pictures()


def _in_the_page() -> None:
    with chromium.started() as browser:
        for path in sorted((SITE / "chapters").glob("*.html")):
            for identifier in CHART.findall(path.read_text("utf-8")):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(path.as_uri())
                page.locator(f"#{identifier}").scroll_into_view_if_needed()
                page.wait_for_selector(f"#{identifier}[data-state=drawn]")
                spent = page.locator(f"#{identifier}").get_attribute("data-milliseconds")
                print(f"{identifier + ', getekend':<45}{spent:>10} ms", flush=True)
                page.close()


def _weights() -> None:
    static = SITE / "_static"
    for name in ("plotly.js", "chart.js", "chart.css", "mosaic.js"):
        print(f"{name + ' (gzip)':<45}{_gzipped(static / name):>10.1f} kB")
    for path in sorted((static / "pictures").glob("*.svg")):
        print(f"{'afbeelding ' + path.stem:<45}{path.stat().st_size / 1000:>10.1f} kB")


def _gzipped(path: Path) -> float:
    return len(gzip.compress(path.read_bytes(), 9)) / 1000


def _pictures() -> None:
    """All pictures anew, in a folder of their own."""
    kept = pictures.FOLDER
    with tempfile.TemporaryDirectory() as folder:
        pictures.FOLDER = Path(folder)
        try:
            every = [chart for chart in map(charts.get, charts.names()) if not chart.picture]
            for chart in every:
                pictures.request(chart.figure, WIDTH, chart.print_height)
            start = time.perf_counter()
            pictures.render_pending()
            spent = time.perf_counter() - start
        finally:
            pictures.FOLDER = kept
    print(f"{f'{len(every)} vaste afbeeldingen in één keer':<45}{spent:>10.1f} s", flush=True)
