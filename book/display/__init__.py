"""What a chapter's cells call: `chart("name")` and `simulation("name")`.

In a build the cell's output is only the name; the Sphinx extension computes and draws it, so that the notebook
cache never holds a figure. In a live kernel the chart or the simulation shows itself.
"""

import os

MIME = "application/vnd.dichterbij.v1+json"


class Output:
    """The output of a cell in a build: a chart or simulation by its name."""

    def __init__(self, kind: str, name: str, options: dict):
        self.bundle = {"kind": kind, "name": name, "options": options}

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        kind, name = self.bundle["kind"], self.bundle["name"]
        return {MIME: self.bundle, "text/plain": f"{kind}: {name}"}


def chart(name: str, **options):
    """Show the chart `name` of `book.charts`."""
    if _building():
        return Output("chart", name, options)
    from book.display.live_chart import show

    return show(name, **options)


def simulation(name: str, **options):
    """Show the simulation `name` of `book.simulations`; `options` set other starting values."""
    if _building():
        return Output("simulation", name, options)
    from book.display.live_simulation import show

    return show(name, **options)


def _building() -> bool:
    return os.environ.get("BOOK_BUILD") == "1"
