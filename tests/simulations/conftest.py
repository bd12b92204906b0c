"""Both engines: CPython here, MicroPython in one long-lived node process."""

import json
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import settings

from book import simulations
from book.simulations import bundle

# How long an example takes says nothing on a machine that does other things too.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


class MicroPython:
    """The engine of the page, asked over a pipe."""

    def __init__(self) -> None:
        here = bundle.ROOT / "tests/simulations/micropython.mjs"
        self.process = subprocess.Popen(
            ["node", here, bundle.MICROPYTHON / "micropython.mjs"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.loaded: set[str] = set()
        self.ask({"core": bundle.core()})

    def ask(self, request: dict) -> dict:
        """Send one request, return its answer."""
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def compute(self, simulation: simulations.Simulation, values: dict) -> dict:
        """Compute one setting as the page does: the model goes along the first time only."""
        return self._about(simulation, {"values": values})

    def read(self, simulation: simulations.Simulation, text: str) -> dict:
        """Read a table of the reader's own as the page does."""
        return self._about(simulation, {"text": text})

    def _about(self, simulation: simulations.Simulation, asked: dict) -> dict:
        request = {"module": simulation.simulate.__module__, **asked}
        if simulation.name not in self.loaded:
            self.loaded.add(simulation.name)
            request |= {"modules": bundle.payload(simulation)["modules"], "spec": simulation.spec()}
        return self.ask(request)

    def evaluate(self, expression: str):
        """Return the value of a Python expression that json can hold; `load`ed modules are in `modules`."""
        return self.ask({"python": f"import json, sys\nmodules = sys.modules\nanswer = json.dumps({expression})"})

    def close(self) -> None:
        """End the process."""
        self.process.stdin.close()
        self.process.wait(timeout=10)


@pytest.fixture(scope="session")
def micropython() -> Iterator[MicroPython]:
    engine = MicroPython()
    yield engine
    engine.close()
