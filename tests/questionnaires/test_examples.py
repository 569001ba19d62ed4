"""The example answers: they load without a word, and score as the people who wrote them meant it."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

from assessment.loading import QUESTIONNAIRES, Reading, check, load_library, read_answers
from assessment.loading.reader import read
from assessment.scoring import score
from models.answers import Answers
from models.profile import LevelInterval, ProcessResult, Profile, Result, StageProfile
from models.questionnaire import Library

EXAMPLES = sorted((QUESTIONNAIRES / "examples").glob("*.yaml"))
EXPECTED = Path(__file__).with_name("example-levels.yaml")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(QUESTIONNAIRES)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Path:
    return cast(Path, request.param)


def test_there_are_three_assessments_and_a_quick_scan(library: Library) -> None:
    kinds = [_reading(path, library).answers.questionnaire for path in EXAMPLES]
    assert sorted(kinds) == ["quick-scan", *["urban-diplomacy"] * 3]


def test_an_example_loads_without_a_problem_or_a_warning(example: Path) -> None:
    assert check([example]) == ()


def test_an_example_is_marked_as_invented(example: Path, library: Library) -> None:
    assert _reading(example, library).answers.invented


def test_an_example_scores_as_it_is_meant(example: Path, library: Library) -> None:
    result = _score(_reading(example, library).answers, library)
    assert _told(result) == _expected()[example.name]


def test_the_examples_show_every_state_that_an_answer_can_have(library: Library) -> None:
    answers = [answer for path in EXAMPLES for answer in _reading(path, library).answers.ratings.values()]
    assert {answer.state for answer in answers} == {"rated", "dont_know", "not_applicable"}
    assert {answer.confidence for answer in answers} == {None, "high", "medium", "low"}


def test_each_assessment_leaves_something_open(library: Library) -> None:
    results = [_score(_reading(path, library).answers, library) for path in EXAMPLES]
    assert all(result.completeness.share < 1 for result in results)


def test_most_results_of_processes_come_with_a_note_or_evidence(library: Library) -> None:
    for path in EXAMPLES:
        outcomes = {key: each for key, each in _reading(path, library).answers.ratings.items() if ".O" in key}
        told = [key for key, each in outcomes.items() if each.note or each.evidence or each.reason]
        assert len(told) >= 0.9 * len(outcomes), path.name


def test_the_calibration_case_scores_as_its_model_solution_says(library: Library) -> None:
    answers = _reading(QUESTIONNAIRES / "examples" / "musterstadt.yaml", library).answers
    result = _score(answers, library)
    assert isinstance(result, Profile)
    assert _letters(result.processes["PAR.2"], "PA1.1", "PA2.1") == "L P"
    assert _letters(result.processes["REP.1"], "PA1.1", "PA2.1", "PA2.2", "PA3.1") == "F L L P"
    assert _letters(result.processes["CAP.2"], "PA1.1") == "P"
    assert {each: result.processes[each].level for each in ("PAR.2", "REP.1", "CAP.2")} == {
        "PAR.2": LevelInterval(1, 1),
        "REP.1": LevelInterval(2, 2),
        "CAP.2": LevelInterval(0, 0),
    }


def _reading(path: Path, library: Library) -> Reading:
    return read_answers(path.read_bytes(), path.name, library)


def _score(answers: Answers, library: Library) -> Result:
    return score(library.questionnaire(answers.questionnaire), answers)


def _letters(process: ProcessResult, *attributes: str) -> str:
    results = [process.attributes[attribute] for attribute in attributes]
    assert all(result.final for result in results)
    return " ".join(str(result.low) for result in results)


def _expected() -> Mapping[str, Mapping[str, str]]:
    files = cast(Mapping[str, Mapping[str, object]], read(EXPECTED.read_bytes(), EXPECTED.name).root)
    return {name: {key: str(value) for key, value in expected.items()} for name, expected in files.items()}


def _told(result: Result) -> dict[str, str]:
    if isinstance(result, StageProfile):
        return {key: _between(_two(each.low), _two(each.high)) for key, each in result.dimensions.items()}
    levels = {key: _level(each) for key, each in result.processes.items() if each.state != "out of scope"}
    return {"maturity": _between(result.maturity.low, result.maturity.high), **levels}


def _level(process: ProcessResult) -> str:
    return "left out" if process.level is None else _between(process.level.low, process.level.high)


def _between(low: object, high: object) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _two(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.2f}"
