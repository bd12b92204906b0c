"""The forecast that moves a year at a time: methods, errors of every origin, bands, and what may be known when."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.tsa.holtwinters import Holt, SimpleExpSmoothing

from book import facts, simulations
from book.simulations import prognose

PROGNOSE = simulations.get("prognose")
SERIES = facts.series("bijstand")
METHODS = ["naief", "lijn", "niveau", "holt", "gedempt"]
VALUES = st.lists(st.floats(100, 1000), min_size=7, max_size=20)
WEIGHT = st.floats(0.05, 1)
FEWER = settings(max_examples=40)
quiet = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # statsmodels takes the logarithm of a perfect fit


def result(**values) -> dict:
    return PROGNOSE.simulate(**values)


def on(values: list[float], **settings) -> dict:
    """The model on other years than the register's: 2001, 2002, ..."""
    points = [[str(2001 + i), value, False] for i, value in enumerate(values)]
    fixed = {"horizon": 3, "alpha": 0.8, "beta": 0.5, "phi": 0.8, "method": "gedempt", "origin": 2000 + len(values)}
    model = PROGNOSE.simulate.__wrapped__
    return model({"points": points, "breaks": []}, **{**fixed, **settings})


# The series


def test_series_is_the_register_s():
    assert result()["years"] == [int(point.period) for point in SERIES.points]
    assert result()["values"] == [point.value for point in SERIES.points]
    assert result()["provisional"] == [point.provisional for point in SERIES.points]


def test_series_has_a_value_for_every_year():
    years = result()["years"]
    assert years == list(range(years[0], years[-1] + 1)) and None not in result()["values"]


def test_origin_runs_from_the_second_to_the_last_year_of_the_register():
    origin = next(p.declared for p in PROGNOSE.parameters if p.name == "origin")
    assert (origin.low, origin.high) == (int(SERIES.points[1].period), int(SERIES.points[-1].period))


# The methods


def test_nothing_changes_repeats_the_last_year():
    assert prognose.forecast([300, 350, 340], "naief", (0.8, 0.5, 0)) == [340] * 5


def test_straight_line_goes_through_the_first_and_the_last_year():
    assert prognose.forecast([300, 390, 340], "lijn", (0.8, 0.5, 0)) == [360, 380, 400, 420, 440]


def test_smoothing_of_three_years_by_hand():
    # l1 = 10; l2 = 0,5·20 + 0,5·10 = 15; l3 = 0,5·40 + 0,5·15 = 27,5
    assert prognose.forecast([10, 20, 40], "niveau", (0.5, 0.5, 0)) == [27.5] * 5


def test_holt_of_three_years_by_hand():
    # l2 = 20, b2 = 10; l3 = 0,5·40 + 0,5·(20 + 10) = 35; b3 = 0,2·(35 - 20) + 0,8·10 = 11
    made = prognose.forecast([10, 20, 40], "holt", (0.5, 0.2, 1))
    assert made == pytest.approx([46, 57, 68, 79, 90])


def test_damped_trend_of_three_years_by_hand():
    # l3 = 0,5·40 + 0,5·(20 + 0,5·10) = 32,5; b3 = 0,2·12,5 + 0,8·0,5·10 = 6,5; then 0,5 and 0,75 times b3
    made = prognose.forecast([10, 20, 40], "gedempt", (0.5, 0.2, 0.5))
    assert made[:2] == pytest.approx([32.5 + 0.5 * 6.5, 32.5 + 0.75 * 6.5])


@quiet
@FEWER
@given(VALUES, WEIGHT)
def test_smoothing_is_that_of_statsmodels(values, alpha):
    model = SimpleExpSmoothing(values, initialization_method="known", initial_level=values[0])
    theirs = model.fit(smoothing_level=alpha, optimized=False).forecast(5)
    assert prognose.forecast(values, "niveau", (alpha, 0.5, 0)) == pytest.approx(list(theirs))


@quiet
@FEWER
@given(VALUES, WEIGHT, st.floats(0, 1), st.floats(0.5, 0.999))
def test_holt_and_damped_trend_are_those_of_statsmodels(values, alpha, beta, phi):
    start = {"initial_level": values[1], "initial_trend": values[1] - values[0]}
    for name, damping, own in (("holt", False, 1), ("gedempt", True, phi)):
        model = Holt(values[2:], damped_trend=damping, initialization_method="known", **start)
        weights = {"smoothing_level": alpha, "smoothing_trend": beta}
        if damping:
            weights["damping_trend"] = phi
        theirs = model.fit(**weights, optimized=False).forecast(5)
        assert prognose.forecast(values, name, (alpha, beta, own)) == pytest.approx(list(theirs), abs=1e-6)


