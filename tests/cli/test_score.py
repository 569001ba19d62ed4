"""`score`: the profile for people and for programs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

MUSTERSTADT = EXAMPLES / "musterstadt.yaml"
SCAN = EXAMPLES / "talbrueck-quick-scan.yaml"


def test_programs_get_levels_attributes_dimensions_maturity_and_what_they_rest_on(run: Run) -> None:
    scores = run("score", "--answers", MUSTERSTADT, "--json").json
    assert scores["questionnaire"]["id"] == "urban-diplomacy"
    assert scores["questionnaire"]["version"] == "1.0.0"
    assert len(scores["questionnaire"]["digest"]) == 64
    assert scores["method"] == "mean"
    assert scores["processes"]["PAR.2"]["level"]["low"] == 1
    assert scores["processes"]["PAR.2"]["attributes"]["PA1.1"]["low"] == "L"
    assert scores["dimensions"]["GOV"]["low"] == 1.0
    assert scores["maturity"] == {"low": 1, "high": 1, "at_least": False}
    assert 0 < scores["completeness"] < 1
    assert {"flags", "trace", "warnings"} <= set(scores)


def test_the_command_line_wins_over_the_answers_and_the_result_says_so(run: Run) -> None:
    scores = run("score", "--answers", MUSTERSTADT, "--json", "--method", "lowest", "--highest-level", "4").json
    assert scores["settings"]["method"] == {"value": "lowest", "origin": "command line"}
    assert scores["settings"]["highest_level"] == {"value": 4, "origin": "command line"}
    assert scores["settings"]["scale"] == {"value": 4, "origin": "default"}


@pytest.mark.parametrize("form", ["yaml", "xlsx"])
def test_ratings_are_held_against_the_highest_level_of_the_command_line(form: str, run: Run, tmp_path: Path) -> None:
    run("demo", "-o", tmp_path)
    path = {"yaml": tmp_path / "musterstadt.yaml", "xlsx": tmp_path / "birkenfurt.xlsx"}[form]
    assert run("score", "--answers", path, "--highest-level", "5").code == 0
    outcome = run("score", "--answers", path, "--highest-level", "1", "--json")
    assert outcome.code == 1
    (problem,) = outcome.json["problems"]
    assert problem["path"] == "--highest-level 1 from the command line"


def test_another_framework_can_be_used(run: Run) -> None:
    scores = run("score", "--answers", MUSTERSTADT, "--json", "--framework", "iso-33020-2019").json
    assert "PA3.3" in scores["processes"]["GOV.1"]["attributes"]


def test_a_rating_that_only_another_framework_knows_counts_with_that_one(
    run: Run, answers: Callable[[str], Path]
) -> None:
    path = answers("GOV.1.O1: F\nGOV.1.GP3.3.1: L")
    path.write_text(path.read_text(encoding="utf-8").replace("highest_level: 1\n", ""), encoding="utf-8")
    assert "does not count" in run("score", "--answers", path).err
    assert run("score", "--answers", path, "--framework", "iso-33020-2019").err == ""


def test_letters_are_held_against_the_scale_of_the_command_line(run: Run) -> None:
    outcome = run("score", "--answers", MUSTERSTADT, "--json", "--scale", "6")
    assert outcome.code == 1
    (problem,) = outcome.json["problems"]
    assert problem["path"] == "--scale 6 from the command line"


def test_a_quick_scan_has_stages_and_no_maturity(run: Run) -> None:
    scores = run("score", "--answers", SCAN, "--json").json
    assert scores["questions"]["QS01"]["stage"] == 3
    assert scores["maturity"] is None


@pytest.mark.parametrize("path", [MUSTERSTADT, SCAN], ids=["assessment", "quick scan"])
def test_the_profile_comes_first_and_nothing_is_wider_than_a_screen(path: Path, run: Run) -> None:
    lines = run("score", "--answers", path, "--language", "en").out.splitlines()
    titles = [line for line in lines if line and not line.startswith(" ")]
    assert titles[0].endswith("version 1.0.0")
    assert max(map(len, lines)) <= 130


def test_the_maturity_of_the_city_comes_last(run: Run) -> None:
    out = run("score", "--answers", MUSTERSTADT, "--language", "en").out
    sections = ["Profile", "Dimensions: mean", "What keeps each process", "To bear in mind", "Maturity of the city"]
    places = [out.index(f"\n{section}") for section in sections]
    assert places == sorted(places)


def test_columns_stand_below_each_other(run: Run) -> None:
    lines = run("score", "--answers", MUSTERSTADT, "--language", "en").out.splitlines()
    header = next(line for line in lines if line.startswith("  Process "))
    row = next(line for line in lines if line.startswith("  PAR.2 "))
    assert row[header.index("Level")] == "1"
    assert row[header.index("PA 1.1")] == "L"
    assert row[header.index("PA 2.1")] == "P"


def test_a_process_left_out_is_told_with_its_reason(run: Run) -> None:
    out = run("score", "--answers", MUSTERSTADT, "--language", "en").out
    assert "REP.3  left out: Das Auslandsmarketing ist seit 2019 vertraglich" in out


def test_a_result_is_told_in_the_language_of_the_answers_unless_another_is_asked_for(run: Run) -> None:
    assert "Reifegrad der Stadt" in run("score", "--answers", MUSTERSTADT).out
    assert "Maturity of the city" in run("score", "--answers", MUSTERSTADT, "--language", "en").out


def test_answers_outside_the_scope_are_warned_of_and_do_no_harm(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(
        'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: X\nscope: [GOV.1]\nratings:\n  PAR.2.O1: F\n'
    )
    outcome = run("score", "--answers", path)
    assert outcome.code == 0
    assert "PAR.2 is outside the scope" in outcome.err
    assert "PAR.2 is outside the scope" in run("score", "--answers", path, "--json").json["warnings"][0]["found"]


def test_a_section_without_anything_to_tell_is_left_out(run: Run, tmp_path: Path) -> None:
    ratings = "".join(f"  QS{number:02}: 3\n" for number in range(1, 31))
    path = tmp_path / "whole.yaml"
    path.write_text(f'questionnaire: quick-scan\nversion: "1.0.0"\ncity: X\nratings:\n{ratings}', encoding="utf-8")
    assert "To bear in mind" not in run("score", "--answers", path).out
    assert "To bear in mind" in run("score", "--answers", SCAN, "--language", "en").out


def test_a_scope_too_narrow_for_a_maturity_level_gives_none(run: Run, answers: Callable[[str], Path]) -> None:
    out = run("score", "--answers", answers("GOV.1.O1: F")).out
    told = out.split("Maturity of the city, by this model's own rule\n")[1].splitlines()
    assert told[0].strip() == "With this scope no statement about maturity is possible."
    assert "Level" not in told[0]


def test_what_to_bear_in_mind_is_told_without_codes(run: Run) -> None:
    out = " ".join(run("score", "--answers", MUSTERSTADT, "--language", "en").out.split())
    assert "This is about: GOV.1 PA 2.1; " in out
    assert "hides-an-N" not in out
    assert not re.search(r"\bmaturity[;.,]", out.split("To bear in mind")[1].split("Maturity of the city")[0])


def test_a_quick_scan_shows_the_range_of_a_dimension_with_open_answers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "begun.yaml"
    path.write_text('questionnaire: quick-scan\nversion: "1.0.0"\ncity: X\nratings: {QS01: 3, QS02: 3}\n')
    row = next(line for line in run("score", "--answers", path).out.splitlines() if "Strategy &" in line)
    assert row.split("Governance")[1].split() == ["3.0", "2.0", "to", "4.0", "2", "of", "4"]
