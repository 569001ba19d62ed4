import shutil
from pathlib import Path

import pytest

from assessment.loading import check
from models.problem import Problem
from tests.loading.conftest import FIXTURES, SMALL

BROKEN = FIXTURES / "broken"
MODEL = BROKEN / "harbour"


def places(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{Path(problem.place.file).name}:{problem.place.line}" for problem in problems]


def test_a_questionnaires_folder_is_checked_as_a_whole() -> None:
    assert len(check([BROKEN])) == 10


def test_a_file_of_a_questionnaire_is_checked_against_the_others_and_only_its_own_problems_are_told() -> None:
    assert places(check([MODEL / "processes" / "AAA.1.yaml"])) == ["AAA.1.yaml:2", "AAA.1.yaml:7"]


def test_a_part_of_a_questionnaires_folder_tells_only_its_own_problems() -> None:
    found = check([MODEL / "processes"])
    assert places(found) == ["AAA.1.yaml:2", "AAA.1.yaml:7", "BBB.1.yaml:13", "CCC.1.yaml:1"]


def test_answers_are_held_against_the_questionnaires() -> None:
    found = check([FIXTURES / "broken-answers.yaml"], questionnaires=SMALL)
    assert [problem.place.line for problem in found] == [3, 6, 7, 8]


def test_answers_without_mistakes_have_no_problems() -> None:
    assert check([FIXTURES / "answers.yaml"], questionnaires=SMALL) == ()


def test_warnings_are_told_too(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text('questionnaire: harbour\nversion: "1.0.0"\ncity: A\nscope: basic\nratings: {BBB.1.O1: L}')
    assert [problem.severity for problem in check([file], questionnaires=SMALL)] == ["warning"]


def test_a_folder_with_answers_is_checked_file_by_file(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yml"):
        shutil.copy(FIXTURES / "broken-answers.yaml", tmp_path / name)
    (tmp_path / "notes.txt").write_text("not for this program")
    assert len(check([tmp_path], questionnaires=SMALL)) == 8


def test_a_file_named_twice_is_told_once() -> None:
    file = FIXTURES / "broken-answers.yaml"
    assert len(check([file, file], questionnaires=SMALL)) == 4


def test_answers_cannot_be_checked_while_their_questionnaires_have_mistakes() -> None:
    found = check([FIXTURES / "answers.yaml"], questionnaires=BROKEN)
    assert len(found) == 10


@pytest.mark.parametrize(
    ("file", "mistake"),
    [
        ("frameworks/two-levels.yaml", "notices: {en: a}\n"),
        ("frameworks/steps.yaml", "notices: {en: a}\n"),
        ("harbour/model.yaml", "notices: {en: a}\n"),
        ("harbour/quick-scan.yaml", "notices: {en: a}\n"),
        ("harbour/processes/AAA.1.yaml", "notices: {en: a}\n"),
        ("harbour/generic-practices.yaml", "notices: {en: a}\n"),
        ("harbour/sources.yaml", "notices: {en: a}\n"),
        ("harbour/recommendations/AAA.1.yaml", "notices: {en: a}\n"),
    ],
)
def test_a_single_file_is_known_by_what_stands_in_it(file: str, mistake: str, tmp_path: Path) -> None:
    alone = tmp_path / "alone.yaml"
    alone.write_text((SMALL / file).read_text() + mistake)
    (problem,) = check([alone])
    assert str(problem.found) == "The key notices is not known here"


@pytest.mark.parametrize("text", ["hello: world", "- 1", "kind: nothing-we-know"])
def test_a_file_that_is_neither_questionnaire_nor_answers_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(text)
    (problem,) = check([file])
    assert str(problem.found) == "This is neither a questionnaire nor an answers file"


def test_a_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    (problem,) = check([tmp_path / "nowhere.yaml"])
    assert str(problem.found) == "The file cannot be opened (No such file or directory)"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_text("[" * 400_000)
    (problem,) = check([file])
    assert "nested" in str(problem)


def test_answers_without_the_key_questionnaire_are_told_so(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text('version: "1.0.0"\ncity: A\nratings: {AAA.1.O1: L}')
    (problem,) = check([file], questionnaires=SMALL)
    assert str(problem.found) == "The key questionnaire is missing"


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        shutil.copy(FIXTURES / "broken-answers.yaml", tmp_path / name)
    found = check([tmp_path / "b.yaml", tmp_path / "a.yaml"], questionnaires=SMALL)
    assert places(found) == [f"{name}.yaml:{line}" for name in "ab" for line in (3, 6, 7, 8)]


def test_answers_inside_a_questionnaires_folder_are_checked_too(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "questionnaires")
    (folder / "examples").mkdir()
    example = shutil.copy(FIXTURES / "broken-answers.yaml", folder / "examples")
    for path in (folder, folder / "examples", Path(example)):
        assert [problem.place.line for problem in check([path], questionnaires=SMALL)] == [3, 6, 7, 8]


def test_a_file_that_no_questionnaire_reads_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "questionnaires")
    (folder / "harbour" / "processes").rename(folder / "harbour" / "proceses")
    found = [problem for problem in check([folder]) if "no questionnaire looks for it" in str(problem)]
    assert [Path(problem.place.file).name for problem in found] == ["AAA.1.yaml", "BBB.1.yaml", "CCC.1.yaml"]
    assert {problem.severity for problem in found} == {"warning"}


def test_a_file_that_does_not_exist_inside_a_questionnaires_folder_is_told() -> None:
    (problem,) = check([SMALL / "harbour" / "nowhere.yaml"])
    assert str(problem.found) == "The file cannot be opened (No such file or directory)"
