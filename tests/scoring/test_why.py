"""Why: every number of a result can be asked for by its subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring import profile, quick_profile
from assessment.why import traces
from models.answers import Answers
from tests.scoring import sheets, tiny


@st.composite
def cities(draw: st.DrawFn) -> Answers:
    """Answers of any kind, with settings of any kind."""
    used = draw(sheets.settings())
    return tiny.answers(draw(sheets.said(used)), **used)


@given(cities())
def test_every_number_of_a_profile_has_its_trace(answers: Answers) -> None:
    result = profile(tiny.MODEL, answers)
    found = traces(result)
    assert found["maturity"] is result.maturity_trace
    for key, process in result.processes.items():
        if process.trace is not None:
            assert found[key] is process.trace
        for name, attribute in process.attributes.items():
            assert found[f"{key}/{name}"] is attribute.trace


@given(cities())
def test_a_trace_leads_down_to_the_answers(answers: Answers) -> None:
    result = profile(tiny.MODEL, answers)
    found = traces(result)
    assessed = {key for key, each in result.processes.items() if each.state == "assessed"}
    for key, answer in answers.ratings.items():
        if key in found and ".".join(key.split(".")[:2]) in assessed and key not in assessed:
            assert found[key].answer == answer


@pytest.mark.parametrize("subject", ["QS01", "AAA"])
def test_every_number_of_a_quick_scan_has_its_trace(subject: str) -> None:
    assert traces(quick_profile(tiny.SCAN, tiny.answers({})))[subject].subject == subject
