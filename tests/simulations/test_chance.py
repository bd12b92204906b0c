"""The generator: the same numbers in both engines, and the right ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import simulations
from book.simulations import chance


def states(seed: int, count: int) -> list[float]:
    found = [chance.start(seed)]
    for _ in range(count):
        found.append(chance.uniform(found[-1]))
    return found


@given(st.integers(1, 1000))
def test_states_are_those_of_whole_numbers(seed):
    state = int(chance.start(seed))
    for found in states(seed, 50)[1:]:
        state = state * 48271 % (2**31 - 1)
        assert found == state


def test_generator_gives_the_number_that_was_published_for_its_factor():
    """C++ fixes it for minstd_rand: the 10.000th number after 1 is 399268537."""
    state = 1.0
    for _ in range(10000):
        state = chance.uniform(state)
    assert state == 399268537


def test_engines_draw_the_same_bit_for_bit(micropython):
    micropython.compute(simulations.get("risicodeling"), {})
    asked = (
        "(lambda c: [c.start(7), c.uniform(c.start(7)), c.poisson(c.start(7), c.poisson_table(8.0))[0]])"
        "(modules['book.simulations.chance'])"
    )
    state = chance.start(7)
    assert micropython.evaluate(asked) == [
        state,
        chance.uniform(state),
        chance.poisson(state, chance.poisson_table(8.0))[0],
    ]


def test_seeds_give_different_numbers():
    assert len({chance.start(seed) for seed in range(1, 101)}) == 100


def test_uniform_numbers_fill_the_interval_evenly():
    parts = [0] * 10
    for state in states(3, 20000)[1:]:
        assert 0 < state < chance.MODULUS
        parts[int(10 * state / chance.MODULUS)] += 1
    assert sum((count - 2000) ** 2 / 2000 for count in parts) < 27.9  # chi-squared, 9 degrees, 0,1%


def test_sum_of_exponentials_is_minus_the_logarithm_of_uniform_numbers():
    one, two, three = (state / chance.MODULUS for state in states(5, 3)[1:])
    state, total = chance.exponentials(chance.start(5), 3)
    assert total == pytest.approx(-math.log(one) - math.log(two) - math.log(three))
    assert state == states(5, 3)[3]


def test_nothing_is_added_for_no_events():
    assert chance.exponentials(chance.start(5), 0) == (chance.start(5), 0)


@pytest.mark.parametrize("mean", [0.05, 1, 7.5, 60, 300])
def test_poisson_table_holds_the_chances_of_at_most_so_many(mean):
    table = chance.poisson_table(mean)
    for n in (0, 1, len(table) // 2, len(table) - 1):
        exact = sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(n + 1))
        assert table[n] == pytest.approx(exact, rel=1e-9)
    assert table[-1] == pytest.approx(1, abs=1e-9)


def test_number_of_events_is_the_first_whose_chance_is_reached():
    state = chance.start(2)
    drawn = chance.uniform(state) / chance.MODULUS
    for table in ([drawn, 1.0], [drawn / 2, drawn, 1.0], [0.0, drawn / 3, drawn / 2, 1.0]):
        expected = next(n for n, at_most in enumerate(table) if at_most >= drawn)
        assert chance.poisson(state, table) == (chance.uniform(state), expected)


@pytest.mark.parametrize("mean", [0.5, 4, 40])
def test_drawn_costs_have_the_mean_and_variance_of_theory(mean):
    """Compound Poisson with exponential costs: mean λ, variance 2·λ."""
    table, state, costs = chance.poisson_table(mean), chance.start(1), []
    for _ in range(20000):
        state, cases = chance.poisson(state, table)
        state, cost = chance.exponentials(state, cases)
        costs.append(cost)
    found = sum(costs) / len(costs)
    variance = sum((cost - found) ** 2 for cost in costs) / len(costs)
    assert found == pytest.approx(mean, abs=4 * math.sqrt(2 * mean / len(costs)))
    assert variance == pytest.approx(2 * mean, rel=0.08)
