"""Who is bought from, and how: open house, and the number of providers."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.template import BRICK, OCHRE, PETROL
from book.facts import Fact, dutch, fact


@chart("openhouse")
def open_house() -> Chart:
    """The share of contracts that is open house in fact and in name, beside the claim of essay E18."""
    care, youth, more = fact("openhouse-wmo-2018"), fact("openhouse-jeugd-2018"), fact("openhouse-jeugd-telgen")
    named = [fact(f"openhouse-expliciet-{act}-{year}") for act in ("wmo", "jeugd") for year in (2018, 2019)]
    claimed = fact("europees-aanbesteed-e18")
    entries = (
        ("Wmo, in feite open house", "2018", care, "Binnenlands Bestuur over de monitor"),
        ("Wmo, zo genoemd", "2018", named[0], ""),
        ("Wmo, zo genoemd", "2019", named[1], ""),
        ("Jeugdhulp, in feite open house", "2018", youth, "Binnenlands Bestuur over de monitor"),
        ("Jeugdhulp, in feite open house", "2018", more, "Telgen over dezelfde monitor; verschil niet opgelost"),
        ("Jeugdhulp, zo genoemd", "2018", named[2], ""),
        ("Jeugdhulp, zo genoemd", "2019", named[3], ""),
        ("Europees aanbesteed", "2019", claimed, f"bewering in E18. {claimed.note}"),
    )
    rows = tuple(
        Row(what, (year, Cell.of(item)), status_of(item), told) for what, year, item, told in entries
    )

    def draw(top: int) -> dict:
        def share(tick: str, item: Fact, words: str, more: str = "") -> Item:
            return Item(tick, item.value, item.text + more, f"{words}: {item.text}{more}", status_of(item))

        return grouped([
            Group("<b>Wmo</b>: in feite open house", (share("2018", care, "Wmo 2018, in feite open house"),)),
            Group("<b>Wmo</b>: ook zo genoemd", (
                share("2018", named[0], "Wmo 2018, zo genoemd"), share("2019", named[1], "Wmo 2019, zo genoemd"),
            ), OCHRE),
            Group("<b>Jeugdhulp</b>: in feite open house", (
                share("2018", youth, "Jeugdhulp 2018, in feite open house", " of " + more.text + "*"),)),
            Group("<b>Jeugdhulp</b>: ook zo genoemd", (
                share("2018", named[2], "Jeugdhulp 2018, zo genoemd"),
                share("2019", named[3], "Jeugdhulp 2019, zo genoemd"),
            ), OCHRE),
            Group("<b>E18 beweert</b>: Europees aanbesteed", (
                share("2019", claimed, "Essay E18: Europees aanbesteed"),), BRICK),
        ], top, whole=100)

    return Chart(
        title=f"In 2018 was {care.text} van de Wmo-contracten in feite open house, maar {named[0].text} heette ook "
        "zo",
        alt=f"Liggende staven in vijf groepen. In feite open house in 2018: {care.text} van de Wmo-contracten en "
        f"{youth.text} van de jeugdhulpcontracten. Zo genoemd: voor de Wmo {named[0].text} in 2018 en "
        f"{named[1].text} in 2019, voor jeugdhulp {named[2].text} en {named[3].text}. Daarnaast, gestippeld, de "
        f"bewering van E18 dat {claimed.text} Europees wordt aanbesteed.",
        figure=draw(120),
        narrow=draw(145),
        table=Table("Wat", (Column("Jaar"), Column("Aandeel van de contracten", "procent")), rows),
        uses=(care, youth, more, *named, claimed),
        note=f"Bij open house mag elke aanbieder meedoen die aan de eisen voldoet; dat is juist geen aanbesteding. "
        f"* Telgen noemt over dezelfde monitor {more.text}. De omlijning is alle contracten.",
        height=400,
        print_height=305,
    )


@chart("aanbieders")
def providers() -> Chart:
    """Registrations of youth care providers in 2015 and 2025, the country and Brabant."""
    first, last = fact("jeugdzorgaanbieders-2015"), fact("jeugdzorgaanbieders-2025")
    near = fact("jeugdzorgaanbieders-brabant-2015"), fact("jeugdzorgaanbieders-brabant-2025")
    rows = (
        Row("Nederland", (Cell.of(first), Cell.of(last))),
        Row("Brabant", (Cell.of(near[0]), Cell.of(near[1]))),
    )

    def draw(top: int) -> dict:
        return grouped([
            Group(f"<b>{where}</b>", tuple(
                Item(item.period, item.value, f"<b>{item.text}</b>",
                     f"{where} {item.period}: {item.text} inschrijvingen")
                for item in pair
            ), colour)
            for where, pair, colour in (("Nederland", (first, last), PETROL), ("Brabant", near, OCHRE))
        ], top)

    times = dutch.number(last.value / first.value)
    return Chart(
        title=f"In tien jaar kwamen er ruim {times} keer zoveel inschrijvingen van jeugdzorgaanbieders: van "
        f"{first.text} naar {last.text}",
        alt=f"Vier liggende staven. Nederland telt {first.text} inschrijvingen in 2015 en {last.text} in 2025. "
        "Brabant "
        f"telt er {near[0].text} in 2015 en {near[1].text} in 2025. De tussenliggende jaren zijn niet gevonden.",
        figure=draw(10200),
        narrow=draw(11500),
        table=Table("Waar", (Column("2015", "aantal"), Column("2025", "aantal")), rows),
        uses=(first, last, *near),
        note="Inschrijvingen bij de Kamer van Koophandel: een breed begrip. Wie ingeschreven staat, heeft nog geen "
        "contract met een gemeente, en een grote instelling telt even zwaar als iemand die alleen werkt.",
        height=230,
        print_height=210,
    )
