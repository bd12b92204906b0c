"""The register on paper: the figures this book uses, in small type; a series in one paragraph.

The site lists every figure of the register and gives each point of a series a row: some seventy pages on paper.
"""

import re

from docutils import nodes

from book.sphinxext.register import UNUSED, SeriesNode

CONFIRMED = "bevestigd"
ESSAY = re.compile(r"(E\d\d) · .*")


def shorten(document: nodes.document, wanted: set[str]) -> None:
    """Leave out of the register page what no page uses; `wanted` holds the ids that links of the book lead to."""
    tables = [table for table in document.findall(nodes.table) if "cijferregister" in table["classes"]]
    series = list(document.findall(SeriesNode))
    if not tables and not series:
        return
    rows = [row for table in tables for row in table[0][-1].children]
    used = [row for row in rows if row[-1].astext().strip() != UNUSED or wanted & set(row["ids"])]
    for row in set(rows) - set(used):
        row.parent.remove(row)
    for one in series:
        if one[-2].astext().endswith(UNUSED) and not wanted & set(one["ids"]):
            one.parent.remove(one)
        else:
            _in_one_paragraph(one)
    for table in tables:
        if not table[0][-1].children:
            table.parent.remove(table)
    for place in [*(row[-1] for row in used), *document.findall(SeriesNode)]:
        _name_essays_by_number(place)
    for section in [found for found in document.findall(nodes.section) if len(found) == 1]:
        section.parent.remove(section)
    cited = {link.get("refid") for link in document.findall(nodes.reference)}
    for line in [found for found in document.findall(nodes.paragraph) if "bron" in found["classes"]]:
        if not cited & set(line["ids"]):
            line.parent.remove(line)
    _tell(document, len(used), len(rows))


def _name_essays_by_number(place: nodes.Element) -> None:
    """Leave of an essay that uses a figure the number: its title fills four lines of a narrow column."""
    for text in list(place.findall(nodes.Text)):
        if found := ESSAY.fullmatch(text):
            text.parent.replace(text, nodes.Text(found[1]))


def _tell(document: nodes.document, used: int, known: int) -> None:
    top = document.next_node(nodes.section)
    text = f"Op papier staan de {used} cijfers die dit boek gebruikt; op de site staan ze alle {known}."
    place = next(number for number, child in enumerate(top.children) if isinstance(child, nodes.section))
    top.insert(place, nodes.paragraph("", text))


def _in_one_paragraph(series: SeriesNode) -> None:
    """Put the table of a series in a line of points and a line for each remark."""
    table = series[-1]
    points, remarks, marker = [], {}, ""
    for row in table[0][-1].children:
        if len(row) == 1:
            marker = row.astext()
            continue
        period, value = row[0].astext(), row[1].astext()
        if marker:
            points.append(f"| vanaf {period} anders geteld |")
            remarks[f"vanaf {period}"] = ([f"vanaf {period}"], [nodes.Text(marker)])
            marker = ""
        points.append(f"{period}:\u00a0{value.replace(' ', chr(0xA0))}")
        said = [part for part in row[2].children if part.astext() != CONFIRMED]
        if said:
            key = "; ".join(part.astext() for part in said)
            remarks.setdefault(key, ([], _joined(said)))[0].append(period)
    line = nodes.paragraph("", " · ".join(points), classes=["reeks-punten"])
    notes = [
        nodes.paragraph("", "", nodes.strong("", ", ".join(periods)), nodes.Text(": "), *said)
        for periods, said in remarks.values()
    ]
    series.remove(table)
    series += [line, *notes]


def _joined(paragraphs: list[nodes.Element]) -> list[nodes.Node]:
    parts: list[nodes.Node] = []
    for paragraph in paragraphs:
        parts += [nodes.Text("; ")] if parts else []
        parts += [child.deepcopy() for child in paragraph.children]
    return parts
