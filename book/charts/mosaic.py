"""The mosaic: every one of the 145.000 product codes a cell, and what is left of it with shared lists."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.mosaic_picture import picture
from book.facts import Fact, dutch, fact


@chart("mozaiek-productcodes")
def mosaic() -> Chart:
    """Codes as cells, grouped by municipality, by region, and as one national list of categories."""
    claimed, journal, each = (
        fact(name) for name in ("productcodes-2015", "productcodes-vakblad", "productcodes-per-gemeente-2015")
    )
    municipalities, regions = fact("gemeenten-2015"), fact("jeugdregios")
    care, youth = fact("productcategorieen-wmo"), fact("productcategorieen-jeugd")
    regional, categories = regions.value * each.value, care.value + youth.value
    total, shared = dutch.number(categories), rough(regional)
    rows = (
        Row("Elke gemeente een eigen lijst", (Cell.of(municipalities), Cell.of(claimed)), status_of(claimed),
            "productcodes; alleen in essay E07"),
        Row("Gemiddeld per gemeente", ("", Cell.of(each)), status_of(each), "gelijk verdeeld: een rekensom van ons"),
        Row("Volgens een vakblad, alleen jeugd", ("", Cell.of(journal)), status_of(journal), journal.note),
        Row("Elke regio een eigen lijst", (Cell.of(regions), Cell(dutch.number(regional), regional)), "afgeleid",
            "zo veel codes als regio's keer het gemiddelde"),
        Row("Eén landelijke lijst", (Cell("1", 1), Cell(total, categories)), "bevestigd",
            f"categorieën: {care.text} Wmo en {youth.text} Jeugdwet"),
    )
    return Chart(
        title=f"Met een lijst per gemeente vullen {claimed.text} codes het hele vlak; landelijk zijn er {total} "
        "categorieën",
        alt=f"Een mozaïek van {claimed.text} vakjes, een voor elke code, in {municipalities.text} blokken: een voor "
        f"elke gemeente. Een gestreepte lijn omsluit de {journal.text} codes die een vakblad noemt. Met een lijst "
        f"per regio blijven {regions.text} blokken over, ongeveer {shared} vakjes. De landelijke lijst telt {total} "
        "categorieën: een stip.",
        figure={},
        table=Table(
            "Wie de lijst maakt", (Column("Lijsten", "aantal"), Column("Codes of categorieën", "aantal")), rows
        ),
        uses=(claimed, each, municipalities, journal, regions, care, youth),
        note=f"De {claimed.text} codes zijn een bewering: alleen het essay noemt dat getal. Hoeveel codes elke "
        f"gemeente had, weten we niet; de gelijke verdeling ({each.text} per gemeente) en het aantal bij een lijst "
        f"per regio zijn afgeleid, door ons berekend. De {journal.text} uit het vakblad is een andere telling: "
        "alleen jeugd, en het jaar is niet gezien. Een landelijke categorie is grover dan een code.",
        height=360,
        narrow_height=696,
        script="mosaic.js",
        settings=_settings(claimed, journal, each, municipalities, regions, (("Wmo", care), ("Jeugdwet", youth))),
        picture=picture,
    )


def rough(value: float) -> str:
    """A number in three digits: more would claim what nobody knows."""
    size = 10 ** max(0, len(str(int(value))) - 3)
    return dutch.number(dutch.rounded(value / size) * size)


def _settings(
    claimed: Fact, journal: Fact, each: Fact, municipalities: Fact, regions: Fact,
    categories: tuple[tuple[str, Fact], ...],
) -> dict:
    """What `mosaic.js` draws and says."""
    total = dutch.number(sum(item.value for _, item in categories))
    average = f"gemiddeld {each.text} codes"
    return {
        "codes": int(claimed.value),
        "marked": int(journal.value),
        "markedWords": f"{journal.text}: vakblad, alleen jeugd",
        "views": [
            {
                "button": f"Lokaal: {municipalities.text} lijsten", "lists": int(municipalities.value),
                "words": f"{claimed.text} codes (bewering) in {municipalities.text} lijsten, een voor elke gemeente.",
                "one": "Gemeente", "each": average,
            },
            {
                "button": f"Regionaal: {regions.text} lijsten", "lists": int(regions.value),
                "words": f"Met een lijst per regio: {regions.text} lijsten, ongeveer "
                f"{rough(regions.value * each.value)} codes (onze rekensom).",
                "one": "Regio", "each": average,
            },
            {
                "button": "Landelijk: 1 lijst", "lists": 1,
                "words": f"Eén landelijke lijst: {total} categorieën, op dezelfde schaal getekend. Zoom in om ze te "
                "zien.",
                "pointer": f"{total} categorieën",
                "parts": [[name, int(item.value)] for name, item in categories],
            },
        ],
    }
