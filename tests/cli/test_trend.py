"""`trend` and `migrate` on the command line: what they print, what they write, and what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.cli import Surroundings, main
from assessment.loading import parse_answers
from store.database import file_url
from tests.cli.conftest import EXAMPLES, NOW, Outcome, Run
from tests.moving.versions import PAIR, library_now

MAPPING = PAIR / "twinning" / "mappings" / "from-1.0.0.yaml"
OLD = """\
questionnaire: twinning
version: "1.0.0"
city: Musterstadt
date: 2024-05-01
ratings:
  GOV.1.O1: F
  GOV.1.O2: L
  PAR.1.O1: {rating: L, note: "Ratsbeschluss"}
  CAP.1.O2: N
"""
NEW = """\
questionnaire: twinning
version: "2.0.0"
city: Musterstadt
date: 2026-05-01
ratings:
  GOV.1.O1: F
  GOV.1.O3: F
"""


@pytest.fixture
def pair(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Outcome]:
    """Runs a command with the small model in two versions."""

    def run(*words: str | Path) -> Outcome:
        around = Surroundings(PAIR, "en", NOW, tmp_path / "data", file_url(tmp_path / "hanse.db"))
        code = main([str(word) for word in words], around)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Answers to version 1.0.0."""
    path = tmp_path / "old.yaml"
    path.write_text(OLD)
    return path


def test_an_earlier_version_is_scored_with_itself(pair: Callable[..., Outcome], old: Path) -> None:
    outcome = pair("score", "--answers", old, "--json")
    assert outcome.code == 0
    assert outcome.json["questionnaire"]["version"] == "1.0.0"


def test_moving_writes_the_new_answers_and_lists_what_became_of_each(
    pair: Callable[..., Outcome], old: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.yaml"
    outcome = pair("migrate", "--answers", old, "--mapping", MAPPING, "-o", new)
    assert outcome.code == 0
    assert "Carries over: 2\n  GOV.1.O1 -> GOV.1.O1\n  GOV.1.O2 -> GOV.1.O3 (under a new number)" in outcome.out
    assert "Falls away: 1\n  CAP.1.O2: is not asked any more" in outcome.out
    answers = parse_answers(new.read_bytes(), "new.yaml", library_now())
    assert {key: each.rating for key, each in answers.ratings.items()} == {
        "GOV.1.O1": "F",
        "GOV.1.O3": "L",
        "PAR.1.O1": None,
    }


def test_a_dry_run_writes_nothing(pair: Callable[..., Outcome], old: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    outcome = pair("migrate", "--answers", old, "--mapping", MAPPING, "--dry-run", "--json")
    assert outcome.code == 0
    assert {"from": ["GOV.1.O2"], "to": "GOV.1.O3", "kind": "renamed"} in outcome.json["carried"]
    assert {"from": ["PAR.1.O1"], "to": "PAR.1.O1", "reason": "review"} in outcome.json["again"]
    assert outcome.json["away"] == [{"from": "CAP.1.O2"}]
    assert sorted(tmp_path.iterdir()) == before
    assert old.read_text() == OLD


def test_a_file_that_holds_something_else_is_kept(pair: Callable[..., Outcome], old: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.yaml"
    taken.write_text("mine")
    wish = ("migrate", "--answers", old, "--mapping", MAPPING, "-o", taken)
    assert pair(*wish).code == 1
    assert taken.read_text() == "mine"
    assert pair(*wish, "--force").code == 0


@pytest.mark.parametrize("more", [(), ("-o", "new.yaml", "--dry-run"), ("-o", "new.xlsx")])
def test_a_wish_that_names_no_way_to_write_is_not_understood(
    pair: Callable[..., Outcome], old: Path, more: tuple[str, ...]
) -> None:
    assert pair("migrate", "--answers", old, "--mapping", MAPPING, *more).code == 2


def test_a_mapping_that_begins_with_another_version_is_refused(pair: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(NEW)
    outcome = pair("migrate", "--answers", path, "--mapping", MAPPING, "--dry-run")
    assert outcome.code == 1
    assert "The answers are to twinning 2.0.0.\n    The mapping begins with twinning 1.0.0." in outcome.err


def test_a_trend_tells_what_rose_and_how_far_versions_compare(
    pair: Callable[..., Outcome], old: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(NEW)
    outcome = pair("trend", new, old)
    assert outcome.code == 0
    assert "version 2.0.0 of the questions instead of 1.0.0. 54% of the questions are the same in both" in outcome.out
    (found,) = pair("trend", new, old, "--json").json["trends"]
    assert [each["date"] for each in found["results"]] == ["2024-05-01", "2026-05-01"]
    assert found["breaks"][0]["same_questions"] == {"exact": "6/11", "share": 0.5455}


def test_a_trend_of_the_same_answers_moves_nothing(run: Run) -> None:
    file = EXAMPLES / "musterstadt.yaml"
    outcome = run("trend", file, file, "--json")
    assert outcome.code == 0
    (found,) = outcome.json["trends"]
    assert {each["change"] for each in found["changes"]} <= {"same", "open"}
    assert found["breaks"] == []


def test_two_cities_are_no_trend(run: Run) -> None:
    outcome = run("trend", EXAMPLES / "musterstadt.yaml", EXAMPLES / "brueckenhafen.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Expected is the city of the first file" in outcome.err


def test_every_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("trend", tmp_path / "one.yaml", tmp_path / "two.yaml", "--json")
    told: Any = json.loads(outcome.out)
    assert outcome.code == 1
    assert len(told["problems"]) == 2
