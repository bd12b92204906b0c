"""`tijdlijn`: the events of `timeline.csv`, on the screen as lanes with a choice of layers and themes.

```{tijdlijn}
:van: 2012
:tot: 2016
```

Without options the whole timeline. The page holds a table, a body for each year, which is all there is without a
script and on paper; `timeline.js` draws the lanes from its rows, so that there is one text of each event.
"""

from itertools import groupby

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from book.facts import DATA, register
from book.facts.timeline import LAYERS, THEMES, Event
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load

HEADS = ("Wanneer", "Wat", "Soort", "Gaat over")


class TimelineDirective(SphinxDirective):
    """The timeline, or the years `:van:` to `:tot:` of it."""

    option_spec = {"van": directives.nonnegative_int, "tot": directives.nonnegative_int}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the place for the lanes and the table."""
        place = self.get_source_info()
        for name in ("timeline.csv", "essays.csv", "references.bib"):
            self.env.note_dependency(str(DATA / name))
        first, last = self.options.get("van", 0), self.options.get("tot", 9999)
        events = [event for event in register().timeline if first <= event.year <= last]
        if not events:
            fail(f"there are no events from {first} to {last}", *place, remedy="the timeline runs from 2007 to 2027")
        first, last = (self.options.get("van", events[0].year), self.options.get("tot", events[-1].year))
        head = element("thead", element("tr", *(element("th", name, scope="col") for name in HEADS)))
        years = [self._year(year, list(group)) for year, group in groupby(events, lambda event: event.year)]
        caption = element("caption", f"Gebeurtenissen van {first} tot en met {last}", class_="visually-hidden")
        return [
            element(
                "div",
                element("div", class_="timeline-view", on="screen"),
                element(
                    "details",
                    element("summary", "Alle gebeurtenissen als tabel", on="screen"),
                    element("table", caption, head, *years, class_="timeline-table"),
                    class_="timeline-all",
                    open=True,
                    paper_tag="div",
                ),
                class_="tijdlijn",
                data_first=first,
                data_last=last,
                data_layers="|".join(f"{key}={words}" for key, words in LAYERS.items()),
                data_themes="|".join(f"{key}={words}" for key, words in THEMES.items()),
            )
        ]

    def _year(self, year: int, events: list[Event]) -> nodes.Node:
        head = element("tr", element("th", str(year), scope="rowgroup", colspan=len(HEADS)), class_="timeline-year")
        return element("tbody", head, *(self._row(event) for event in events), data_year=year)

    def _row(self, event: Event) -> nodes.Node:
        text = [element("strong", event.title, class_="timeline-title"), " ",
                element("span", *self._inline(event.text.removesuffix(".")), class_="timeline-text"), " "]
        return element(
            "tr",
            element("th", event.when, scope="row"),
            element("td", *text, element("span", *self._sources(event), class_="timeline-source")),
            element("td", event.layer),
            element("td", ", ".join(THEMES[theme] for theme in event.themes)),
            id=None if self.options else f"t-{event.id}",  # an excerpt repeats rows: on paper all is one page
            data_id=event.id,
            data_year=event.year,
            data_layer=event.layer,
            data_theme=" ".join(event.themes),
            data_planned="ja" if event.planned else None,
        )

    def _sources(self, event: Event) -> list[nodes.Node]:
        """What follows the sentence: its sources between brackets, and its full stop."""
        cited = [f"({{essay}}`{event.essay}`)"] * bool(event.essay)
        cited += [f"{{cite:p}}`{','.join(event.sources)}`"] * bool(event.sources)
        return [*self._inline(" ".join(cited)), nodes.Text(".")]

    def _inline(self, text: str) -> list[nodes.Node]:
        return self.state.inline_text(text, self.lineno)[0]


def _is_timeline(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == "tijdlijn"


def setup(app) -> None:
    """Register the directive; a page with a timeline loads its script and style sheet."""
    app.add_directive("tijdlijn", TimelineDirective)
    load(app, _is_timeline, css="timeline.css", js=("kept.js", "timeline.js"))
