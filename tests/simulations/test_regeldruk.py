"""The stock of rules: closed form, limits, what the campaign brings and costs, hours that add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import simulations

REGELDRUK = simulations.get("regeldruk")
PERCENT = st.integers(0, 30)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "incidents": st.integers(0, 30),
        "rules_each": st.sampled_from([0.0, 0.4, 2.0, 5.0]),
        "breed": st.integers(0, 10),
        "fade": PERCENT,
        "protection": st.integers(0, 50),
        "start": st.integers(0, 300),
        "hours": st.sampled_from([0.0, 0.5, 3.0, 10.0]),
        "ignored": st.integers(0, 90),
        "lasting": st.integers(1, 13),
        "cut": st.integers(0, 50),
        "reports": st.integers(0, 30),
        "meetings": st.integers(0, 200),
    },
)
SAME = {"rel": 1e-9, "abs": 1e-9}
NOTHING = {"incidents": 0, "breed": 0, "fade": 0}


def result(**values) -> dict:
    return REGELDRUK.simulate(**values)


def now(**values) -> dict:
    return result(**values)["now"]


def test_without_incidents_and_forgetting_nothing_changes():
    course = now(**NOTHING)
    assert course["rules"] == [100] * 15
    assert course["client"] == pytest.approx([1500 - 300] * 15)


def test_rules_follow_the_closed_form():
    """With δ = φ − β: R(t) = i·k/δ + (R(0) − i·k/δ)·(1 − δ/12)^t; here δ = 0,06 − 0,02 and i·k/δ = 8·2/0,04."""
    course = now(protection=0, breed=2, fade=6)
    for year in (1, 5, 15):
        assert course["rules"][year - 1] == pytest.approx(400 - 300 * (1 - 0.04 / 12) ** (12 * year))


def test_rules_that_neither_breed_nor_fade_grow_by_the_incidents():
    """100 + 15 years · 8 incidents · 2 rules."""
    assert now(protection=0, breed=0, fade=0)["rules"][-1] == pytest.approx(100 + 15 * 8 * 2)


def test_hundred_kept_rules_prevent_their_share_of_incidents():
    """8·(1 − 15%) with a hundred rules; half of them ignored: 8·(1 − 15%)^(1/2)."""
    assert now(rules_each=0, breed=0, fade=0)["incidents"][0] == pytest.approx(8 * 0.85)
    assert now(rules_each=0, breed=0, fade=0, ignored=50)["incidents"][0] == pytest.approx(8 * 0.85**0.5)


def test_ignored_rules_cost_no_time():
    assert now(**NOTHING, ignored=50)["burden"] == pytest.approx([150] * 15)


def test_campaign_takes_meetings_in_the_years_it_lasts():
    course = now(**NOTHING, campaign=True, lasting=3, cut=0, reports=0, meetings=40)
    assert course["burden"] == pytest.approx([300] * 2 + [340] * 3 + [300] * 10)


def test_campaign_deletes_its_share_month_by_month():
    """Two years: 100·(1 − 12%/12)^24."""
    course = now(**NOTHING, campaign=True, cut=12, reports=0)
    assert course["rules"][1:4] == pytest.approx([100, 100 * 0.99**12, 100 * 0.99**24])
    assert course["deleted"] == pytest.approx(100 - 100 * 0.99**24)


def test_reports_of_the_campaign_stay_when_it_is_over():
    course = now(**NOTHING, campaign=True, cut=0, reports=6)
    assert course["reports"] == pytest.approx([0, 0, 6, *[12] * 12])
    assert course["burden"][-1] == pytest.approx(3 * (100 + 12))


def test_reports_fall_asleep_as_rules_do():
    course = now(incidents=0, breed=0, fade=12, campaign=True, lasting=1, cut=0, reports=12, start=0)
    after = sum(0.99**month for month in range(12))
    assert course["reports"][2:4] == pytest.approx([after, after * 0.99**12])


def test_yield_of_a_campaign_that_only_meets_is_its_meetings():
    found = result(campaign=True, cut=0, reports=0, meetings=40, lasting=2)
    assert found["yield"] == pytest.approx(-80)


def test_plan_of_attack_costs_more_than_it_yields():
    assert result(**REGELDRUK.scenario("plan"))["yield"] < 0


def test_plan_that_deletes_enough_pays_for_itself():
    assert result(**REGELDRUK.scenario("plan") | {"cut": 20})["yield"] > 0


def test_plan_loosens_protection_so_incidents_rise():
    found = result(**REGELDRUK.scenario("plan") | {"cut": 30})
    assert sum(found["now"]["incidents"]) > sum(found["without"]["incidents"])


def test_trust_gives_back_the_most_hours_of_all_scenarios():
    totals = {one.name: now(**REGELDRUK.scenario(one.name))["total"] for one in REGELDRUK.scenarios}
    assert sorted(totals, key=totals.get) == ["plan", "incident", "negeren", "vertrouwen"]


def test_ignoring_saves_hours_but_brings_incidents():
    ignore, obey = now(**REGELDRUK.scenario("negeren")), now()
    assert ignore["total"] > obey["total"]
    assert sum(ignore["incidents"]) > sum(obey["incidents"])


@given(SETTINGS, st.booleans())
def test_no_hour_is_lost_clients_and_rules_share_the_working_year(values, campaign):
    course = now(**values, campaign=campaign)
    for client, burden in zip(course["client"], course["burden"], strict=True):
        assert 0 <= client <= 1500 + 1e-9
        assert client + burden >= 1500 - 1e-9
        if burden < 1000:
            assert client + burden == pytest.approx(1500)


@given(SETTINGS)
def test_total_is_the_sum_of_the_years(values):
    course = now(**values)
    assert course["total"] == pytest.approx(sum(course["client"]))


@given(SETTINGS)
def test_rules_balance_what_comes_less_what_goes(values):
    """R(end) = R(0) + rules of incidents + net breeding − deleted, when nothing breeds or fades."""
    course = now(**values | {"breed": 0, "fade": 0}, campaign=True)
    born = sum(course["incidents"]) * values.get("rules_each", 2.0)
    assert course["rules"][-1] == pytest.approx(values.get("start", 100) + born - course["deleted"], **SAME)
    assert course["reports"][-1] == pytest.approx(course["added"], **SAME)


@given(SETTINGS)
def test_without_a_plan_its_sliders_change_nothing(values):
    found = result(**values, campaign=False)
    assert found["yield"] == 0
    assert (found["now"]["deleted"], found["now"]["added"], found["now"]["meetings"]) == (0, 0, 0)


@given(SETTINGS)
def test_comparison_without_the_plan_is_the_setting_without_the_plan(values):
    assert result(**values, campaign=True)["without"] == result(**values, campaign=False)["now"]


@given(SETTINGS, st.sampled_from(["incidents", "breed", "start"]))
def test_more_of_what_makes_rules_never_means_fewer_rules(values, name):
    highest = {"incidents": 30, "breed": 10, "start": 300}[name]
    low = min(values.get(name, REGELDRUK.defaults[name]), highest - 1)
    less, more = now(**values | {name: low, "protection": 0}), now(**values | {name: low + 1, "protection": 0})
    assert all(b >= a - 1e-9 for a, b in zip(less["rules"], more["rules"], strict=True))


@given(SETTINGS, st.integers(0, 29))
def test_more_forgetting_never_means_more_rules(values, fade):
    less, more = now(**values | {"fade": fade}), now(**values | {"fade": fade + 1})
    assert more["rules"][-1] <= less["rules"][-1] + 1e-9


@given(SETTINGS, st.sampled_from(["reports", "meetings"]), st.integers(0, 29))
def test_a_plan_that_asks_more_never_leaves_more_hours(values, name, asked):
    one, other = (now(**values | {name: x}, campaign=True)["total"] for x in (asked, asked + 1))
    assert other <= one + 1e-9


@given(SETTINGS, st.integers(0, 49))
def test_a_plan_that_deletes_more_never_leaves_fewer_hours_when_rules_prevent_nothing(values, cut):
    one, other = (now(**values | {"cut": x, "protection": 0}, campaign=True)["total"] for x in (cut, cut + 1))
    assert other >= one - 1e-9


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"incidents": -1}, "Incidenten zonder regels: kies een getal van 0 tot en met 30."),
        ({"rules_each": 5.1}, "Nieuwe regels per incident: kies een getal van 0,0 tot en met 5,0."),
        ({"lasting": 1.5}, "Het plan duurt: dit moet een heel getal zijn."),
        ({"campaign": "ja"}, "Een plan tegen regels, vanaf het derde jaar: dit kan alleen aan of uit."),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        result(**values)
    assert str(refused.value) == sentence


def test_summary_tells_hours_rules_and_incidents():
    assert REGELDRUK.run().summary == (
        "Van de 1.500 werkuren gaan er in het eerste jaar 1.184 naar cliënten en in het vijftiende jaar 819. Het "
        "aantal regels gaat van 100 naar 231 en het aantal incidenten per jaar gaat van 6,7 naar 5,5."
    )


def test_summary_tells_what_the_plan_cost():
    assert REGELDRUK.run(campaign=True).summary.endswith(
        "Het plan schrapt 13 regels, voegt 12 rapportages toe en kost 80 uur overleg: over vijftien jaar kost het "
        "per saldo 62 uur."
    )


def test_summary_tells_what_the_plan_brought():
    free = {"cut": 50, "reports": 0, "meetings": 0}
    assert REGELDRUK.run(campaign=True, **free).summary.endswith(" uur op.")
    assert "levert het " in REGELDRUK.run(campaign=True, **free).summary


def test_summary_tells_when_the_plan_changes_nothing():
    free = {"cut": 0, "reports": 0, "meetings": 0}
    assert REGELDRUK.run(campaign=True, **free).summary.endswith("levert het evenveel op als het kost.")


def test_summary_tells_when_the_rules_stay_as_many():
    assert "Het aantal regels blijft 100" in REGELDRUK.run(**NOTHING).summary


def test_table_puts_the_plan_beside_no_plan():
    rows = {row[0]: row[1:] for row in REGELDRUK.run(campaign=True).rows}
    assert rows["Uren voor cliënten, vijftien jaar samen"] == ["14.726", "14.788"]
    assert rows["Geschrapte regels"] == ["13", "0"]


def test_bars_of_a_year_fill_the_working_hours():
    filled, hollow = REGELDRUK.run().figure["data"][:2]
    assert [one + other for one, other in zip(filled["y"], hollow["y"], strict=True)] == pytest.approx([1500] * 15)


def test_dashed_lines_are_the_course_without_the_plan():
    run = REGELDRUK.run(campaign=True)
    lines = [trace["y"] for trace in run.figure["data"] if trace.get("mode") == "lines"]
    assert lines == [run.result["without"]["client"], run.result["without"]["rules"]]


def test_no_dashed_line_without_a_plan():
    assert not [trace for trace in REGELDRUK.run().figure["data"] if trace.get("mode") == "lines"]
