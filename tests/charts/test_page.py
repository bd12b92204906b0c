"""A chart in a page: all its parts stand there, and a mistake stops the build."""

import csv
import io
import json
import re
from html import unescape

import pytest
from minibook import Result, build

from book import charts
from book.browser import browser
from book.display import chart_html

CELL = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# Een hoofdstuk

```{{code-cell}} python
from book.display import chart
```

Zie {{ref}}`fig-jeugdzorg-gebruik`.

```{{code-cell}} python
chart("{0}")
```
"""
NAME = "jeugdzorg-gebruik"


@pytest.fixture(scope="module")
def book() -> Result:
    return build({"chapters/10-x.md": CELL.format(NAME), "chapters/11-y.md": "# Zonder grafiek\n"})


@pytest.fixture(scope="module")
def html(book: Result) -> str:
    return book.html("chapters/10-x")


def test_the_book_builds_without_warnings(book):
    assert (book.status, book.warnings) == (0, "")


def test_charts_in_the_page_are_those_declared(html):
    assert re.findall(r'<figure class="chart" id="fig-([a-z-]+)"', html) == [NAME]


def test_the_caption_has_number_and_message(html):
    assert '<span class="caption-number">Figuur 10.1.</span>' in html
    assert charts.get(NAME).title in unescape(html)


def test_a_reference_reads_as_a_figure(html):
    assert re.search(r'href="#fig-jeugdzorg-gebruik"><span class="std std-ref">figuur 10\.1</span>', html)


def test_the_figure_stands_in_the_page_as_json(html):
    content = json.loads(re.search(r'<script type="application/json" class="chart-json">(.*?)</script>', html)[1])
    assert content["figure"]["data"] == charts.get(NAME).figure["data"]


def test_the_table_has_every_row_and_its_status_in_words(html):
    table = re.search(r"<table>.*?</table>", html, re.DOTALL)[0]
    chart = charts.get(NAME)
    assert re.findall(r'<th scope="row">(.*?)</th>', table) == [row.head for row in chart.table.rows]
    assert table.count("<td>voorlopig</td>") == 1


def test_numbers_in_the_table_stand_to_the_right(html):
    assert '<td class="getal">414.685</td>' in html


def test_the_description_is_there_for_everybody(html):
    assert f'<p id="fig-{NAME}-alt">{charts.get(NAME).alt}</p>' in unescape(html)


def test_the_source_has_a_link_and_its_terms(html):
    note = re.search(r'<details class="chart-source">.*?</details>', html, re.DOTALL)[0]
    assert 'href="https://www.nji.nl' in note and "bron vermelden" in note


def test_the_marks_used_are_explained(html):
    assert "voorlopig cijfer of verwachting" in re.search(r'<ul class="chart-marks".*?</ul>', html, re.DOTALL)[0]


def test_the_download_opens_in_a_dutch_spreadsheet(book):
    data = (book.outdir / f"_static/data/{NAME}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:3] == ["2015", "10,8", "370410"]


def test_a_page_without_charts_loads_nothing_for_them(book):
    assert "chart.js" in book.html("chapters/10-x")
    assert "chart" not in book.html("chapters/11-y")


def test_the_message_can_be_searched_for(book):
    index = (book.outdir / "searchindex.js").read_text("utf-8")
    assert "jeugdzorg" in index


def test_a_place_that_two_series_share_or_that_the_source_names_itself_stands_once():
    assert chart_html.sources(charts.get("wijkteams")).count("Movisie-peilingen") == 1
    assert chart_html.sources(charts.get("schuldeisers")).casefold().count("jaarverslagen 2016") == 1


def test_an_unknown_chart_stops_the_build():
    book = build({"chapters/10-x.md": CELL.format("jeugdzorg-gebruk")})
    assert book.status == 1
    assert re.search(r"chapters/10-x\.md:\d+: there is no chart 'jeugdzorg-gebruk'; did you mean", book.warnings)


def test_on_paper_stand_picture_caption_and_source_without_table(book):
    figure = re.search(r'<figure class="chart".*?</figure>', book.paper(), re.DOTALL)[0]
    assert "Figuur 10.1." in figure and "chart-source" in figure
    assert ("<img" in figure) != ("<table" in figure)  # a machine without a browser draws no picture


def test_a_table_is_printed_where_it_is_asked_for(book):
    text = CELL.format(NAME).replace(f'chart("{NAME}")', f'chart("{NAME}", tabel=True)')
    paper = build({"chapters/10-x.md": text}, builder="singlehtml")
    assert "<td class=\"getal\">414.685</td>" in paper.html("print")


def test_an_option_that_does_not_exist_stops_the_build():
    text = CELL.format(NAME).replace(f'chart("{NAME}")', f'chart("{NAME}", tabl=True)')
    book = build({"chapters/10-x.md": text})
    assert book.status == 1 and f"chart '{NAME}' has no option 'tabl' (there is: tabel)" in book.warnings


@pytest.fixture
def no_browser(monkeypatch, tmp_path):
    from book import pictures

    monkeypatch.setattr(pictures, "FOLDER", tmp_path)
    monkeypatch.setattr(pictures, "browser", lambda: None)
    return lambda: monkeypatch.setattr(pictures, "browser", browser)


@pytest.mark.skipif(browser() is None, reason="geen Chromium, Chrome of Edge gevonden")
def test_without_a_browser_the_table_stands_open_and_a_later_build_adds_the_picture(no_browser):
    bare = build({"chapters/10-x.md": CELL.format(NAME)})
    assert (bare.status, bare.warnings) == (0, "")
    html = bare.html("chapters/10-x")
    assert "<img" not in html and '<details class="chart-data" open>' in html
    no_browser()
    assert '<img class="chart-picture"' in build({}, into=bare).html("chapters/10-x")
