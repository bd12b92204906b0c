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


TABLE = "Jaar; Budget; Uitgaven\n2019; 10.200; 10.900\n2021; 10.950; 12.400"


def pressed(panel: Panel, title: str) -> None:
    """Press the button of the own table with this title."""
    buttons = panel.own.box.children[2].children
    next(button for button in buttons if button.description == title).click()


@pytest.fixture
def budgets() -> Panel:
    return Panel(SIMULATIONS["tekorten"], {})


@pytest.fixture
def region() -> Panel:
    return Panel(SIMULATIONS["risicodeling"], {})


def test_only_a_simulation_that_takes_a_table_has_a_box_for_it(panel, budgets, region):
    assert panel.own is None
    assert budgets.own.text.value == ""
    assert len(region.own.text.value.splitlines()) == 10


def test_own_table_is_read_as_in_the_page(budgets):
    before = budgets.sentence.value
    budgets.own.text.value = TABLE
    assert budgets.sentence.value == before
    pressed(budgets, "Reken met deze tabel")
    read = budgets.simulation.read_own(TABLE)
    assert budgets.own.rows == read["rows"] and read["how"] in budgets.own.how.value
    assert {name: budgets.values[name] for name in read["values"]} == read["values"]
    assert "In jouw tabel gaan de uitgaven van 10.900 in 2019" in budgets.sentence.value
    assert ">Jouw uitgaven</th>" in budgets.table.value
    assert all(trace.error_y.array is None for trace in budgets.figure.data)


def test_wrong_own_table_is_refused_with_row_and_column_and_the_earlier_one_stays(budgets):
    budgets.own.text.value = TABLE
    pressed(budgets, "Reken met deze tabel")
    rows, sentence = budgets.own.rows, budgets.sentence.value
    budgets.own.text.value = wrong = TABLE.replace("12.400", "veel")
    pressed(budgets, "Reken met deze tabel")
    assert "Rij 3, kolom Uitgaven: ‘veel’ is geen getal." in budgets.own.fault.value
    assert (budgets.own.rows, budgets.sentence.value, budgets.own.text.value) == (rows, sentence, wrong)


def test_own_table_stays_when_a_slider_moves_and_turns_off_what_does_nothing(budgets):
    pressed(budgets, "Toon een voorbeeld")
    sentence, rows = budgets.sentence.value, budgets.own.rows
    budgets.controls["price"].value += 2
    assert budgets.own.rows == rows and budgets.sentence.value != sentence and "jouw tabel" in budgets.sentence.value
    assert budgets.controls["cut"].disabled and not budgets.controls["price"].disabled
    assert all(button.disabled for button in budgets.scenarios)


def test_wiped_own_table_gives_the_model_back(budgets):
    before = len(budgets.figure.data)
    pressed(budgets, "Toon een voorbeeld")
    pressed(budgets, "Wis mijn gegevens")
    assert (budgets.own.rows, budgets.own.text.value) == ([], "") and "In dit model" in budgets.sentence.value
    assert not budgets.controls["cut"].disabled and len(budgets.figure.data) == before


def test_reset_leaves_the_own_table_but_keeps_its_text(budgets):
    pressed(budgets, "Toon een voorbeeld")
    budgets.reset()
    assert budgets.values == budgets.start and budgets.own.rows == [] and budgets.own.text.value


def test_table_of_the_region_follows_the_sliders_until_it_is_the_readers(region):
    region.controls["size"].value = 40
    assert region.own.text.value.splitlines()[0].endswith(";40")
    mine = "\n".join(f"Plaats {number};{10 + number}" for number in range(10))
    region.own.text.value = mine
    pressed(region, "Reken met deze tabel")
    assert region.own.rows[1] == ["Plaats 1", 11.0] and region.controls["profile"].disabled
    region.controls["rate"].value = 20
    assert region.own.text.value == mine
    pressed(region, "Zet de tabel terug")
    assert region.own.text.value.splitlines()[0].endswith(";40") and not region.controls["profile"].disabled


def test_wrong_row_of_the_region_is_told(region):
    region.own.text.value = region.own.text.value.replace(region.own.text.value.splitlines()[3], "Plaats;veel")
    pressed(region, "Reken met deze tabel")
    assert "Rij 4, kolom Inwoners (duizend): ‘veel’ is geen getal." in region.own.fault.value
