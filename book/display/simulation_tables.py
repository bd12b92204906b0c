"""On paper: one table for all states of a simulation, so that its columns are named once."""

from html import escape

Result = tuple[str, list[str], list[list[str]]]
"""The title of a state, its columns and its rows."""
BESIDE = 8
"""With at most so many columns of numbers the states stand beside each other, else one beneath the other."""
SHORT = 20
"""Heads of rows with at most so many letters are kept on one line."""


def together(results: list[Result], words: str) -> str:
    """Return the table of all `results`; of one state without its name above it."""
    columns, rows = results[0][1:]
    alike = all(one[1] == columns and [row[0] for row in one[2]] == [row[0] for row in rows] for one in results)
    beside = alike and (len(columns) - 1) * len(results) <= BESIDE
    head, body = (_beside if beside else _beneath)(results)
    kind = " beside" if beside else ""
    kind += " short-heads" if all(len(row[0]) <= SHORT for _, _, those in results for row in those) else ""
    return (
        f'<table class="simulation-results{kind}"><caption class="visually-hidden">{escape(words)}</caption>'
        f"<thead>{head}</thead>{body}</table>"
    )


def _beside(results: list[Result]) -> tuple[str, str]:
    columns, rows = results[0][1:]
    heads = "".join(_name(text) for text in columns[1:]) * len(results)
    above = "".join(
        f'<th scope="colgroup" class="getal" colspan="{len(columns) - 1}">{escape(title)}</th>'
        for title, _, _ in results
    )
    lines = (
        _line([row[0], *(cell for one in results for cell in one[2][place][1:])]) for place, row in enumerate(rows)
    )
    named = f"<tr><td></td>{above}</tr>" if len(results) > 1 else ""
    return (
        f'{named}<tr><th scope="col">{escape(columns[0])}</th>{heads}</tr>',
        f"<tbody>{''.join(lines)}</tbody>",
    )


def _beneath(results: list[Result]) -> tuple[str, str]:
    """Return the head and a group of rows for each state; of states with equal rows there is one group."""
    columns = results[0][1]
    heads = f'<th scope="col">{escape(columns[0])}</th>{"".join(map(_name, columns[1:]))}'
    groups: list[tuple[str, list[list[str]]]] = []
    for title, _, rows in results:
        if groups and groups[-1][1] == rows:
            groups[-1] = (f"{groups[-1][0]} · {title}", rows)
        else:
            groups.append((title, rows))
    body = "".join(
        f"<tbody>{_named(title, len(columns)) if len(results) > 1 else ''}{''.join(map(_line, rows))}</tbody>"
        for title, rows in groups
    )
    return f"<tr>{heads}</tr>", body


def _named(title: str, columns: int) -> str:
    heading = f'<th scope="rowgroup" colspan="{columns}">{escape(title)}</th>'
    return f'<tr class="simulation-group-name">{heading}</tr>'


def _name(text: str) -> str:
    return f'<th scope="col" class="getal">{escape(text)}</th>'


def _line(cells: list[str]) -> str:
    numbers = "".join(f'<td class="getal">{escape(cell)}</td>' for cell in cells[1:])
    return f'<tr><th scope="row">{escape(cells[0])}</th>{numbers}</tr>'
