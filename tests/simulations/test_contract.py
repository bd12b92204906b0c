"""A simulation declares itself; a mistake is one English sentence with file and line."""

import importlib.util
import itertools
import math
from pathlib import Path

import pytest

from book import facts, simulations
from book.simulations import SimulationError, contract

SIMULATIONS = {simulation.name: simulation for simulation in simulations.all()}
MODULE = """from typing import Annotated

from book.simulations.contract import Choice, Figures, Observed, Scenario, Shares, Slider, Switch, simulation


@simulation(title="Titel", question="Vraag?", model=["y = x"], assumptions=["Een."], leaves_out=["Twee."],
            sources=[], scenarios=[Scenario("ene", "Ene", "Waarom.", {"x": 2})])
def simulate(
    x: Annotated[int, Slider(0, 10, 2, key="iks", label="Iks")] = 4,
) -> dict:
    return {"y": x}


def figure(result):
    return {}


def summary(result):
    return ""


def table(result):
    return [], []
"""
numbers = itertools.count()


@pytest.fixture
def register(tmp_path: Path, monkeypatch):
    """Return a function that imports the module above with a piece replaced."""
    monkeypatch.setattr(contract, "REGISTRY", {})

    def register(old: str = "", new: str = "") -> simulations.Simulation:
        assert old in MODULE
        name = f"model{next(numbers)}"
        path = tmp_path / f"{name}.py"
        path.write_text(MODULE.replace(old, new, 1) if old else MODULE)
        spec = importlib.util.spec_from_file_location(name, path)
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
        return contract.REGISTRY[name]

    return register


def test_parameters_are_read_from_the_signature(register):
    parameter = register().parameters[0]
    assert (parameter.name, parameter.default, parameter.declared.key, parameter.whole) == ("x", 4, "iks", True)


MISTAKES = {
    "default out of range": ("= 4", "= 12", "the defaults cannot be: Iks: kies een getal van 0 tot en met 10."),
    "default off a step": ("= 4", "= 5", "the default 5 of parameter 'x' is not on a step of 2 from 0"),
    "no default": (" = 4", "", "parameter 'x' has no default"),
    "no declaration": ('Annotated[int, Slider(0, 10, 2, key="iks", label="Iks")]', "int", "'x' is not declared"),
    "no label": ('label="Iks"', 'label=" "', "parameter 'x' has no label"),
    "key unfit for a link": ('key="iks"', 'key="Iks!"', "key 'Iks!' of parameter 'x' cannot stand in a link"),
    "type unfit": ("Annotated[int", "Annotated[str", "parameter 'x' is a Slider, so its type must be int or float"),
    "range upside down": ("Slider(0, 10", "Slider(10, 0", "needs low < high"),
    "scenario unknown value": (
        '{"x": 2}',
        '{"z": 2}',
        "scenario 'ene' cannot be: Deze simulatie kent geen instelling 'z'.",
    ),
    "scenario out of range": ('{"x": 2}', '{"x": 99}', "scenario 'ene' cannot be: Iks: kies een getal"),
    "scenario name": ('"ene"', '"De Ene"', "scenario name 'De Ene' cannot stand in a link"),
    "scenario without why": ('"Waarom."', '""', "scenario 'ene' needs a title and a sentence"),
    "source unknown": ("sources=[]", 'sources=["niemand2099"]', "niemand2099"),
    "figure unknown": ('label="Iks"', 'label="Iks", fact="geen-cijfer"', "geen-cijfer"),
    "figure differs": ('label="Iks"', 'label="Iks", fact="jeugdregios"', "is not the register's 42"),
    "point of a series differs": ('label="Iks"', 'label="Iks", fact="gemeenten@2015"', "is not the register's 393"),
    "point of a series unknown": ('label="Iks"', 'label="Iks", fact="gemeenten@1815"', "has no period '1815'"),
    "figure unknown in a text": ('"Een."', '"Een {geen-cijfer}."', "geen-cijfer"),
    "no assumptions": ('assumptions=["Een."]', "assumptions=[]", "`assumptions` must list"),
    "no title": ('title="Titel"', 'title=""', "`title` is empty"),
    "share is no percentage": (
        "sources=[]",
        'sources=[], shares=[Shares(("x",), rest="Rest")]',
        "'x' cannot be a share",
    ),
    "choice of one": (
        'int, Slider(0, 10, 2, key="iks", label="Iks")] = 4',
        'str, Choice((("a", "A"),), key="iks", label="I")] = "a"',
        "offers no choice",
    ),
}


@pytest.mark.parametrize("what", sorted(MISTAKES))
def test_mistake_in_a_declaration_is_told_with_file_and_line(what, register):
    old, new, sentence = MISTAKES[what]
    with pytest.raises(SimulationError) as refused:
        register(old, new)
    assert sentence in str(refused.value)
    assert refused.value.file.endswith(".py") and refused.value.line in (6, 9)
    assert "\n" not in str(refused.value)


def test_line_of_a_parameter_is_its_own(register):
    with pytest.raises(SimulationError) as refused:
        register('label="Iks"', 'label=""')
    assert refused.value.line == 9


def test_text_may_name_a_figure_of_the_register(register):
    assert register('"Een."', '"Er zijn {jeugdregios} regio\'s."').assumptions == ("Er zijn 42 regio's.",)


