"""The queue for a neighbourhood team: Erlang C, limits, what helps and what does not, and a queue that grows."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import simulations
from book.simulations import wijkteam

WIJKTEAM = simulations.get("wijkteam")
RATE = st.floats(0.01, 40)
SERVICE = st.floats(0.01, 5)
SERVERS = st.integers(1, 45)
PER_CENT = st.integers(0, 100)
HOURS = st.integers(1, 60)


def queues(**values) -> list[dict]:
    return WIJKTEAM.simulate(**values)["queues"]


def erlang_c_from_factorials(load: float, servers: int) -> float:
    """The textbook form: (a^c / c!)·(c / (c − a)) over the sum of a^i / i! to c − 1 plus itself."""
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(load**i / math.factorial(i) for i in range(servers)) + last)


def waiting_exactly(rate: float, service: float, servers: int, until: float) -> float:
    """People waiting in an M/M/c that starts with all at work: the Kolmogorov equations, by small steps."""
    size = servers + int(2 * rate * until) + 20
    chance = [0.0] * (size + 1)
    chance[servers] = 1.0
    steps = int(until * (rate + servers / service) * 4) + 1
    up = rate * until / steps
    down = [min(n, servers) / service * until / steps for n in range(size + 1)]
    for _ in range(steps):
        moved = [p * (1 - up - d) for p, d in zip(chance, down, strict=True)]
        for n in range(size):
            moved[n + 1] += chance[n] * up
            moved[n] += chance[n + 1] * down[n + 1]
        chance = moved
    return sum(p * max(0, n - servers) for n, p in enumerate(chance))


# One queue


@pytest.mark.parametrize(
    ("load", "servers", "chance"),
    [
        (0.5, 1, 1 / 2),  # one server: C = a
        (1, 2, 1 / 3),  # two servers: C = a² / (2 + a)
        (1.5, 2, 9 / 14),
        (2, 3, 4 / 9),  # three: C = a³·3/(6·(3 − a)) over 1 + a + a²/2 and itself = 4 / 9
    ],
)
def test_erlang_c_of_small_teams_by_hand(load, servers, chance):
    assert wijkteam.erlang_c(load, servers) == pytest.approx(chance)


@given(SERVERS, st.floats(0.001, 0.999))
def test_erlang_c_is_that_of_the_textbook(servers, busy):
    load = busy * servers
    assert wijkteam.erlang_c(load, servers) == pytest.approx(erlang_c_from_factorials(load, servers))


def test_erlang_c_does_not_overflow_for_a_large_team():
    assert 0 < wijkteam.erlang_c(950, 1000) < 1


@given(RATE, st.floats(0.01, 0.99))
def test_one_worker_waits_as_in_the_m_m_1(rate, busy):
    one = wijkteam.queue("", rate, busy / rate, 1)
    assert one["chance"] == pytest.approx(busy)
    assert one["wait"] == pytest.approx(busy / (1 - busy) * busy / rate)
    assert one["waiting"] == pytest.approx(busy**2 / (1 - busy))


@given(RATE, SERVICE, SERVERS)
def test_people_waiting_are_arrivals_times_wait(rate, service, servers):
    one = wijkteam.queue("", rate, service, servers)
    if one["wait"] is not None:
        assert one["waiting"] == pytest.approx(rate * one["wait"])


@given(RATE, SERVICE, SERVERS)
def test_more_workers_never_mean_a_longer_queue(rate, service, servers):
    fewer, more = (wijkteam.queue("", rate, service, n)["course"][-1] for n in (servers, servers + 1))
    assert more <= fewer + 1e-9


@given(RATE, SERVICE, SERVERS, st.floats(1.01, 2))
def test_more_questions_never_mean_a_shorter_queue(rate, service, servers, factor):
    fewer, more = (wijkteam.queue("", r, service, servers)["course"][-1] for r in (rate, rate * factor))
    assert fewer <= more + 1e-9


@given(RATE, SERVICE, SERVERS)
def test_queue_never_shrinks_in_a_year_that_starts_without_one(rate, service, servers):
    course = wijkteam.queue("", rate, service, servers)["course"]
    assert course[0] == 0 and len(course) == 53
    assert all(sooner <= later + 1e-9 for sooner, later in pairwise(course))


@given(st.floats(1, 10), SERVERS, st.floats(0.1, 0.7))
def test_year_ends_at_the_average_of_the_long_run_when_there_is_room(rate, servers, busy):
    one = wijkteam.queue("", rate, busy * servers / rate, servers)
    if rate * (1 - busy) > 2:
        assert one["course"][-1] == pytest.approx(one["waiting"], rel=0.02, abs=1e-6)


@pytest.mark.parametrize(("rate", "service", "servers"), [(12, 0.75, 8), (12, 1, 8), (3, 2, 4), (10, 0.2, 1)])
def test_queue_without_room_grows_by_what_comes_too_much(rate, service, servers):
    one = wijkteam.queue("", rate, service, servers)
    too_much = rate - servers / service
    assert one["wait"] is None and one["chance"] is None and one["waiting"] is None
    assert one["growth"] == pytest.approx(too_much)
    assert one["course"][-1] >= 52 * too_much - 1e-9
    assert one["course"][-1] - one["course"][-2] == pytest.approx(too_much, rel=0.2)


@given(RATE, SERVERS)
def test_nothing_jumps_where_the_work_begins_to_exceed_the_hours(rate, servers):
    just_under, just_over = (wijkteam.queue("", rate, servers / rate * f, servers) for f in (1 - 1e-9, 1 + 1e-9))
    assert just_under["wait"] is not None and just_over["wait"] is None
    assert just_under["course"][-1] == pytest.approx(just_over["course"][-1], rel=1e-4)


def test_random_walk_without_drift_grows_with_the_root_of_time():
    assert wijkteam.walk(0, 2, 9) == pytest.approx(math.sqrt(2 * 2 * 9 / math.pi))
    assert wijkteam.walk(1e-7, 2, 9) == pytest.approx(wijkteam.walk(0, 2, 9), rel=1e-5)


@pytest.mark.parametrize(("drift", "end"), [(-1, 1.5), (-0.5, 3)])
def test_random_walk_that_is_pulled_down_settles_at_variance_over_twice_the_pull(drift, end):
    assert wijkteam.walk(drift, 3, 10000) == pytest.approx(end)


@pytest.mark.parametrize(
    ("rate", "service", "servers"), [(11, 0.6, 8), (11, 0.69, 8), (11, 8 / 11, 8), (11, 0.69, 7), (2.75, 1.4, 4)]
)
def test_queue_after_a_year_is_near_the_exact_one_and_rather_too_long_than_too_short(rate, service, servers):
    ours, exact = wijkteam.course(rate, service, servers)[-1], waiting_exactly(rate, service, servers, 52)
    assert exact - 0.01 <= ours <= 1.2 * exact


# The two arrangements


def test_without_questions_nobody_waits():
    run = WIJKTEAM.run(arrivals=0)
    assert run.summary == "Er komen geen vragen, dus niemand wacht."
    assert [queue["course"][-1] for queue in run.result["queues"]] == [0, 0]


def test_hours_of_the_team_are_those_of_its_kinds_of_questions():
    # 10 questions a week: 5 alone of 10 hours, 2 in a group of 5, 3 referred in 4 hours = 72 hours of 8 times 18
    fixed = {"arrivals": 10, "expert_share": 30, "group_share": 20, "available": 18, "workers": 8, "specialists": 7}
    hours = {"alone": 10, "group": 5, "referral": 4, "expert": 30}
    team, experts = queues(**fixed, **hours)
    assert team["utilisation"] == pytest.approx(72 / 144)
    assert experts["rate"] == pytest.approx(3)
    assert experts["utilisation"] == pytest.approx(90 / 126)


def test_hours_of_a_team_with_specialists_leave_out_the_referral():
    fixed = {"arrivals": 10, "expert_share": 30, "group_share": 20, "available": 18, "workers": 8, "specialists": 7}
    hours = {"alone": 10, "group": 5, "referral": 4, "expert": 30}
    (together,) = queues(arrangement="voren", **fixed, **hours)
    assert together["utilisation"] == pytest.approx((50 + 10 + 90) / (15 * 18))


def test_overloaded_team_passes_on_no_more_than_it_can_see():
    team, experts = queues(arrivals=40, workers=2, expert_share=50, group_share=0)
    assert team["wait"] is None
    assert experts["rate"] == pytest.approx(0.5 * team["through"])
    assert team["through"] == pytest.approx(2 * 20 / (0.5 * 18 + 0.5 * 6))


@given(st.integers(1, 12), st.integers(1, 12), PER_CENT, HOURS, st.integers(1, 30))
def test_one_queue_for_the_same_work_is_never_longer_than_two(workers, specialists, expert_share, hours, arrivals):
    """With equal hours for every question and none for referring, pooling two queues M/M/c cannot hurt."""
    fixed = {"workers": workers, "specialists": specialists, "expert_share": expert_share, "arrivals": arrivals}
    same = {"group_share": 0, "alone": hours, "group": hours, "expert": hours, "referral": 0}
    team, experts = queues(**fixed, **same)
    (together,) = queues(arrangement="voren", **fixed, **same)
    if None not in (team["waiting"], experts["waiting"]):
        assert together["waiting"] <= team["waiting"] + experts["waiting"] + 1e-9


@given(st.integers(0, 75), st.sampled_from(["doorverwijzen", "voren"]), st.integers(1, 30))
def test_more_groups_that_take_fewer_hours_never_mean_a_longer_queue(group_share, arrangement, arrivals):
    fixed = {"arrangement": arrangement, "arrivals": arrivals, "expert_share": 24}
    fewer, more = (queues(group_share=share, **fixed)[0]["course"][-1] for share in (group_share, group_share + 1))
    assert more <= fewer + 1e-9


def test_groups_that_take_as_many_hours_change_nothing():
    assert queues(group_share=60, group=18)[0]["course"] == pytest.approx(queues(group_share=0)[0]["course"])


def test_without_questions_for_a_specialist_their_place_stays_empty():
    assert queues(expert_share=0)[1]["course"][-1] == 0
    assert queues(expert_share=0, group_share=0)[0]["utilisation"] == pytest.approx(11 * 18 / 160)


# What is shown


def test_referral_summary_tells_both_waits():
    assert WIJKTEAM.run().summary == (
        "Van de uren is nodig: bij het wijkteam 95% en bij de specialisten 96%. Wie zich na een jaar meldt, wacht "
        "gemiddeld 1,2 weken, en met een specialist erbij 5,0 weken."
    )


def test_overload_is_a_sentence():
    assert WIJKTEAM.run(workers=7).summary.endswith(
        "Er komt meer werk dan er uren zijn, dus de rij blijft groeien: na een jaar wachten er 56 bij het wijkteam."
    )


def test_overload_is_told_in_table_and_figure():
    run = WIJKTEAM.run(workers=7)
    assert run.rows[0][2:6] == ["108%", "100%", "blijft groeien", "blijft groeien"]
    assert "groeit" in " ".join(text for trace in run.figure["data"] for text in trace.get("text", []))


def test_referring_everyone_moves_the_queue_to_the_specialists():
    run = WIJKTEAM.run(**WIJKTEAM.scenario("iedereen-doorverwijzen"))
    team, experts = run.result["queues"]
    assert team["course"][-1] < 0.1 and experts["wait"] is None
    assert "want iedereen gaat door naar een specialist" in run.summary


def test_scenarios_do_what_their_sentences_say():
    waits = {
        scenario.name: sum(q["wait_year"] for q in queues(**WIJKTEAM.scenario(scenario.name)))
        for scenario in WIJKTEAM.scenarios
    }
    assert waits["expertise-naar-voren"] < waits["meer-collectief"] < waits["doorverwijzen"]
    assert waits["doorverwijzen"] < waits["een-medewerker-ziek"] < waits["iedereen-doorverwijzen"]


def test_bars_add_up_to_the_wait_of_both_queues():
    run = WIJKTEAM.run()
    bars = [(trace["y"][0], trace["x"][0]) for trace in run.figure["data"] if trace["type"] == "bar"]
    team, experts = run.result["queues"]
    assert bars == [(1, team["wait_year"]), (0, team["wait_year"]), (0, experts["wait_year"])]


def test_waits_are_added_up_as_they_are_written():
    texts = [text for trace in WIJKTEAM.run(workers=7).figure["data"] for text in trace.get("text", [])]
    assert "met specialist: <b>7,6 weken</b> (5,5 + 2,1), groeit" in texts


def test_who_comes_after_a_year_waits_for_those_before():
    team, experts = queues(workers=7)
    assert team["wait_year"] == pytest.approx(team["course"][-1] / team["through"])
    assert experts["wait_year"] == pytest.approx(experts["course"][-1] / experts["rate"])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"workers": 0}, "Medewerkers van het wijkteam: kies een getal van 1 tot en met 30."),
        (
            {"expert_share": 60, "group_share": 50},
            "Vragen voor een specialist en Vragen voor een groep zijn samen 110%, en dat kan niet meer dan "
            "100% zijn.",
        ),
        (
            {"arrangement": "anders"},
            "Het wijkteam: kies verwijst door naar specialisten of heeft de specialisten in het team.",
        ),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        queues(**values)
    assert str(refused.value) == sentence
