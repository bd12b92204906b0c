"""The model set to the reader's own budget and spending: what it reads from the rows, limits, what is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import simulations
from book.simulations import own_budget

TEKORTEN = simulations.get("tekorten")
ROWS = [[2019, 10200.0, 10900.0, 1450.0], [2021, 10950.0, 12400.0, 1560.0], [2023, 12100.0, 14300.0, 1640.0]]
AMOUNT = st.floats(1, 1e9)
TABLES = st.lists(
    st.tuples(st.integers(2000, 2030), AMOUNT, AMOUNT, st.one_of(st.none(), st.floats(1, 1e5))),
    min_size=2,
    max_size=8,
    unique_by=lambda row: row[0],
).map(lambda rows: sorted(map(list, rows)))
RATE = st.floats(-4.9, 9.9)


def steady(volume: float, price: float, budget: float, years=(2018, 2019, 2022)) -> list:
    """Rows that grow by the same percentages every year."""
    return [
        [
            year,
            500 * (1 + budget / 100) ** (year - 2018),
            600 * ((1 + volume / 100) * (1 + price / 100)) ** (year - 2018),
            80 * (1 + volume / 100) ** (year - 2018),
        ]
        for year in years
    ]


def run(rows=ROWS, **values):
    return TEKORTEN.run(own=rows, **{**own_budget.fit(rows)["values"], **values})


@given(RATE, RATE, st.floats(0.1, 9.9))
def test_steady_growth_is_found_back(volume, price, budget):
    found = own_budget.fit(steady(volume, price, budget))["values"]
    assert found["volume"] == pytest.approx(volume, abs=0.051)
    assert found["price"] == pytest.approx(price, abs=0.051)
    assert found["indexation"] == pytest.approx(budget, abs=0.051)


@given(TABLES)
def test_fit_stays_within_the_sliders(rows):
    values = own_budget.fit(rows)["values"]
    for name, value in values.items():
        slider = next(p.declared for p in TEKORTEN.parameters if p.name == name)
        assert slider.low <= value <= slider.high and round(value, 1) == value


@given(TABLES, st.floats(0.01, 1000))
def test_unit_of_the_amounts_does_not_matter(rows, size):
    other = [[year, size * budget, size * spending, clients] for year, budget, spending, clients in rows]
    one, two = own_budget.fit(rows)["values"], own_budget.fit(other)["values"]
    assert one == pytest.approx(two, abs=0.11)


def test_without_two_counts_of_clients_all_growth_is_price_and_it_says_so():
    rows = [[year, budget, spending, None] for year, budget, spending, _ in ROWS]
    found = own_budget.fit(rows)
    assert found["values"]["volume"] == 0
    assert found["values"]["price"] == pytest.approx(7.0, abs=0.11)
    assert "geen twee aantallen cliënten" in found["how"]


def test_growth_beyond_a_slider_is_told():
    assert "buiten de schuif" in own_budget.fit([[2019, 1.0, 1.0, None], [2020, 1.0, 3.0, None]])["how"]
    assert "buiten de schuif" in own_budget.fit([[2019, 2.0, 1.0, None], [2020, 1.0, 1.0, None]])["how"]
    assert "buiten de schuif" not in own_budget.fit(ROWS)["how"]


@given(TABLES)
def test_model_begins_at_the_first_row_and_goes_on_after_the_last(rows):
    result = run(rows).result
    assert (result["spending"][0], result["budget"][0]) == (rows[0][2], rows[0][1])
    assert result["years"] == list(range(rows[0][0], rows[-1][0] + 4))


@given(TABLES, RATE, RATE, st.floats(0, 10))
def test_each_year_grows_by_its_percentages(rows, volume, price, indexation):
    result = own_budget.simulate(rows, volume, price, indexation)
    for k in range(1, len(result["years"])):
        each = (1 + volume / 100) * (1 + price / 100)
        assert result["spending"][k] == pytest.approx(result["spending"][k - 1] * each)
        assert result["budget"][k] == pytest.approx(result["budget"][k - 1] * (1 + indexation / 100))
        assert result["shortfall"][k] == pytest.approx(
            result["spending"][k] - result["budget"][k], abs=1e-9 * result["spending"][k]
        )


def test_national_sliders_do_nothing_beside_an_own_table():
    assert run().rows == run(spending=8.0, budget=6000, cut=0, later=0, promised=False, june=False).rows
    assert run().rows != run(volume=9.0).rows


def test_own_amounts_are_drawn_as_signs_that_nothing_joins():
    marks = [trace for trace in run().figure["data"] if trace.get("mode") == "markers"]
    assert [trace["y"] for trace in marks] == [[10900, 12400, 14300], [10200, 10950, 12100], [700, 1450, 2200]]
    assert [trace["x"] for trace in marks] == [[2019, 2021, 2023]] * 3
    assert [trace["marker"]["symbol"] for trace in marks] == ["diamond", "square", "circle"]


@given(TABLES)
def test_everything_drawn_lies_within_the_axes(rows):
    figure = run(rows).figure
    for trace in figure["data"]:
        low, high = figure["layout"]["yaxis" + trace.get("yaxis", "y")[1:]]["range"]
        assert low < high and all(low <= value <= high for value in trace["y"])
    for name in ("yaxis", "yaxis2"):
        ticks = figure["layout"][name]["tickvals"]
        assert 2 <= len(ticks) <= 8 and len(set(figure["layout"][name]["ticktext"])) == len(ticks)


def test_summary_and_table_tell_the_own_amounts_beside_the_model():
    found = run()
    assert found.summary == (
        "In jouw tabel gaan de uitgaven van 10.900 in 2019 naar 14.300 in 2023, en is er over je 3 jaren samen een "
        "tekort van 4.350. Met deze groei is er in het model in 2026 een tekort van 3.735."
    )
    rows = {row[0]: row[1:] for row in found.rows}
    assert rows["2019"] == ["10.900", "10.900", "10.200", "10.200", "700", "700", "1.450"]
    assert rows["2020"][0] == "" and rows["2020"][1] == "11.665"
    assert rows["2023"][4] == "2.200" and rows["2026"][4:] == ["", "3.735", ""]


def test_money_left_is_told():
    rows = [[2019, 12.0, 10.0, None], [2020, 12.0, 10.0, None]]
    assert run(rows).summary.endswith(
        "samen een overschot van 4. Met deze groei is er in het model in 2023 een overschot van 2."
    )
