"""The reader's own table in Jupyter Lab: a box to paste it in, read and refused as in the page."""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from book import simulations
from book.display import simulation_html
from book.simulations.declarations import Value

WRONG = "color:#b4442d"


class OwnTable:
    """The widgets of a table. `rows` is what the model computes with: [] without a table, or after a wipe.

    `use(values)` is called when the table changed what the model computes with; `values` are those it sets.
    """

    def __init__(self, simulation: simulations.Simulation, use: Callable[[dict[str, Value]], None]) -> None:
        self.simulation, self.use = simulation, use
        self.declared = simulation.own.declared
        self.rows: list[list] = []
        self.text = widgets.Textarea(
            placeholder=self.declared.example,
            rows=max(self.declared.least, self.declared.example.count("\n") + 1) + 2,
            layout=widgets.Layout(width="30rem", max_width="100%"),
        )
        self.fault, self.how = widgets.HTML(), widgets.HTML()
        names = simulation_html.column_names(self.declared)
        help_text = f"Een rij per regel: {names}. Plak ze uit een rekenblad, of typ een puntkomma tussen de kolommen."
        buttons = [
            self._button("Reken met deze tabel", self.read),
            *([self._button("Toon een voorbeeld", self.show_example)] if self.declared.example else []),
            self._button("Zet de tabel terug" if self.declared.grid else "Wis mijn gegevens", self.wipe),
        ]
        self.box = widgets.VBox(
            [
                widgets.HTML(f"<small>{escape(help_text)}</small>"),
                self.text,
                widgets.HBox(buttons),
                self.fault,
                self.how,
            ]
        )

    @property
    def given(self) -> dict[str, list[list]]:
        """The argument of the model that holds the rows, where there are any."""
        return {self.simulation.own.name: self.rows} if self.rows else {}

    def read(self) -> None:
        """Compute with the text; a wrong table is refused with its row and column, and the text stays."""
        try:
            found = self.simulation.read_own(self.text.value)
        except ValueError as error:
            self.fault.value = f'<p role="alert" style="{WRONG}"><b>{escape(str(error))}</b></p>'
            return
        self.fault.value, self.how.value = "", f"<p>{escape(found['how'])}</p>"
        self.rows = found["rows"]
        self.use(found["values"])

    def show_example(self) -> None:
        """Fill in the example, and compute with it."""
        self.text.value = self.declared.example
        self.read()

    def wipe(self) -> None:
        """Forget the table: the model computes with the controls again."""
        self.drop()
        self.text.value = ""
        self.use({})

    def drop(self) -> None:
        """Stop computing with the table; the text stays."""
        self.rows = []
        self.fault.value = self.how.value = ""

    def follow(self, rows: list[list]) -> None:
        """Show the rows that the model made itself, as long as the reader gives none."""
        if rows and not self.rows:
            self.text.value = "\n".join(";".join(map(str, row)) for row in rows)

    def _button(self, title: str, act: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(description=title, layout=widgets.Layout(width="auto"))
        button.on_click(lambda _: act())
        return button