@given(VALUES, st.floats(0, 1))
def test_full_weight_of_the_newest_year_makes_smoothing_the_same_as_nothing_changes(values, beta):
    assert prognose.forecast(values, "niveau", (1, beta, 0)) == prognose.forecast(values, "naief", (1, beta, 0))


@given(VALUES, WEIGHT, st.floats(0, 1))
def test_trend_that_is_not_damped_is_that_of_holt(values, alpha, beta):
    settings = {"alpha": alpha, "beta": beta}
    assert on(values, method="gedempt", phi=1, **settings)["forecast"] == pytest.approx(
        on(values, method="holt", phi=0.7, **settings)["forecast"]
    )


@given(VALUES, WEIGHT, st.floats(0, 1), st.floats(0.5, 0.95))
def test_damped_trend_changes_less_each_year(values, alpha, beta, phi):
    made = prognose.forecast(values, "gedempt", (alpha, beta, phi))
    steps = [abs(later - sooner) for sooner, later in pairwise(made)]
    assert all(later <= sooner + 1e-9 for sooner, later in pairwise(steps))


@pytest.mark.parametrize("method", METHODS)
@given(value=st.floats(100, 1000), alpha=WEIGHT, beta=st.floats(0, 1), phi=st.floats(0.5, 1))
def test_series_without_change_is_forecast_without_error(method, value, alpha, beta, phi):
    flat = on([value] * 9, method=method, alpha=alpha, beta=beta, phi=phi)
    assert flat["forecast"] == pytest.approx([value] * 5)
    assert flat["mean_error"] == pytest.approx([0] * 5, abs=1e-9)


@pytest.mark.parametrize("method", ["lijn", "holt"])
@given(start=st.floats(100, 1000), slope=st.floats(-20, 20), alpha=WEIGHT, beta=st.floats(0, 1))
def test_methods_with_a_trend_follow_a_straight_line_without_error(method, start, slope, alpha, beta):
    line = on([start + slope * i for i in range(9)], method=method, alpha=alpha, beta=beta)
    assert line["mean_error"] == pytest.approx([0] * 5, abs=1e-6)


# What may be known, and how far off


@pytest.mark.parametrize("method", METHODS)
@given(values=VALUES, later=st.lists(st.floats(100, 1000), min_size=7, max_size=20))
def test_forecast_and_band_know_nothing_of_later_years(method, values, later):
    origin = 2000 + len(values)
    one = on(values + [500] * 7, method=method, origin=origin)
    other = on(values + later, method=method, origin=origin)
    assert one["forecast"] == other["forecast"]
    assert one["band"] == other["band"]


def test_errors_of_every_origin_by_hand():
    # naive on 1, 2, 4, 8: origins 2 and 3; one year ahead |4 - 2| and |8 - 4|, two years ahead |8 - 2|
    assert prognose.errors([1, 2, 4, 8], "naief", (1, 1, 1)) == [[2, 4], [6], [], [], []]


def test_mean_error_is_over_every_origin_whose_outcome_is_known():
    assert result()["origins"] == [16, 15, 14, 13, 12]
    y = [point.value for point in SERIES.points]
    assert result(method="naief")["mean_error"][0] == pytest.approx(
        sum(abs(later - sooner) for sooner, later in pairwise(y[1:])) / 16
    )


def test_error_is_measured_from_what_came_to_what_was_forecast():
    y = [point.value for point in SERIES.points]
    run = result(method="lijn", origin=2016)
    expected = y[9] + 2 * (y[9] - y[0]) / 9
    assert run["forecast"][1] == pytest.approx(expected)
    assert run["came"][1] == y[11]


@given(st.sampled_from(METHODS), st.integers(2008, 2024))
def test_mean_error_does_not_depend_on_where_you_stand(method, origin):
    assert result(method=method, origin=origin)["mean_error"] == result(method=method)["mean_error"]


@pytest.mark.parametrize("method", METHODS)
def test_error_of_nothing_changes_stands_beside_every_method(method):
    assert result(method=method)["mean_error_naive"] == result(method="naief")["mean_error"]


@pytest.mark.parametrize(("origin", "counts"), [(2008, [0, 0, 0, 0, 0]), (2012, [4, 3, 2, 1, 0])])
def test_band_counts_only_errors_that_were_known(origin, counts):
    assert result(origin=origin)["known_errors"] == counts


