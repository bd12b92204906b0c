"""The data of the book: valid as a data package, and every promise of the register kept."""

import re

import pytest
from frictionless import Package

from book import simulations
from book.cli.environment import ROOT
from book.facts import DATA, STATUSES, check, derive, dutch, register, sources

REGISTER = register()
DERIVED = [
    pytest.param(item, id=name)
    for name, item in [
        *REGISTER.facts.items(),
        *((f"{s.id}@{point.period}", point) for s in REGISTER.series.values() for point in s.points),
    ]
    if item.derivation
]
SAME = [  # a figure that repeats a point of a series, and the factor between their units
    ("gemeenten-2012", "gemeenten@2012", 1),
    ("gemeenten-2014", "gemeenten@2014", 1),
    ("gemeenten-2015", "gemeenten@2015", 1),
    ("gemeenten-2018", "gemeenten@2018", 1),
    ("gemeenten-2026", "gemeenten@2026", 1),
    ("uitgaven-jeugd-2015", "uitgaven-jeugd@2015", 1),
    ("uitgaven-jeugd-2019", "uitgaven-jeugd@2019", 1),
    ("uitgaven-jeugd-2024", "uitgaven-jeugd@2024", 1),
    ("tekort-jeugd-2017", "tekorten-jeugd@2017", 1),
    ("tekort-jeugd-2019", "tekorten-jeugd@2019", 1000),
    ("tekort-jeugd-2021", "tekorten-jeugd@2021", 1000),
    ("tekort-jeugd-2023", "tekorten-jeugd@2023", 1),
    ("tekort-jeugd-2024", "tekorten-jeugd@2024", 1),
    ("tekort-jeugd-2020-groeipijn", "tekorten-jeugd-groeipijn@2020", 1000),
    ("tekort-jeugd-2021-groeipijn", "tekorten-jeugd-groeipijn@2021", 1000),
    ("tekort-jeugd-2022-groeipijn", "tekorten-jeugd-groeipijn@2022", 1000),
    *((f"extra-geld-{year}", f"extra-geld-jeugd@{year}", 1) for year in range(2019, 2026)),
    *((f"inboeken-{year}", f"stelpost-jeugd@{year}", 1) for year in (2023, 2024, 2025)),
    ("oordeel-wijzen-2022-voor", "oordeel-wijzen@2022", 1000),
    ("oordeel-wijzen-2023", "oordeel-wijzen@2023", 1000),
    ("oordeel-wijzen-2024", "oordeel-wijzen@2024", 1000),
    ("oordeel-wijzen-2028", "oordeel-wijzen@2028", 1),
    ("abonnementstarief-2020", "abonnementstarief@2020", 1),
    ("abonnementstarief-2025", "abonnementstarief@2025", 1),
    ("bijstand-piek", "bijstand-kwartaal@2017-K1", 1),
    ("schulden-huishoudens-2020", "schulden-huishoudens@2020-10-01", 1),
    ("schulden-huishoudens-2023", "schulden-huishoudens@2023-01-01", 1),
    ("schulden-huishoudens-2024", "schulden-huishoudens@2024", 1),
    ("jeugdhulp-wijkteam-2019", "jeugdhulp-wijkteam@2019", 1),
]


def test_the_data_package_is_valid():
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])


@pytest.mark.parametrize("item", DERIVED)
def test_a_derived_figure_is_what_its_sum_gives(item):
    outcome = derive.evaluate(item.derivation, REGISTER.value)
    assert dutch.rounded(outcome, item.decimals) == pytest.approx(item.value)


@pytest.mark.parametrize(("fact", "point", "factor"), SAME)
def test_a_figure_and_the_point_it_repeats_are_equal(fact, point, factor):
    assert REGISTER.value(fact) * factor == pytest.approx(REGISTER.value(point))


def test_every_figure_has_an_allowed_status():
    assert {fact.status for fact in REGISTER.facts.values()} <= set(STATUSES)


def test_a_claim_comes_from_an_essay_and_an_essay_gives_only_claims():
    essays = {essay.source for essay in REGISTER.essays.values()}
    claims = {fact.id for fact in REGISTER.facts.values() if fact.status == "bewering"}
    from_essays = {fact.id for fact in REGISTER.facts.values() if fact.source in essays and fact.status != "afgeleid"}
    assert claims == from_essays


def test_what_is_derived_from_a_claim_says_so():
    claims = {fact.id for fact in REGISTER.facts.values() if fact.status == "bewering"}
    resting = [fact for fact in REGISTER.facts.values() if claims & set(derive.ids(fact.derivation))]
    assert resting and all(fact.note for fact in resting)


def test_what_is_derived_from_an_indirect_figure_is_indirect_too():
    indirect = {fact.id for fact in REGISTER.facts.values() if fact.indirect}
    assert [
        f.id for f in REGISTER.facts.values() if indirect & set(derive.ids(f.derivation)) and not f.indirect
    ] == []


def test_a_label_says_what_the_figure_is_without_its_neighbours():
    labels = [fact.label for fact in REGISTER.facts.values()]
    assert sorted(label for label in labels if labels.count(label) > 1 or label.startswith(("Idem", "Waarvan"))) == []


def test_no_figure_has_the_id_of_a_series():
    assert set(REGISTER.facts) & set(REGISTER.series) == set()


def test_every_source_exists():
    keys = set(sources.keys(REGISTER.bibliography))
    used = {fact.source for fact in REGISTER.facts.values()}
    used |= {point.source for s in REGISTER.series.values() for point in s.points}
    used |= {essay.source for essay in REGISTER.essays.values()}
    assert used <= keys


def test_every_source_has_a_text_and_a_year():
    assert [s.key for s in REGISTER.sources.values() if not re.search(r"\(((?:ca\. )?\d{4}|z\.d\.)", s.text)] == []


def test_a_provisional_point_is_marked_so_twice():
    points = [point for s in REGISTER.series.values() for point in s.points]
    assert [p for p in points if p.provisional != (p.status == "voorlopig")] == []


def test_the_break_of_2021_stands_in_every_yearly_series_of_youth_care_that_crosses_it():
    for name in ("jeugdzorg-tot-18", "jeugdzorg-tot-23-procent", "jeugdzorg-een-op", "jeugdhulp-zonder-verblijf"):
        assert [item.before for item in REGISTER.series[name].breaks] == ["2021"]


def test_the_catalogue_holds_the_twenty_five_essays():
    assert list(REGISTER.essays) == [f"E{number:02}" for number in range(1, 26)]


def test_every_source_of_the_bibliography_is_used():
    pages = [path for room in ("chapters", "exercises", "back") for path in (ROOT / room).rglob("*.md")]
    modelled = [key for simulation in simulations.all() for key in simulation.sources]
    assert check.unused_sources(pages, modelled) == []
