"""`demo`: the examples, one of them as a workbook, ready to be scored where they lie."""

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

FILES = {"birkenfurt.xlsx", "brueckenhafen.yaml", "musterstadt.yaml", "talbrueck-quick-scan.yaml"}


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    outcome = run("demo", "-o", tmp_path / "new" / "examples")
    assert outcome.code == 0
    return tmp_path / "new" / "examples"


def test_it_writes_three_assessments_and_a_quick_scan(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == FILES


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_of_them_can_be_scored(name: str, folder: Path, run: Run) -> None:
    outcome = run("score", "--answers", folder / name, "--json")
    assert outcome.code == 0
    assert outcome.json["warnings"] == []


def test_the_workbook_scores_as_the_file_it_was_made_from(folder: Path, run: Run) -> None:
    from_workbook = run("score", "--answers", folder / "birkenfurt.xlsx", "--json").out
    assert from_workbook == run("score", "--answers", EXAMPLES / "birkenfurt.yaml", "--json").out


def test_it_leaves_other_files_of_the_folder_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("our own")
    run("demo", "-o", tmp_path)
    assert (tmp_path / "ours.yaml").read_text() == "our own"


def test_a_file_in_the_way_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    outcome = run("demo", "-o", tmp_path / "taken")
    assert outcome.code == 1
    assert "This is a file" in outcome.err


def test_the_files_do_not_lead_editors_to_a_schema_that_is_not_there(folder: Path) -> None:
    assert all("$schema=" not in path.read_text(encoding="utf-8") for path in folder.glob("*.yaml"))


def test_a_file_that_holds_something_else_is_only_replaced_by_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talbrueck-quick-scan.yaml").write_text("our own")
    outcome = run("demo", "-o", tmp_path)
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["our own"]
    assert run("demo", "-o", tmp_path, "--force").code == 0
    assert {path.name for path in tmp_path.iterdir()} == FILES


def test_it_may_be_run_again(folder: Path, run: Run) -> None:
    assert run("demo", "-o", folder).code == 0


def test_the_network_is_loaded_into_an_app_that_was_never_started_and_not_twice(run: Run) -> None:
    outcome = run("demo", "--load", "--json")
    assert outcome.code == 0
    assert outcome.json["loaded"] == {"cities": 12, "assessments": 24, "cohorts": 3}
    assert run("demo", "--load").code != 0


def test_a_folder_and_the_app_are_not_meant_at_once(run: Run, tmp_path: Path) -> None:
    assert run("demo", "--load", "-o", tmp_path).code != 0
