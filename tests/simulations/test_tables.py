"""On paper the states of a simulation share one table."""

import re

from book.display import simulation_tables

COLUMNS = ["Wat", "Nu", "Straks"]


def rows(*amounts):
    return [[f"rij {number}", amount, "0"] for number, amount in enumerate(amounts, start=1)]


def text(html):
    return [re.sub(r"<[^>]+>", " ", row).split() for row in re.findall(r"<tr.*?</tr>", html)]


def test_few_columns_stand_beside_each_other():
    html = simulation_tables.together([("Een", COLUMNS, rows("1")), ("Twee", COLUMNS, rows("2"))], "T")
    assert text(html)[1:] == [["Wat", "Nu", "Straks", "Nu", "Straks"], ["rij", "1", "1", "0", "2", "0"]]
    assert html.count('scope="colgroup"') == 2


def test_many_columns_stand_in_groups_below_one_head():
    columns = [*COLUMNS, *"abcd"]
    results = [(title, columns, [[f"rij {title}", *"123456"]]) for title in ("Een", "Twee")]
    html = simulation_tables.together(results, "T")
    assert html.count("<thead>") == 1 and html.count('scope="rowgroup"') == 2


def test_states_with_equal_rows_have_one_group():
    columns = [*COLUMNS, *"abcd"]
    results = [(title, columns, [["rij", *"123456"]]) for title in ("Een", "Twee")]
    html = simulation_tables.together(results, "T")
    assert "Een · Twee" in html and html.count("123456"[0]) == 1


def test_one_state_has_no_heading_of_its_own():
    html = simulation_tables.together([("De beginstand", COLUMNS, rows("1"))], "T")
    assert "De beginstand" not in html and 'scope="row"' in html
