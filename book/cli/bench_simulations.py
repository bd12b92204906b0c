"""Measures simulations in the page: until Python's first result, against Pyodide; slider until redrawn; weight.

The pages are opened in turn, each time in a fresh browser context. Like is compared with like on two bare pages,
served on this machine, that hold nothing but the result; the bare page from a disk (Pyodide does not start there) and
the built chapter, with all it holds, are timed beside them. Sliders are moved in all simulations.
"""

import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from book import simulations
from book.cli import chromium, weights
from book.cli.environment import MODULES, ROOT
from book.cli.errors import UserError
from book.simulations import bundle

NAME, CHAPTER, MODELS = "productcodes", "chapters/03-productcodes.html", "back/modellen.html"
SITE = ROOT / "_build/html"
ROUNDS, MOVES = 5, 40
OWN = ("engine/python.js", "engine/micropython.wasm", f"simulations/{NAME}.json")
THEIRS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PYODIDE_LABEL = "kale pagina met Pyodide"
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
<script data-static="_static/" data-version="" data-simulations="">CLIENT</script>
<script>
const { name, spec, values } = DATA;
window.dichterbij.python.compute(name, spec, values).then((answer) => {
  document.querySelector("p").textContent = answer.summary;
});
</script>"""
PYODIDE = """<!doctype html><meta charset="utf-8"><title>Pyodide</title><p class="simulation-summary"></p>
<script type="module">
import { loadPyodide } from "./pyodide/pyodide.mjs";
const { sources, module, spec, values } = DATA;
const python = await loadPyodide();
for (const [name, source] of sources) {
  const path = `${name.replaceAll(".", "/")}.py`;
  if (path.includes("/")) python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, source);
}
const shim = python.pyimport("shim");
shim.tell(module, JSON.stringify(spec));
const answer = shim.compute(module, JSON.stringify(values));
document.querySelector("p").textContent = JSON.parse(answer).summary;
</script>"""
MOVE = """async ([name, moves]) => {
  const element = document.querySelector(`[data-simulation="${name}"]`);
  const range = element.querySelector("[type=range]");
  const [low, high, step] = [range.min, range.max, range.step].map(Number);
  const times = [];
  let longest = 0;
  const watching = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  });
  watching.observe({ type: "longtask" });
  for (let i = 0; i < moves; i++) {
    const shown = new Promise((done) => element.addEventListener("simulation:shown", done, { once: true }));
    range.value = low + step * ((1 + i * 37) % Math.round((high - low) / step));
    const start = performance.now();
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  watching.disconnect();
  return { times, longest };
}"""


def run() -> None:
    """Print the measurements."""
    if not (SITE / MODELS).exists():
        raise UserError("er is nog geen site om te meten; draai eerst python3 -m book build html.")
    with chromium.started() as browser:
        found = {label: statistics.median(times) for label, times in first_results(browser).items()}
        for label, time in found.items():
            words = "eerste uitkomst van Python, " + label
            print(f"{words:<57}{time:>6.0f} ms {found[PYODIDE_LABEL] / time:>6.1f} ×")
        for name, times, longest in redraws(browser):
            middle, worst = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(
                f"{f'schuif tot hertekend, {name}, mediaan van {len(times)}':<57}{middle:>6.0f} ms"
                f"   95%: {worst:.0f} ms   langste taak: {longest:.0f} ms"
            )
    for label, folder, files in (
        ("motor en model, dit boek", SITE / "_static", OWN),
        ("motor, Pyodide", MODULES / "pyodide", THEIRS),
    ):
        size = sum(weights.gzipped(folder / name) for name in files)
        print(f"{label + ', gzip':<57}{size / 1000:>6.0f} kB")


def first_results(browser) -> dict[str, list[float]]:
    """Return by page the times, in ms from its start, when Python's result stood there."""
    with tempfile.TemporaryDirectory() as folder, chromium.served(SITE) as site:
        _bare_pages(Path(folder))
        with chromium.served(Path(folder)) as base:
            pages = {
                "hoofdstuk 3": f"{site}/{CHAPTER}#{NAME}&gemeenten=100",
                "kale pagina": f"{base}/bare.html",
                "kale pagina van schijf": (Path(folder) / "bare.html").as_uri(),
                PYODIDE_LABEL: f"{base}/pyodide.html",
            }
            times: dict[str, list[float]] = {label: [] for label in pages}
            for _ in range(ROUNDS):
                for label, address in pages.items():
                    times[label].append(_first_result(browser, address))
    return times


def redraws(browser) -> Iterator[tuple[str, list[float], float]]:
    """Yield for each simulation the times in ms from a moved slider to the drawn figure, and the longest task."""
    with chromium.served(SITE) as site:
        for simulation in simulations.all():
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{site}/{MODELS}#sim-{simulation.name}", wait_until="load")
            element = page.locator(f'[data-simulation="{simulation.name}"]')
            element.scroll_into_view_if_needed()
            element.locator(".simulation-plot .main-svg").first.wait_for()
            page.wait_for_timeout(500)
            measured = page.evaluate(MOVE, [simulation.name, MOVES])
            page.close()
            yield simulation.name, measured["times"], measured["longest"]


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
    asked = {"name": NAME, "spec": simulation.spec(), "values": {"municipalities": 100}}
    told = {
        **asked,
        "module": simulation.simulate.__module__,
        "sources": [*bundle.core_sources(), *bundle.sources(simulation)],
    }
    bare = BARE.replace("CLIENT", bundle.client_script())
    for name, page, data in (("bare", bare, asked), ("pyodide", PYODIDE, told)):
        (folder / f"{name}.html").write_text(page.replace("DATA", json.dumps(data).replace("<", "\\u003c")), "utf-8")
    (folder / "_static").symlink_to(SITE / "_static")
    (folder / "pyodide").symlink_to(MODULES / "pyodide")
