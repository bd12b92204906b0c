"""The model of the product codes: limits, expectations, what grows with what."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book import simulations

PRODUCTCODES = simulations.get("productcodes")
SHARE = st.integers(0, 100)


def result(**values) -> dict:
    return PRODUCTCODES.simulate(**values)


def lists(**values) -> float:
    return sum(result(**values)["lists"])


def to_know(**values) -> float:
    return sum(result(**values)["to_know"])


def test_as_the_essay_describes_every_municipality_has_a_list():
    assert lists() == 393


def test_codes_of_the_essay_come_close_to_the_number_of_the_essay():
    assert sum(result()["codes"]) == pytest.approx(145000, rel=0.0005)


def test_one_national_list_is_one_list_for_all():
    assert lists(national=100) == 1
    assert to_know(national=100, working_in=100) == 1


def test_regions_keep_one_list_each():
    assert lists(regional=100) == 42


def test_one_region_for_the_country_keeps_one_list():
    assert lists(regional=100, regions=1) == 1


def test_one_municipality_has_one_list_whatever_it_uses():
    for shares in ({}, {"regional": 100}, {"national": 100}):
        assert lists(municipalities=1, working_in=1, **shares) == 1


def test_no_more_regional_lists_than_municipalities():
    assert lists(municipalities=5, working_in=1, regional=100, regions=42) == 5


def test_provider_in_one_municipality_meets_one_list():
    for shares in ({}, {"regional": 100}, {"national": 100}, {"regional": 30, "national": 30}):
        for spread in ("verspreid", "bijeen"):
            assert to_know(working_in=1, spread=spread, **shares) == pytest.approx(1)


def test_provider_in_one_region_meets_one_regional_list():
    assert to_know(regional=100, working_in=9, spread="bijeen") == 1


def test_provider_spread_over_regions_meets_a_list_in_each():
    assert to_know(regional=100, working_in=10, spread="verspreid") == 10


def test_half_national_still_leaves_half_the_own_lists():
    assert result(national=50)["lists"] == [196.5, 0, 1]


def test_hours_are_lists_to_know_times_hours_a_list():
    assert result(working_in=10, hours=30)["hours"] == 300


def test_shares_above_a_hundred_per_cent_are_refused_in_dutch():
    with pytest.raises(ValueError, match="samen 110%, en dat kan niet meer dan 100% zijn"):
        result(regional=60, national=50)


def test_provider_in_more_municipalities_than_there_are_is_refused_in_dutch():
    with pytest.raises(ValueError, match="niet in meer gemeenten werken dan er zijn"):
        result(municipalities=4, working_in=5)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"municipalities": 394}, "Gemeenten: kies een getal van 1 tot en met 393."),
        ({"municipalities": 12.5}, "Gemeenten: dit moet een heel getal zijn."),
        ({"municipalities": "veel"}, "Gemeenten: dit moet een getal zijn."),
        ({"municipalities": float("nan")}, "Gemeenten: kies een getal van 1 tot en met 393."),
        ({"spread": "overal"}, "Die gemeenten liggen: kies verspreid over regio's of bij elkaar in één regio."),
    ],
)
def test_bad_input_gives_a_dutch_sentence(values, sentence):
    with pytest.raises(ValueError) as refused:
        result(**values)
    assert str(refused.value) == sentence


@given(SHARE, st.integers(1, 393), st.integers(1, 60))
def test_more_regional_sharing_never_means_more_lists(share, municipalities, regions):
    fixed = {"municipalities": municipalities, "regions": regions, "working_in": 1}
    assert lists(regional=share, **fixed) >= lists(regional=min(100, share + 1), **fixed) - 1e-9


@given(st.integers(1, 99))
def test_more_national_sharing_never_means_more_lists(share):
    assert lists(national=share) >= lists(national=share + 1)


@given(SHARE, SHARE, st.integers(1, 99), st.sampled_from(["verspreid", "bijeen"]))
def test_a_wider_working_area_never_means_fewer_lists(regional, national, k, spread):
    if regional + national <= 100:
        shares = {"regional": regional, "national": national, "spread": spread}
        assert to_know(working_in=k, **shares) <= to_know(working_in=k + 1, **shares) + 1e-9


@given(SHARE, SHARE, st.integers(1, 100), st.integers(100, 393), st.integers(1, 60))
def test_together_meets_no_more_lists_than_spread_and_spread_no_more_than_there_are(
    regional, national, k, municipalities, regions
):
    if regional + national <= 100:
        fixed = {
            "regional": regional,
            "national": national,
            "working_in": k,
            "municipalities": municipalities,
            "regions": regions,
        }
        together, spread = to_know(spread="bijeen", **fixed), to_know(spread="verspreid", **fixed)
        assert together <= spread + 1e-9
        assert spread <= min(k, lists(**fixed)) + 1e-9


def test_spread_and_together_meet_the_same_lists_when_the_provider_works_everywhere():
    fixed = {"municipalities": 100, "working_in": 100, "regional": 40, "national": 10, "regions": 20}
    assert to_know(spread="bijeen", **fixed) == pytest.approx(to_know(spread="verspreid", **fixed))


def drawn(m, regions, k, r, n, rounds=3000) -> tuple[float, float]:
    """Simulate by lot: municipalities choose, a provider works in k of them. Return mean lists: country, provider."""
    chance = random.Random(1)
    country = provider = 0
    for _ in range(rounds):
        lists_of = []
        for municipality in range(m):
            u = chance.random()
            lists_of.append(
                ("region", municipality % regions) if u < r else "national" if u < r + n else municipality
            )
        country += len(set(lists_of))
        provider += len(set(chance.sample(lists_of, k)))
    return country / rounds, provider / rounds


@pytest.mark.parametrize(("r", "n"), [(1.0, 0.0), (0.5, 0.0), (0.3, 0.4)])
def test_expected_lists_are_those_of_drawing_lots(r, n):
    fixed = {
        "municipalities": 60,
        "regions": 6,
        "working_in": 12,
        "regional": round(r * 100),
        "national": round(n * 100),
    }
    country, provider = drawn(60, 6, 12, r, n)
    assert lists(**fixed) == pytest.approx(country, rel=0.01)
    assert to_know(spread="bijeen", **fixed) - 0.05 <= provider <= to_know(spread="verspreid", **fixed) + 0.05


def test_summary_tells_lists_codes_and_hours():
    assert PRODUCTCODES.run(national=100).summary == (
        "393 gemeenten houden samen 1 lijst bij, met ongeveer 369 codes. Een aanbieder die in 10 gemeenten werkt, "
        "krijgt te maken met 1 lijst: 369 codes en naar schatting 20 uur werk per jaar."
    )


def test_codes_are_told_in_three_digits():
    assert "145.000 codes" in PRODUCTCODES.run().summary


def test_table_adds_up_to_the_last_row():
    assert PRODUCTCODES.run(regional=100).rows[-1] == ["Samen", "42", "15.500", "10", "3.690"]
