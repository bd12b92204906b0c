"""The first pages of the workbook and of the trainer's edition: how it works, and the programme of a training day."""

from __future__ import annotations

from html import escape

from sphinx.environment import BuildEnvironment

from book.print import forms, onepage
from book.sphinxext import training_day

WORKBOOK = """<p>Bij elk hoofdstuk van het leesboek staan hier de opgaven, met ruimte om te schrijven. De nummers zijn
dezelfde als in het leesboek. Elke opgave begint op een nieuwe bladzijde, zodat je er één kunt kopiëren.</p>
<p>Op de lijnen staat eerst wat jij vindt. In een groep schrijf je er daarna iets van een ander bij. Waar een open
vlak staat, teken of plak je.</p>
<p>Achterin vind je lege formulieren om te kopiëren, de kaarten van de opgaven op knipbladen, en apart daarvan de
antwoorden van de zelftoetsen en de redenen bij de kaarten van hoofdstuk 13. Antwoordmodellen van de opgaven staan er
niet in: daar gaat het gesprek over.</p>"""
TRAINER = """<p>Links staat wat de deelnemers in hun werkboek hebben: dezelfde opgaven, onder dezelfde nummers, met
dezelfde ruimte om te schrijven. Rechts staat wat alleen jij leest.</p>
<p>Naast het leerdoel staat wat je klaarlegt. Naast elke stap zie je vanaf en tot welke minuut zij duurt, wat je zegt,
wat de groep doet en wat er dan te zien moet zijn. De balk loopt van de eerste tot de laatste minuut van de opgave.
Naast de bespreekvragen staat wat je doet als het stil blijft of juist verhit raakt, en waar je naar luistert.</p>
<p>Onder elke opgave volgen een goed antwoord en de varianten. De antwoorden van een zelftoets staan achter de vragen.
De werkvormen, de lege formulieren en de knipbladen vind je achterin. De hoofdstukken staan in het leesboek.</p>"""
TEXTS = {"werkboek": ("Zo werkt dit werkboek", WORKBOOK), "docent": ("Zo werkt deze editie", TRAINER)}


def pages(env: BuildEnvironment, edition: str, marks: str) -> str:
    """Return the pages of `edition`; `marks` tells what the letters at the figures mean."""
    title, text = TEXTS[edition]
    day = "".join(_row(env, stretch) for stretch in training_day.programme(env))
    end = [f"<tr><th scope=\"row\">{stretch.end}</th><td>Einde</td><td></td><td></td></tr>" for stretch in
           training_day.programme(env)[-1:]]
    programme = f"""<article class="document back guide" id="document-trainingsdag"
data-title="Programma van een trainingsdag">
<h1 data-running="Programma van een trainingsdag">Programma van een trainingsdag</h1>
<p>Een dag voor twaalf tot vierentwintig deelnemers. Wie een halve dag heeft, stopt om half een. De begeleider
kan opgaven uit een ander hoofdstuk kiezen; in de laatste kolom is ruimte om dat op te schrijven.</p>
<table class="dag"><thead><tr><th scope="col">Tijd</th><th scope="col">Wat we doen</th><th scope="col">Wat je
nodig hebt</th><th scope="col">Aantekening</th></tr></thead><tbody>{day}{"".join(end)}</tbody></table>
</article>"""
    return f"""<article class="document back guide" id="document-werkwijze" data-title="{title}">
<h1 data-running="{title}">{title}</h1>
{text}
<p>{marks} In het cijferregister van het leesboek en op de site staat van elk getal de bron.</p></article>
{programme if day else ""}"""


def _row(env: BuildEnvironment, stretch: training_day.Stretch) -> str:
    return (
        f'<tr><th scope="row">{stretch.begin}</th><td>{escape(stretch.what)}</td>'
        f"<td>{_needed(env, stretch.needs)}</td><td></td></tr>"
    )


def _needed(env: BuildEnvironment, needs: str) -> str:
    """Return what participants need, with a link to the exercise or form and its page."""
    exercise = env.sphinx_exercise_registry.get(needs)
    titles = {name: title for name, title, _ in forms.forms()}
    if exercise:
        place, title = onepage.anchor(exercise["docname"], needs), exercise["node"]["title"].capitalize()
    elif needs in titles:
        place, title = needs, titles[needs]
    else:
        return escape(needs)
    return f'<a class="elsewhere" href="#{place}">{escape(title)}</a>'
