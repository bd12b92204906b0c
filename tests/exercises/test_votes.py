"""A vote on statements: a form with five positions, two rounds and certainty."""

import re

import pytest
from minibook import Result, build

PAGE = "exercises/10-x"
VOTE = """\
# Opgaven

:::{stemming} Drie stellingen
:label: o10-stemming
- Het Rijk moet *meebetalen*.
- Geld hoort een naam te hebben.
:::
"""


@pytest.fixture(scope="module")
def result() -> Result:
    return build({f"{PAGE}.md": VOTE})


def test_it_builds_without_warnings(result):
    assert (result.status, result.warnings) == (0, "")


def test_each_statement_has_five_positions_and_certainty_in_two_rounds(result):
    html = result.html(PAGE)
    assert re.findall(r'<th scope="col">([^<]+)</th>', html)[:7] == [
        "1 helemaal oneens",
        "2 oneens",
        "3 neutraal",
        "4 eens",
        "5 helemaal eens",
        "zeker",
        "twijfel",
    ]
    assert re.findall(r'<th scope="row">([^<]+)</th>', html) == ["Ronde 1", "Ronde 2"] * 2
    assert html.count('class="selftest-box"') == 2 * 2 * 7


def test_a_statement_is_parsed_as_text(result):
    assert '<span class="vote-text">Het Rijk moet <em>meebetalen</em>.</span>' in result.html(PAGE)


def test_the_page_loads_the_script(result):
    assert re.search(r'<script defer="defer" src="[^"]*vote\.js', result.html(PAGE))


def test_statements_are_a_list():
    result = build({f"{PAGE}.md": "# Opgaven\n\n:::{stemming}\nEen stelling.\n:::\n"})
    assert result.status == 1
    assert f"{PAGE}.md:3: {{stemming}} holds something else than one list" in result.warnings
