"""The cases that domain people write, each held against the questionnaires that ship."""

import pytest

from models.questionnaire import Library
from tests.scoring.cases import Case, all_cases, outcome

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_comes_out_as_it_says(case: Case, library: Library) -> None:
    expected = {key: value if isinstance(value, tuple) else str(value) for key, value in case.expect.items()}
    found = {key: value if isinstance(value, tuple) else str(value) for key, value in outcome(case, library).items()}
    assert found == expected


def test_there_are_cases_in_every_file() -> None:
    assert {case.file for case in CASES} == {
        "calibration",
        "capability-levels",
        "flags",
        "maturity",
        "open-answers",
        "quick-scan",
        "scope",
    }
