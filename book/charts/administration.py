"""What goes to coordination and administration, according to whom; shares of money and of time, apart."""

from book.charts import Cell, Chart, Column, Row, Table, chart, status_of
from book.charts.rows import Group, Item
from book.charts.rows import figure as grouped
from book.charts.template import OCHRE
from book.facts import fact


@chart("coordinatiekosten")
def coordination() -> Chart:
    """Berenschot's shares of the budget for coordination, with what is counted as such."""
    youth, every = fact("coordinatiekosten-jeugd-2019"), fact("coordinatiekosten-gemeenten-2019")
    rows = tuple(Row(item.label, (Cell.of(item),), status_of(item), item.note) for item in (youth, every))

    def draw(top: int, rest: str) -> dict:
        return grouped([
            Group("<b>Jeugdzorg</b>", (
                Item("", youth.value, f"<b>{youth.text}</b>{rest}", f"Jeugdzorg: {youth.text} van het budget"),)),
            Group("<b>Alle gemeentelijke zorg</b>", (
                Item("", every.value, f"<b>{every.text}</b>{rest}", f"Alle gemeentelijke zorg: {every.text}"),)),
        ], top, whole=100)

    return Chart(
        title=f"Berenschot rekende {youth.text} van het jeugdbudget tot coördinatiekosten, en telde daarbij alles "
        "mee "
        "wat niet aan een cliënt is gebonden",
        alt=f"Twee liggende staven binnen een omlijning van 100%. Voor jeugdzorg is {youth.text} gevuld, voor alle "
        f"gemeentelijke zorg samen {every.text}. Wat overblijft, is werk met en voor cliënten.",
        figure=draw(103, " coördinatie; de rest is gebonden aan cliënten"),
        narrow=draw(103, " coördinatie"),
        table=Table("Wat", (Column("Aandeel van het budget", "procent"),), rows),
        uses=(youth, every),
        note="Alles wat niet aan een cliënt gebonden is, telt mee: ook de toegang, de kantoren en de ICT. De "
        "minister "
        "noemde het in zijn antwoord daarom overhead. Het gaat om geld; hoeveel werktijd administratie kost, is een "
        "andere vraag.",
        height=170,
        print_height=150,
    )


@chart("administratie")
def administration() -> Chart:
    """The share of working time that goes to administration, each source by its name."""
    youth, care = fact("administratie-azw-jeugdzorg"), fact("administratie-azw-zorg")
    authority, union = fact("administratie-jeugdprofessional"), fact("administratie-fnv-2019")
    entries = (
        ("CBS-werknemersenquête AZW", "jeugdzorg", youth, youth.note),
        ("CBS-werknemersenquête AZW", "zorg en welzijn", care, care.note),
        ("Jeugdautoriteit", "jeugdprofessional", authority, "tot 30 procent, stand 2023"),
        ("Vakbond FNV", "jeugdzorg", union, union.note),
    )
    rows = tuple(Row(who, (what, Cell.of(item)), status_of(item), note) for who, what, item, note in entries)

    def draw(top: int, when: str) -> dict:
        def bar(index: int, tick: str) -> Item:
            who, what, item, _ = entries[index]
            return Item(tick, item.value, f"<b>{item.text}</b>", f"{who}, {what}: {item.text} van de werktijd")

        return grouped([
            Group(f"<b>CBS en AZW</b>: enquête{when}",
                  (bar(0, "jeugdzorg"), bar(1, "zorg en welzijn"))),
            Group("<b>Jeugdautoriteit</b>, 2023", (bar(2, "jeugdprofessional"),)),
            Group("<b>Vakbond FNV</b>, 2019", (bar(3, "jeugdzorg"),), OCHRE),
        ], top, whole=100)

    return Chart(
        title=f"Hoeveel tijd administratie kost, hangt af van wie je het vraagt: van {care.text} tot {union.text}",
        alt=f"Liggende staven in drie groepen. De enquête van CBS en AZW geeft {youth.text} voor jeugdzorg en "
        f"{care.text} voor zorg en welzijn als geheel. De Jeugdautoriteit noemt {authority.text} voor een "
        f"jeugdprofessional. De vakbond FNV zei in 2019 {union.text}.",
        figure=draw(106, " onder werknemers, waarschijnlijk 2025"),
        narrow=draw(106, ""),
        table=Table("Wie het zegt", (Column("Over wie"), Column("Deel van de werktijd", "procent")), rows),
        uses=(youth, care, authority, union),
        note="De omlijning is alle werktijd. De bronnen vragen verschillende mensen naar verschillende dingen, en "
        "wat "
        "administratie is, staat er niet bij. Vergelijk ze als uitspraken, niet als metingen van hetzelfde.",
        height=250,
        print_height=230,
    )


