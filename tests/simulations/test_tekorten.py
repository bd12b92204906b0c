"""Spending, budget and shortfall of youth care: growth, the cut and its steps, packages, sums, and what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import facts, simulations

TEKORTEN = simulations.get("tekorten")
YEARS = list(range(2015, 2029))
GROWTH = st.integers(-50, 149).map(lambda tenths: tenths / 10)
PACKAGES = {
    "promised": {2019: 420, 2020: 300, 2021: 300, 2022: 300},
    "april": {2021: 613},
    "june": {2022: 1314},
    "derived": {2023: 1455, 2024: 1365, 2025: 1259},
}
NO_MONEY = dict.fromkeys(PACKAGES, False)
STILL = {"volume": 0.0, "price": 0.0, "cut": 0, "indexation": 0.0} | NO_MONEY
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "spending": st.integers(10, 80).map(lambda tenths: tenths / 10),
        "volume": GROWTH,
        "price": GROWTH,
        "later": st.integers(0, 150),
        "budget": st.integers(2000, 6000),
        "indexation": st.sampled_from([0.0, 2.0, 4.5, 10.0]),
        "cut": st.integers(0, 1000),
        "phase_in": st.integers(0, 10),
        **{name: st.booleans() for name in PACKAGES},
    },
)
SAME = {"rel": 1e-9, "abs": 1e-6}


def result(**values) -> dict:
    return TEKORTEN.simulate(**values)


def by_year(found: dict, name: str) -> dict[int, float]:
    return dict(zip(found["years"], found[name], strict=True))


def test_years_run_from_2015_to_2028():
    assert result()["years"] == YEARS


def test_spending_grows_with_volume_times_price():
    found = by_year(result(spending=2.0, volume=10.0, price=5.0), "spending")
    assert found[2015] == 2000
    assert found[2016] == pytest.approx(2000 * 1.10 * 1.05)
    assert found[2019] == pytest.approx(2000 * 1.10**4 * 1.05**4)


def test_after_2019_only_the_chosen_part_of_the_growth_is_left():
    found = by_year(result(volume=10.0, price=0.0, later=50), "spending")
    assert found[2019] / found[2018] == pytest.approx(1.10)
    assert found[2020] / found[2019] == pytest.approx(1.05)


def test_cut_comes_in_equal_steps_from_the_year_after_the_start():
    assert result(cut=300, phase_in=3)["cut"][:6] == pytest.approx([0, 100, 200, 300, 300, 300])


def test_cut_without_steps_is_complete_in_2015():
    assert result(cut=300, phase_in=0)["cut"] == [300] * 14


def test_budget_grows_less_the_cut_and_with_the_extra_money():
    found = by_year(result(budget=3000, indexation=10.0, cut=400, phase_in=2, **NO_MONEY), "budget")
    assert [found[year] for year in (2015, 2016, 2017)] == pytest.approx([3000, 3300 - 200, 3630 - 400])


@pytest.mark.parametrize("name", PACKAGES)
def test_package_adds_exactly_its_amounts(name):
    without, given = result(**NO_MONEY), result(**NO_MONEY | {name: True})
    added = [b - a for a, b in zip(without["budget"], given["budget"], strict=True)]
    assert added == pytest.approx([PACKAGES[name].get(year, 0) for year in YEARS])


def test_amounts_of_the_packages_are_those_of_the_register():
    found = by_year(result(derived=False), "extra")
    in_2022 = facts.fact("extra-geld-2022-structureel").value + facts.fact("extra-geld-2022-akkoord").value
    assert [found[year] for year in (2019, 2020, 2021, 2022, 2023)] == [420, 300, 913, in_2022, 0]


def test_after_the_last_amount_of_the_register_there_is_no_extra_money():
    assert result()["extra"][-3:] == [0, 0, 0]


def test_defaults_pass_the_known_spending():
    found = by_year(result(), "spending")
    assert found[2015] == 1000 * facts.fact("uitgaven-jeugd-2015").value
    assert 5400 <= found[2019] <= 5600
    assert found[2024] == pytest.approx(1000 * facts.fact("uitgaven-jeugd-2024").value, rel=0.02)


def test_defaults_pass_the_known_budget_of_2019():
    assert by_year(result(), "budget")[2019] == pytest.approx(1000 * facts.fact("budget-jeugd-2019").value, rel=0.01)


def test_default_growth_of_volume_is_that_of_the_register_in_four_years():
    growth = 100 * ((1 + TEKORTEN.defaults["volume"] / 100) ** 4 - 1)
    assert growth == pytest.approx(facts.fact("groei-clienten-jeugd-2015-2019").value, abs=0.2)


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("spending", "uitgaven-jeugd-2015"),
        ("budget", "macrobudget-jeugd-2015"),
        ("cut", "korting-jeugd-structureel"),
        ("volume", None),
        ("price", None),
        ("phase_in", None),
    ],
)
def test_default_names_its_figure_or_is_an_assumption(name, fact):
    parameter = next(one for one in TEKORTEN.parameters if one.name == name)
    assert parameter.declared.fact == fact


def test_steps_of_the_cut_say_that_they_are_not_confirmed():
    parameter = next(one for one in TEKORTEN.parameters if one.name == "phase_in")
    assert "niet bevestigd" in parameter.declared.help


@given(SETTINGS)
def test_shortfall_is_spending_less_budget(values):
    found = result(**values)
    expected = [s - b for s, b in zip(found["spending"], found["budget"], strict=True)]
    assert found["shortfall"] == pytest.approx(expected, **SAME)


@given(SETTINGS)
def test_together_is_the_sum_of_the_years(values):
    found = result(**values)
    for k in range(14):
        assert found["together"][k] == pytest.approx(sum(found["shortfall"][: k + 1]), **SAME)


@given(SETTINGS)
def test_spending_stays_as_it_is_without_growth(values):
    found = result(**values | {"volume": 0.0, "price": 0.0})
    assert found["spending"] == pytest.approx([found["spending"][0]] * 14)


@given(st.integers(2000, 6000))
def test_nothing_moves_without_growth_cut_and_extra_money(budget):
    found = result(budget=budget, **STILL)
    assert found["shortfall"] == pytest.approx([3600 - budget] * 14)


@given(SETTINGS, st.sampled_from(["volume", "price"]), GROWTH)
def test_more_growth_never_means_a_smaller_shortfall(values, name, rate):
    less, more = (result(**values | {name: x})["shortfall"] for x in (rate, rate + 0.1))
    assert all(b >= a - 1e-6 for a, b in zip(less, more, strict=True))


@given(SETTINGS, st.integers(0, 990))
def test_a_larger_cut_never_means_a_smaller_shortfall(values, cut):
    less, more = (result(**values | {"cut": x})["shortfall"] for x in (cut, cut + 10))
    assert all(b >= a - 1e-6 for a, b in zip(less, more, strict=True))


@given(SETTINGS, st.integers(0, 9))
def test_more_steps_never_mean_a_larger_shortfall(values, steps):
    sooner, slower = (result(**values | {"phase_in": x})["shortfall"] for x in (steps, steps + 1))
    assert all(b <= a + 1e-6 for a, b in zip(sooner, slower, strict=True))


@given(SETTINGS)
def test_full_cut_is_reached_and_never_passed(values):
    found = result(**values)
    assert max(found["cut"]) == found["cut"][-1] == values.get("cut", 450)


@given(SETTINGS)
def test_packages_add_up(values):
    on = [name for name in PACKAGES if values.get(name, True)]
    expected = [sum(PACKAGES[name].get(year, 0) for name in on) for year in YEARS]
    assert result(**values)["extra"] == pytest.approx(expected)


def test_scenario_without_the_cut_leaves_its_amount_of_each_later_year():
    now, without = result(), result(**TEKORTEN.scenario("zonder-korting"))
    difference = [a - b for a, b in zip(now["shortfall"], without["shortfall"], strict=True)]
    assert difference == pytest.approx([0, 150, 300, *[450] * 11])


def test_scenario_only_price_has_as_many_clients_every_year():
    assert result(**TEKORTEN.scenario("alleen-prijs"))["clients"] == [1] * 14


def test_scenario_without_extra_money_has_none():
    assert result(**TEKORTEN.scenario("geen-extra-geld"))["extra"] == [0] * 14


def test_known_points_do_not_depend_on_the_setting():
    for name in ("known_spending", "known_budget", "known_shortfall"):
        assert result()[name] == result(volume=-5.0, cut=0, **NO_MONEY)[name]


def test_known_spending_keeps_its_range():
    found = [(one["year"], one["low"], one["high"]) for one in result()["known_spending"]]
    assert found == [(2015, 3600, 3600), (2019, 5400, 5600), (2024, 8100, 8100)]


def test_known_shortfalls_keep_who_measured_and_which_is_provisional():
    found = [(one["year"], one["low"], one["who"], one["provisional"]) for one in result()["known_shortfall"]]
    assert found == [
        (2015, None, "R", False),
        (2017, 600, "G", False),
        (2019, 1600, "A", False),
        (2020, 1300, "R", False),
        (2021, 1300, "J", False),
        (2021, 1100, "R", False),
        (2022, 200, "R", False),
        (2023, 628, "V", False),
        (2024, 828, "V", True),
    ]


def drawn(run, mode: str) -> list[dict]:
    return [trace for trace in run.figure["data"] if trace.get("mode", trace["type"]) == mode]


def test_only_the_model_is_drawn_as_a_line():
    run = TEKORTEN.run()
    assert [trace["y"] for trace in drawn(run, "lines")] == [
        [value / 1000 for value in run.result[name]] for name in ("spending", "budget")
    ]


def test_bars_are_the_shortfalls_of_the_model():
    run = TEKORTEN.run()
    assert drawn(run, "bar")[0]["y"] == [value / 1000 for value in run.result["shortfall"]]


def test_years_after_the_last_known_spending_have_bars_of_another_colour():
    colours = drawn(TEKORTEN.run(), "bar")[0]["marker"]["line"]["color"]
    assert colours == ["@series-2"] * 10 + ["@muted"] * 4


def test_range_of_2019_is_drawn_as_two_dashes():
    spent = drawn(TEKORTEN.run(), "markers")[0]
    assert (spent["x"], spent["y"]) == ([2015, 2019, 2019, 2024], [3.6, 5.4, 5.6, 8.1])
    assert spent["marker"]["symbol"] == ["diamond", "line-ew-open", "line-ew-open", "diamond"]


def test_provisional_shortfall_has_an_open_disc_and_two_of_a_year_stand_side_by_side():
    discs = drawn(TEKORTEN.run(), "markers+text")[0]
    assert discs["marker"]["color"] == ["@ink"] * 7 + ["@paper"]
    assert discs["x"] == [2017, 2019, 2020, 2020.75, 2021.25, 2022, 2023, 2024]
    assert discs["y"] == pytest.approx([0.6, 1.7, 1.3, 1.3, 1.1, 0.2, 0.628, 0.828])
    assert discs["error_y"]["array"] == pytest.approx([0, 0.1, *[0] * 6])


@given(SETTINGS)
def test_everything_drawn_lies_within_the_axes(values):
    figure = TEKORTEN.run(**values).figure
    for trace in figure["data"]:
        low, high = figure["layout"]["yaxis" + trace.get("yaxis", "y")[1:]]["range"]
        assert low < high
        assert all(low <= value <= high for value in trace["y"])


def test_summary_tells_spending_shortfalls_and_their_sum():
    assert TEKORTEN.run().summary == (
        "In dit model gaan de uitgaven van € 3,6 mld in 2015 naar € 5,5 mld in 2019 en € 8 mld in 2024. In 2019 is "
        "er een tekort van € 1,7 mld, in 2024 een tekort van € 2,9 mld. Van 2015 tot en met 2024 is dat samen € 15,9 "
        "mld tekort."
    )


def test_summary_tells_when_money_is_left():
    assert TEKORTEN.run(volume=-5.0, price=0.0).summary.endswith(
        "In 2019 is er een overschot van € 863 mln, in 2024 een overschot van € 2,7 mld. Van 2015 tot en met 2024 is "
        "dat samen € 11,7 mld over."
    )


def test_table_puts_what_is_known_beside_the_model():
    rows = {row[0]: row[1:] for row in TEKORTEN.run().rows}
    assert rows["2015"] == ["100", "100", "3.600", "3.534", "0", "66", "66", "3.600", "Groeipijn: geen"]
    assert rows["2019"][-2:] == ["5.400 à 5.600", "AEF: 1.600 à 1.800"]
    assert rows["2021"][-2:] == ["", "Jeugdautoriteit: 1.300; Groeipijn: 1.100"]
    assert rows["2024"][-2:] == ["8.100", "VNG/Improven: 828*"]
    assert rows["2028"][-2:] == ["", ""]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"spending": 0.9}, "Uitgaven in 2015: kies een getal van 1,0 tot en met 8,0."),
        ({"budget": 3534.5}, "Budget in 2015: dit moet een heel getal zijn."),
        ({"phase_in": 11}, "Jaren tot de korting vol is: kies een getal van 0 tot en met 10."),
        ({"volume": "veel"}, "Groei van het aantal cliënten per jaar: dit moet een getal zijn."),
        ({"april": 1}, "Akkoord van april 2021: dit kan alleen aan of uit."),
    ],
)
def test_bad_input_gives_the_same_dutch_sentence_in_both_engines(values, sentence, micropython):
    with pytest.raises(ValueError) as refused:
        result(**values)
    assert str(refused.value) == sentence
    assert micropython.compute(TEKORTEN, values) == {"error": sentence}
