"""A simulation in a kernel: widgets from the declarations, which compute when they move."""

import pytest

from book import simulations
from book.display.live_simulation import Panel

SIMULATIONS = {simulation.name: simulation for simulation in simulations.all()}


@pytest.fixture
def panel() -> Panel:
    return Panel(SIMULATIONS["productcodes"], {})


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_simulation_has_a_control_for_each_parameter_at_its_start(name):
    simulation = SIMULATIONS[name]
    assert Panel(simulation, {}).values == simulation.defaults


@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_scenario_can_be_set(name):
    simulation = SIMULATIONS[name]
    panel = Panel(simulation, {})
    for scenario in simulation.scenarios:
        panel.set(simulation.scenario(scenario.name))
        assert panel.values == simulation.scenario(scenario.name)
        assert len(panel.figure.data) == len(simulation.run(**panel.values).figure["data"])


def test_moved_slider_changes_sentence_figure_and_table(panel):
    panel.controls["national"].value = 100
    assert "393 gemeenten houden samen 1 lijst bij" in panel.sentence.value
    assert "369" in panel.figure.data[1].text
    assert ">369</td>" in panel.table.value


def test_readout_is_dutch(panel):
    panel.controls["codes"].value = 1000
    assert panel.readouts["codes"].value == "<b>1.000 codes</b>"


def test_shares_give_way_to_each_other(panel):
    panel.controls["national"].value = 80
    panel.controls["regional"].value = 60
    assert panel.values["national"] == 40


def test_setting_that_cannot_be_is_told_in_dutch(panel):
    panel.controls["municipalities"].value = 5
    assert "niet in meer gemeenten werken dan er zijn" in panel.sentence.value


def test_start_of_the_chapter_is_where_it_starts():
    assert Panel(SIMULATIONS["productcodes"], {"municipalities": 100}).values["municipalities"] == 100
