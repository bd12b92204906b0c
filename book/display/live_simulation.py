"""A simulation in Jupyter Lab: widgets made from the declarations, a Plotly figure, the sentence and the table."""

from html import escape
from typing import Any

import ipywidgets as widgets
import plotly.graph_objects as go

from book import simulations
from book.charts.template import themed
from book.display import simulation_html
from book.display.live_own_table import WRONG, OwnTable
from book.simulations.declarations import Choice, Parameter, Shares, Slider, Value

WIDE = widgets.Layout(width="30rem", max_width="100%")
DESCRIBED = {"description_width": "13rem"}


def show(name: str, scenarios: tuple[str, ...] | list[str] = (), **start: Value) -> None:
    """Display the simulation `name` under the cell; `start` holds other starting values, named as in links.

    `scenarios` are those that paper shows; here every scenario has a button. Raises SimulationError.
    """
    from IPython.display import display

    simulation = simulations.get(name)
    for scenario in scenarios:
        simulation.scenario(scenario)
    display(Panel(simulation, simulation.from_keys(start)).box)


class Panel:
    """The widgets of one simulation. `box` shows them, `controls` holds them by parameter name."""

    def __init__(self, simulation: simulations.Simulation, start: dict[str, Value]) -> None:
        self.simulation = simulation
        self.start = simulation.defaults | start
        self.controls = {p.name: _control(p, self.start[p.name]) for p in simulation.parameters}
        self.readouts = {p.name: widgets.HTML() for p in simulation.parameters if p.kind == "slider"}
        self.own = OwnTable(simulation, self.set) if simulation.own else None
        self.sentence, self.table = widgets.HTML(), widgets.HTML()
        self.figure = go.FigureWidget()
        self.scenarios: list[widgets.Button] = []
        self._setting = False
        self._drawn: list[list[str]] = []
        for name, control in self.controls.items():
            control.observe(lambda change, name=name: self._moved(name), "value")
        self.box = widgets.VBox(
            [
                widgets.HTML(f"<b>{escape(simulation.title)}</b><br>{escape(simulation.question)}"),
                widgets.HBox([*self._buttons()], layout=widgets.Layout(flex_flow="row wrap")),
                *(self._row(p) for p in simulation.parameters),
                *([_folded(self.own.declared.title, self.own.box)] if self.own else []),
                self.sentence,
                self.figure,
                _folded("De uitkomst als tabel", self.table),
                _folded("Hoe rekent deze simulatie?", widgets.HTML(simulation_html.explanation(simulation))),
            ]
        )
        self.update()

    @property
    def values(self) -> dict[str, Value]:
        """The setting of the controls, by parameter name."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, values: dict[str, Value]) -> None:
        """Put the controls in a setting, and compute it once."""
        self._setting = True
        for name, value in values.items():
            self.controls[name].value = value
        self._setting = False
        self.update()

    def reset(self) -> None:
        """Return to the start, without a table of the reader's own."""
        if self.own:
            self.own.drop()
        self.set(self.start)

    def update(self) -> None:
        """Compute the setting of the controls; show the result, or the Dutch sentence of what cannot be."""
        values = self.values
        for parameter in self.simulation.parameters:
            if parameter.name in self.readouts:
                text = escape(simulation_html.shown(parameter, values[parameter.name]))
                self.readouts[parameter.name].value = f"<b>{text}</b>"
        own = self.own.given if self.own else {}
        self._fix(bool(own))
        try:
            run = self.simulation.run(**values, **own)
        except ValueError as error:
            self.sentence.value = f'<p style="{WRONG}"><b>{escape(str(error))}</b></p>'
            return
        if self.own:
            self.own.follow(run.own_rows)
        self.sentence.value = f"<p>{escape(run.summary)}</p>"
        self.table.value = simulation_html.table(run.columns, run.rows, self.simulation.title)
        self._draw(themed(simulation_html.dressed(run.figure), "light"))

    def _fix(self, table: bool) -> None:
        """Turn off what does nothing while there is a table of the reader's own."""
        if self.own is None:
            return
        for name in self.own.declared.fixes:
            self.controls[name].disabled = table
        for button in self.scenarios:
            button.disabled = table and not self.own.declared.grid

    def _draw(self, figure: dict[str, Any]) -> None:
        figure["layout"] |= {"template": None, "paper_bgcolor": "#ffffff"}
        kinds = [[trace["type"], *sorted(trace)] for trace in figure["data"]]
        same, self._drawn = kinds == self._drawn, kinds
        with self.figure.batch_update():
            if same:
                for drawn, trace in zip(self.figure.data, figure["data"], strict=True):
                    drawn.update(trace, overwrite=True)
            self.figure.update_layout(figure["layout"], overwrite=True)
        if not same:
            self.figure.data = []
            self.figure.add_traces([dict(trace) for trace in figure["data"]])

    def _moved(self, name: str) -> None:
        if self._setting:
            return
        for shares in self.simulation.shares:
            if name in shares.parameters:
                self._give_way(shares, name)
        self.update()

    def _give_way(self, shares: Shares, moved: str) -> None:
        """Lower the shares that were not moved until all fit in 100."""
        self._setting = True
        over = sum(self.controls[name].value for name in shares.parameters) - 100
        for name in reversed(shares.parameters):
            if name != moved and over > 0:
                less = min(over, self.controls[name].value)
                self.controls[name].value -= less
                over -= less
        self._setting = False

    def _buttons(self) -> list[widgets.Button]:
        for one in self.simulation.scenarios:
            button = widgets.Button(description=one.title, tooltip=one.why, layout=widgets.Layout(width="auto"))
            button.on_click(lambda _, name=one.name: self.set(self.simulation.scenario(name)))
            self.scenarios.append(button)
        back = widgets.Button(
            description="Herstel", tooltip="Terug naar de beginstand", layout=widgets.Layout(width="auto")
        )
        back.on_click(lambda _: self.reset())
        return [*self.scenarios, back]

    def _row(self, parameter: Parameter) -> widgets.HBox:
        readout = [self.readouts[parameter.name]] if parameter.name in self.readouts else []
        help_text = widgets.HTML(f"<small>{escape(parameter.declared.help)}</small>")
        return widgets.HBox([self.controls[parameter.name], *readout, help_text])


def _control(parameter: Parameter, value: Value) -> widgets.Widget:
    """The widget of a parameter, made from its declaration."""
    declared = parameter.declared
    common = {"description": declared.label, "style": DESCRIBED, "layout": WIDE, "value": value}
    if isinstance(declared, Slider):
        kind = widgets.IntSlider if parameter.whole else widgets.FloatSlider
        return kind(min=declared.low, max=declared.high, step=declared.step, readout=False, **common)
    if isinstance(declared, Choice):
        return widgets.RadioButtons(options=[(text, option) for option, text in declared.options], **common)
    return widgets.Checkbox(**common)


def _folded(title: str, content: widgets.Widget) -> widgets.Accordion:
    return widgets.Accordion([content], titles=(title,), selected_index=None)
