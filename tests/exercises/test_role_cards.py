"""Cards with a secret are folded on a reader's screen and not in a reader's book; a trainer sees them open."""

import pytest
from bs4 import BeautifulSoup
from minibook import Result, build

PAGES = {
    "exercises/03-a.md": """\
        # Opgaven bij hoofdstuk 3

        ::::{opgave} Aan tafel
        :label: o03-tafel
        :werkvorm: rollenspel
        :minuten: 5
        :groep: 4-8
        :niveau: toepassen
        :leerdoel: Je kunt onderhandelen.

        **Casuskaart. Voor iedereen.** Het is vrijdag.

        **Rolkaart. Wethouder.**
        *Je belang:* rust. *Je houdt voor je:* kanarie, {getal}`150`.

        **Rolkaart. Meneer Klaver, buurman.** Je wilt parkiet.

        **Gevolgkaart één. Week drie.** De krant belt over een papegaai.

        1. (5 min) Speel. Wat verloor je?

        :::{docent}
        **Rolkaart. Onverwacht.** Voor een negende speler.
        :::
        ::::
        """
}
SECRETS = "kanarie", "parkiet", "papegaai"


def page(result: Result, name: str = "exercises/03-a") -> BeautifulSoup:
    assert (result.status, result.warnings) == (0, "")
    return BeautifulSoup(result.html(name), "html.parser")


@pytest.fixture(scope="module")
def reader() -> Result:
    return build(PAGES)


def paper(reader: Result, edition: str) -> str:
    return page(build(PAGES, edition, "singlehtml", into=reader), "print").body.get_text(" ")


def test_a_reader_sees_whose_cards_they_are_and_unfolds_his_own(reader):
    cards = page(reader).select("details.role-card")
    assert [" ".join(card.summary.get_text().split()) for card in cards] == [
        "Rolkaart. Wethouder alleen voor wie deze rol speelt",
        "Rolkaart. Meneer Klaver, buurman alleen voor wie deze rol speelt",
        "Gevolgkaart één. Week drie pas lezen als je hem krijgt",
    ]
    assert not any(card.has_attr("open") for card in cards)


def test_no_secret_stands_outside_the_folded_cards(reader):
    found = page(reader)
    for card in found.select("details.role-card"):
        card.decompose()
    assert not any(secret in found.get_text() for secret in SECRETS)


def test_a_card_for_everybody_stays_open_text(reader):
    assert page(reader).find("strong", string="Casuskaart. Voor iedereen.").parent.name == "p"


def test_the_trainer_sees_every_card_open(reader):
    cards = page(build(PAGES, "docent", into=reader)).select("details.role-card")
    assert len(cards) == 3 and all(card.has_attr("open") for card in cards)


def test_the_readers_book_names_the_roles_and_where_the_cards_are(reader):
    text = " ".join(paper(reader, "lezer").split())
    assert "Rolkaarten. Wethouder · Meneer Klaver, buurman. Ze staan op een knipblad in het werkboek" in text
    assert not any(secret in text for secret in SECRETS)


@pytest.mark.parametrize("edition", ["docent", "werkboek"])
def test_the_trainers_book_and_the_workbook_hold_the_secrets(reader, edition):
    text = paper(reader, edition)
    assert all(secret in text for secret in SECRETS)