OBSERVED = 'observed: Annotated[dict, Observed("wmo-clienten-maatwerk")], x: Annotated[int'


def test_series_of_the_register_is_handed_to_the_model(register):
    simulation = register("x: Annotated[int", OBSERVED)
    series = facts.series("wmo-clienten-maatwerk")
    given = simulation.spec()["observed"][0]
    assert [parameter.name for parameter in simulation.parameters] == ["x"]
    assert given["name"] == "observed"
    assert given["data"]["points"] == [[point.period, point.value, point.provisional] for point in series.points]
    assert given["data"]["breaks"] == [one.before for one in series.breaks] == ["2024"]


def test_unknown_series_is_told_with_file_and_line(register):
    with pytest.raises(SimulationError, match="geen-reeks") as refused:
        register("x: Annotated[int", OBSERVED.replace("wmo-clienten-maatwerk", "geen-reeks"))
    assert refused.value.line == 9


FIGURES = 'known: Annotated[list, Figures(("tekort-jeugd-2019", "tekort-jeugd-2015"))], x: Annotated[int'


def test_figures_of_the_register_are_handed_to_the_model_in_the_order_asked(register):
    simulation = register("x: Annotated[int", FIGURES)
    assert [parameter.name for parameter in simulation.parameters] == ["x"]
    in_2019, in_2015 = simulation.spec()["observed"][0]["data"]
    assert in_2019 == {
        "id": "tekort-jeugd-2019",
        "value": 1.6,
        "high": 1.8,
        "unit": "mld euro",
        "period": "2019",
        "status": "bevestigd",
    }
    assert (in_2015["id"], in_2015["value"], in_2015["high"]) == ("tekort-jeugd-2015", None, None)


def test_unknown_figure_is_told_with_file_and_line(register):
    with pytest.raises(SimulationError, match="geen-cijfer") as refused:
        register("x: Annotated[int", FIGURES.replace("tekort-jeugd-2015", "geen-cijfer"))
    assert refused.value.line == 9


def test_year_is_written_without_a_point(register):
    simulation = register(
        'Slider(0, 10, 2, key="iks", label="Iks")] = 4',
        'Slider(0, 2024, 2, key="iks", label="Iks", year=True)] = 4',
    )
    with pytest.raises(ValueError, match="van 0 tot en met 2024"):
        simulation.simulate(x=2025)


def test_text_may_name_a_point_of_a_series(register):
    assert register('"Een."', '"Er waren {gemeenten@2015} gemeenten."').assumptions == ("Er waren 393 gemeenten.",)


def test_default_may_be_a_point_of_a_series(register):
    declared = 'Slider(1, 393, 1, key="iks", label="Iks", fact="gemeenten@2015")] = 393'
    assert register('Slider(0, 10, 2, key="iks", label="Iks")] = 4', declared).parameters[0].default == 393


def test_unknown_simulation_suggests_the_nearest():
    with pytest.raises(SimulationError, match="did you mean 'productcodes'"):
        simulations.get("productcode")


def test_unknown_scenario_lists_the_known_ones():
    with pytest.raises(SimulationError, match="eigen, regio, landelijk, half"):
        SIMULATIONS["productcodes"].scenario("landelijke")


def test_unknown_setting_in_a_chapter_lists_the_known_ones():
    with pytest.raises(SimulationError, match="has no setting 'gemeente'; it has: gemeenten"):
        SIMULATIONS["productcodes"].from_keys({"gemeente": 3})


def runs(simulation) -> list:
    return [simulation.run(**simulation.scenario(s.name)) for s in simulation.scenarios] + [simulation.run()]


@pytest.mark.parametrize("name", SIMULATIONS)
def test_figure_is_plain_bar_and_scatter_with_a_height(name):
    for run in runs(SIMULATIONS[name]):
        assert {trace["type"] for trace in run.figure["data"]} <= {"bar", "scatter"}
        assert 200 <= run.figure["layout"]["height"] <= 600


@pytest.mark.parametrize("name", SIMULATIONS)
def test_value_axes_have_a_range_so_that_two_settings_share_a_scale(name):
    for run in runs(SIMULATIONS[name]):
        axes = {key: axis for key, axis in run.figure["layout"].items() if key[1:].startswith("axis")}
        assert axes and all("range" in axis for axis in axes.values())


@pytest.mark.parametrize("name", SIMULATIONS)
def test_results_are_finite(name):
    def numbers_in(value):
        if isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                yield from numbers_in(item)
        elif isinstance(value, float):
            yield value

    for run in runs(SIMULATIONS[name]):
        assert all(map(math.isfinite, numbers_in(run.result)))


@pytest.mark.parametrize("name", SIMULATIONS)
def test_rows_have_a_text_for_each_column(name):
    for run in runs(SIMULATIONS[name]):
        assert all(len(row) == len(run.columns) and all(isinstance(cell, str) for cell in row) for row in run.rows)


@pytest.mark.parametrize("name", SIMULATIONS)
def test_rows_keep_their_names_so_that_two_settings_can_stand_side_by_side(name):
    assert len({tuple(row[0] for row in run.rows) for run in runs(SIMULATIONS[name])}) == 1


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_parameter_is_explained(name):
    assert all(parameter.declared.help for parameter in SIMULATIONS[name].parameters)
