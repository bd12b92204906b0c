"""Stands between the page and the models: computes a setting, reads a table. All that goes in and out is JSON.

The same modules run in CPython, where none of this is needed.
"""

import json
import sys

from book.simulations import checks

specs = {}


def tell(module, spec):
    """Import a model, and hold its declarations: the same for every setting."""
    __import__(module)
    specs[module] = json.loads(spec)


def outcome(module, values):
    """Return what a setting gives: the result of the model, and how it is shown."""
    model = sys.modules[module]
    spec = specs[module]
    checked, own = checks.check_own(spec, json.loads(values))
    result = model.simulate(**checks.arguments(spec, checked, own))
    columns, rows = model.table(result)
    shown = {
        "values": checked,
        "figure": model.figure(result),
        "summary": model.summary(result),
        "columns": columns,
        "rows": rows,
    }
    if spec["own"] and spec["own"]["grid"]:
        shown["own_rows"] = model.own_rows(result)
    return result, shown


def compute(module, values):
    """Return JSON: figure, summary, columns, rows and values; or the Dutch sentence of what cannot be."""
    try:
        return json.dumps(outcome(module, values)[1])
    except ValueError as error:
        return json.dumps({"error": str(error)})


def read(module, text):
    """Return JSON: the rows of the reader's own table, the values they set and how; or a Dutch sentence."""
    from book.simulations import own_table  # comes along with a model that takes a table

    try:
        rows = own_table.read(specs[module]["own"], text)
        answer = sys.modules[module].fit(rows)
        answer["rows"] = rows
        return json.dumps(answer)
    except ValueError as error:
        return json.dumps({"error": str(error)})
