"""The one setting of grouped figures: it may ask for more cities, and whatever makes no sense closes everything."""

import pytest

from assessment.benchmark.publishing import ALL, Rules
from assessment.desk.benchmark_settings import LEAST, read_rules


@pytest.mark.parametrize(("written", "rules"), [("", ALL), ("  ", ALL), ("5", ALL), ("8", Rules(least=8))])
def test_it_may_ask_for_more_cities(written: str, rules: Rules) -> None:
    assert read_rules({LEAST: written}) == rules


@pytest.mark.parametrize("written", ["4", "0", "-5", "five", "5.0", "１０", "1e3", "9999999", "2000"])
def test_what_makes_no_sense_shows_nothing(written: str) -> None:
    assert read_rules({LEAST: written}) is None
