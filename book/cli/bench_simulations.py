"""Measures a simulation in the page: until Python's first result, against Pyodide; slider until redrawn; weight.

The pages are served on this machine, in turn, each time in a fresh browser context. Like is compared with like on two
bare pages that hold nothing but the result; the built chapter, with all it holds, is timed beside them.
"""

import json
import statistics
import tempfile
from pathlib import Path

from book import simulations
from book.cli import chromium, weights
from book.cli.environment import MODULES, ROOT
from book.cli.errors import UserError
from book.simulations import bundle

NAME, CHAPTER = "productcodes", "chapters/03-productcodes.html"
SITE = ROOT / "_build/html"
ROUNDS, MOVES = 5, 60
WORDS = "100 gemeenten houden samen"
# Notes the moment at which the words of the result stand in the page.
WATCH = """
new MutationObserver((_, watching) => {
  if (![...document.querySelectorAll(".simulation-summary")].some((p) => p.textContent.includes(WORDS))) return;
  window.firstResult = performance.now();
  watching.disconnect();
}).observe(document, { childList: true, subtree: true, characterData: true });
""".replace("WORDS", json.dumps(WORDS))
BARE = """<!doctype html><meta charset="utf-8"><title>Bare</title><p class="simulation-summary"></p>
<script src="_static/simulation-engine.js" data-version="" data-simulations=""></script>
<script>
const { name, spec, values } = %s;
window.dichterbij.python.compute(name, spec, values).then((answer) => {
  document.querySelector("p").textContent = answer.summary;
});
</script>"""
PYODIDE = """<!doctype html><meta charset="utf-8"><title>Pyodide</title><p class="simulation-summary"></p>
<script type="module">
import { loadPyodide } from "./pyodide/pyodide.mjs";
const { shim, sources, module, spec, values } = %s;
const python = await loadPyodide();
python.runPython(shim);
python.globals.get("load")(JSON.stringify(sources));
const answer = python.globals.get("compute")(module, JSON.stringify(spec), JSON.stringify(values));
document.querySelector("p").textContent = JSON.parse(answer).summary;
</script>"""
MOVE = """async (moves) => {
  const element = document.querySelector(".simulation");
  const range = element.querySelector("[type=range]");
  const times = [];
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  }).observe({ type: "longtask" });
  for (let i = 0; i < moves; i++) {
    const shown = new Promise((done) => element.addEventListener("simulation:shown", done, { once: true }));
    range.value = 20 + (i * 37) %% 370;
    const start = performance.now();
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return { times, longest };
}""".replace("%%", "%")


def run() -> None:
    """Print the measurements."""
    if not (SITE / CHAPTER).exists():
        raise UserError("er is nog geen site om te meten; draai eerst python3 -m book build html.")
    with chromium.started() as browser:
        chapter, bare, pyodide = map(statistics.median, first_results(browser))
        for label, time in (("hoofdstuk 3", chapter), ("kale pagina", bare), ("kale pagina met Pyodide", pyodide)):
            print(f"{'eerste uitkomst van Python, ' + label:<51}{time:>6.0f} ms {pyodide / time:>6.1f} ×")
        times, longest = redraws(browser)
        print(f"{f'schuif tot hertekend, mediaan van {len(times)}':<45}{statistics.median(times):>10.0f} ms")
        print(f"{'schuif tot hertekend, 95 van de 100':<45}{statistics.quantiles(times, n=20)[-1]:>10.0f} ms")
        print(f"{'langste taak die de pagina ophield':<45}{longest:>10.0f} ms")
    for label, folder, files in (
        ("motor en model, dit boek", SITE / "_static", ("engine.js", f"simulations/{NAME}.js")),
        ("motor, Pyodide", MODULES / "pyodide", ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm",
                                                 "python_stdlib.zip", "pyodide-lock.json")),
    ):
        size = sum(weights.gzipped(folder / name) for name in files)
        print(f"{label + ', gzip':<45}{size / 1000:>10.0f} kB")


def first_results(browser) -> tuple[list[float], list[float], list[float]]:
    """Return, in ms from the start of the page, when Python's result stood there: chapter, bare page, Pyodide."""
    times: tuple[list[float], list[float], list[float]] = ([], [], [])
    with tempfile.TemporaryDirectory() as folder, chromium.served(SITE) as site:
        _bare_pages(Path(folder))
        with chromium.served(Path(folder)) as base:
            addresses = (f"{site}/{CHAPTER}#{NAME}&gemeenten=100", f"{base}/bare.html", f"{base}/pyodide.html")
            for _ in range(ROUNDS):
                for address, found in zip(addresses, times, strict=True):
                    found.append(_first_result(browser, address))
    return times


def redraws(browser) -> tuple[list[float], float]:
    """Return the times in ms from a moved slider to the drawn figure, and the longest task on the main thread."""
    with chromium.served(SITE) as site:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{site}/{CHAPTER}#{NAME}&scenario=half", wait_until="load")
        page.locator(".simulation-plot .bartext").first.wait_for()
        page.wait_for_timeout(500)
        measured = page.evaluate(MOVE, MOVES)
        page.close()
    return measured["times"], measured["longest"]


def _first_result(browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstResult", timeout=60_000)
    time = page.evaluate("window.firstResult")
    context.close()
    return time


def _bare_pages(folder: Path) -> None:
    """Write bare.html and pyodide.html: the same model, the same setting."""
    simulation = simulations.get(NAME)
    core = bundle.core()
    asked = {"name": NAME, "spec": simulation.spec(), "values": {"municipalities": 100}}
    told = {
        **asked,
        **bundle.payload(simulation),
        "shim": core["shim"],
        "sources": [*core["sources"], *bundle.sources(simulation)],
    }
    for name, page, data in (("bare", BARE, asked), ("pyodide", PYODIDE, told)):
        (folder / f"{name}.html").write_text(page % json.dumps(data).replace("<", "\\u003c"), "utf-8")
    (folder / "_static").symlink_to(SITE / "_static")
    (folder / "pyodide").symlink_to(MODULES / "pyodide")
