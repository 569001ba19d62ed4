"""Which target a report shows: what was wished for; else the city's own choice, but never unasked to everybody."""

import datetime

import pytest

from models.aims import KeptTarget
from models.answers import Answers
from models.assessment import Assessment, AssessmentSettings, City
from models.questionnaire import CapabilityModel
from reports.wish import Makings, order_of, read_wish
from tests.reports.content.samples import real_model

NOW = datetime.datetime(2026, 3, 1, 14, 0, tzinfo=datetime.UTC)
OWN = KeptTarget(None, {"GOV.1": 2}, 1, None, NOW)


def makings(target: KeptTarget | None) -> Makings:
    model: CapabilityModel = real_model()
    settings = AssessmentSettings()
    assessment = Assessment(
        "a1",
        City("c1", "Musterstadt"),
        "Erstes",
        model.id,
        model.version,
        model.digest,
        model.rules_digest,
        settings,
        "draft",
        invented=False,
        created=NOW,
    )
    return Makings(assessment, model, Answers(model.id, model.version, "Musterstadt"), "draft", target=target)


def shown(kept: KeptTarget | None, **said: str) -> tuple[str, dict[str, int]]:
    made = makings(kept)
    company = order_of(read_wish(said, "en", made.questionnaire), made, "2026-03-01").company
    return company.aim_name, dict(company.aim)


def test_the_city_s_own_target_stands_beside_an_internal_report() -> None:
    assert shown(OWN, version="internal") == ("our own target", {"GOV.1": 2})


@pytest.mark.parametrize("said", [{"version": "public"}, {"anonymous": "yes"}, {"target": "none"}])
def test_it_stands_in_no_public_report_unasked_and_in_none_that_wants_none(said: dict[str, str]) -> None:
    assert shown(OWN, **{"version": "internal"} | said) == ("", {})


def test_a_named_target_that_was_wished_for_wins() -> None:
    name, levels = shown(OWN, target="first-steps", version="public")
    assert (name, set(levels.values())) == ("First steps", {1})


def test_without_a_choice_there_is_none() -> None:
    assert shown(None, version="internal") == ("", {})
