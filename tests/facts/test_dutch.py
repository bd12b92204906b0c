"""Dutch numbers, amounts and dates."""

import pytest

from book.facts import dutch


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"), (7, 0, "7"), (999, 0, "999"), (1000, 0, "1.000"), (145000, 0, "145.000"),
        (1234567, 0, "1.234.567"), (1000000, 0, "1.000.000"), (-47, 0, "-47"), (-1234.5, 1, "-1.234,5"),
        (8.5, 1, "8,5"), (10, 1, "10,0"), (0.05, 2, "0,05"), (0.05, 1, "0,1"), (12.345, 2, "12,35"),
        (1e15, 0, "1.000.000.000.000.000"),
    ],
)  # fmt: skip
def test_a_number_has_points_between_thousands_and_a_comma_before_decimals(value, decimals, text):
    assert dutch.number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (2.675, 2, "2,68"), (1.005, 2, "1,01"),
        (8.345, 2, "8,35"), (0.285, 2, "0,29"), (2.4999, 0, "2"), (999.5, 0, "1.000"), (287.531, 0, "288"),
    ],
)  # fmt: skip
def test_a_half_rounds_up_also_where_the_computer_holds_a_little_less(value, decimals, text):
    assert dutch.number(value, decimals) == text


def test_a_negative_number_that_rounds_to_nothing_has_no_minus_sign():
    assert dutch.number(-0.4) == "0"


@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_what_is_no_number_is_refused_in_dutch(value):
    with pytest.raises(ValueError, match="geen getal"):
        dutch.number(value)


@pytest.mark.parametrize(("value", "decimals", "text"), [(12.3, 1, "12,3%"), (90, 0, "90%"), (7.96, 1, "8,0%")])
def test_a_percentage_has_no_space(value, decimals, text):
    assert dutch.percent(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (21, "€ 21"), (20.6, "€ 20,60"), (42662, "€ 42.662"), (999999, "€ 999.999"), (613e6, "€ 613 mln"),
        (2.5e6, "€ 2,5 mln"), (2e6, "€ 2 mln"), (-47e6, "€ -47 mln"), (1.6e9, "€ 1,6 mld"), (2e9, "€ 2 mld"),
        (999.6e6, "€ 1 mld"), (999999.6, "€ 1 mln"), (1314e6, "€ 1,3 mld"),
    ],
)  # fmt: skip
def test_an_amount_chooses_the_unit_that_reads_best(value, text):
    assert dutch.euro(value) == text


@pytest.mark.parametrize(
    ("value", "scale", "decimals", "text"),
    [(1314e6, "mln", None, "€ 1.314 mln"), (1.56e9, "mld", 2, "€ 1,56 mld"), (613e6, "", None, "€ 613.000.000")],
)
def test_an_amount_can_be_told_its_unit(value, scale, decimals, text):
    assert dutch.euro(value, scale, decimals) == text


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="Onbekende eenheid"):
        dutch.euro(1, "dubbeltjes")


def test_a_range_names_its_unit_once():
    assert dutch.euro_range(1.6e9, 1.8e9) == "€ 1,6 à 1,8 mld"


@pytest.mark.parametrize(("value", "text"), [(5, "1 op 5"), (7.5, "1 op 7,5"), (9.3, "1 op 9,3")])
def test_one_in_so_many(value, text):
    assert dutch.one_in(value) == text


def test_a_year_has_no_point():
    assert dutch.year(2015) == "2015"


@pytest.mark.parametrize(
    ("iso", "text"), [("2015-01-01", "1 januari 2015"), ("2022-03-24", "24 maart 2022"), ("2018-10", "oktober 2018")]
)
def test_a_date_is_written_out(iso, text):
    assert dutch.date(iso) == text


@pytest.mark.parametrize("iso", ["2015", "2015-13-01", "2015-01-32", "1 mei", "2015-01-01-01"])
def test_what_is_no_date_is_refused_in_dutch(iso):
    with pytest.raises(ValueError, match="geen datum"):
        dutch.date(iso)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("2015", "2015"), ("2013-K1", "1e kwartaal 2013"), ("2019-H2", "2e halfjaar 2019"),
        ("2025-06-30", "30 juni 2025"), ("2018-10", "oktober 2018"), ("2014/2015", "2014–2015"),
        ("iJw 2.2", "iJw 2.2"), ("t/m 2014", "t/m 2014"), ("na 2015; jaar niet gezien", "na 2015; jaar niet gezien"),
    ],
)  # fmt: skip
def test_a_period_in_words(code, text):
    assert dutch.period(code) == text
