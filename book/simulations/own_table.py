"""Reads a small table of the reader's own: typed, or pasted from a spreadsheet or a CSV file.

Written in the subset that CPython and MicroPython share. `own` is `Own.spec()`: plain data. A first line of words may
name the columns, in any order; without it they stand in the order of `own`. Cells stand apart by a tab, a semicolon,
a comma or spaces; numbers are Dutch (`1.234,5`), and `1234.5` is understood.

Errors: `ValueError` with one Dutch sentence that names the row as the reader counts it, and the column.
"""

from book.facts import dutch

DIGITS = "0123456789"
EMPTY = ("", "-", "–", "?")


def read(own, text):
    """Return the rows, each a list in the order of the columns; None where an optional cell is empty."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbered = [(i + 1, lines[i]) for i in range(len(lines)) if lines[i].strip(" \t;,\u00a0")]
    if not numbered:
        raise ValueError("De tabel is nog leeg.")
    apart = separator(own, [line for _, line in numbered])
    split = [(row, cells(line, apart)) for row, line in numbered]
    order = list(range(len(own["columns"])))
    if is_head(own, split[0][1]):
        order = head(own, split[0][1])
        split = split[1:]
    rows = []
    for row, found in split:
        rows.append(read_row(own, row, found, order))
        for earlier in rows[:-1]:
            if earlier[0] == rows[-1][0]:
                raise wrong(row, own["columns"][0], shown(own["columns"][0], rows[-1][0]) + " staat er al.")
    found = "; het zijn er nu " + str(len(rows)) + "."
    if len(rows) < own["least"]:
        raise ValueError("Vul minstens " + str(own["least"]) + " rijen in" + found)
    if len(rows) > own["most"]:
        raise ValueError("Vul hoogstens " + str(own["most"]) + " rijen in" + found)
    if own["columns"][0]["kind"] == "year":
        rows.sort()
    return rows


def read_row(own, row, found, order):
    """Return the cells of one row, each as its column asks."""
    if len(found) > len(order) and [cell for cell in found[len(order) :] if cell.strip()]:
        raise ValueError(
            "Rij "
            + str(row)
            + ": hier staan "
            + str(len(found))
            + " kolommen; verwacht worden er hoogstens "
            + str(len(order))
            + "."
        )
    values = []
    for i in range(len(own["columns"])):
        place = order.index(i) if i in order else len(found)
        values.append(value(row, own["columns"][i], clean(found[place]) if place < len(found) else ""))
    return values


def value(row, column, text):
    """Return what a cell holds."""
    if text in EMPTY:
        if column["needed"]:
            raise wrong(row, column, "hier ontbreekt " + ("een naam." if column["kind"] == "text" else "een getal."))
        return None
    if column["kind"] == "text":
        if len(text) > column["high"]:
            raise wrong(row, column, "deze naam is langer dan " + str(column["high"]) + " tekens.")
        return text
    found = number(text)
    if found is None:
        raise wrong(row, column, "‘" + text + "’ is geen getal.")
    if column["kind"] == "year":
        if found != int(found) or not column["low"] <= found <= column["high"]:
            raise wrong(
                row,
                column,
                "‘" + text + "’ is geen jaar van " + str(column["low"]) + " tot en met " + str(column["high"]) + ".",
            )
        return int(found)
    if not column["low"] <= found <= column["high"]:
        raise wrong(
            row, column, "kies een getal van " + bound(column["low"]) + " tot en met " + bound(column["high"]) + "."
        )
    return found


def number(text):
    """The number that a Dutch reader means: `1.234,5`, `€ 1.200`, `12,5`, `1234.5`; None where there is none."""
    bare = text.lower().replace("€", "").replace("euro", "").replace("eur", "")
    for space in (" ", "\u00a0", "\u202f", "'"):
        bare = bare.replace(space, "")
    for ending in (",--", ",-"):
        if bare.endswith(ending):
            bare = bare[: -len(ending)]
    negative = bare[:1] in ("-", "−")
    if negative:
        bare = bare[1:]
    comma, point = bare.count(","), bare.count(".")
    if comma and point:
        decimal = "," if last(bare, ",") > last(bare, ".") else "."
    elif comma:
        decimal = "," if comma == 1 else "."
    else:
        decimal = "," if grouped(bare.split(".")) or point > 1 else "."
    thousands = "." if decimal == "," else ","
    parts = bare.split(decimal)
    groups = parts[0].split(thousands)
    if len(parts) > 2 or not digits(groups) or (len(groups) > 1 and not grouped(groups)):
        return None
    fraction = parts[1] if len(parts) == 2 else ""
    if fraction and not digits([fraction]):
        return None
    found = float("".join(groups) + "." + (fraction or "0"))
    return -found if negative else found


def grouped(groups):
    """Whether a point divides these digits in thousands."""
    return len(groups) > 1 and len(groups[0]) in (1, 2, 3) and not [one for one in groups[1:] if len(one) != 3]


def digits(texts):
    """Whether all texts are of digits."""
    for text in texts:
        if not text or [one for one in text if one not in DIGITS]:
            return False
    return True


def last(text, sign):
    """The last place of `sign` in `text`."""
    return len(text) - 1 - "".join(reversed(list(text))).find(sign)


def separator(own, lines):
    """What stands between the cells: a tab, a semicolon, a comma, or "" for spaces."""
    for sign in ("\t", ";"):
        if [line for line in lines if sign in line]:
            return sign
    least = len([column for column in own["columns"] if column["needed"]])
    data = [line for line in lines if line.strip()[:1] in DIGITS] or lines
    for line in data:
        found = [cell.strip() for cell in line.split(",")]
        if not least <= len(found) <= len(own["columns"]) or [cell for cell in found if " " in cell]:
            return ""
    return ","


def cells(line, apart):
    """Return the cells of a line; a separator between double quotes belongs to the cell."""
    if not apart:
        return line.split()
    found, quoted = [""], False
    for sign in line:
        if sign == '"':
            quoted = not quoted
        elif sign == apart and not quoted:
            found.append("")
        else:
            found[-1] = found[-1] + sign
    while len(found) > 1 and not found[-1].strip():
        found.pop()
    return found


def clean(cell):
    """A cell without the spaces around it."""
    return cell.strip(" \t\u00a0\ufeff")


def is_head(own, found):
    """Whether the first line names columns: nothing in it is a number, and a table of names begins with our words."""
    if [cell for cell in found if number(clean(cell)) is not None]:
        return False
    first = own["columns"][0]
    return first["kind"] != "text" or bool([word for word in first["words"] if word in clean(found[0]).lower()])


def head(own, found):
    """Return for each cell of the head the column it names, or -1; the columns' own order when it names none."""
    order = []
    for cell in found:
        named = -1
        for i in range(len(own["columns"])):
            words = [word for word in own["columns"][i]["words"] if word in clean(cell).lower()]
            if words and named < 0 and i not in order:
                named = i
        order.append(named)
    if not [place for place in order if place >= 0]:
        return list(range(len(own["columns"])))
    for i in range(len(own["columns"])):
        if own["columns"][i]["needed"] and i not in order:
            raise ValueError("In de eerste rij ontbreekt de kolom " + own["columns"][i]["label"] + ".")
    return order


def wrong(row, column, sentence):
    """The error of one cell."""
    return ValueError("Rij " + str(row) + ", kolom " + column["label"] + ": " + sentence)


def shown(column, found):
    """What a cell holds, as the page writes it."""
    return found if column["kind"] == "text" else str(int(found)) if column["kind"] == "year" else bound(found)


def bound(value):
    """An end of what an amount may be."""
    return dutch.shortest(value, 2)
