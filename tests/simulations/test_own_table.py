"""A table of the reader's own: Dutch numbers, separators, heads, one sentence for what is wrong; both engines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from book import simulations
from book.facts import dutch
from book.simulations import own_table

TEKORTEN, REGION = simulations.get("tekorten"), simulations.get("risicodeling")
RANDOMLY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WANTED = [[2019, 10200.0, 10900.5, 1450.0], [2020, 10950.0, 12400.0, None]]
NAMES = ["Alfa", "Bèta", *(f"Dorp {i}" for i in range(8))]


def rows(text: str) -> list:
    return own_table.read(TEKORTEN.own.spec(), text)


def refused(text: str, simulation=TEKORTEN) -> str:
    with pytest.raises(ValueError) as error:
        simulation.read_own(text)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,5", 1234.5),
        ("1234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.200", 1200),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("€ 1.200,-", 1200),
        ("EUR 3,50", 3.5),
        ("1 234 567", 1234567),
        ("1\u00a0200", 1200),
        ("-47", -47),
        ("−0,5", -0.5),
        ("0", 0),
        ("1.2.3", None),
        ("1.23,4", None),
        (",5", None),
        ("12a", None),
        ("veel", None),
        ("", None),
        ("-", None),
        ("1,2,3", None),
        ("1.234,5,6", None),
    ],
)
def test_number_is_read_as_dutch_writes_it(text, number):
    assert own_table.number(text) == number


@given(st.floats(0, 1e9), st.integers(0, 3))
def test_what_the_book_writes_is_read_back(value, decimals):
    written = dutch.number(value, decimals)
    assert own_table.number(written) == pytest.approx(dutch.rounded(value, decimals), abs=10**-decimals / 1000)


@pytest.mark.parametrize(
    "text",
    [
        "2019;10.200;10.900,5;1.450\n2020;10.950;12.400",
        "2019\t10.200\t10.900,5\t1.450\n2020\t10.950\t12.400\t",
        "2019 10.200 10.900,5 1.450\n2020 10950 12400",
        "2019, 10200, 10900.5, 1450\n2020, 10950, 12400",
        "2020;10.950;12.400;-\r\n2019;€ 10.200;€ 10.900,50;1450\r\n",
        "Jaar;Budget;Uitgaven;Cliënten\n2019;10.200;10.900,5;1.450\n\n2020;10.950;12.400;\n\n",
        "\ufeffJaar\tLasten in euro\tBegroting\tAantal cliënten\n2019\t10.900,5\t10.200\t1.450\n2020\t12.400\t10.950",
        'jaar;budget;uitgaven;aantal\n"2019";"10.200";"10.900,5";"1.450"\n2020;10.950;12.400;',
        "Jaar,Budget,Uitgaven,Jeugdigen\n2019,10200,10900.5,1450\n2020,10950,12400,",
        "a;b;c;d\n2019;10.200;10.900,5;1.450\n2020;10.950;12.400;?",
    ],
)
def test_table_is_read_however_it_is_pasted(text):
    assert rows(text) == WANTED


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "De tabel is nog leeg."),
        (" \n;;\n", "De tabel is nog leeg."),
        ("2019;1;2", "Vul minstens 2 rijen in; het zijn er nu 1."),
        (
            "\n".join(f"{1990 + i};1;2" for i in range(31)),
            "Vul hoogstens 30 rijen in; het zijn er nu 31.",
        ),
        ("2019;1;2\n2020;veel;2", "Rij 2, kolom Budget: ‘veel’ is geen getal."),
        ("Jaar;Budget;Uitgaven\n\n2019;1;2\n2020;1;", "Rij 4, kolom Uitgaven: hier ontbreekt een getal."),
        ("2019;1;2\n2019;3;4", "Rij 2, kolom Jaar: 2019 staat er al."),
        ("19;1;2\n2020;3;4", "Rij 1, kolom Jaar: ‘19’ is geen jaar van 1990 tot en met 2100."),
        ("2019,5;1;2\n2020;3;4", "Rij 1, kolom Jaar: ‘2019,5’ is geen jaar van 1990 tot en met 2100."),
        (
            "2019;0;2\n2020;3;4",
            "Rij 1, kolom Budget: kies een getal van 0,01 tot en met 1.000.000.000.000.",
        ),
        ("2019;1;-2\n2020;3;4", "Rij 1, kolom Uitgaven: kies een getal van 0,01 tot en met 1.000.000.000.000."),
        ("2019;1;2;3;4\n2020;3;4", "Rij 1: hier staan 5 kolommen; verwacht worden er hoogstens 4."),
        ("Jaar;Uitgaven\n2019;2\n2020;3", "In de eerste rij ontbreekt de kolom Budget."),
    ],
)
def test_what_is_wrong_is_one_dutch_sentence_in_both_engines(text, sentence, micropython):
    assert refused(text) == sentence
    assert micropython.read(TEKORTEN, text) == {"error": sentence}


CELLS = st.sampled_from(["2019", "2020", "2021", "1.234,5", "12", "€ 3", "0", "-1", "veel", "", "é", "1.2.3", '"5"'])
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=5)


@RANDOMLY
@given(TABLES, st.sampled_from([";", "\t", ",", " ", ", "]), st.sampled_from(["\n", "\r\n"]))
def test_engines_read_any_text_alike(micropython, table, apart, end):
    text = end.join(apart.join(row) for row in table)
    try:
        here = TEKORTEN.read_own(text)
    except ValueError as error:
        here = {"error": str(error)}
    assert micropython.read(TEKORTEN, text) == here


@given(
    st.lists(
        st.tuples(st.integers(1990, 2100), st.floats(0.01, 1e9)), min_size=2, max_size=9, unique_by=lambda r: r[0]
    )
)
def test_rows_come_in_the_order_of_time(given_rows):
    text = "\n".join(f"{year};{dutch.number(amount + 1, 2)};5" for year, amount in given_rows)
    assert [row[0] for row in rows(text)] == sorted(year for year, _ in given_rows)


def region(sizes) -> str:
    return "\n".join(f"{name};{size}" for name, size in zip(NAMES, sizes, strict=True))


def test_region_keeps_its_order_and_names():
    read = REGION.read_own(region(["15", "12,5", *["20"] * 8]))
    assert [row[0] for row in read["rows"]] == NAMES
    assert [row[1] for row in read["rows"]][:3] == [15, 12.5, 20]
    assert "225.000" not in read["how"] and "187.500 inwoners. Jouw gemeente is Alfa." in read["how"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (region(["veel", *["20"] * 9]), "Rij 1, kolom Inwoners (duizend): ‘veel’ is geen getal."),
        (region(["20"] * 10).replace("Bèta", "Alfa"), "Rij 2, kolom Gemeente: Alfa staat er al."),
        (region(["20"] * 10).replace("Bèta", ""), "Rij 2, kolom Gemeente: hier ontbreekt een naam."),
        (region(["20"] * 10).replace("Bèta", "x" * 31), "Rij 2, kolom Gemeente: deze naam is langer dan 30 tekens."),
        (region(["0", *["20"] * 9]), "Rij 1, kolom Inwoners (duizend): kies een getal van 1 tot en met 250."),
        (region(["120"] * 10), "Samen zijn dit 1.200.000 inwoners; het model rekent met hoogstens 1.000.000."),
        ("Alfa;15", "Vul minstens 10 rijen in; het zijn er nu 1."),
    ],
)
def test_what_is_wrong_with_a_region_is_told_alike_in_both_engines(text, sentence, micropython):
    assert refused(text, REGION) == sentence
    assert micropython.read(REGION, text) == {"error": sentence}


@given(st.lists(st.integers(1, 99), min_size=10, max_size=10))
def test_own_region_takes_the_place_of_the_profile(sizes):
    read = REGION.read_own(region(map(str, sizes)))
    run = REGION.run(own=read["rows"], size=150, profile="klein")
    assert run.result["sizes"] == sizes and [row[0] for row in run.rows] == NAMES
    assert run.own_rows == [[name, dutch.shortest(size, 2)] for name, size in zip(NAMES, sizes, strict=True)]
    assert run.result["means"][0] == pytest.approx(15 * sizes[0] / 100)


def test_region_that_is_not_changed_gives_what_the_profile_gives():
    start = REGION.run()
    own = REGION.read_own("\n".join(";".join(row) for row in start.own_rows))["rows"]
    assert REGION.run(own=own).rows == start.rows and REGION.run(own=own).figure == start.figure


def test_engines_compute_an_own_region_and_an_own_table_alike(micropython):
    for simulation, text in ((REGION, region(["15", "12,5", *["20"] * 8])), (TEKORTEN, "2019;10;12;5\n2023;12;17;6")):
        read = simulation.read_own(text)
        values = {**read["values"], "own": read["rows"]}
        here, there = simulation.run(**values), micropython.compute(simulation, values)
        assert (there["summary"], there["rows"]) == (here.summary, here.rows)
        assert micropython.read(simulation, text) == read
