"""Runs first in MicroPython: loads the book's modules so that they can import each other, computes a setting.

The same modules run in CPython, where none of this is needed.
"""

import json
import sys


class _Module:
    pass


def _module(name, members):
    module = _Module()
    for key in members:
        if key[:2] != "__":
            setattr(module, key, members[key])
    sys.modules[name] = module
    if "." in name:
        parent, own = name.rsplit(".", 1)
        setattr(sys.modules[parent], own, module)
    return module


def load(sources):
    """Load modules from JSON [[name, source], ...], in that order."""
    for name, source in json.loads(sources):
        if name not in sys.modules:
            members = {"__name__": name}
            exec(source, members)
            _module(name, members)


def compute(module, spec, values):
    """Return JSON: figure, summary, columns, rows and values; or the Dutch sentence of what cannot be."""
    model = sys.modules[module]
    checks = sys.modules["book.simulations.checks"]
    spec = json.loads(spec)
    try:
        checked, own = checks.check_own(spec, json.loads(values))
        result = model.simulate(**checks.arguments(spec, checked, own))
        columns, rows = model.table(result)
        answer = {"values": checked, "figure": model.figure(result), "summary": model.summary(result),
                  "columns": columns, "rows": rows, "result": result}
        if spec["own"] and spec["own"]["grid"]:
            answer["own_rows"] = model.own_rows(result)
        return json.dumps(answer)
    except ValueError as error:
        return json.dumps({"error": str(error)})


def read(module, spec, text):
    """Return JSON: the rows of the reader's own table, the values they set and how; or a Dutch sentence."""
    try:
        rows = sys.modules["book.simulations.own_table"].read(json.loads(spec)["own"], text)
        answer = sys.modules[module].fit(rows)
        answer["rows"] = rows
        return json.dumps(answer)
    except ValueError as error:
        return json.dumps({"error": str(error)})


for _name in ("book", "book.facts", "book.simulations"):
    _module(_name, {})
