"""References read as APA 7 prescribes, in Dutch."""

import pytest
from pybtex.database import Entry, parse_string

from book import apa


def entry(bibtex: str) -> Entry:
    return next(iter(parse_string(bibtex, "bibtex").entries.values()))


BOOK = "@book{a, author={Hilhorst, P. and van der Lans, J.}, title={{Nabij is beter}}, year={2015}, publisher={KING}}"


def test_a_prefix_stands_behind_the_initials_in_the_list() -> None:
    assert apa.text(entry(BOOK)) == "Hilhorst, P., & Lans, J. van der. (2015). Nabij is beter. KING."


@pytest.mark.parametrize(("two", "told"), [(" en ", "Hilhorst en Van der Lans"), (" & ", "Hilhorst & Van der Lans")])
def test_a_citation_writes_the_prefix_with_a_capital(two: str, told: str) -> None:
    assert apa.short(entry(BOOK), two) == told


def test_the_title_of_a_book_is_in_italics() -> None:
    assert apa.Run("Nabij is beter", "em") in apa.reference(entry(BOOK))


def test_three_authors_become_et_al() -> None:
    three = entry("@misc{a, author={Aa, B. and Cc, D. and Ee, F.}, title={{T}}, year={2020}}")
    assert apa.short(three, " en ") == "Aa et al."


def test_a_corporate_author_is_written_out_and_not_repeated_as_publisher() -> None:
    report = (
        "@techreport{a, author={{Raad voor het Openbaar Bestuur}}, title={{Taak}}, year={2020}, institution={ROB}}"
    )
    assert apa.text(entry(report)) == "Raad voor het Openbaar Bestuur. (2020). Taak."


def test_a_report_tells_its_series_and_number() -> None:
    report = (
        "@techreport{a, author={Kromhout, M.}, title={{Op koers?}}, year={2020},"
        "type={SCP-publicatie}, number={2020-13}}"
    )
    assert apa.text(entry(report)) == "Kromhout, M. (2020). Op koers? (SCP-publicatie 2020-13)."


def test_an_article_has_volume_issue_and_pages() -> None:
    article = (
        "@article{a, author={Ellis, R. P.}, title={{Provider behavior}}, year={1986}, journal={JHE}, volume={5},"
        "number={2}, pages={129--151}, doi={10.1016/x}}"
    )
    assert (
        apa.text(entry(article))
        == "Ellis, R. P. (1986). Provider behavior. JHE, 5(2), 129–151. https://doi.org/10.1016/x"
    )


def test_a_message_is_dated_to_the_day_in_dutch() -> None:
    message = "@misc{a, author={{NU.nl}}, title={{Staking}}, year={2019}, date={2019-09-02}}"
    assert apa.text(entry(message)) == "NU.nl. (2019, 2 september). Staking."


def test_a_work_without_year_is_zonder_datum() -> None:
    assert "(z.d.)" in apa.text(entry("@misc{a, author={{CBS}}, title={{T}}}"))


def test_a_page_that_changes_tells_when_it_was_seen() -> None:
    page = "@misc{a, author={{CBS}}, title={{T}}, year={2025}, url={https://cbs.nl/x}, urldate={2026-11-22}}"
    assert apa.text(entry(page)).endswith("Geraadpleegd op 22 november 2026, van https://cbs.nl/x")


def test_what_nobody_has_seen_is_said() -> None:
    unsure = entry("@misc{a, author={{CBS}}, title={{T}}, year={2025}, note={te controleren: de titel}}")
    assert apa.reference(unsure)[-1] == apa.Run("(nog te controleren: de titel)", "remark")


def test_the_list_is_ordered_by_surname_without_prefix() -> None:
    names = ["van der Lans, J.", "Kromhout, M.", "de Jonge, H.", "Maslow, A."]
    entries = [entry(f"@misc{{a, author={{{name}}}, title={{{{T}}}}, year={{2000}}}}") for name in names]
    ordered = [apa.authors(one) for one in sorted(entries, key=apa.sort_key)]
    assert ordered == ["Jonge, H. de", "Kromhout, M.", "Lans, J. van der", "Maslow, A."]


def test_works_of_one_author_and_year_get_letters_in_the_order_of_their_titles() -> None:
    titles = {"b": "Zorg", "c": "De aanvang"}
    works = [
        entry(f"@misc{{{key}, author={{{{CBS}}}}, title={{{{{t}}}}}, year={{2025}}}}") for key, t in titles.items()
    ]
    assert apa.letters(works) == {"c": "a", "b": "b"}


def test_an_inferred_year_keeps_its_circa_and_sorts_by_its_number() -> None:
    guessed = entry("@misc{a, author={{Angela}}, title={{T}}, year={ca. 2016}}")
    assert (apa.year(guessed), apa.sort_key(guessed)[1]) == ("ca. 2016", "2016")


def test_an_organisation_keeps_its_own_first_letter() -> None:
    assert apa.short(entry("@misc{a, author={{iStandaarden}}, title={{T}}, year={2014}}"), " en ") == "iStandaarden"


def test_a_citation_leaves_out_what_the_list_explains_of_an_organisation() -> None:
    report = entry("@misc{a, author={{Commissie van Wijzen (voorzitter R. van Zwol)}}, title={{T}}, year={2021}}")
    assert apa.short(report, " en ") == "Commissie van Wijzen"
    assert "(voorzitter R. van Zwol)" in apa.text(report)
