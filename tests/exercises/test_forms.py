"""The sixteen working forms."""

import pytest

from book.exercises.forms import find, forms


def test_there_are_sixteen():
    assert [form.code for form in forms()] == [f"F{number}" for number in range(1, 17)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("1-2-4-allen", "F1"),
        ("lagerhuisdebat", "F2"),
        ("jigsaw", "F10"),
        ("Stellingen", "F7"),
        ("ja, en", "F15"),
    ],
)
def test_a_form_is_found_by_its_name_or_short_name(name, code):
    assert find(name).code == code


def test_another_name_finds_nothing():
    assert find("estafette") is None


def test_each_form_is_explained_in_a_line_or_two():
    assert all(40 <= len(form.explanation) <= 140 for form in forms())
