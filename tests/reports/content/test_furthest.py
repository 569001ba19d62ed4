"""The title of a radar claims nothing that open answers could overturn."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.words import words
from models.authored import Text
from reports.content.furthest import radar_title

EN = words("en")
ENDS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda ends: (min(ends), max(ends)))


def title(*ends: tuple[int, int]) -> str:
    rows = [(Text(en=name), Fraction(low), Fraction(high)) for name, (low, high) in zip("ABCDEF", ends, strict=False)]
    return radar_title(rows, EN)


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ([(1, 1), (1, 1)], "The dimensions are equally far developed"),
        ([(0, 5), (0, 5)], "Which dimensions are furthest depends on open answers"),
        ([(0, 4), (0, 5), (0, 5)], "Which dimensions are furthest depends on open answers"),
        ([(1, 1), (2, 2), (3, 3)], "Furthest developed: C; most room to grow: A"),
        ([(3, 5), (2, 2), (1, 3)], "Furthest developed: A"),
        ([(1, 1), (2, 4), (3, 3)], "Most room to grow: A"),
        ([(3, 3), (3, 4), (1, 1)], "Most room to grow: C"),
        ([(1, 1), (1, 1), (1, 1), (2, 2)], "Furthest developed: D"),
        ([(1, 1), (1, 1), (1, 1), (2, 2), (2, 2), (2, 2)], "Some dimensions are further developed than others"),
        ([(3, 3), (3, 3), (3, 3), (1, 3), (0, 2)], "Some dimensions are further developed than others"),
        ([(3, 4), (3, 5), (1, 2), (0, 2)], "Some dimensions are further developed than others"),
        ([(2, 3)], "So far one dimension has a figure: A"),
        ([], "No dimension has a figure yet"),
    ],
)
def test_the_title_names_who_is_ahead_and_behind_for_certain(ends: list[tuple[int, int]], told: str) -> None:
    assert title(*ends) == told


@given(st.lists(ENDS, min_size=2, max_size=6), st.data())
def test_no_answer_that_is_open_can_overturn_the_title(ends: list[tuple[int, int]], data: st.DataObject) -> None:
    told = title(*ends)
    turned_out = [data.draw(st.integers(low, high)) for low, high in ends]
    for name in _named("Furthest developed", told):
        assert turned_out["ABCDEF".index(name)] == max(turned_out)
    for name in _named("Most room to grow", told):
        assert turned_out["ABCDEF".index(name)] == min(turned_out)
    assert "equally" not in told or len(set(turned_out)) == 1
    assert "Some dimensions" not in told or len(set(turned_out)) > 1


def _named(claim: str, told: str) -> list[str]:
    found = re.search(rf"{claim}: ([^;]*)", told, re.IGNORECASE)
    return re.findall("[A-F]", found[1]) if found else []
