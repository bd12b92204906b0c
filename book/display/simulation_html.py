"""A simulation as HTML, all in Dutch: controls, scenarios, table, the model explained; and its figure, dressed."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from book import facts
from book.charts.template import AXIS, layout, merge
from book.facts import dutch
from book.simulations.declarations import Choice, OwnTable, Parameter, Shares, Simulation, Slider, Value

FIELDS = {"text": "", "year": ' inputmode="numeric"', "amount": ' inputmode="decimal"'}
POWER = re.compile(r"\^\(([^()]*)\)")


def dressed(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure in the look of the book's charts."""
    own = figure["layout"]
    axes = {key: AXIS for key in own if key[1:].startswith("axis")}
    return {"data": figure["data"], "layout": layout(**merge(axes, own))}


def value_text(declared: Slider, value: float) -> str:
    """A slider's value with its unit: `393 gemeenten`, `40%`, `2018`."""
    if declared.year:
        return dutch.year(value)
    space = "" if declared.unit in ("", "%") else " "
    return dutch.number(value, declared.decimals) + space + declared.unit


def shown(parameter: Parameter, value: Value) -> str:
    """Any parameter's value as a reader sees it."""
    if parameter.kind == "slider":
        return value_text(parameter.declared, value)
    if parameter.kind == "choice":
        return dict(parameter.declared.options)[value]
    return "ja" if value else "nee"


def caption(simulation: Simulation, number: str) -> str:
    """The number and the title."""
    lead = f'<span class="caption-number">Figuur {number}.</span> ' if number else ""
    return f"<figcaption>{lead}{escape(simulation.title)}</figcaption>"


def scenarios(simulation: Simulation) -> str:
    """A button for each named setting; hidden until the script runs, as everything that needs it."""
    buttons = "".join(
        f'<button type="button" class="button button-copy" data-scenario="{one.name}" aria-pressed="false">'
        f"{escape(one.title)}</button>"
        for one in simulation.scenarios
    )
    return (
        '<div class="simulation-scenarios" role="group" aria-label="Kies een stand" data-script hidden>'
        f'{buttons}</div><p class="simulation-why" data-script hidden></p>'
        '<p class="simulation-note" role="status" data-script hidden></p>'
    )


def controls(simulation: Simulation, identifier: str, values: dict[str, Value]) -> str:
    """The controls in their groups."""
    groups: dict[str, list[Parameter]] = {}
    for parameter in simulation.parameters:
        groups.setdefault(parameter.declared.group or "Instellingen", []).append(parameter)
    fieldsets = "".join(
        f'<fieldset class="simulation-group"><legend>{escape(group)}</legend>'
        f"{''.join(_control(simulation, identifier, p, values[p.name]) for p in members)}</fieldset>"
        for group, members in groups.items()
    )
    return f'<div class="simulation-groups" data-script hidden>{fieldsets}</div>'


def actions() -> str:
    """What can be done with a setting, and the place where the page answers."""
    buttons = (
        ("reset", "Herstel"),
        ("link", "Kopieer link"),
        ("keep", "Bewaar deze stand om te vergelijken"),
        ("csv", "Tabel als CSV"),
        ("png", "Figuur als PNG"),
        ("svg", "Figuur als SVG"),
        ("print", "Druk af"),
    )
    return (
        '<div class="simulation-actions" data-script hidden>'
        + "".join(
            f'<button type="button" class="button button-copy" data-do="{name}">{text}</button>'
            for name, text in buttons
        )
        + '</div><p class="simulation-message" role="status" data-script hidden></p>'
    )


def own_table(simulation: Simulation, identifier: str, rows: list[list]) -> str:
    """Where the reader gives a table of their own: a box for text, or a grid of fields that begins with `rows`."""
    if simulation.own is None:
        return ""
    declared = simulation.own.declared
    key = f"{identifier}-eigen"
    if declared.grid:
        place = _grid(declared, rows)
        buttons = (("wipe", "Zet de tabel terug"),)
    else:
        lines = declared.example.count("\n") + 3
        place = (
            f'<label for="{key}">Jouw tabel: {escape(column_names(declared))}</label>'
            f'<textarea id="{key}" rows="{lines}" spellcheck="false" autocomplete="off" autocapitalize="off" '
            f'placeholder="{escape(declared.example)}" aria-describedby="{key}-help {key}-fault"></textarea>'
        )
        buttons = (("read", "Reken met deze tabel"), ("example", "Toon een voorbeeld"), ("wipe", "Wis mijn gegevens"))
    pressed = "".join(
        f'<button type="button" class="button button-copy" data-own="{name}">{text}</button>'
        for name, text in buttons
    )
    return (
        f'<details class="simulation-own" data-script hidden><summary>{escape(declared.title)}</summary>'
        f'<p class="control-help" id="{key}-help">{escape(declared.help)}</p>{place}'
        f'<p class="simulation-fault" id="{key}-fault" role="alert"></p>'
        f'<div class="simulation-actions">{pressed}</div></details>'
    )


def column_names(declared: OwnTable) -> str:
    """The columns in a sentence, and which may stay empty."""
    names = [one.label.lower() + ("" if one.needed else " (mag leeg)") for one in declared.columns]
    return ", ".join(names[:-1]) + " en " + names[-1]


