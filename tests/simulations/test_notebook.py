"""A notebook with every simulation runs in a fresh kernel: its widgets are there and Python answers a moved one."""

import os

import nbformat
import pytest

from book import simulations
from book.cli.environment import ROOT

MOVE = """\
from book.display.live_simulation import Panel
panel = Panel(simulations.get({name!r}), {{}})
before = panel.table.value
for control in panel.controls.values():
    if hasattr(control, "max"):
        control.value = control.max if control.value != control.max else control.min
assert panel.table.value != before or "<b>" in panel.sentence.value
if panel.own:
    panel.own.text.value = panel.own.declared.example or panel.own.text.value.replace(";", "; ")
    panel.own.read()
    assert panel.own.rows and not panel.own.fault.value
    panel.own.text.value += "\\nniet; goed"
    panel.own.read()
    assert panel.own.fault.value.count("Rij ") == 1 and panel.own.rows
print({name!r}, len(panel.controls), len(panel.figure.data))
"""


@pytest.fixture(scope="module")
def executed():
    """The notebook, run as a whole in a kernel of its own."""
    client = pytest.importorskip("nbclient")
    cells = ["from book import simulations\nfrom book.display import simulation"]
    for one in simulations.all():
        cells += [f"simulation({one.name!r})", MOVE.format(name=one.name)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    environment = {name: value for name, value in os.environ.items() if name != "BOOK_BUILD"}
    client.NotebookClient(notebook, timeout=120, kernel_name="python3").execute(env=environment, cwd=str(ROOT))
    return notebook


def test_every_simulation_shows_widgets_in_a_notebook(executed):
    for one, cell in zip(simulations.all(), executed.cells[1::2], strict=True):
        kinds = [set(output["data"]) for output in cell.outputs if output["output_type"] == "display_data"]
        assert any("application/vnd.jupyter.widget-view+json" in kind for kind in kinds), one.name


def test_every_simulation_answers_its_sliders_in_a_notebook(executed):
    for one, cell in zip(simulations.all(), executed.cells[2::2], strict=True):
        assert cell.outputs[0]["text"].split()[:2] == [one.name, str(len(one.parameters))]
