"""Codes against categories: three numbers as squares, drawn to one scale, with a lens on the smallest."""

from math import sqrt

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.marks import MARKS
from book.charts.template import BRICK, GREEN, INK, MUTED, OCHRE, PETROL, label, layout
from book.facts import Fact, dutch, fact

LENS = 20
"""How many times the lens enlarges, in length."""


@chart("codes-en-categorieen")
def codes() -> Chart:
    """145.000 claimed codes, 113.000 in a trade journal and 18 + 18 national categories, as areas."""
    claimed, journal = fact("productcodes-2015"), fact("productcodes-vakblad")
    care, youth = fact("productcategorieen-wmo"), fact("productcategorieen-jeugd")
    categories = care.value + youth.value
    each = dutch.number(claimed.value / categories)
    rows = (
        Row("Productcodes Jeugdwet en Wmo, 2015", (Cell.of(claimed),), status_of(claimed), "alleen in essay E07"),
        Row("Productcodes jeugd, vakblad", (Cell.of(journal),), status_of(journal), "hoe is geteld, is niet gezien"),
        Row("Landelijke categorieën Wmo", (Cell.of(care),), status_of(care)),
        Row("Landelijke categorieën Jeugdwet", (Cell.of(youth),), status_of(youth)),
    )
    return Chart(
        title=f"Landelijk waren er {dutch.number(categories)} categorieën; gemeenten zouden er samen {claimed.text} "
        "codes onder hebben gehangen",
        alt="Drie vierkanten op dezelfde schaal, waarin elke code evenveel ruimte krijgt. Het grootste staat voor de "
        f"{claimed.text} codes uit het essay, daarbinnen een iets kleiner voor de {journal.text} codes uit een "
        f"vakblad. De {dutch.number(categories)} landelijke categorieën zijn een stip in de hoek, die een "
        f"vergrootglas laat zien: {care.text} voor de Wmo en {youth.text} voor de Jeugdwet.",
        figure=_figure(claimed, journal, care, youth, wide=True),
        narrow=_figure(claimed, journal, care, youth, wide=False),
        table=Table("Wat", (Column("Aantal", "aantal"),), rows),
        uses=(claimed, journal, care, youth),
        note=f"Eén code is overal even groot getekend, behalve onder het vergrootglas: dat vergroot {LENS} keer in "
        f"lengte en breedte. Een categorie is grover dan een code: er passen veel codes onder, gemiddeld zo'n "
        f"{each} als het getal uit het essay klopt. De tekening vergelijkt dus aantallen, geen gelijke dingen.",
        height=380,
        narrow_height=500,
    )


def _figure(claimed: Fact, journal: Fact, care: Fact, youth: Fact, wide: bool) -> dict:
    big, inner = sqrt(claimed.value), sqrt(journal.value)
    small = sqrt(care.value + youth.value)
    side = LENS * small
    left, base = (big + 130, 60) if wide else (0, -side - 60)
    data = [
        _square(0, 0, big, BRICK, claimed, f"{claimed.text} productcodes, beweerd in essay E07"),
        _square(0, 0, inner, OCHRE, journal, f"{journal.text} productcodes in een vakblad, alleen jeugd", "dash"),
        _square(0, 0, small, INK, care, f"{dutch.number(care.value + youth.value)} landelijke categorieën", fill=INK),
        *_cells(left, base, care, PETROL, 0, "Wmo"),
        *_cells(left, base, youth, GREEN, care.value, "Jeugdwet"),
    ]
    total = dutch.number(care.value + youth.value)
    beside = (left, base + side + 10, "bottom") if wide else (left + side + 16, base + side, "top")
    notes = [
        label(f"<b>{claimed.text}</b> codes: beweerd in een essay uit 2015", 0, big, xanchor="left",
              yanchor="bottom", font={"color": BRICK, "size": 15}),
        label(f"<b>{journal.text}</b> codes in een vakblad, alleen jeugd", 10, inner - 10, xanchor="left",
              yanchor="top", font={"color": OCHRE, "size": 15}, bgcolor="@paper", borderpad=3),
        label(f"<b>{total} categorieën</b>, landelijk:<br>{care.text} voor de Wmo<br>{youth.text} voor de Jeugdwet",
              beside[0], beside[1], xanchor="left", yanchor=beside[2], align="left", font={"size": 15}),
        label(f"{LENS} keer vergroot", left, base - 6, xanchor="left", yanchor="top",
              font={"color": MUTED, "size": 13}),
    ]
    rays = [(small, small, left, base + side), (small, 0, left, base)] if wide else [
        (0, 0, left, base + side), (small, 0, left + side, base + side)]
    return {
        "data": data,
        "layout": layout(
            xaxis={"visible": False, "range": [-4, left + side + 190 if wide else big + 4],
                   "constrain": "domain", "constraintoward": "left"},
            yaxis={"visible": False, "range": [-6 if wide else base - 34, big + 34], "scaleanchor": "x",
                   "constrain": "domain", "constraintoward": "top"},
            margin={"l": 2, "r": 2, "t": 2, "b": 2},
            shapes=[
                {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": {"color": MUTED, "width": 1}}
                for x0, y0, x1, y1 in rays
            ],
            annotations=notes,
        ),
    }


def _square(x: float, y: float, side: float, colour: str, item: Fact, words: str, dash: str = "solid",
            fill: str = "") -> dict:
    """A square with its lower left corner at (x, y), marked by the status of its figure."""
    pattern = MARKS[status_of(item)].pattern
    paint = {"fillcolor": fill} if fill else {
        "fillcolor": "rgba(0,0,0,0)",
        "fillpattern": {"shape": pattern, "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 9, "solidity": 0.12},
    }
    if not pattern and not fill:
        paint = {"fillcolor": "rgba(0,0,0,0)"}
    return {
        "type": "scatter", "mode": "lines", "x": [x, x + side, x + side, x, x], "y": [y, y, y + side, y + side, y],
        "fill": "toself", "line": {"color": colour, "width": 2, "dash": dash}, **paint,
        "customdata": [[words, status_of(item)]], "hoverinfo": "skip",
    }


def _cells(left: float, base: float, item: Fact, colour: str, skip: float, words: str) -> list[dict]:
    """The categories under the lens: a little square each, six a row from the top."""
    across = round(sqrt(skip + item.value)) if skip else 6
    numbers = range(int(skip), int(skip + item.value))
    gap = 0.18 * LENS
    x, y = [], []
    for number in numbers:
        x0, y0 = left + (number % across) * LENS, base + (across - 1 - number // across) * LENS
        x += [x0, x0 + LENS - gap, x0 + LENS - gap, x0, x0, None]
        y += [y0, y0, y0 + LENS - gap, y0 + LENS - gap, y0, None]
    return [{
        "type": "scatter", "mode": "lines", "x": x, "y": y, "fill": "toself", "fillcolor": colour,
        "line": {"color": colour, "width": 1}, "hoverinfo": "skip",
        "customdata": [[f"{item.text} landelijke categorieën voor de {words}", status_of(item)]],
    }]
