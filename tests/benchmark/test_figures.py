"""Which figures a group of cities gets, and how they are rounded."""

from fractions import Fraction

import pytest

from assessment.benchmark.figures import figures
from models.benchmark import Figures


def drawn(*values: int, classes: tuple[int, ...] = (2,)) -> Figures | None:
    return figures([Fraction(value) for value in values], classes)


def test_four_cities_have_no_figure() -> None:
    assert drawn(1, 2, 3, 4) is None


def test_five_cities_have_a_mean_to_two_tenths() -> None:
    assert drawn(1, 2, 2, 3, 3) == Figures(5, Fraction("2.2"))


def test_seven_cities_have_a_median() -> None:
    found = drawn(1, 1, 2, 2, 4, 4, 4)
    assert found is not None
    assert (found.median, found.quartiles, found.shares) == (2, None, None)


def test_eight_cities_have_a_mean_to_one_tenth() -> None:
    assert drawn(1, 1, 2, 2, 2, 4, 4, 4) == Figures(8, Fraction("2.5"), median=Fraction(2))


def test_ten_cities_have_quartiles_and_shares() -> None:
    found = drawn(1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    assert found is not None
    assert (found.quartiles, found.shares) == ((2, 4), (40, 60))


def test_shares_need_three_cities_in_each_class() -> None:
    found = drawn(1, 2, 3, 3, 3, 3, 3, 3, 3, 3)
    assert found is not None
    assert found.shares is None


@pytest.mark.parametrize(
    ("values", "mean"), [((1, 1, 1, 1, 2), "1.2"), ((1, 1, 1, 2, 2), "1.4"), ((1,) * 6 + (2,), "1.2")]
)
def test_means_are_rounded_to_the_nearest_step(values: tuple[int, ...], mean: str) -> None:
    found = drawn(*values)
    assert found is not None
    assert found.mean == Fraction(mean)
