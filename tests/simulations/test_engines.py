"""CPython and MicroPython give the same: results, figures, sentences, tables, refusals."""

import itertools
import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from book import simulations
from book.facts import dutch

SIMULATIONS = {simulation.name: simulation for simulation in simulations.all()}
RANDOMLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def differences(one, other, path="") -> list[str]:
    """Return where two JSON values differ by more than 1e-9, relative."""
    if isinstance(one, dict) and isinstance(other, dict):
        found = [f"{path}/{key} only in one" for key in one.keys() ^ other.keys()]
        return found + [
            d for key in one.keys() & other.keys() for d in differences(one[key], other[key], f"{path}/{key}")
        ]
    if isinstance(one, list | tuple) and isinstance(other, list):
        if len(one) != len(other):
            return [f"{path}: {len(one)} and {len(other)} items"]
        return [d for i, pair in enumerate(zip(one, other, strict=True)) for d in differences(*pair, f"{path}/{i}")]
    if isinstance(one, float | int) and isinstance(other, float | int) and not isinstance(one, bool):
        same = math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    else:
        same = one == other
    return [] if same else [f"{path}: {one!r} and {other!r}"]


def in_cpython(simulation, values) -> dict:
    try:
        run = simulation.run(**values)
    except ValueError as error:
        return {"error": str(error)}
    return {
        "values": simulations.checks.check(simulation.spec(), values),
        "result": run.result,
        "figure": run.figure,
        "summary": run.summary,
        "columns": run.columns,
        "rows": run.rows,
        **({"own_rows": run.own_rows} if run.own_rows else {}),
    }


def points(parameter) -> list:
    """A few values of a parameter: ends, default, one between."""
    declared = parameter.declared
    if parameter.kind == "slider":
        between = declared.low + declared.step * int((declared.high - declared.low) / declared.step / 3)
        return sorted({declared.low, between, parameter.default, declared.high})
    return [False, True] if parameter.kind == "switch" else [value for value, _ in declared.options]


def any_values(simulation, wild=False):
    """Values within the declarations; `wild`: also far outside them and of another type."""

    def one(parameter):
        declared = parameter.declared
        if parameter.kind == "slider":
            inside = (
                st.integers(int(declared.low), int(declared.high))
                if parameter.whole
                else st.floats(declared.low, declared.high)
            )
        else:
            inside = st.sampled_from(points(parameter))
        odd = st.one_of(
            st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6), st.booleans(), st.none(), st.text("ab%é", max_size=4)
        )
        return st.one_of(inside, inside, odd) if wild else inside

    return st.fixed_dictionaries({}, optional={p.name: one(p) for p in simulation.parameters})


@pytest.mark.parametrize("name", SIMULATIONS)
def test_engines_agree_on_every_pair_of_parameters_at_their_ends(name, micropython):
    simulation = SIMULATIONS[name]
    seen = []
    for one, other in itertools.combinations(simulation.parameters, 2):
        for pair in itertools.product(points(one), points(other)):
            values = dict(zip((one.name, other.name), pair, strict=True))
            if simulation.defaults | values in seen:
                continue
            seen.append(simulation.defaults | values)
            assert differences(in_cpython(simulation, values), micropython.compute(simulation, values)) == [], values


@pytest.mark.parametrize("name", SIMULATIONS)
def test_engines_agree_on_any_values(name, micropython):
    simulation = SIMULATIONS[name]

    @RANDOMLY
    @given(any_values(simulation))
    def agree(values):
        assert differences(in_cpython(simulation, values), micropython.compute(simulation, values)) == []

    agree()


@pytest.mark.parametrize("name", SIMULATIONS)
def test_engines_refuse_the_same_values_with_the_same_sentence(name, micropython):
    simulation = SIMULATIONS[name]

    @RANDOMLY
    @given(any_values(simulation, wild=True))
    def agree(values):
        assert differences(in_cpython(simulation, values), micropython.compute(simulation, values)) == []

    agree()


@RANDOMLY
@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_engines_write_numbers_alike(micropython, x, decimals):
    asked = f"modules['book.facts.dutch'].number({x!r}, {decimals})"
    assert micropython.evaluate(asked) == dutch.number(x, decimals)


@RANDOMLY
@given(st.floats(-1e11, 1e11))
def test_engines_write_percentages_and_euros_alike(micropython, x):
    asked = f"[modules['book.facts.dutch'].percent({x!r}), modules['book.facts.dutch'].euro({x!r})]"
    assert micropython.evaluate(asked) == [dutch.percent(x), dutch.euro(x)]


def test_engine_refuses_an_unknown_setting(micropython):
    answer = micropython.compute(SIMULATIONS["productcodes"], {"gemeente": 3})
    assert answer == {"error": "Deze simulatie kent geen instelling 'gemeente'."}