def _grid(declared: OwnTable, rows: list[list]) -> str:
    heads = "".join(f'<th scope="col">{escape(one.label)}</th>' for one in declared.columns)
    body = ""
    for place, row in enumerate(rows):
        fields = "".join(
            f'<td><input type="text" data-row="{place}" data-cell="{cell}" value="{escape(str(value))}" '
            f'aria-label="{escape(column.label)}, rij {place + 1}"'
            f"{FIELDS[column.kind]}></td>"
            for cell, (column, value) in enumerate(zip(declared.columns, row, strict=True))
        )
        body += f"<tr>{fields}</tr>"
    return (
        f'<table class="simulation-grid"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
        f'<p class="simulation-sum">Samen: <output></output></p>'
    )


def empty_table(simulation: Simulation) -> str:
    """On paper: a table to fill in by hand."""
    if simulation.own is None:
        return ""
    declared = simulation.own.declared
    heads = "".join(f'<th scope="col">{escape(one.label)}</th>' for one in declared.columns)
    row = "<td>\N{NO-BREAK SPACE}</td>" * len(declared.columns)
    return (
        f'<div class="simulation-form"><p class="simulation-head"><strong>{escape(declared.title)}.</strong> '
        f"{escape(declared.paper or declared.help)}</p>"
        f'<table class="simulation-blank"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{f'<tr>{row}</tr>' * max(declared.least, 6)}</tbody></table></div>"
    )


def _control(simulation: Simulation, identifier: str, parameter: Parameter, value: Value) -> str:
    declared = parameter.declared
    key = f"{identifier}-{declared.key}"
    help_text = f'<p class="control-help" id="{key}-help">{escape(declared.help)}</p>'
    start = f'class="control" data-parameter="{parameter.name}"'
    if isinstance(declared, Slider):
        span = f'min="{declared.low}" max="{declared.high}" step="{declared.step}" value="{value}"'
        text = escape(value_text(declared, value))
        return (
            f'<div {start}><div class="control-head"><label for="{key}">{escape(declared.label)}</label>'
            f'<output class="control-value" for="{key}">{text}</output></div>'
            f'<input type="range" id="{key}" {span} aria-describedby="{key}-help" aria-valuetext="{text}">'
            f'<input type="number" {span} inputmode="{"numeric" if parameter.whole else "decimal"}" '
            f'aria-label="{escape(declared.label)}, als getal" aria-describedby="{key}-help">{help_text}'
            f"{_rest(simulation, parameter)}</div>"
        )
    if isinstance(declared, Choice):
        options = "".join(
            f'<label><input type="radio" name="{key}" value="{escape(option)}"{" checked" * (option == value)}> '
            f"{escape(text)}</label>"
            for option, text in declared.options
        )
        return (
            f'<fieldset {start} aria-describedby="{key}-help"><legend>{escape(declared.label)}</legend>{options}'
            f"{help_text}</fieldset>"
        )
    return (
        f'<div {start}><label><input type="checkbox" id="{key}"{" checked" * bool(value)} '
        f'aria-describedby="{key}-help"> {escape(declared.label)}</label>{help_text}</div>'
    )


def _rest(simulation: Simulation, parameter: Parameter) -> str:
    """What is left of the whole, beneath the last of its shares."""
    for shares in simulation.shares:
        if shares.parameters[-1] == parameter.name:
            return f'<p class="control-rest">{escape(shares.rest)}: <output>{_left(simulation, shares)}</output></p>'
    return ""


def _left(simulation: Simulation, shares: Shares) -> str:
    return dutch.percent(100 - sum(simulation.defaults[name] for name in shares.parameters), 0)


def table(columns: list[str], rows: list[list[str]], words: str) -> str:
    """A table of texts; the first column names the row."""
    heads = f'<th scope="col">{escape(columns[0])}</th>' + "".join(
        f'<th scope="col" class="getal">{escape(text)}</th>' for text in columns[1:]
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f'<td class="getal">{escape(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<table><caption class="visually-hidden">{escape(words)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def explanation(simulation: Simulation) -> str:
    """The model in words: equations, assumptions, what it leaves out, where its defaults come from."""
    return (
        "<p>Dit is een model: een vereenvoudiging om mee na te denken, geen meting en geen voorspelling.</p>"
        f"{_head('Zo rekent het')}{_list((_equation(line) for line in simulation.model), 'simulation-equations')}"
        f"{_head('Wat het aanneemt')}{_list(map(escape, simulation.assumptions))}"
        f"{_head('Wat het weglaat')}{_list(map(escape, simulation.leaves_out))}"
        f"{_head('Waar de beginwaarden vandaan komen')}{_list(_origin(p) for p in simulation.parameters)}"
        f"{_sources(simulation)}"
    )


def _head(text: str) -> str:
    return f'<p class="simulation-subhead">{text}</p>'


def _equation(line: str) -> str:
    return POWER.sub(r"<sup>\1</sup>", escape(line))


def _origin(parameter: Parameter) -> str:
    declared = parameter.declared
    lead = f"{escape(declared.label)}: {escape(shown(parameter, parameter.default))}"
    fact = getattr(declared, "fact", None)
    if fact is None:
        return f"{lead}. Een aanname van dit boek."
    described, figure = facts.look_up(fact)
    period = f" ({escape(dutch.period(figure.period))})" if "@" in fact else ""
    said = f"{escape(described.definition)} Bron: {_source(figure.source)} Status: {escape(figure.status)}."
    return f"{lead}{period}. {said}"


def _sources(simulation: Simulation) -> str:
    if not simulation.sources:
        return ""
    return f"{_head('Waar het idee vandaan komt')}{_list(_source(key) for key in simulation.sources)}"


def _source(key: str) -> str:
    found = facts.source(key)
    return f'<a href="{escape(found.url)}">{escape(found.text)}</a>' if found.url else escape(found.text)


def _list(items: Iterable[str], kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<ul{named}>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
