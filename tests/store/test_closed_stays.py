"""What was signed with an earlier version of the questionnaire gives the same scores, byte for byte, years later."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

from assessment.desk import Desk
from assessment.scoring import as_json
from assessment.wiring import House, Settings, open_house
from models.assessment import Assessment, AssessmentSettings, Rated
from models.people import Actor
from models.questionnaire import CapabilityModel
from models.record import Record
from tests.golden import Golden
from tests.house import me
from tests.moving.versions import FORMER, PAIR

GOLDEN = Path(__file__).parent / "golden"
DAY = datetime.date(2026, 3, 1)
RECORD = Record("Rat", "Standort", "Büro", "3", "D", DAY, DAY, "Leitung", "zwei Ämter", "Akten")
LETTERS = "FLFPFNL"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database on either engine."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


def open_with(questionnaires: Path, url: str, tmp_path: Path) -> House:
    """The app on this database, with these questionnaires."""
    return open_house(Settings(tmp_path / "data", url, questionnaires))


def signed(desk: Desk, actor: Actor, questionnaire: str) -> Assessment:
    """An assessment of the questionnaire in use, answered and closed."""
    begun = desk.assessments.begin(actor, questionnaire, "Musterstadt", "Erstes", AssessmentSettings())
    actor = me(desk)
    for number, indicator in enumerate(asked(desk, questionnaire)):
        rated = Rated("rated", LETTERS[number % 7] if "." in indicator else str(number % 3 + 1))
        desk.answering.rate(actor, begun.id, indicator, rated, seen=0)
    desk.closing.keep_record(actor, begun.id, RECORD, seen=0)
    desk.closing.close(actor, begun.id, "Leitung", seen=1)
    return desk.assessments.get(actor, begun.id)


def asked(desk: Desk, questionnaire: str) -> list[str]:
    """The ids of all questions, in their order."""
    found = desk.library.questionnaire(questionnaire)
    if not isinstance(found, CapabilityModel):
        return [each.id for each in found.file.questions]
    every = (found.indicators(each.id, found.framework()) for each in found.processes)
    return [each.id for of_process in every for each in of_process]


def scores(desk: Desk, actor: Actor, assessment: str) -> str:
    """The scores as `score --json` prints them."""
    return json.dumps(as_json(desk.results.profile(actor, assessment)), ensure_ascii=False, indent=2) + "\n"


def without_what_came_before(tmp_path: Path) -> Path:
    """The questionnaires of version 2.0.0, where nobody put version 1.0.0 beside them."""
    return shutil.copytree(PAIR, tmp_path / "alone", ignore=shutil.ignore_patterns("earlier"))


@pytest.mark.parametrize("questionnaire", ["twinning", "twinning-scan"])
def test_scores_of_a_closed_assessment_stay_byte_for_byte(
    url: str, tmp_path: Path, golden: Golden, questionnaire: str
) -> None:
    house = open_with(FORMER, url, tmp_path)
    closed = signed(house.desk, me(house.desk), questionnaire)
    actor = me(house.desk)
    file = GOLDEN / f"closed-{questionnaire}-1.0.0.json"
    golden.check(file, scores(house.desk, actor, closed.id))
    house.close()
    for questionnaires in (PAIR, without_what_came_before(tmp_path)):
        house = open_with(questionnaires, url, tmp_path)
        assert house.library.questionnaire(questionnaire).version == "2.0.0"
        assert scores(house.desk, actor, closed.id) == file.read_text()
        house.close()
