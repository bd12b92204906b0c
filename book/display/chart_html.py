"""The words around a chart as HTML: caption, legend of marks, description, table, sources. For page and kernel."""

import re
from html import escape

from book.charts import Cell, Chart, Column, Row
from book.charts.marks import MARKS
from book.charts.model import Citation
from book.facts import source

AMOUNT = re.compile(r"(?<=€) (?=\d)|(?<=\d) (?=ml[nd]\b)")
BOX = '<rect x="1" y="1" width="14" height="10" fill="none" stroke="currentColor" stroke-width="1.5"/>'
SWATCHES = {
    ("bar", "voorlopig"): BOX,
    ("bar", "afgeleid"): f'{BOX}<path d="M1 7 7 1M1 11 11 1M5 11 15 1M11 11 15 7" stroke="currentColor"/>',
    ("bar", "bewering"): f'{BOX}<path d="M4 4h1.6M7 4h1.6M10.4 4h1.6M4 8h1.6M7 8h1.6M10.4 8h1.6" '
    'stroke="currentColor" stroke-width="1.6"/>',
    ("point", "voorlopig"): '<circle cx="8" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    ("point", "afgeleid"): '<path d="M8 1 13 6 8 11 3 6Z" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    ("point", "bewering"): '<path d="M4 2h8v8H4Z" fill="none" stroke="currentColor" stroke-width="1.8"/>',
}


def tied(text: str) -> str:
    """Keep amounts on one line: `€ 1,6 mld`."""
    return AMOUNT.sub("\u00a0", text)


def caption(chart: Chart, number: str) -> str:
    """The caption: the number and the message."""
    lead = f'<span class="caption-number">Figuur {number}.</span> ' if number else ""
    return f"<figcaption>{lead}{escape(tied(chart.title))}</figcaption>"


def legend(chart: Chart) -> str:
    """What the marks in the picture mean; empty when every figure is confirmed, or when the note tells it."""
    marks = chart.statuses
    if not marks or chart.script:
        return ""
    areas = any(trace["type"] == "bar" or "fill" in trace for trace in chart.figure["data"])
    shape = "bar" if areas else "point"
    items = "".join(
        '<li><svg class="chart-mark" style="width:16px;height:12px" viewBox="0 0 16 12" aria-hidden="true">'
        f"{SWATCHES[shape, status]}</svg>{escape(MARKS[status].words)}</li>"
        for status in marks
    )
    return f'<ul class="chart-marks" aria-label="Tekens in de figuur">{items}</ul>'


def note(chart: Chart) -> str:
    """What is counted, and how."""
    return f'<p class="chart-note">{escape(tied(chart.note))}</p>' if chart.note else ""


def table(chart: Chart) -> str:
    """The figures as a table; statuses stand in words."""
    rows, columns = chart.table.rows, chart.table.columns
    told = bool(chart.statuses) or any(row.indirect for row in rows)
    noted = any(row.note for row in rows)
    heads = [f'<th scope="col">{escape(chart.table.head)}</th>', *(_head(column) for column in columns)]
    heads += ['<th scope="col">Status</th>'] * told + ['<th scope="col">Toelichting</th>'] * noted
    body = "".join(f"<tr>{_row(row, columns, told, noted)}</tr>" for row in rows)
    words = f'<caption class="visually-hidden">{escape(chart.title)}</caption>'
    return f"<table>{words}<thead><tr>{''.join(heads)}</tr></thead><tbody>{body}</tbody></table>"


def _head(column: Column) -> str:
    unit = f' <span class="chart-unit">({escape(column.unit)})</span>' if column.unit else ""
    return f'<th scope="col"{_align(column)}>{escape(column.label)}{unit}</th>'


def _align(column: Column) -> str:
    return ' class="getal"' if column.unit else ""


def _row(row: Row, columns: tuple[Column, ...], told: bool, noted: bool) -> str:
    cells = [f'<th scope="row">{escape(row.head)}</th>']
    for cell, column in zip(row.cells, columns, strict=True):
        text = cell.text if isinstance(cell, Cell) else cell
        cells.append(f"<td{_align(column)}>{escape(text)}</td>")
    cells += [f"<td>{escape(row.certainty)}</td>"] * told + [f"<td>{escape(row.note)}</td>"] * noted
    return "".join(cells)


def sources(chart: Chart) -> str:
    """Where the figures come from: one source in full; more by name, in full on demand."""
    full = [_in_full(key, citations) for key, citations in _by_key(chart).items()]
    if len(full) == 1:
        return f'<p class="chart-source"><span class="chart-source-head">Bron:</span> {full[0]}</p>'
    names = "; ".join(escape(source(key).short) for key in _by_key(chart))
    listed = "".join(f"<li>{item}</li>" for item in full)
    return f'<details class="chart-source"><summary>Bronnen: {names}</summary><ul>{listed}</ul></details>'


def sources_on_paper(chart: Chart) -> str:
    """The sources by name and place; the literature list has them in full."""
    named = [
        f"{escape(source(key).short)}: {escape('; '.join(_places(citations)))}"
        if _places(citations)
        else escape(source(key).short)
        for key, citations in _by_key(chart).items()
    ]
    head = "Bron" if len(named) == 1 else "Bronnen"
    return f'<p class="chart-source"><span class="chart-source-head">{head}:</span> {". ".join(named)}.</p>'


def _by_key(chart: Chart) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for citation in chart.citations:
        found.setdefault(citation.key, []).append(citation)
    return found


def _places(citations: list[Citation]) -> list[str]:
    """The places in the source, each once: two series often name the same one, alone or among others."""
    locators = [one.locator.rstrip(".") for one in citations if one.locator]
    return list(dict.fromkeys(place for locator in locators for place in locator.split("; ")))


def _in_full(key: str, citations: list[Citation]) -> str:
    found = source(key)
    text = f'<a href="{escape(found.url)}">{escape(found.text)}</a>' if found.url else escape(found.text)
    told = found.text.casefold()
    places = [place for place in _places(citations) if place.removeprefix("CBS, ").casefold() not in told]
    terms = list(dict.fromkeys(one.licence for one in citations if one.licence))
    place = f" {escape(_sentence('; '.join(places)))}" if places else ""
    return text + place + "".join(f" Gebruik: {escape(_sentence(one))}" for one in terms)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")
