"""What every chart must have. Called when a chart is computed: an incomplete one never reaches a page."""

import json
from itertools import pairwise

from book.charts.marks import MARKS, marked
from book.charts.model import GAP, Chart
from book.charts.template import BREAK


def check(chart: Chart) -> Chart:
    """Return `chart`, or raise ChartError that says what is missing, with the file and line of its function."""
    _words(chart)
    _table(chart)
    if chart.script:
        _scripted(chart)
    else:
        _drawn(chart)
    return chart


def _words(chart: Chart) -> None:
    for name, least in (("title", 20), ("alt", 60)):
        if len(getattr(chart, name).strip()) < least:
            raise chart.error(f"has no {name} worth the name; write what is to be seen as a sentence")
    if not chart.uses or any(not citation.key for citation in chart.citations):
        raise chart.error("has no source; put the figures and series it draws in `uses`")


def _table(chart: Chart) -> None:
    table = chart.table
    if not table.rows or not table.columns:
        raise chart.error("has no table; a reader must be able to read every figure without the picture")
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise chart.error(f"row '{row.head}' has {len(row.cells)} cells for {len(table.columns)} columns")
        if row.status not in {*MARKS, GAP}:
            raise chart.error(f"row '{row.head}' has status '{row.status}'; use one of {', '.join(MARKS)}")


def _scripted(chart: Chart) -> None:
    if chart.picture is None:
        raise chart.error("is drawn by a script and has no static picture; give `picture`")
    for status in chart.statuses:
        if status not in chart.note:
            raise chart.error(f"has figures that are '{status}'; a chart with a script says so in its note")


def _drawn(chart: Chart) -> None:
    try:
        json.dumps([chart.figure, chart.narrow], allow_nan=False)
    except (TypeError, ValueError) as error:
        raise chart.error(f"is not plain data: {error}") from error
    for figure in filter(None, (chart.figure, chart.narrow)):
        shown = set().union(*(marked(trace) for trace in figure["data"]))
        for status in chart.statuses:
            if status not in shown:
                raise chart.error(f"has figures that are '{status}' and does not mark them; see book/charts/marks.py")
        for one in chart.breaks:
            if not _shows_break(figure, one.before):
                raise chart.error(f"draws across the break before {one.before}; draw it with `break_line`")


def _shows_break(figure: dict, before: str) -> bool:
    """A break is drawn when words say so, and no line runs across it; lines need a line between them as well."""
    layout = figure["layout"]
    named = {part: [item.get("name") for item in layout.get(part, [])] for part in ("shapes", "annotations")}
    lines = [trace for trace in figure["data"] if "lines" in trace.get("mode", "")]
    if BREAK + before not in named["annotations"] or (lines and BREAK + before not in named["shapes"]):
        return False
    return not any(_crosses(trace, before) for trace in lines)


def _crosses(trace: dict, before: str) -> bool:
    later = [None if y is None else str(x) >= before for x, y in zip(trace["x"], trace["y"], strict=True)]
    return (False, True) in pairwise(later)