@pytest.mark.parametrize(("count", "rank"), [(4, 4), (5, 5), (8, 8), (9, 8), (10, 9), (14, 12), (19, 16)])
def test_band_is_the_error_of_rank_eight_tenths_of_one_more_than_their_number(count, rank):
    assert prognose.band([float(i) for i in range(count, 0, -1)]) == rank


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_fewer_than_four_errors_make_no_band(count):
    assert prognose.band([1.0] * count) is None


@given(st.lists(st.floats(0, 100), min_size=5, max_size=40, unique=True))
def test_band_holds_eight_of_ten_errors_when_each_in_turn_is_the_next_and_no_more_than_needed(errors):
    held = sum(one <= prognose.band([other for other in errors if other != one]) for one in errors)
    assert 0.8 <= held / len(errors) < 0.8 + 1 / len(errors)


def test_last_year_has_no_outcome_yet():
    run = result(origin=2024)
    assert run["came"] == [None] * 5
    assert "nog niet bekend" in PROGNOSE.run(origin=2024).summary


# What is shown


def test_scenarios_tell_what_the_figures_show():
    y = dict(zip(result()["years"], result()["values"], strict=True))
    assert y[2008] < y[2007]
    assert all(later > sooner for sooner, later in pairwise(y[year] for year in range(2008, 2017)))
    assert y[2017] < y[2016]
    five_ahead = result(**PROGNOSE.scenario("vijf-jaar"))
    assert five_ahead["mean_error"][4] > five_ahead["mean_error_naive"][4]
    assert result(**PROGNOSE.scenario("wwnv"))["band"] == [None] * 5


def test_summary_tells_what_was_expected_what_came_and_how_good_the_method_is():
    assert PROGNOSE.run(method="naief", origin=2016, horizon=2).summary == (
        "Eind 2016 hadden 465.000 mensen bijstand. Je verwachtte er voor eind 2018 465.000 (met een band van 412.000 "
        "tot 518.000); het werden er 432.000, dus 33.000 minder. Over alle beginjaren zat deze methode er 2 jaar "
        "vooruit gemiddeld 28.000 naast; dat is de lat voor andere methodes."
    )


def test_summary_says_when_there_is_no_band_and_why():
    assert "zonder band, want je kende pas 3 eerdere fouten" in PROGNOSE.run(origin=2011, horizon=1).summary
    assert "zonder band, want je kende nog geen eerdere fouten" in PROGNOSE.run(origin=2008).summary


def test_provisional_outcome_is_marked_in_sentence_table_and_figure():
    run = PROGNOSE.run(origin=2022, horizon=2)
    assert "406.000 (voorlopig cijfer)" in run.summary
    assert run.rows[1][4] == "406.000*"
    assert run.figure["data"][0]["marker"]["symbol"] == ["circle", "circle", "circle-open"]


def test_forecast_without_band_has_no_whisker():
    whiskers = PROGNOSE.run(origin=2014, horizon=5).figure["data"][3]
    assert whiskers["x"] == [2015, 2016, 2017] and len(whiskers["error_y"]["array"]) == 3


def test_break_in_the_series_is_drawn():
    broken = {"points": [[str(2001 + i), 300.0 + i, False] for i in range(12)], "breaks": ["2005"]}
    model = PROGNOSE.simulate.__wrapped__
    run = model(broken, origin=2008, horizon=2, method="holt", alpha=0.8, beta=0.5, phi=0.8)
    layout = prognose.figure(run)["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == [2008, 2004.5]
    assert "vanaf hier anders geteld" in [note["text"] for note in layout["annotations"]]


def test_all_that_is_drawn_lies_within_the_axis():
    for origin in range(2008, 2025):
        for method in METHODS:
            figure = PROGNOSE.run(origin=origin, method=method, horizon=5, alpha=1.0, beta=1.0).figure
            low, high = figure["layout"]["yaxis"]["range"]
            assert all(low <= value <= high for trace in figure["data"][:3] for value in trace["y"])
            whiskers = figure["data"][3]
            for middle, half in zip(whiskers["y"], whiskers["error_y"]["array"], strict=True):
                assert low <= middle - half and middle + half <= high


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"origin": 2007}, "Je staat eind: kies een getal van 2008 tot en met 2024."),
        ({"alpha": 0.0}, "Gewicht van het nieuwste jaar (α): kies een getal van 0,05 tot en met 1,00."),
        ({"observed": {}}, "Deze simulatie kent geen instelling 'observed'."),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        result(**values)
    assert str(refused.value) == sentence
