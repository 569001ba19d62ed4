"""`check`: every problem in one run, whatever is checked."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.loading import QUESTIONNAIRES
from assessment.loading.folder import read_file
from tests.cli.conftest import Run
from tests.reports.spreadsheets import Spreadsheet


def test_the_questionnaires_that_ship_have_no_problems(run: Run) -> None:
    outcome = run("check", "--strict")
    assert (outcome.code, outcome.out) == (0, "No problems found.\nFiles checked: 74\n")


def test_no_problems_are_an_empty_list_for_programs(run: Run) -> None:
    assert run("check", "--json").json["problems"] == []


def test_a_missing_translation_is_a_warning_and_counts_only_when_strict(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "questionnaires"
    shutil.copytree(QUESTIONNAIRES, folder)
    process = folder / "urban-diplomacy" / "processes" / "GOV.1.yaml"
    lines = process.read_text(encoding="utf-8").splitlines(keepends=True)
    german = next(number for number, line in enumerate(lines) if "de:" in line and "Mandat" in line)
    process.write_text("".join(lines[:german] + lines[german + 1 :]), encoding="utf-8")
    outcome = run("check", folder)
    assert outcome.code == 0
    assert "warning" in outcome.err
    assert outcome.out == "Errors: 0. Warnings: 1.\nFiles checked: 74\n"
    assert run("check", folder, "--strict").code == 1


def test_people_read_in_their_language_what_a_problem_is_about_and_programs_always_in_english(
    run: Run, tmp_path: Path
) -> None:
    process = tmp_path / "GOV.1.yaml"
    shutil.copy(QUESTIONNAIRES / "urban-diplomacy" / "processes" / "GOV.1.yaml", process)
    process.write_text(process.read_text(encoding="utf-8") + "purposes: x\n", encoding="utf-8")
    assert "Fehler: Prozess GOV.1, purposes" in run("check", process, "--language", "de").err
    (problem,) = run("check", process, "--language", "de", "--json").json["problems"]
    assert problem["path"] == "process GOV.1, purposes"


def test_answers_and_workbooks_are_checked_in_one_go(run: Run, answers: Callable[[str], Path], tmp_path: Path) -> None:
    answers("GOV.1.O1: X")
    blank = tmp_path / "blank.xlsx"
    run("template", "--questionnaire", "quick-scan", "--format", "xlsx", "-o", blank)
    sheet = Spreadsheet(blank.read_bytes())
    sheet.detail("city", "Musterstadt")
    sheet.answer("QS01", 9)
    blank.write_bytes(sheet.saved())
    (tmp_path / "~$blank.xlsx").write_bytes(b"locked by a spreadsheet program")
    problems = run("check", tmp_path, "--json").json["problems"]
    assert [(Path(each["file"]).name, each["line"], each["cell"]) for each in problems] == [
        ("answers.yaml", 7, None),
        ("blank.xlsx", None, sheet.cell("QS01", "rating").coordinate),
    ]


def test_a_file_that_is_not_there_is_a_problem(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "nothing.yaml").code == 1


@pytest.mark.parametrize("alone", [True, False], ids=["by name", "in its folder"])
def test_a_workbook_is_known_by_its_content(alone: bool, run: Run, tmp_path: Path) -> None:
    run("template", "--questionnaire", "quick-scan", "--format", "xlsx", "-o", tmp_path / "blank.xlsx")
    (tmp_path / "blank.xlsx").rename(tmp_path / "answers.yaml")
    (problem,) = run("check", tmp_path / "answers.yaml" if alone else tmp_path, "--json").json["problems"]
    assert problem["path"] == "city"


def test_endings_may_be_written_large(run: Run, answers: Callable[[str], Path], tmp_path: Path) -> None:
    answers("GOV.1.O1: X").rename(tmp_path / "ANSWERS.YML")
    (tmp_path / "OLD.XLSX").write_bytes(b"no workbook")
    outcome = run("check", tmp_path, "--json")
    assert {Path(each["file"]).name for each in outcome.json["problems"]} == {"ANSWERS.YML", "OLD.XLSX"}
    assert outcome.json["checked"] == 2


def test_a_folder_without_anything_to_check_is_a_problem(run: Run, tmp_path: Path) -> None:
    outcome = run("check", tmp_path)
    assert outcome.code == 1
    assert ".yaml, .yml, .xlsx" in outcome.err


def test_spreadsheets_of_another_format_are_said_to_be_left_out(run: Run, answers: Callable[[str], Path]) -> None:
    path = answers("GOV.1.O1: F").with_name("answers.ods")
    path.write_bytes(b"PK")
    outcome = run("check", path.parent)
    assert outcome.code == 0
    assert f"{path}: warning" in outcome.err


def test_a_folder_that_may_not_be_looked_into_is_a_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    outcome = run("check", tmp_path)
    assert outcome.code == 1
    assert "Expected is a folder that may be read" in outcome.err


@pytest.mark.parametrize("alone", [True, False], ids=["by name", "in its folder"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF document, not an answers file"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "This is a picture, not an answers file"),
        (b"id;rating\nGOV.1.O1;L\n", "This is neither a questionnaire nor an answers file"),
        (b"", "The file is empty"),
    ],
)
def test_what_is_only_called_a_workbook_is_told_for_what_it_is(
    alone: bool, content: bytes, told: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(content)
    outcome = run("check", path if alone else tmp_path, "--json")
    assert [each["found"] for each in outcome.json["problems"]] == [told]
    assert outcome.json["checked"] == 1


def test_answers_that_are_called_a_workbook_are_answers_all_the_same(
    run: Run, answers: Callable[[str], Path], tmp_path: Path
) -> None:
    answers("GOV.1.O1: X").rename(tmp_path / "answers.xlsx")
    (problem,) = run("check", tmp_path, "--json").json["problems"]
    assert problem["line"] == 7


@pytest.mark.parametrize("name", ["closed.yaml", "closed.xlsx"])
def test_a_file_that_cannot_be_read_hides_no_other(
    name: str, run: Run, answers: Callable[[str], Path], tmp_path: Path
) -> None:
    answers("GOV.1.O1: X")
    (tmp_path / name).symlink_to(tmp_path / "nowhere")
    found = [Path(each["file"]).name for each in run("check", tmp_path, "--json").json["problems"]]
    assert found == ["answers.yaml", name]


def test_problems_come_by_file_whatever_form_it_has(run: Run, answers: Callable[[str], Path], tmp_path: Path) -> None:
    answers("GOV.1.O1: X").rename(tmp_path / "b.yaml")
    for name in ("a.xlsx", "c.xlsx"):
        run("template", "--questionnaire", "quick-scan", "--format", "xlsx", "-o", tmp_path / name)
    found = [Path(each["file"]).name for each in run("check", tmp_path, "--json").json["problems"]]
    assert found == ["a.xlsx", "b.yaml", "c.xlsx"]


@pytest.mark.parametrize("name", ["pipe.yaml", "pipe.xlsx"])
@pytest.mark.parametrize("command", [("check",), ("benchmark", "--preview")], ids=["check", "benchmark"])
def test_a_pipe_in_a_folder_is_told_of_and_keeps_nobody_waiting(
    command: tuple[str, ...], name: str, run: Run, answers: Callable[[str], Path], tmp_path: Path
) -> None:
    answers("GOV.1.O1: F")
    os.mkfifo(tmp_path / name)
    outcome = run(command[0], tmp_path, *command[1:])
    assert outcome.code == 1
    assert f"{name}: error" in outcome.err
    assert "a pipe or a device" in outcome.err


def test_a_pipe_in_a_folder_of_questionnaires_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "model.yaml")
    (problem,) = read_file(tmp_path / "model.yaml").problems
    assert "a pipe or a device" in str(problem.found)


def test_the_name_of_a_file_neither_steers_a_terminal_nor_forges_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[2Jb\u202e.yaml").write_text("a: [")
    err = run("check", tmp_path).err
    assert err.splitlines()[0] == f"{tmp_path}/a\\n\\x1b[2Jb\\u202e.yaml:2:1: error"
