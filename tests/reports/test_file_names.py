"""Files are called after their city, in letters that every system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.file_names import stem


@pytest.mark.parametrize(
    ("city", "name"),
    [
        ("Köln", "koeln"),
        ("Bru\u0308ckenhafen", "brueckenhafen"),
        ("Gießen", "giessen"),
        ("Städteregion Aachen", "staedteregion-aachen"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Київ", "kiiv"),
        ("---", "report"),
        ("x" * 59 + " Stadt", "x" * 59),
    ],
)
def test_a_file_is_called_after_its_city(city: str, name: str) -> None:
    assert stem(city) == name


@given(st.text())
def test_any_name_becomes_one_that_every_system_takes(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem(name))
    assert len(stem(name)) <= 60
