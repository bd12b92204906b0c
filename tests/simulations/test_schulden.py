"""Who pays a debt: money that goes round, closed forms, a ledger for each creditor, limits, what grows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import facts, simulations

SCHULDEN = simulations.get("schulden")
ALONE, THEN, SINCE, FUND, STEPS = range(5)
ALL = range(5)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "debt": st.sampled_from([1000, 10_000, 40_170, 100_000]),
        "creditors": st.integers(1, 40),
        "interest": st.sampled_from([0.0, 0.5, 4.0, 15.0]),
        "collection": st.integers(0, 500),
        "room": st.sampled_from([0, 10, 50, 150, 400, 1000]),
        "waiting": st.integers(0, 24),
        "then": st.integers(1, 60),
        "since": st.integers(1, 60),
        "share": st.integers(0, 100),
        "longest": st.integers(12, 180),
        "steps": st.integers(1, 12),
        "guidance": st.integers(2, 60),
        "service": st.integers(0, 300),
        "dropout": st.integers(0, 100),
        "dropout_steps": st.integers(0, 100),
    },
)
STAYING = {"dropout": 0, "dropout_steps": 0}
FREE = {"interest": 0, "collection": 0}


def ways(**values) -> list[dict]:
    return SCHULDEN.simulate(**values)["ways"]


def near(value: float):
    return pytest.approx(value, rel=1e-9, abs=1e-6)


# What comes from the register


def test_debt_and_creditors_are_those_of_2022():
    assert SCHULDEN.defaults["debt"] == facts.look_up("nvvk-gemiddelde-schuld@2022")[1].value
    assert SCHULDEN.defaults["creditors"] == facts.look_up("nvvk-schuldeisers@2022")[1].value


def test_lengths_are_those_of_the_law_and_the_handbook():
    lengths = [SCHULDEN.defaults[name] for name in ("then", "since", "longest")]
    assert lengths == [facts.fact(name).value for name in ("wsnp-voor-2023", "wsnp-vanaf-2023", "nihs-looptijd")]


# Money goes round


@given(SETTINGS, st.sampled_from(ALL))
def test_what_one_party_pays_another_gets(values, way):
    found = ways(**values)[way]
    paid = found["household"] + found["municipality"]
    assert paid == near(found["creditors"] + found["collection"] + found["help"])


@given(SETTINGS, st.sampled_from(ALL))
def test_debt_and_all_that_came_on_top_is_repaid_forgiven_or_open(values, way):
    found = ways(**values)[way]
    owed = values.get("debt", 40_170) + found["grown"]
    assert owed == near(found["repaid"] + found["forgiven"] + found["left"])


@given(SETTINGS, st.sampled_from(ALL))
def test_no_debt_below_zero_and_no_negative_costs(values, way):
    found = ways(**values)[way]
    for name in ("left", "collection", "help", "household", "repaid", "grown"):
        assert found[name] >= -1e-9
    assert found["forgiven"] >= -1e-6


@given(SETTINGS)
def test_household_pays_what_is_repaid_and_in_the_statute_its_help(values):
    for way in ways(**values):
        assert way["household"] >= way["repaid"] - 1e-6
    alone, _, _, fund, steps = ways(**values)
    for way in (alone, fund, steps):
        assert way["household"] == near(way["repaid"])


# Alone


def test_debt_left_alone_follows_the_closed_form():
    """S(t) = k + (S(0) − k)·(1 + r)^t with k = (m − n·c/12)/r: the debt that stands still."""
    rate, still = 0.04 / 12, (150 - 13 * 100 / 12) / (0.04 / 12)
    assert ways()[ALONE]["left"] == pytest.approx(still + (40_170 - still) * (1 + rate) ** 192)


def test_debt_that_costs_exactly_what_is_paid_stands_still():
    """5% of 12.000 is 50 a month, six creditors cost 50 a month: 100 a month changes nothing."""
    found = ways(debt=12_000, interest=5, creditors=6, collection=100, room=100)[ALONE]
    assert found["left"] == pytest.approx(12_000)


def test_without_interest_and_costs_the_household_pays_the_debt_and_nothing_more():
    found = ways(**FREE, debt=10_000)[ALONE]
    assert (found["household"], found["creditors"], found["left"]) == (10_000, 10_000, 0)
    assert found["months"] == math.ceil(10_000 / 150)


def test_collection_is_paid_for_each_creditor():
    assert ways()[ALONE]["collection"] == pytest.approx(13 * 100 * 16)
    assert ways(creditors=1)[ALONE]["collection"] == pytest.approx(100 * 16)


def each_creditor(claims: list[float], interest: float, collection: float, room: float) -> tuple[float, float, float]:
    """Keep a ledger for every creditor; payments in proportion to the claims. Return paid, collection, left."""
    paid = costs = 0.0
    for _ in range(192):
        claims = [claim + claim * interest / 1200 + collection / 12 if claim > 0 else 0 for claim in claims]
        if not any(claims):
            break
        costs += collection / 12 * len(claims)
        total = sum(claims)
        pay = min(room, total)
        paid += pay
        claims = [max(0, claim - pay * claim / total) if pay < total else 0 for claim in claims]
    return paid, costs, sum(claims)


@pytest.mark.parametrize("claims", [[40_170], [20_000, 10_000, 5_000, 5_000, 170], [3_090] * 13])
@pytest.mark.parametrize("room", [0, 150, 700])
def test_totals_are_those_of_a_ledger_for_every_creditor_however_the_debt_is_divided(claims, room):
    paid, costs, left = each_creditor(claims, 4, 100, room)
    found = ways(debt=sum(claims), creditors=len(claims), room=room)[ALONE]
    assert (found["household"], found["collection"], found["left"]) == (near(paid), near(costs), near(left))


# The statute


def test_statute_without_waiting_pays_its_months_and_lets_the_rest_lapse():
    """36·150 = 5.400 of which 36·60 = 2.160 is help; creditors get 3.240 and the rest lapses."""
    found = ways(**STAYING, waiting=0)[THEN]
    assert [found[name] for name in ("household", "help", "creditors", "left")] == [5400, 2160, near(3240), 0]
    assert found["forgiven"] == near(40_170 - 3240)


def test_statute_since_2023_costs_half_of_that():
    found = ways(**STAYING, waiting=0)
    assert found[SINCE]["household"] == found[THEN]["household"] / 2


def test_no_interest_or_collection_during_the_statute():
    found = ways(**STAYING, waiting=0)[THEN]
    assert (found["grown"], found["collection"]) == (0, 0)


def test_waiting_is_being_left_alone():
    """One month of 40.170·4%/12 and 13·100/12 for each month that it lasts (interest on interest apart)."""
    found = ways(**STAYING, waiting=1)[SINCE]
    assert found["grown"] == near(40_170 * 0.04 / 12 + 1300 / 12)
    assert found["collection"] == near(1300 / 12)


def test_municipality_pays_the_help_that_the_household_cannot():
    found = ways(**STAYING, waiting=0, room=20)[SINCE]
    assert (found["household"], found["municipality"], found["creditors"]) == (near(360), near(18 * 40), 0)


def test_statute_ends_when_all_is_paid():
    """The first month leaves 1.000 − (1.000 − 60), the second the rest."""
    found = ways(**STAYING, waiting=0, debt=1000, room=1000)[SINCE]
    assert (found["household"], found["months"], found["forgiven"]) == (near(1120), 2, 0)


def test_who_drops_out_of_the_statute_halfway_is_left_alone_with_the_rest():
    """Nine months of 90 for the creditors, then 192 − 9 months alone: the closed form again."""
    found = ways(dropout=100, waiting=0)[SINCE]
    rate, still = 0.04 / 12, (150 - 13 * 100 / 12) / (0.04 / 12)
    assert found["left"] == pytest.approx(still + (40_170 - 9 * 90 - still) * (1 + rate) ** 183)
    assert found["forgiven"] == 0


# The fund


def test_fund_buys_the_debt_after_a_month_and_gets_its_price_back():
    """After a month S = 40.170·(1 + 4%/12) + 1300/12 − 150; the price is 20% and 24·60 is help."""
    owed = 40_170 * (1 + 0.04 / 12) + 1300 / 12 - 150
    found = ways(**STAYING)[FUND]
    assert found["creditors"] == near(0.2 * owed + 150 - 1300 / 12)
    assert found["municipality"] == near(24 * 60)
    assert found["household"] == near(0.2 * owed + 150)
    assert found["months"] == 1 + math.ceil(0.2 * owed / 150)


def test_rest_lapses_after_the_longest_term():
    """A household that can spare 10 a month pays 10 + 180·10; the fund bears the rest."""
    found = ways(**STAYING, room=10)[FUND]
    assert (found["household"], found["left"], found["months"]) == (near(1810), 0, 181)
    assert found["municipality"] > 24 * 60


def test_price_of_nothing_forgives_everything():
    found = ways(**STAYING, share=0)[FUND]
    assert (found["household"], found["municipality"], found["left"]) == (150, near(24 * 60), near(0))


def test_full_price_pays_creditors_all():
    found = ways(**STAYING, share=100, **FREE)[FUND]
    assert (found["creditors"], found["forgiven"]) == (near(40_170), near(max(0, 40_170 - 150 - 180 * 150)))


def test_fund_bears_what_a_drop_out_leaves_unpaid():
    """Twelve months of 150 and twelve of help; what is left of the price stays open without interest."""
    owed = 40_170 * (1 + 0.04 / 12) + 1300 / 12 - 150
    found = ways(dropout=100)[FUND]
    assert found["left"] == near(0.2 * owed - 12 * 150)
    assert found["municipality"] == near(0.2 * owed - 12 * 150 + 12 * 60)


# The steps


def test_who_takes_every_step_pays_while_it_lasts_and_is_free():
    found = ways(**STAYING)[STEPS]
    assert (found["household"], found["left"], found["months"]) == (near(25 * 150), near(0), 25)


def test_every_step_strikes_out_its_part():
    """Halfway two of the four steps are taken: half of the debt, and twelve payments, are gone."""
    owed = 40_170 * (1 + 0.04 / 12) + 1300 / 12 - 150
    found = ways(dropout_steps=100)[STEPS]
    assert found["forgiven"] == near(owed / 2)
    assert found["left"] == near(owed / 2 - 12 * 150)


def test_one_step_rewards_only_who_stays_to_the_end():
    assert ways(steps=1, dropout_steps=100)[STEPS]["forgiven"] == 0


def test_municipality_pays_price_and_help_less_what_is_repaid():
    owed = 40_170 * (1 + 0.04 / 12) + 1300 / 12 - 150
    assert ways(**STAYING)[STEPS]["municipality"] == near(0.2 * owed + 24 * 60 - 24 * 150)


def test_creditors_get_the_same_from_the_fund_and_from_the_steps():
    found = ways()
    assert found[FUND]["creditors"] == near(found[STEPS]["creditors"])


# Drop-out


def test_chance_grows_with_the_length():
    """15% a year: 1 − 0,85^3 in 36 months, 1 − 0,85^1,5 in 18, 1 − 0,85^2 in 24."""
    odds = [way["odds"] for way in ways()]
    assert odds == pytest.approx([0, 1 - 0.85**3, 1 - 0.85**1.5, 1 - 0.85**2, 1 - 0.85**2])


def test_drop_out_of_the_steps_is_apart():
    odds = [way["odds"] for way in ways(dropout=0, dropout_steps=100)]
    assert odds == [0, 0, 0, 0, 1]


@given(SETTINGS, st.sampled_from([THEN, SINCE, FUND, STEPS]))
def test_outcome_is_the_mean_of_staying_and_dropping_out(values, way):
    found = ways(**values)[way]
    stays, leaves = (ways(**values | {"dropout": all_, "dropout_steps": all_})[way] for all_ in (0, 100))
    odds = found["odds"]
    for name in ("household", "municipality", "creditors", "collection", "help", "left"):
        assert found[name] == near((1 - odds) * stays[name] + odds * leaves[name])
    assert found["months"] == stays["months"]


@given(SETTINGS, st.sampled_from([THEN, SINCE, FUND, STEPS]))
def test_nobody_who_stays_keeps_a_debt(values, way):
    assert ways(**values | STAYING)[way]["left"] == near(0)


# What grows with what


@given(SETTINGS, st.integers(1, 39))
def test_more_creditors_never_leave_less_debt_or_more_for_creditors(values, creditors):
    fewer, more = (ways(**values | {"creditors": n})[ALONE] for n in (creditors, creditors + 1))
    assert more["left"] >= fewer["left"] - 1e-6
    assert more["household"] >= fewer["household"] - 1e-6


@given(SETTINGS, st.integers(0, 99))
def test_a_higher_price_never_gives_creditors_less(values, share):
    for way in (FUND, STEPS):
        low, high = (ways(**values | {"share": x})[way]["creditors"] for x in (share, share + 1))
        assert high >= low - 1e-6


@given(SETTINGS, st.integers(0, 99))
def test_more_drop_out_of_the_steps_never_forgives_more_to_who_can_pay_nothing(values, dropout):
    poor = values | {"room": 0}
    one, other = (ways(**poor | {"dropout_steps": x})[STEPS]["forgiven"] for x in (dropout, dropout + 1))
    assert other <= one + 1e-6


@given(SETTINGS, st.integers(1, 59))
def test_a_longer_statute_never_costs_who_stays_less(values, term):
    short, long = (ways(**values | STAYING | {"then": x})[THEN]["household"] for x in (term, term + 1))
    assert long >= short - 1e-6


def test_steps_when_rewards_work_leave_less_debt_than_the_fund_of_that_chance():
    scenario = ways(**SCHULDEN.scenario("stappen"))
    assert scenario[STEPS]["odds"] < scenario[FUND]["odds"]
    assert scenario[STEPS]["left"] < ways()[STEPS]["left"]


# What the reader sees


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"debt": 100}, "Schuld: kies een getal van 1.000 tot en met 100.000."),
        ({"creditors": 13.5}, "Schuldeisers: dit moet een heel getal zijn."),
        ({"interest": "veel"}, "Rente: dit moet een getal zijn."),
        (
            {"way": "bidden"},
            "Vertel over: kies niets doen of wettelijk traject of fonds koopt op of kwijtschelden in stappen.",
        ),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        SCHULDEN.simulate(**values)
    assert str(refused.value) == sentence


SUMMARIES = {
    "niets": "Als niemand iets doet, betaalt het huishouden in zestien jaar € 28.800 en is er nog € 64.900 schuld; "
    "het begon met € 40.200. Schuldeisers houden € 8.000 over en zijn € 20.800 kwijt aan incasso.",
    "wettelijk": "Toen, in 36 maanden, betaalde een huishouden gemiddeld € 15.000 en hielden schuldeisers € 5.600 "
    "over. Nu, in 18 maanden, is dat € 9.100 en € 3.300. Wie volhoudt, is nu na 24 maanden van de schuld af, toen na "
    "42 maanden; 22% valt uit, toen 39%.",
    "fonds": "Met een fonds betaalt het huishouden gemiddeld € 6.500 en houden schuldeisers € 8.100 over. Per saldo "
    "betaalt het fonds € 3.000. Wie volhoudt, is na 55 maanden van de schuld af; 28% valt uit.",
    "stappen": "Met kwijtschelden in stappen betaalt het huishouden gemiddeld € 3.600 en houden schuldeisers € 8.100 "
    "over. Per saldo betaalt de gemeente € 6.000. Wie volhoudt, is na 25 maanden van de schuld af; 10% valt uit.",
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_summary_tells_of_the_chosen_way(name):
    assert SCHULDEN.run(**SCHULDEN.scenario(name)).summary == SUMMARIES[name]


def test_summary_tells_when_a_debt_left_alone_is_paid_off():
    assert SCHULDEN.run(**FREE, debt=1500).summary == (
        "Als niemand iets doet, is de schuld na 10 maanden weg. Het huishouden betaalt dan € 1.500, schuldeisers "
        "houden daar € 1.500 van over."
    )


def test_summary_tells_when_the_municipality_keeps_money():
    found = SCHULDEN.run(way="stappen", share=0, service=0).summary
    assert "Per saldo houdt de gemeente € 3.100 over." in found


def test_table_tells_how_long_it_takes():
    rows = {row[0]: row[1:] for row in SCHULDEN.run().rows}
    assert rows["Maanden tot de schuld weg is, voor wie volhoudt"] == ["langer dan 192", "42", "24", "55", "25"]


def test_picture_shows_parties_to_one_scale_and_the_costs_are_collection_and_help():
    run = SCHULDEN.run()
    bars = [trace["y"] for trace in run.figure["data"] if trace["type"] == "bar"]
    for household, municipality, creditors, lost in zip(*bars[:4], strict=True):
        assert household + municipality == near(creditors + lost)
    assert len({tuple(run.figure["layout"][f"yaxis{i}"]["range"]) for i in (2, 3, 4, 5)}) == 1


@pytest.mark.parametrize(
    ("name", "filled"), [("niets", [0]), ("wettelijk", [1, 2]), ("fonds", [3]), ("stappen", [4])]
)
def test_bars_of_the_chosen_way_are_filled(name, filled):
    bar = SCHULDEN.run(way=name).figure["data"][0]
    assert [i for i, colour in enumerate(bar["marker"]["color"]) if colour == "@series-1"] == filled
