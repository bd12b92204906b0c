"""The provider under three forms of payment: closed form, limits, what grows with what, money that goes round."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from book import simulations

BEKOSTIGING = simulations.get("bekostiging")
HOURLY, TRAJECTORY, LUMP = range(3)
PRICE, COST, CENTS = st.integers(20, 140), st.integers(20, 140), st.integers(0, 150)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "price": PRICE,
        "agreed": st.integers(5, 60),
        "cost": COST,
        "motivation": CENTS,
        "extra": st.sampled_from([100, 400, 800, 1500, 3000]),
        "need": st.sampled_from([10, 100, 500]),
        "worth": st.sampled_from([50, 150, 280, 500]),
        "enough": st.sampled_from([10, 25, 40, 80]),
    },
)


def forms(**values) -> list[dict]:
    return BEKOSTIGING.simulate(**values)["forms"]


def benefit(hours: float, worth: float = 280, enough: float = 40) -> float:
    return worth * (hours - hours**2 / (2 * enough))


def test_hours_a_trajectory_are_those_of_the_closed_form():
    """Q·(1 − c/(m·b)) = 40·(1 − 66/(0,45·280)) = 19,05 with a result of 100·(2400 − 66·19,05) − 800/100·100²/2."""
    form = forms()[TRAJECTORY]
    assert form["hours"] == pytest.approx(40 * (1 - 66 / 126))
    assert form["clients"] == 100
    assert form["result"] == pytest.approx(100 * (2400 - 66 * form["hours"]) - 40_000)


def test_hours_paid_by_the_hour_are_those_of_the_closed_form():
    """Q·(1 + (p − c)/(m·b)) = 40·(1 + 14/126)."""
    assert forms()[HOURLY]["hours"] == pytest.approx(40 * (1 + 14 / 126))


def test_clients_under_a_lump_sum_are_those_of_the_closed_form():
    """(m·B(q) − c·q)·N/x with q = 19,05: the last client brings as much as he costs."""
    form = forms()[LUMP]
    hours = 40 * (1 - 66 / 126)
    assert form["clients"] == pytest.approx((0.45 * benefit(hours) - 66 * hours) * 100 / 800)


def test_benefit_is_that_of_the_clients_helped():
    form = forms()[LUMP]
    assert form["benefit"] == pytest.approx(form["clients"] * benefit(form["hours"]))


def test_agreed_hours_for_all_cost_the_same_in_every_form():
    """80 euros · 30 hours · 100 clients; its cost 66·30·100 and 800/2·100 for the heavier clients."""
    planned = BEKOSTIGING.simulate()["planned"]
    assert (planned["spent"], planned["costs"], planned["result"]) == (240_000, 238_000, 2_000)


def test_motivation_as_strong_as_money_gives_the_hours_that_are_worth_their_cost():
    """m = 1 without a loss: b·(1 − q/Q) = c, here 280·(1 − q/40) = 66."""
    form = forms(motivation=100, price=120)[TRAJECTORY]
    assert 280 * (1 - form["hours"] / 40) == pytest.approx(66)


def test_without_motivation_a_trajectory_holds_no_hours():
    form = forms(motivation=0)[TRAJECTORY]
    assert (form["hours"], form["clients"], form["benefit"]) == (0, 100, 0)


def test_without_motivation_a_lump_sum_helps_nobody_and_is_kept_whole():
    form = forms(motivation=0)[LUMP]
    assert (form["clients"], form["result"]) == (0, 240_000)


def test_without_motivation_an_hour_that_pays_is_sold_until_the_client_stops():
    assert forms(motivation=0)[HOURLY]["hours"] == 80


@given(CENTS.filter(lambda cents: cents > 0))
def test_price_equal_to_cost_pays_nobody_who_costs_extra(cents):
    assert forms(price=66, cost=66, motivation=cents)[HOURLY]["clients"] == 0


def test_price_below_cost_ends_help_that_is_paid_by_the_hour():
    assert forms(price=65, cost=66)[HOURLY]["spent"] == 0


def test_race_to_the_bottom_lower_prices_mean_fewer_hours():
    hours = [forms(price=price)[TRAJECTORY]["hours"] for price in (80, 50, 40, 30, 20)]
    assert hours == sorted(hours, reverse=True)
    assert hours[0] > 18 and hours[-1] < 5


def test_race_ends_where_the_trajectory_pays_just_for_its_hours():
    """All N clients, result zero: p·a = c·q + x/2, so q = (45·30 − 400)/66."""
    form = forms(**BEKOSTIGING.scenario("race"))[TRAJECTORY]
    assert form["hours"] == pytest.approx((45 * 30 - 400) / 66, rel=1e-9)
    assert form["result"] == pytest.approx(0, abs=1e-3)


def test_floor_stops_the_race_at_the_price_of_fewer_clients():
    race = forms(**BEKOSTIGING.scenario("race"))[TRAJECTORY]
    floor = forms(**BEKOSTIGING.scenario("ondergrens"))[TRAJECTORY]
    assert race["hours"] < 16 == floor["hours"]
    assert floor["clients"] < race["clients"]


def test_floor_serves_as_many_as_the_money_allows():
    """(p·a − c·k)·n = x/N·n²/2, so n = 2·(45·30 − 66·16)/8 = 73,5."""
    assert forms(**BEKOSTIGING.scenario("ondergrens"))[TRAJECTORY]["clients"] == pytest.approx(73.5, rel=1e-6)


def test_floor_that_is_off_changes_nothing():
    assert forms(floor=False, least=60) == forms()


def test_motivated_provider_ends_without_a_result():
    for form in forms(**BEKOSTIGING.scenario("bevlogen"))[TRAJECTORY:]:
        assert form["result"] == pytest.approx(0, abs=1e-3)
        assert form["motivation"] < 1


def test_provider_under_pressure_gives_less_than_half_the_hours_agreed():
    assert forms(**BEKOSTIGING.scenario("druk"))[TRAJECTORY]["hours"] < 15


@given(SETTINGS, st.integers(0, 2))
def test_what_the_municipality_pays_is_what_the_provider_spends_and_keeps(values, form):
    found = forms(**values)[form]
    assert found["spent"] == pytest.approx(found["costs"] + found["result"], abs=1e-6)


@given(SETTINGS)
def test_each_form_pays_by_what_it_counts(values):
    price, agreed, need = values.get("price", 80), values.get("agreed", 30), values.get("need", 100)
    hourly, trajectory, lump = forms(**values)
    assert hourly["spent"] == pytest.approx(price * hourly["hours"] * hourly["clients"])
    assert trajectory["spent"] == pytest.approx(price * agreed * trajectory["clients"])
    assert lump["spent"] == price * agreed * need


@given(SETTINGS, st.booleans(), st.integers(1, 20))
def test_no_provider_makes_a_loss(values, floor, least):
    assert all(form["result"] >= 0 for form in forms(**values, floor=floor, least=least))


@given(SETTINGS, st.integers(0, 2), st.integers(1, 20))
@example({"motivation": 100}, TRAJECTORY, 1)
@example({"price": 75, "motivation": 30}, HOURLY, 1)
@example({"price": 45}, TRAJECTORY, 16)
def test_no_other_choice_without_a_loss_is_better_for_the_provider(values, form, least):
    """Try hours and clients on a grid: none gives more result + motivation · benefit."""
    found = forms(**values, floor=True, least=least)[form]
    given_ = BEKOSTIGING.defaults | values
    price, agreed, need, enough = (given_[name] for name in ("price", "agreed", "need", "enough"))
    weight = given_["motivation"] / 100

    def aim(hours, clients):
        income = price * (hours * clients, agreed * clients, agreed * need)[form]
        result = income - given_["cost"] * hours * clients - given_["extra"] / need * clients**2 / 2
        return result, result + weight * clients * benefit(hours, given_["worth"], enough)

    best = found["result"] + weight * found["benefit"]
    for i in range(41):
        hours = least + (2 * enough - least) * i / 40
        for j in range(41):
            result, reached = aim(hours, need * j / 40)
            assert result < 0 or reached <= best + 1e-6 * max(1, abs(best)) + 1e-3 * given_["worth"]


@given(SETTINGS, CENTS, CENTS, st.integers(0, 2))
def test_more_motivation_never_means_less_benefit_or_a_higher_result(values, one, other, form):
    less, more = (forms(**values | {"motivation": cents})[form] for cents in sorted((one, other)))
    assert more["benefit"] >= less["benefit"] - 1e-6 * max(1, abs(less["benefit"])) - 1
    assert more["result"] <= less["result"] + 1e-6 * max(1, less["result"]) + 1


@given(SETTINGS, PRICE, PRICE, st.sampled_from([TRAJECTORY, LUMP]))
def test_a_higher_price_never_means_fewer_hours_or_clients_once_it_is_not_paid_by_the_hour(values, one, other, form):
    low, high = (forms(**values | {"price": price})[form] for price in sorted((one, other)))
    assume(low["clients"] > 0 and high["clients"] > 0)
    assert high["hours"] >= low["hours"] - 1e-3
    assert high["clients"] >= low["clients"] - 1e-3


@given(SETTINGS, st.integers(20, 139))
def test_a_higher_cost_never_means_more_hours_in_a_trajectory(values, cost):
    cheap, dear = (forms(**values | {"cost": c})[TRAJECTORY] for c in (cost, cost + 1))
    assume(cheap["clients"] > 0 and dear["clients"] > 0)
    assert dear["hours"] <= cheap["hours"] + 1e-3


@given(SETTINGS, st.integers(0, 2), st.integers(1, 20))
def test_nobody_helped_gets_fewer_hours_than_the_floor_or_more_than_twice_enough(values, form, least):
    found = forms(**values, floor=True, least=least)[form]
    if found["clients"]:
        assert least <= found["hours"] <= 2 * values.get("enough", 40)


def test_hours_at_a_price_ten_per_cent_lower_are_those_of_that_price():
    assert forms(price=50)[TRAJECTORY]["next_hours"] == pytest.approx(forms(price=45)[TRAJECTORY]["hours"])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"price": 19}, "Tarief: kies een getal van 20 tot en met 140."),
        ({"need": 100.5}, "Cliënten die hulp nodig hebben: dit moet een heel getal zijn."),
        ({"floor": 1}, "Ondergrens aan kwaliteit: dit kan alleen aan of uit."),
        (
            {"floor": True, "least": 21, "enough": 10},
            "De ondergrens is hoger dan het aantal uren waarbij een cliënt stopt: kies hoogstens 20 uur.",
        ),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        BEKOSTIGING.simulate(**values)
    assert str(refused.value) == sentence


def test_summary_tells_hours_clients_and_spending_of_each_form():
    assert BEKOSTIGING.run().summary == (
        "Per uur betaald helpt de aanbieder 100 cliënten met elk 44 uur en betaalt de gemeente € 355.600. Per "
        "traject zijn het 100 cliënten met elk 19 uur voor € 240.000, met een vast bedrag 71 cliënten met elk 19 uur "
        "voor € 240.000."
    )


def test_summary_tells_who_is_held_back_by_money():
    summary = BEKOSTIGING.run(**BEKOSTIGING.scenario("bevlogen")).summary
    assert summary.endswith("zijn resultaat is nul (per traject, vast bedrag).")


def test_summary_tells_when_nobody_is_helped():
    assert "Per uur betaald helpt de aanbieder niemand" in BEKOSTIGING.run(price=45).summary


def test_table_counts_those_without_help():
    rows = {row[0]: row[1:] for row in BEKOSTIGING.run().rows}
    assert rows["Cliënten zonder hulp"] == ["0,0", "0,0", "28,6", "0"]
    assert rows["Baat per betaalde euro"] == ["1,56", "1,69", "1,21", "2,19"]


def test_dashed_lines_are_what_was_agreed():
    lines = [trace for trace in BEKOSTIGING.run().figure["data"] if trace.get("mode") == "lines"]
    assert [line["y"][0] for line in lines] == [30, 100, 240_000, 2_000, pytest.approx(100 * benefit(30))]


def test_bars_are_the_three_forms():
    bars = [trace["y"] for trace in BEKOSTIGING.run().figure["data"] if trace["type"] == "bar"]
    assert bars == [[form[key] for form in forms()] for key in ("hours", "clients", "spent", "result", "benefit")]
