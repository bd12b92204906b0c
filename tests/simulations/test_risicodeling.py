"""Sharing the risk of a region: money is conserved, means and spreads are exact, limits, who pays for whom."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book import simulations
from book.simulations import risicodeling

RISK = simulations.get("risicodeling")
OWN, ALL, HISTORY, MIX = range(4)
KINDS = (OWN, ALL, HISTORY, MIX)
AMOUNTS = st.lists(st.floats(0, 50), min_size=10, max_size=10)
PART = st.floats(0, 1)


def region(sizes=(15, 150, 55, 40, 30), rate=0.15, own_risk=0.5, mix=0.5, memory=3, use=1.0) -> dict:
    means = [rate * size for size in sizes]
    means[0] *= use
    return risicodeling.agreed(list(sizes), means, own_risk, mix, memory)


def run(**values) -> dict:
    return RISK.simulate(**values)


def exceeds(mean: float, level: float) -> float:
    """P(U > level), the long way: so many cases, and their sum an Erlang distribution."""
    total, cases = 0.0, math.exp(-mean)
    for n in range(1, 40):
        cases *= mean / n
        erlang = sum(math.exp(-level + j * math.log(level) - math.lgamma(j + 1)) for j in range(n))
        total += cases * erlang
    return total


def above(mean: float, cap: float) -> tuple[float, float]:
    """E X and E X² for X = max(0, U − cap), by summing P(U > x) over fine steps."""
    step = 0.05
    places = [(i + 0.5) * step for i in range(int((mean + 30) / step))]
    tails = [exceeds(mean, cap + x) for x in places]
    return sum(tails) * step, sum(2 * x * p for x, p in zip(places, tails, strict=True)) * step


# Money is conserved


@pytest.mark.parametrize("kind", KINDS)
@given(use=AMOUNTS, past=AMOUNTS, mix=PART, own_risk=st.floats(0, 3))
def test_bills_add_up_to_the_use_of_the_region(kind, use, past, mix, own_risk):
    shared = region(sizes=(15, 150, 55, 40, 30, 25, 20, 15, 12, 8), mix=mix, own_risk=own_risk)
    assert sum(risicodeling.settle(kind, use, past, shared)) == pytest.approx(sum(use), abs=1e-9)


@pytest.mark.parametrize("kind", KINDS)
@given(mix=PART, own_risk=st.floats(0, 3), use=st.floats(0.5, 2), memory=st.integers(1, 10))
def test_expected_bills_add_up_to_the_expected_use(kind, mix, own_risk, use, memory):
    shared = region(mix=mix, own_risk=own_risk, use=use, memory=memory)
    bills = [risicodeling.bill(shared, kind, i)["mean"] for i in range(5)]
    assert sum(bills) == pytest.approx(shared["total"])


@given(st.lists(st.floats(1, 200), min_size=1, max_size=10))
def test_shares_of_the_inhabitants_add_up_to_one(sizes):
    assert sum(region(sizes=sizes)["shares"]) == pytest.approx(1)


def test_bills_are_never_negative():
    shared = region()
    for kind in KINDS:
        for use in ([0, 0, 0, 0, 0], [90, 0, 0, 0, 0], [1, 2, 3, 4, 5]):
            assert min(risicodeling.settle(kind, use, [1, 0, 2, 0, 0], shared)) >= 0


# What each arrangement does


def test_own_use_is_paid_by_who_uses():
    assert risicodeling.settle(OWN, [1, 2, 3, 4, 5], [0] * 5, region()) == [1, 2, 3, 4, 5]


def test_solidarity_divides_by_inhabitants():
    bills = risicodeling.settle(ALL, [10, 0, 0, 0, 0], [0] * 5, region(sizes=(10, 40, 20, 20, 10)))
    assert bills == pytest.approx([1, 4, 2, 2, 1])


def test_history_divides_by_the_use_of_earlier_years():
    bills = risicodeling.settle(HISTORY, [10, 0, 0, 0, 0], [0, 3, 1, 0, 0], region())
    assert bills == [0, 7.5, 2.5, 0, 0]


def test_history_without_use_divides_by_inhabitants():
    bills = risicodeling.settle(HISTORY, [10, 0, 0, 0, 0], [0] * 5, region(sizes=(10, 40, 20, 20, 10)))
    assert bills == pytest.approx([1, 4, 2, 2, 1])


def test_mix_by_hand():
    # means 2, 2: caps 3, 3. Use 5, 1: kept 3, 1; beyond the cap 2. Shared: 0,25·4 + 2 = 3, each half.
    shared = region(sizes=(1, 1), rate=2, own_risk=0.5, mix=0.25)
    assert risicodeling.settle(MIX, [5, 1], [0, 0], shared) == pytest.approx([0.75 * 3 + 1.5, 0.75 * 1 + 1.5])


@given(AMOUNTS)
def test_mix_that_shares_all_is_solidarity(use):
    shared = region(sizes=(15, 150, 55, 40, 30, 25, 20, 15, 12, 8), mix=1)
    assert risicodeling.settle(MIX, use, use, shared) == pytest.approx(risicodeling.settle(ALL, use, use, shared))


@given(AMOUNTS)
def test_mix_that_shares_nothing_below_an_unreachable_limit_is_own_use(use):
    shared = region(sizes=(15, 150, 55, 40, 30, 25, 20, 15, 12, 8), mix=0, own_risk=50)
    assert risicodeling.settle(MIX, use, use, shared) == pytest.approx(use)


@pytest.mark.parametrize("kind", KINDS)
@given(use=st.floats(0, 50), past=st.floats(0, 50), mix=PART)
def test_alone_in_a_region_every_arrangement_is_own_use(kind, use, past, mix):
    alone = region(sizes=(15,), mix=mix)
    assert risicodeling.settle(kind, [use], [past], alone) == pytest.approx([use])
    own = risicodeling.bill(alone, kind, 0)
    assert own["mean"] == pytest.approx(alone["means"][0])
    assert own["spread"] == pytest.approx(risicodeling.bill(alone, OWN, 0)["spread"])
    assert own["now"] + own["later"] == pytest.approx(1)


# Means and spreads


@pytest.mark.parametrize(("mean", "cap"), [(0.75, 0.75), (2.25, 3.375), (6, 9), (2, 8)])
def test_use_below_and_above_a_limit_has_the_moments_of_summing_the_distribution(mean, cap):
    kept, excess, kept_variance, excess_variance, covariance, over = risicodeling.split(mean, cap)
    excess_by_hand, squared_by_hand = above(mean, cap)
    assert over == pytest.approx(exceeds(mean, cap), rel=1e-6)
    assert excess == pytest.approx(excess_by_hand, rel=2e-3)
    assert excess_variance == pytest.approx(squared_by_hand - excess_by_hand**2, rel=2e-3)
    assert kept + excess == pytest.approx(mean)
    assert kept_variance + excess_variance + 2 * covariance == pytest.approx(2 * mean)
    assert covariance == pytest.approx(cap * excess - kept * excess)


@given(st.floats(0.1, 300), st.floats(0, 3))
def test_moments_are_possible(mean, own_risk):
    _, excess, kept_variance, excess_variance, _, over = risicodeling.split(mean, (1 + own_risk) * mean)
    assert 0 <= excess <= mean + 1e-9 and 0 <= over <= 1
    assert kept_variance >= -1e-6 and excess_variance >= -1e-6


def test_spread_of_own_use_is_the_root_of_two_over_the_number_of_cases():
    shared = region()
    for i, mean in enumerate(shared["means"]):
        assert risicodeling.bill(shared, OWN, i)["spread"] == pytest.approx(math.sqrt(2 / mean))


def test_solidarity_gives_everyone_the_spread_of_the_region():
    shared = region()
    spreads = [risicodeling.bill(shared, ALL, i)["spread"] for i in range(5)]
    assert spreads == pytest.approx([math.sqrt(2 / shared["total"])] * 5)


@pytest.mark.parametrize("kind", KINDS)
def test_without_chance_nobody_is_surprised(kind):
    """Very many cases: chance evens out, and the spread goes to nothing."""
    shared = region(rate=20, own_risk=0.1)
    few = region(own_risk=0.1)
    for i in range(5):
        assert risicodeling.bill(shared, kind, i)["spread"] < 0.15
        assert risicodeling.bill(shared, kind, i)["spread"] < risicodeling.bill(few, kind, i)["spread"]


@given(st.integers(1, 9))
def test_longer_memory_never_means_more_spread(memory):
    shorter, longer = (risicodeling.bill(region(memory=k), HISTORY, 0)["spread"] for k in (memory, memory + 1))
    assert longer < shorter


@pytest.mark.parametrize(("rate", "memory"), [(0.004, 1), (0.02, 2), (0.15, 3)])
def test_spread_of_history_is_that_of_every_number_of_cases_in_turn(rate, memory):
    """n cases in k years, i of them ours: our share is Beta(i, n − i). Without cases the inhabitants decide."""
    shared = region(rate=rate, memory=memory, use=1.6)
    share, part = shared["shares"][0], shared["means"][0] / shared["total"]
    cases = memory * shared["total"]
    first, second = math.exp(-cases) * share, math.exp(-cases) * share**2
    for n in range(1, 260):
        chance = math.exp(n * math.log(cases) - cases - math.lgamma(n + 1))
        first += chance * part
        second += chance * sum(
            math.comb(n, i) * part**i * (1 - part) ** (n - i) * i * (i + 1) / (n * (n + 1)) for i in range(n + 1)
        )
    total = shared["total"]
    variance = second * (total**2 + 2 * total) - (first * total) ** 2
    found = risicodeling.bill(shared, HISTORY, 0)
    assert found["mean"] == pytest.approx(first * total)
    assert found["spread"] == pytest.approx(math.sqrt(variance) / (first * total))


def test_endless_memory_has_the_spread_of_solidarity():
    endless = region(memory=10**6)
    assert risicodeling.bill(endless, HISTORY, 0)["spread"] == pytest.approx(
        risicodeling.bill(endless, ALL, 0)["spread"], rel=1e-3
    )


@given(st.floats(0, 0.95), st.floats(0, 3))
def test_sharing_more_never_means_more_spread_for_a_small_municipality(mix, own_risk):
    less, more = (risicodeling.bill(region(mix=m, own_risk=own_risk), MIX, 0)["spread"] for m in (mix, mix + 0.05))
    assert more <= less + 1e-9


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("use", [1.0, 1.7])
def test_drawn_years_have_the_computed_mean_and_spread(kind, use, monkeypatch):
    monkeypatch.setattr(risicodeling, "YEARS", 3000)
    shared = region(sizes=(15, 50, 20), memory=2, use=use)
    years = risicodeling.drawn(shared, 4)[kind]
    for i in range(3):
        expected = risicodeling.bill(shared, kind, i)
        bills = [year[i] for year in years]
        mean = sum(bills) / len(bills)
        spread = math.sqrt(sum((bill - mean) ** 2 for bill in bills) / len(bills))
        assert mean == pytest.approx(expected["mean"], rel=0.08)
        assert spread / mean == pytest.approx(expected["spread"], rel=0.08)


# The years drawn


@pytest.mark.parametrize("overrun", [0, 25, 100])
def test_drawn_years_are_too_dear_as_often_as_computed(overrun, monkeypatch):
    monkeypatch.setattr(risicodeling, "YEARS", 4000)
    over = run(overrun=overrun)["own"][OWN]["over"] / 4000
    mean = 2.25
    assert over == pytest.approx(risicodeling.split(mean, (1 + overrun / 100) * mean)[5], abs=0.03)


def test_hundred_years_are_drawn_after_the_years_of_history():
    for memory in (1, 3, 10):
        assert len(run(memory=memory)["own"][HISTORY]["years"]) == 100


def test_arrangements_share_the_same_luck():
    shared = region()
    years = risicodeling.drawn(shared, 1)
    for own, everyone in zip(years[OWN], years[ALL], strict=True):
        assert sum(own) == pytest.approx(sum(everyone))


def test_history_counts_only_earlier_years():
    shared = region(memory=1)
    years = risicodeling.drawn(shared, 1)
    for before, own, history in zip(years[OWN], years[OWN][1:], years[HISTORY][1:], strict=False):
        assert history == pytest.approx([use / sum(before) * sum(own) for use in before])


def test_same_lot_gives_the_same_years_and_another_lot_others():
    assert run(seed=3) == run(seed=3)
    assert run(seed=3)["own"][OWN]["years"] != run(seed=4)["own"][OWN]["years"]


@settings(max_examples=15)
@given(st.integers(0, 39), st.integers(1, 20))
def test_higher_limit_is_never_exceeded_more_often(step, seed):
    lower, higher = (run(overrun=5 * i, seed=seed) for i in (step, step + 1))
    for kind in KINDS:
        assert higher["own"][kind]["over"] <= lower["own"][kind]["over"]


# Who pays for whom, and what stays


@pytest.mark.parametrize("kind", [OWN, ALL, HISTORY])
def test_with_equal_use_nobody_pays_for_another_on_average(kind):
    shared = region()
    for i in range(5):
        assert risicodeling.bill(shared, kind, i)["mean"] == pytest.approx(shared["means"][i])


def test_limit_lets_the_largest_pay_for_the_smallest():
    shared = region()
    paid = [risicodeling.bill(shared, MIX, i)["mean"] - shared["means"][i] for i in range(5)]
    assert paid[0] < 0 < paid[1]


def test_solidarity_lets_others_pay_for_who_uses_more():
    shared = region(use=1.5)
    paid = [risicodeling.bill(shared, ALL, i)["mean"] - shared["means"][i] for i in range(5)]
    assert paid[0] < 0 and min(paid[1:]) > 0


def test_history_lets_nobody_pay_for_who_uses_more():
    shared = region(use=1.5)
    assert risicodeling.bill(shared, HISTORY, 0)["mean"] == pytest.approx(shared["means"][0])


def test_saved_euro_stays_whole_with_own_use_and_by_share_with_solidarity():
    shared = region(sizes=(10, 40, 20, 20, 10))
    assert [risicodeling.bill(shared, OWN, i)["now"] for i in range(5)] == [1] * 5
    assert [risicodeling.bill(shared, ALL, i)["now"] for i in range(5)] == pytest.approx([0.1, 0.4, 0.2, 0.2, 0.1])


def test_saved_euro_stays_with_history_but_later():
    own = risicodeling.bill(region(use=1.5), HISTORY, 0)
    assert own["now"] == pytest.approx(1.5 * 15 / (290 + 7.5))
    assert own["now"] + own["later"] == pytest.approx(1)


def test_saved_euro_comes_back_through_history_when_all_years_are_added_up():
    """A euro less in one year: what the bills of that year and of the k next years fall, on average."""
    shared = region(sizes=(15, 50, 20), memory=3, rate=1)
    use, saved = [[15.0, 50.0, 20.0] for _ in range(7)], 0.001
    less = [list(year) for year in use]
    less[3][0] -= saved

    def paid(years):
        return sum(
            risicodeling.settle(HISTORY, years[t], [sum(y) for y in zip(*years[t - 3 : t], strict=True)], shared)[0]
            for t in range(3, 7)
        )

    assert (paid(use) - paid(less)) / saved == pytest.approx(1, abs=0.001)


@given(PART, st.floats(0, 3))
def test_saved_euro_with_a_mix_lies_between_solidarity_and_own_use(mix, own_risk):
    shared = region(mix=mix, own_risk=own_risk)
    now = risicodeling.bill(shared, MIX, 0)["now"]
    assert shared["shares"][0] - 1e-9 <= now <= 1 + 1e-9


def test_saved_euro_with_a_mix_by_hand():
    shared = region(mix=0.4, own_risk=0.5)
    share, over = shared["shares"][0], shared["parts"][0][5]
    below = 0.6 + 0.4 * share
    assert risicodeling.bill(shared, MIX, 0)["now"] == pytest.approx((1 - over) * below + over * share)


# What is shown


def test_own_municipality_and_nine_others_of_the_chosen_size():
    result = run(size=20, profile="gelijk", own_use=150, rate=10)
    assert result["sizes"] == [20] + [40] * 9
    assert result["means"] == pytest.approx([3.0] + [4.0] * 9)


def test_summary_of_solidarity_tells_who_pays():
    assert RISK.run(arrangement="samen", own_use=150).summary.endswith(
        "Van een bespaarde euro blijft 4 cent. Gemiddeld betalen de andere gemeenten € 108.000 per jaar mee aan de "
        "jouwe."
    )


def test_summary_of_history_tells_what_comes_back_later():
    assert (
        "blijft dit jaar 4 cent, en in de 3 jaar erna samen ongeveer 96 cent. Gemiddeld betaalt niemand"
        in RISK.run(arrangement="historisch").summary
    )


def test_summary_tells_when_your_municipality_pays_for_the_others():
    assert "betaalt jouw gemeente € 108.000 per jaar mee" in RISK.run(arrangement="samen", own_use=50).summary


def test_table_follows_the_arrangement():
    own, together = RISK.run(), RISK.run(arrangement="samen", own_use=150)
    assert own.rows[0][3:5] == ["€ 225.000", "niets"]
    assert together.rows[0][2:5] == ["€ 338.000", "€ 230.000", "min € 108.000"]


def test_figure_marks_the_years_that_are_too_dear():
    ran = RISK.run()
    for kind in KINDS:
        fine, dear = ran.figure["data"][2 * kind : 2 * kind + 2]
        assert len(fine["x"]) + len(dear["x"]) == 100
        assert len(dear["x"]) == ran.result["own"][kind]["over"]
        assert all(x > 125 for x in dear["x"]) and all(x <= 125 for x in fine["x"])
        assert fine["marker"]["symbol"] != dear["marker"]["symbol"]


def test_all_dots_lie_within_the_axis():
    ran = RISK.run(size=5, rate=5, mix=0, own_risk=300)
    low, high = ran.figure["layout"]["xaxis"]["range"]
    assert all(low <= x <= high for trace in ran.figure["data"] for x in trace["x"])


def test_scenarios_tell_what_the_model_shows():
    small = run(**RISK.scenario("kleine-gemeente"))
    assert 1 < small["means"][0] < 1.5
    assert small["own"][OWN]["over"] > 30
    together = run(**RISK.scenario("iedereen-samen"))
    assert together["own"][ALL]["over"] < together["own"][OWN]["over"]
    assert run(**RISK.scenario("historisch"))["own"][HISTORY]["spread"] < math.sqrt(2 / 2.25)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"size": 4}, "Inwoners: kies een getal van 5 tot en met 150."),
        ({"memory": 2.5}, "Eerdere jaren die tellen: dit moet een heel getal zijn."),
        (
            {"profile": "groot"},
            "De andere gemeenten: kies één stad en acht kleinere of negen even grote of negen kleine.",
        ),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        run(**values)
    assert str(refused.value) == sentence


def test_figure_tells_of_each_arrangement_spread_who_pays_and_what_stays():
    words = next(t for t in RISK.run(own_use=150).figure["data"] if t.get("mode") == "text")["text"]
    bills = [text for text in words if text.startswith("spreiding")]
    assert len(bills) == 4 and bills[0].endswith("; niemand betaalt voor een ander")
    assert "; anderen betalen € " in bills[1]
    cheap = next(t for t in RISK.run(own_use=50).figure["data"] if t.get("mode") == "text")["text"]
    assert "; je betaalt € " in [text for text in cheap if text.startswith("spreiding")][1]
    assert len([text for text in words if "blijft" in text]) == 4
