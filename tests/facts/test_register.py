"""The register prints what it holds and refuses what is wrong, with file, line and remedy."""

import os

import pytest

import book.facts
from book.facts import DATA, RegisterError, check, package
from book.facts.errors import RegisterError as Error


def fails(book, sentence, file="figures.csv", line=2):
    with pytest.raises(RegisterError) as caught:
        book.open()
    assert sentence in caught.value.message
    assert (caught.value.file.name, caught.value.line) == (file, line)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"value": 145000}, "145.000"),
        ({"value": "8.5", "unit": "procent"}, "8,5%"),
        ({"value": 90, "unit": "procent", "qualifier": "ruim"}, "ruim 90%"),
        ({"value": 10, "value_high": 20, "unit": "procent"}, "10 à 20%"),
        ({"value": "1.6", "value_high": "1.8", "unit": "mld euro"}, "€ 1,6 à 1,8 mld"),
        ({"value": "1.56", "unit": "mld euro"}, "€ 1,56 mld"),
        ({"value": 1314, "unit": "mln euro"}, "€ 1.314 mln"),
        ({"value": "-47", "unit": "mln euro"}, "€ -47 mln"),
        ({"value": 21, "unit": "euro"}, "€ 21"),
        ({"value": "20.6", "unit": "euro"}, "€ 20,60"),
        ({"value": 4597228, "unit": "duizend euro"}, "€ 4,6 mld"),
        ({"value": "320.2", "unit": "duizend"}, "320.200"),
        ({"value": "1.2", "unit": "mln", "qualifier": "bijna"}, "bijna 1,2 mln"),
        ({"value": 5, "unit": "1 op", "qualifier": "bijna"}, "bijna 1 op 5"),
        ({"value": "9.3", "unit": "1 op"}, "1 op 9,3"),
        ({"value": "", "text": "twee derde"}, "twee derde"),
        ({"value": 6, "text": "6 op 10"}, "6 op 10"),
    ],
)
def test_a_figure_in_dutch_keeps_the_precision_of_its_source(book, row, text):
    assert book.facts({"id": "x"} | row).open().fact("x").text == text


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(RegisterError, match="did you mean 'gemeenten-2015'"):
        book.facts.fact("gemeente-2015")


def test_an_unknown_series_source_essay_and_period_are_refused():
    for call, name in (
        (book.facts.series, "gementen"),
        (book.facts.source, "cbs85099"),
        (book.facts.essay, "E26"),
        (book.facts.register().point, "gemeenten@1850"),
    ):
        with pytest.raises(RegisterError):
            call(name)


def test_a_source_that_does_not_exist(book):
    fails(book.facts({"id": "x", "value": 1, "source": "wmo2051"}), "did you mean 'wmo2015'")


def test_a_figure_without_a_source(book):
    fails(book.facts({"id": "x", "value": 1, "source": ""}), "column 'source' must not be empty")


def test_a_figure_without_a_value(book):
    fails(book.facts({"id": "x"}), "needs a value or a text")


def test_a_value_that_is_no_number(book):
    fails(book.facts({"id": "a", "value": 1}, {"id": "x", "value": "1,5"}), "is not a number", line=3)


def test_an_unknown_status(book):
    fails(book.facts({"id": "x", "value": 1, "status": "zeker"}), "'zeker' is not allowed")


def test_an_id_that_is_no_slug(book):
    fails(book.facts({"id": "Gemeenten 2015", "value": 1}), "does not match")


def test_the_same_id_twice(book):
    fails(book.facts({"id": "x", "value": 1}, {"id": "x", "value": 2}), "'x' occurs twice, first on line 2", line=3)


def test_a_derived_figure_without_its_sum(book):
    fails(book.facts({"id": "x", "value": 1, "status": "afgeleid"}), "write the sum")


def test_a_sum_that_does_not_come_out(book):
    rows = {"id": "x", "value": 7}, {"id": "y", "value": 3, "status": "afgeleid", "derivation": "x / 2"}
    fails(book.facts(*rows), "gives 3.5, not 3.0", line=3)


def test_a_sum_is_rounded_half_up_to_the_precision_of_the_value(book):
    rows = {"id": "x", "value": 7}, {"id": "y", "value": 4, "status": "afgeleid", "derivation": "x / 2"}
    assert book.facts(*rows).open().value("y") == 4


@pytest.mark.parametrize("sum_", ["z + 1", "x ** 2", "x.real", "abs(x)", "x +", "x / 0"])
def test_a_sum_that_is_no_sum(book, sum_):
    rows = {"id": "x", "value": 7}, {"id": "y", "value": 3, "status": "afgeleid", "derivation": sum_}
    fails(book.facts(*rows), "the sum of 'y' fails", line=3)


def test_a_sum_may_use_points_of_a_series(book):
    book.series("r", [{"period": "2015", "value": 8}])
    rows = [{"id": "x", "value": 4, "status": "afgeleid", "derivation": "r@2015 / 2"}]
    assert book.facts(*rows).open().sum_text("r@2015 / 2") == "8 / 2"


def test_points_come_in_order_of_time_and_a_gap_has_no_value(book):
    points = [{"period": "2017", "value": 3}, {"period": "2015", "value": 1}, {"period": "2016"}]
    series = book.series("r", points).open().one_series("r")
    assert [(point.period, point.value) for point in series.points] == [("2015", 1), ("2016", None), ("2017", 3)]


