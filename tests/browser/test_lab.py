"""A chapter in Jupyter Lab: opened as a notebook, run as a whole, its simulation answers a slider."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.lab

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "03-productcodes.md"
# What 'Open With > Jupytext Notebook' does.
OPEN = "(what) => jupyterapp.started.then(() => { jupyterapp.commands.execute('docmanager:open', what); })"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[str]:
    """Jupyter Lab in a copy of the chapters (it saves by itself), without a user's settings; yields its address."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "chapters", folder / "chapters")
    log = folder / "log.txt"
    settings = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT), "IPYTHONDIR": str(folder / "ipython")}
    environment.pop("BOOK_BUILD", None)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0", "--ip=127.0.0.1", "--allow-root"]
    options = ["--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True", "--LabApp.collaborative=False"]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *options, f"--ServerApp.root_dir={folder / 'chapters'}"],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()


def _address(process: subprocess.Popen, log: Path) -> str:
    for _ in range(240):
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text())
        if found:
            with urllib.request.urlopen(f"{found[0]}/api/status") as answer:
                assert json.load(answer)["kernels"] == 0
            return found[0]
        assert process.poll() is None, log.read_text()
        time.sleep(0.5)
    raise AssertionError(log.read_text())


def test_slider_in_a_chapter_changes_the_sentence(lab, chromium):
    page = chromium.new_page(viewport={"width": 1400, "height": 1200})
    page.goto(f"{lab}/lab?reset")
    page.wait_for_function("window.jupyterapp?.shell", timeout=120_000)
    page.evaluate(OPEN, {"path": CHAPTER, "factory": "Jupytext Notebook"})
    page.wait_for_function("jupyterapp.shell.currentWidget?.sessionContext?.isReady", timeout=120_000)
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    sentence = page.get_by_text("gemeenten houden samen")
    sentence.first.wait_for(timeout=120_000, state="attached")
    assert "393 gemeenten houden samen 393 lijsten bij" in sentence.first.text_content()
    slider = page.locator(".widget-slider .noUi-handle, .widget-slider [role=slider]").first
    slider.scroll_into_view_if_needed()
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.get_by_text(re.compile("^39[0-2] gemeenten houden samen 39[0-2] lijsten bij")).first.wait_for(timeout=30_000)
    page.locator(".jp-OutputArea .js-plotly-plot .bartext").first.wait_for(state="attached")
    page.close()
