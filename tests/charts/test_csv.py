"""The download holds the figures as a Dutch spreadsheet expects them."""

import csv
import io

import pytest

from book import charts
from book.display.chart_csv import BOM, as_csv


def rows(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(charts.get(name)).removeprefix(BOM)), delimiter=";"))


def test_it_starts_with_a_byte_order_mark():
    assert as_csv(charts.get("uitgaven-jeugd")).startswith(BOM)


def test_decimals_have_a_comma_and_thousands_no_point():
    assert rows("jeugdzorg-gebruik")[1][1:3] == ["10,8", "370410"]


def test_a_range_has_two_columns():
    head, *_ = rows("tekorten-jeugd")
    assert head[2:4] == ["Tekort (mln euro) van", "Tekort (mln euro) tot"]
    assert ["1600", "1800"] in [row[2:4] for row in rows("tekorten-jeugd")]


def test_a_gap_is_an_empty_cell_with_its_status():
    assert ["2016", "", "", "", "geen cijfer", "niet gevonden"] in rows("uitgaven-jeugd")


@pytest.mark.parametrize("name", charts.names())
def test_every_row_of_the_table_is_in_the_file(name):
    heads = [row[0] for row in rows(name) if row]
    assert [row.head for row in charts.get(name).table.rows] == heads[1:-1]
