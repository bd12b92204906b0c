"""The first pages of the workbook: how it works, and the programme of a training day."""

from __future__ import annotations

DAY = (
    ("09.30", "Binnenkomen. Schrijf op een placemat: wat kreeg jij in 2015 op je bord?", "grote vellen"),
    (
        "09.50",
        "Doel van de dag en de eerste stemming, in stilte.",
        '<a class="elsewhere" href="#VOTE">Stemformulier</a>',
    ),
    ("10.05", "Inleiding met de tijdlijn en één grafiek.", ""),
    ("10.30", "Vier stemmen lezen, uitleggen en samen een brief schrijven.", "o10-vierstemmen"),
    ("11.30", "Pauze", ""),
    ("11.45", "Een bewering natrekken, in een verkorte vorm.", "o10-bronnenjacht"),
    ("12.30", "Lunch", ""),
    ("13.15", "Wandelen in tweetallen, met één vraag uit de ochtend.", ""),
    (
        "13.30",
        "Praten tot het vastloopt, en dan een tijdelijke werkbare overeenkomst schrijven. Of onderhandelen aan de "
        "regiotafel.",
        '<a class="elsewhere" href="#TWO">TWO-formulier</a>',
    ),
    ("15.00", "Pauze", ""),
    ("15.15", "'Ja, en': van de dag naar het eigen team.", ""),
    ("15.50", "De tweede stemming. Wat verschoof er, en door welk argument?", "je stemformulier van vanmorgen"),
    (
        "16.05",
        "Een afspraak met jezelf. De kaart komt na zes weken terug.",
        '<a class="elsewhere" href="#SELF">Afspraak</a>',
    ),
    ("16.20", "Terugkijken: één zin per persoon.", ""),
    ("16.30", "Einde", ""),
)
"""When, what, and what is needed: an exercise by its label, a form, or words."""
PLACES = {
    "VOTE": "formulier-stemmen",
    "TWO": "formulier-two",
    "SELF": "formulier-afspraak",
    "o10-vierstemmen": "exercises-10-tekorten--o10-vierstemmen",
    "o10-bronnenjacht": "exercises-10-tekorten--o10-bronnenjacht",
}
NUMBERS = {"o10-vierstemmen": "Opgave 10.1", "o10-bronnenjacht": "Opgave 10.4"}


def pages(marks: str) -> str:
    """Return the pages; `marks` tells what the letters at the figures mean."""
    rows = "".join(_row(*row) for row in DAY)
    return f"""<article class="document back guide" id="document-werkwijze" data-title="Zo werkt dit werkboek">
<h1 data-running="Zo werkt dit werkboek">Zo werkt dit werkboek</h1>
<p>Bij elk hoofdstuk van het leesboek staan hier de opgaven, met ruimte om te schrijven. De nummers zijn dezelfde als
in het leesboek. Elke opgave begint op een nieuwe bladzijde, zodat je er één kunt kopiëren.</p>
<p>Op de lijnen staat eerst wat jij vindt. In een groep schrijf je er daarna iets van een ander bij. Waar een open
vlak staat, teken of plak je.</p>
<p>Achterin vind je lege formulieren om te kopiëren, de kaarten van de opgaven op knipbladen, en apart daarvan de
antwoorden van de zelftoetsen. Antwoordmodellen van de opgaven staan er niet in: daar gaat het gesprek over.</p>
<p>{marks} In het cijferregister van het leesboek en op de site staat van elk getal de bron.</p></article>
<article class="document back guide" id="document-trainingsdag" data-title="Programma van een trainingsdag">
<h1 data-running="Programma van een trainingsdag">Programma van een trainingsdag</h1>
<p>Een dag voor twaalf tot vierentwintig deelnemers. Wie een halve dag heeft, stopt om half een. De begeleider
kan opgaven uit een ander hoofdstuk kiezen; in de laatste kolom is ruimte om dat op te schrijven.</p>
<table class="dag"><thead><tr><th scope="col">Tijd</th><th scope="col">Wat we doen</th><th scope="col">Wat je
nodig hebt</th><th scope="col">Aantekening</th></tr></thead><tbody>{rows}</tbody></table>
</article>"""


def _row(time: str, what: str, needed: str) -> str:
    if needed in NUMBERS:
        needed = f'<a class="elsewhere" href="#{PLACES[needed]}">{NUMBERS[needed]}</a>'
    for name, place in PLACES.items():
        needed = needed.replace(f'href="#{name}"', f'href="#{place}"')
    return f'<tr><th scope="row">{time}</th><td>{what}</td><td>{needed}</td><td></td></tr>'