def test_a_change_of_method_must_be_declared(book):
    points = [{"period": "2015", "value": 1, "method": "a"}, {"period": "2016", "value": 2, "method": "b"}]
    fails(book.series("r", points), "declare it in breaks.csv", "observations.csv", 3)
    assert book.series("r", points, ["2016"]).open().one_series("r").breaks[0].before == "2016"


def test_a_break_may_fall_in_a_gap(book):
    points = [{"period": "2015", "value": 1, "method": "a"}, {"period": "2016"},
              {"period": "2017", "value": 2, "method": "b"}]  # fmt: skip
    assert book.series("r", points, ["2016"]).open().one_series("r").breaks


def test_a_break_before_a_period_that_is_not_there(book):
    fails(book.series("r", [{"period": "2015", "value": 1}], ["2016"]), "no period '2016'", "breaks.csv")


def test_a_period_in_a_wrong_form(book):
    fails(book.series("r", [{"period": "voorjaar 2015", "value": 1}]), "does not match", "observations.csv")


def test_an_observation_of_an_unknown_series(book):
    book.series("r", [{"period": "2015", "value": 1}])
    book.write("series", [])
    fails(book, "series 'r' is not in series.csv", "observations.csv")


def test_a_gap_with_a_status_and_a_value_without_one(book):
    fails(book.series("r", [{"period": "2015", "status": "bevestigd"}]), "a gap has neither", "observations.csv")
    fails(book.series("r", [{"period": "2015", "value": 1, "status": ""}]), "a gap has neither", "observations.csv")


def test_other_columns_than_the_schema(book):
    book.write("figures", [], ["id", "value"])
    fails(book, "the columns must be: id, theme", line=1)


def test_a_file_that_changed_without_a_new_hash(book):
    book.open()
    book.facts({"id": "x", "value": 1})
    with pytest.raises(RegisterError, match="run `python3 -m book data hash`"):
        book.__class__.open.__globals__["Register"](book.folder)


def test_rehash_tells_what_changed_and_does_nothing_twice(book):
    book.open()
    book.facts({"id": "x", "value": 1})
    assert (package.rehash(book.folder), package.rehash(book.folder)) == (["figures.csv"], [])


def test_a_source_that_occurs_twice(book):
    bibliography = book.folder / "references.bib"
    lines = bibliography.read_text("utf-8").count("\n")
    bibliography.write_text(bibliography.read_text("utf-8") + "@misc{wmo2015,\n}\n", "utf-8")
    fails(book, "'wmo2015' occurs twice", "references.bib", lines + 1)


def test_the_error_reads_as_file_line_sentence():
    assert str(Error("wrong", "/data/figures.csv", 7)) == "/data/figures.csv:7: wrong"


def test_check_reports_a_fault_as_a_sentence(book):
    book.facts({"id": "x", "value": 1, "source": "y"})
    package.rehash(book.folder)
    assert len(check.problems(book.folder)) == 1
    assert check.problems(DATA) == []


def test_figures_that_no_page_uses_are_listed(book, tmp_path):
    rows = [{"id": name, "value": 2} for name in ("in-text", "in-test", "in-sum", "nowhere")]
    book.facts(*rows, {"id": "total", "value": 4, "status": "afgeleid", "derivation": "in-sum * 2"}).open()
    page = tmp_path / "page.md"
    page.write_text("{feit}`in-text` en {feit}`total`\n\n    feit: in-test\n", "utf-8")
    assert check.unused([page], book.folder) == ["nowhere"]


def test_a_source_that_nothing_uses_is_named_with_its_line(book, tmp_path):
    book.facts({"id": "x", "value": 1, "source": "wmo2015"}).open()
    bibliography = book.folder / "references.bib"
    line = bibliography.read_text("utf-8").count("\n") + 1
    more = "".join(f"@misc{{{key},\n title = {{A}},\n}}\n" for key in ("nowhere", "cited", "modelled"))
    bibliography.write_text(bibliography.read_text("utf-8") + more, "utf-8")
    page = tmp_path / "page.md"
    page.write_text("Zo staat het er {cite:p}`wmo2015, cited`.\n", "utf-8")
    package.rehash(book.folder)
    found = [text for text in check.unused_sources([page], ["modelled"], book.folder) if "'nowhere'" in text]
    assert len(found) == 1 and f"references.bib:{line}: nothing uses the source" in found[0]
    assert not any(f"'{key}'" in text for key in ("cited", "modelled", "wmo2015")
                   for text in check.unused_sources([page], ["modelled"], book.folder))


def test_the_register_is_read_again_when_a_file_changes():
    before = book.facts.register()
    assert book.facts.register() is before
    os.utime(DATA / "figures.csv")
    assert book.facts.register() is not before


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("mani2013", "Mani, A., Mullainathan, S., Shafir, E., & Zhao, J. (2013). Poverty impedes cognitive function. "
                     "Science, 341(6149), 976–980."),
        ("hilhorst2016nabij", "Hilhorst, P., & Lans, J. van der. (2016). Nabij is beter II: Over het inlossen van de "
                              "beloften van de decentralisaties. KING / VNG."),
    ],
)  # fmt: skip
def test_a_source_reads_as_apa(key, text):
    assert book.facts.source(key).text == text


def test_a_source_has_a_short_form_an_address_and_what_is_still_to_be_checked():
    source = book.facts.source("cpb2015inkoop")
    assert source.short == "Van Eijkel et al. (2015)"
    assert source.url.startswith("http://www.cpb.nl/")
    assert source.uncertain.startswith("voorletters")
