"""The figures of a chart as a file that a Dutch spreadsheet opens at a double click.

UTF-8 with a byte order mark, semicolons between the cells, a decimal comma and no point for thousands: what Excel
expects with Dutch settings. LibreOffice and Numbers read it as well; in Python: `sep=";", decimal=","`.
"""

import csv
import io

from book.charts import Cell, Chart
from book.facts import dutch

BOM = "\ufeff"


def as_csv(chart: Chart) -> str:
    """The table of `chart` as the text of a CSV file, its sources included (one column, their keys)."""
    table = chart.table
    ranged = [
        any(isinstance(row.cells[index], Cell) and row.cells[index].high is not None for row in table.rows)
        for index in range(len(table.columns))
    ]
    heads = [table.head]
    for column, wide in zip(table.columns, ranged, strict=True):
        name = f"{column.label} ({column.unit})" if column.unit else column.label
        heads += [f"{name} van", f"{name} tot"] if wide else [name]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*heads, "Status", "Toelichting"])
    for row in table.rows:
        cells = [row.head]
        for cell, wide in zip(row.cells, ranged, strict=True):
            cells += _numbers(cell, wide)
        writer.writerow([*cells, row.certainty, row.note])
    keys = ", ".join(dict.fromkeys(citation.key for citation in chart.citations))
    writer.writerow([])
    writer.writerow(["Bron", f"{keys}: zie de literatuurlijst van 'Dichterbij?'"])
    return BOM + out.getvalue()


def _numbers(cell: Cell | str, wide: bool) -> list[str]:
    if isinstance(cell, str):
        return [cell]
    low = _plain(cell.value, cell.decimals)
    if not wide:
        return [low]
    return [low, low if cell.high is None else _plain(cell.high, cell.decimals)]


def _plain(value: float | None, decimals: int) -> str:
    return "" if value is None else dutch.number(value, decimals).replace(".", "")
