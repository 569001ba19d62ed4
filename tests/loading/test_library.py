import shutil
from pathlib import Path
from typing import Any, cast

import pytest

from assessment.loading import QUESTIONNAIRES, check, load_library
from assessment.loading.reader import read
from models.problem import InputRefused
from models.questionnaire import Library
from tests.loading.conftest import FIXTURES, SMALL

CASES = Path(__file__).parent / "cases" / "questionnaires.yaml"
TEN_MISTAKES = [
    "frameworks/two-levels.yaml:4:10",
    "frameworks/two-levels.yaml:15:52",
    "harbour/model.yaml:23:31",
    "harbour/model.yaml:34:33",
    "harbour/processes/AAA.1.yaml:2:12",
    "harbour/processes/AAA.1.yaml:7:76",
    "harbour/processes/BBB.1.yaml:13:1",
    "harbour/processes/CCC.1.yaml:1:1",
    "harbour/sources.yaml:1:10",
    "harbour/quick-scan.yaml:24:24",
]


def cases() -> list[dict[str, Any]]:
    return list(cast(tuple[dict[str, Any], ...], read(CASES.read_bytes(), CASES.name).root))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "questionnaires"))


def told(folder: Path) -> list[str]:
    return [str(problem).replace(f"{folder}/", "") for problem in check([folder])]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_a_mistake_is_told_where_it_stands_and_nothing_else(case: dict[str, Any], folder: Path) -> None:
    file = folder / case["file"]
    before = file.read_text()
    assert case["instead_of"] in before
    file.write_text(before.replace(case["instead_of"], case["write"], 1))
    assert told(folder) == list(case["problems"])


def test_ten_different_mistakes_give_ten_problems_at_their_lines_in_one_run() -> None:
    with pytest.raises(InputRefused) as refused:
        load_library(FIXTURES / "broken")
    places = [str(problem.place).removeprefix(f"{FIXTURES / 'broken'}/") for problem in refused.value.problems]
    assert sorted(places) == sorted(TEN_MISTAKES)


def test_the_small_questionnaire_has_no_mistakes() -> None:
    assert told(SMALL) == []


def test_the_questionnaires_that_come_with_the_program_have_neither_mistakes_nor_gaps() -> None:
    assert told(QUESTIONNAIRES) == []


def test_a_missing_translation_stops_nothing(folder: Path) -> None:
    file = folder / "harbour" / "processes" / "AAA.1.yaml"
    file.write_text(file.read_text().replace("{en: Arriving, de: Ankommen}", "{en: Arriving}", 1))
    assert load_library(folder).models[0].process("AAA.1").name.missing == ("de",)


def test_processes_come_in_the_order_of_the_model(library: Library) -> None:
    assert [process.id for process in library.models[0].processes] == ["AAA.1", "BBB.1", "CCC.1"]


def test_a_framework_that_the_model_has_no_practices_for_is_not_offered_and_told(folder: Path) -> None:
    other = (folder / "frameworks" / "two-levels.yaml").read_text()
    other = other.replace("id: two-levels", "id: other").replace("id: PA2.1", "id: PA2.2")
    (folder / "frameworks" / "other.yaml").write_text(other)
    assert [each.id for each in load_library(folder).models[0].frameworks] == ["two-levels"]
    assert told(folder) == [
        "harbour/generic-practices.yaml:1:1: generic practices: The attribute PA2.2 of the framework other has no "
        "generic practices. Without them the model cannot be used with this framework. Add PA2.2."
    ]


def test_a_model_without_sources_recommendations_and_scan_is_complete(folder: Path) -> None:
    for process in (folder / "harbour" / "processes").iterdir():
        text = process.read_text().replace("founding_refs: [S1.1]\n", "").replace("source_refs: [BOOK]\n", "")
        process.write_text(text)
    (folder / "harbour" / "sources.yaml").unlink()
    (folder / "harbour" / "quick-scan.yaml").unlink()
    shutil.rmtree(folder / "harbour" / "recommendations")
    assert load_library(folder).ids == ("harbour",)


def test_references_to_sources_that_are_nowhere_are_told(folder: Path) -> None:
    (folder / "harbour" / "sources.yaml").unlink()
    assert len([line for line in told(folder) if "There is none yet" in line]) == 6


def test_a_missing_file_is_told_by_its_name(folder: Path) -> None:
    (folder / "harbour" / "generic-practices.yaml").unlink()
    (line,) = told(folder)
    assert line.startswith("harbour/generic-practices.yaml: The file cannot be opened")


def test_a_process_in_a_file_that_cannot_be_read_still_exists_for_the_others(folder: Path) -> None:
    (folder / "harbour" / "processes" / "AAA.1.yaml").write_bytes(b"\xff")
    (line,) = told(folder)
    assert line.startswith("harbour/processes/AAA.1.yaml:1:1: The byte 0xFF is not UTF-8 text")


def test_a_folder_without_questionnaires_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="No questionnaire stands in this folder"):
        load_library(tmp_path)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="No questionnaire stands in this folder"):
        load_library(tmp_path / "nowhere")
