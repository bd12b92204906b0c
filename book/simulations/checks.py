"""Checks the values of a simulation against its declarations, in the kernel and in the page alike.

Written in the subset that CPython and MicroPython share. `spec` is `Simulation.spec()`: plain data.
Errors: `ValueError` with a Dutch sentence, since a reader sees it.
"""

from book.facts import dutch


def check(spec, values):
    """Return all values, complete and of the right type; what `values` leaves out keeps its default."""
    known = [parameter["name"] for parameter in spec["parameters"]]
    for name in sorted(values):
        if name not in known:
            raise ValueError("Deze simulatie kent geen instelling '" + str(name) + "'.")
    checked = {}
    for parameter in spec["parameters"]:
        name = parameter["name"]
        checked[name] = KINDS[parameter["kind"]](parameter, values.get(name, parameter["default"]))
    for shares in spec["shares"]:
        check_shares(spec, shares["parameters"], checked)
    return checked


def check_own(spec, values):
    """Return the checked values, and the rows of the reader's own table that `values` may hold."""
    if not spec["own"]:
        return check(spec, values), []
    name = spec["own"]["name"]
    return check(spec, {key: values[key] for key in values if key != name}), values.get(name, [])


def arguments(spec, checked, rows):
    """Return all that the model is called with: the checked values, the data of the register, the reader's rows."""
    everything = checked.copy()
    if spec["own"]:
        everything[spec["own"]["name"]] = rows
    for given in spec["observed"]:
        everything[given["name"]] = given["data"]
    return everything


def check_slider(parameter, value):
    """A number between low and high; whole where the declaration says so."""
    label = parameter["label"]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(label + ": dit moet een getal zijn.")
    if value != value or not parameter["low"] <= value <= parameter["high"]:
        raise ValueError(
            label
            + ": kies een getal van "
            + amount(parameter, parameter["low"])
            + " tot en met "
            + amount(parameter, parameter["high"])
            + "."
        )
    if not parameter["whole"]:
        return float(value)
    if value != int(value):
        raise ValueError(label + ": dit moet een heel getal zijn.")
    return int(value)


def check_choice(parameter, value):
    """One of the options."""
    for option in parameter["options"]:
        if option[0] == value:
            return value
    labels = [option[1] for option in parameter["options"]]
    raise ValueError(parameter["label"] + ": kies " + " of ".join(labels) + ".")


def check_switch(parameter, value):
    """True or False."""
    if not isinstance(value, bool):
        raise ValueError(parameter["label"] + ": dit kan alleen aan of uit.")
    return value


def check_shares(spec, names, values):
    """Shares of one whole: together at most 100%."""
    total = sum([values[name] for name in names])
    if total > 100:
        labels = [parameter["label"] for parameter in spec["parameters"] if parameter["name"] in names]
        raise ValueError(
            " en ".join(labels) + " zijn samen " + dutch.percent(total, 0) + ", en dat kan niet meer dan 100% zijn."
        )


def amount(parameter, value):
    """The value with its decimals, as the page writes it."""
    return dutch.year(value) if parameter["year"] else dutch.number(value, parameter["decimals"])


KINDS = {"slider": check_slider, "choice": check_choice, "switch": check_switch}
