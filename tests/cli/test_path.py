"""`why`, `gap`, `path`: what a number rests on, how far a target is, and the way there."""

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

CITY = EXAMPLES / "musterstadt.yaml"
SCAN = EXAMPLES / "talbrueck-quick-scan.yaml"
TARGET = """\
questionnaire: {questionnaire}
levels:
  GOV.1: 3
  {process}: {level}
"""


def own_target(folder: Path, questionnaire: str = "urban-diplomacy", process: str = "GOV.3", level: int = 2) -> Path:
    path = folder / "ours.yaml"
    path.write_text(TARGET.format(questionnaire=questionnaire, process=process, level=level), encoding="utf-8")
    return path


def test_programs_get_the_steps_and_their_cost(run: Run) -> None:
    path = run("path", "--answers", CITY, "--process", "GOV.1=3", "--json").json
    assert path["cost"] == sum(step["cost"] for step in path["steps"]) > 0
    assert {"indicator", "from", "to", "cost"} <= set(path["steps"][0])
    assert [(each["process"], each["to"]) for each in path["processes"]] == [("GOV.1", 3)]


def test_several_processes_can_be_aimed_at_at_once(run: Run) -> None:
    path = run("path", "--answers", CITY, "--process", "GOV.3=2", "--process", "PAR.1=2", "--json").json
    assert [each["process"] for each in path["processes"]] == ["GOV.3", "PAR.1"]


def test_people_read_what_to_do_process_by_process(run: Run) -> None:
    told = run("path", "--answers", CITY, "--process", "PAR.2=2", "--language", "en").out
    assert "PAR.2 " in told
    assert "from level 1 to level 2" in told
    assert "Appoint a contact person and agree a work plan" in told


def test_people_read_which_other_ways_cost_the_same(run: Run) -> None:
    told = run("path", "--answers", CITY, "--process", "GOV.1=3", "--language", "en").out
    assert "Each of these ways reaches the same at the same cost:" in told
    assert "(GP2.2.1 to F) or (GP2.2.2 to F) or (GP2.2.3 to F)" in " ".join(told.split())


def test_a_target_that_is_reached_needs_nothing(run: Run) -> None:
    assert (
        run("path", "--answers", CITY, "--maturity", "1", "--language", "en").out == "The target is reached already.\n"
    )


def test_what_is_out_of_reach_is_named_with_its_reason(run: Run) -> None:
    told = run("path", "--answers", CITY, "--maturity", "3", "--language", "en").out
    assert "Maturity level 3 (Anchored): Maturity level 3 asks for more than is in scope." in told
    assert "There is no way there." in told


def test_the_gap_to_a_named_target_starts_with_the_widest(run: Run) -> None:
    found = run("gap", "--answers", CITY, "--target", "solid", "--json").json
    missing = [gap["missing"] for gap in found["gaps"] if gap["missing"] is not None]
    assert missing == sorted(missing, reverse=True)
    assert found["target"]["GOV.1"] == 2


def test_the_gap_names_what_to_turn_to_first_with_the_ground_for_it_and_what_to_do(run: Run) -> None:
    found = run("gap", "--answers", CITY, "--target", "solid", "--json").json
    first = found["priorities"]
    assert 0 < len(first) <= 5
    assert first[0]["ground"] == "basic process below target"
    assert all(each["level"]["low"] < each["target"] for each in first)
    told = run("gap", "--answers", CITY, "--target", "solid", "--language", "en").out
    assert " 1. " + first[0]["process"] in told
    assert first[0]["do"].split()[0] in told


def test_a_city_can_have_a_target_of_its_own(run: Run, tmp_path: Path) -> None:
    found = run("gap", "--answers", CITY, "--target", own_target(tmp_path), "--json").json
    assert found["target"] == {"GOV.1": 3, "GOV.3": 2}


@pytest.mark.parametrize(
    ("wrong", "line", "found"),
    [
        ({"process": "GVO.3"}, 4, "There is no process GVO.3"),
        ({"level": 7}, 4, "There is no level 7"),
        ({"questionnaire": "quick-scan"}, 1, "The target is about quick-scan"),
    ],
)
def test_what_is_wrong_with_a_target_is_told_with_its_line(
    wrong: dict[str, str], line: int, found: str, run: Run, tmp_path: Path
) -> None:
    outcome = run("gap", "--answers", CITY, "--target", own_target(tmp_path, **wrong), "--json")
    assert outcome.code == 1
    assert [(each["line"], each["found"]) for each in outcome.json["problems"]] == [(line, found)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("path",), "in one way"),
        (("path", "--maturity", "1", "--target", "solid"), "in one way"),
        (("path", "--maturity", "9"), "maturity is a level from 1 to 5, not 9"),
        (("path", "--process", "GOV1"), "not of the form"),
        (("path", "--process", "GOV.9=1"), "there is no process GOV.9 (did you mean GOV.4?)"),
        (("path", "--process", "GOV.1=9"), "levels from 1 to 5"),
        (("gap", "--target", "sturdy"), "there is no target sturdy"),
        (("why", "--of", "GOV.11"), "there is no number about GOV.11 in this result (did you mean GOV.1?)"),
    ],
)
def test_what_cannot_be_asked_is_misuse(options: tuple[str, ...], said: str, run: Run) -> None:
    command, *rest = options
    outcome = run(command, "--answers", CITY, *rest)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize("asked", [("--language", "de"), ("--language=de",)])
def test_misuse_is_answered_in_the_language_that_is_asked_for(asked: tuple[str, ...], run: Run) -> None:
    assert "Den Prozess GOV.9 gibt es nicht" in run("path", "--answers", CITY, "--process", "GOV.9=1", *asked).err
    assert "Es fehlt: --of" in run("why", "--answers", CITY, *asked).err


def test_what_is_wrong_in_a_target_is_told_from_top_to_bottom(run: Run, tmp_path: Path) -> None:
    wrong = own_target(tmp_path, process="GOV.33")
    wrong.write_text(wrong.read_text(encoding="utf-8") + "  PAR.1: two\n", encoding="utf-8")
    outcome = run("gap", "--answers", CITY, "--target", wrong, "--json")
    lines = [each["line"] for each in outcome.json["problems"]]
    assert lines == sorted(lines)
    assert len(lines) == 2


def test_a_quick_scan_has_no_levels_to_aim_at(run: Run) -> None:
    assert run("path", "--answers", SCAN, "--maturity", "1").code == 2


@pytest.mark.parametrize(("file", "subject"), [(CITY, "maturity"), (CITY, "GOV.1/PA1.1"), (SCAN, "QS01")])
def test_a_number_can_be_asked_why(file: Path, subject: str, run: Run) -> None:
    assert run("why", "--answers", file, "--of", subject, "--json").json["subject"] == subject


def test_why_leads_down_to_the_evidence(run: Run) -> None:
    assert "Evidence: Ratsbeschluss 1184/2016" in run("why", "--answers", CITY, "--of", "GOV.1", "--language", "en").out
