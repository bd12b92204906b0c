"""Numbers of figures and exercises follow the file name and the order in the page."""

from types import SimpleNamespace

import pytest

from book.sphinxext.numbers import chapter_number, next_number


@pytest.fixture
def env() -> SimpleNamespace:
    return SimpleNamespace(temp_data={})


@pytest.mark.parametrize(
    ("docname", "number"),
    [("chapters/03-productcodes", 3), ("exercises/03-productcodes", 3), ("chapters/10-tekorten", 10)],
)
def test_a_chapter_and_its_exercises_have_the_number_of_the_file(docname: str, number: int) -> None:
    assert chapter_number(docname) == number


@pytest.mark.parametrize("docname", ["index", "back/begrippen", "chapters/inleiding", "chapters/03"])
def test_another_page_has_no_number(docname: str) -> None:
    assert chapter_number(docname) is None


def test_figures_count_within_their_page(env: SimpleNamespace) -> None:
    assert [next_number(env, "chapters/03-x", "figuur") for _ in range(2)] == ["3.1", "3.2"]


def test_each_kind_counts_for_itself(env: SimpleNamespace) -> None:
    next_number(env, "chapters/03-x", "figuur")
    assert next_number(env, "chapters/03-x", "tabel") == "3.1"


def test_a_page_that_is_read_again_starts_at_one(env: SimpleNamespace) -> None:
    next_number(env, "chapters/03-x", "figuur")
    env.temp_data.clear()  # Sphinx does so before each document
    assert next_number(env, "chapters/03-x", "figuur") == "3.1"


def test_outside_the_chapters_the_count_stands_alone(env: SimpleNamespace) -> None:
    assert next_number(env, "index", "figuur") == "1"
