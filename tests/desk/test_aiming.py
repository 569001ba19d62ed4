"""A city's target is kept for all its assessments of a model, by its lead alone, and nothing half is kept."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from models.assessment import Assessment, AssessmentSettings
from models.city_profile import CityProfile
from models.profile import Profile
from models.questionnaire import CapabilityModel
from tests.desk.conftest import HERE, LEAD, START


def test_a_city_without_a_choice_has_a_proposal_and_no_target(desk: Desk, begun: Assessment) -> None:
    found = desk.aiming.aims(LEAD, begun.id)
    assert (found.kept, found.target) == (None, None)
    assert found.proposal is not None
    assert found.proposal.named == "ambitious"


def test_a_named_target_is_kept_as_its_levels(desk: Desk, begun: Assessment) -> None:
    desk.aiming.set(LEAD, begun.id, "first-steps", {}, seen=0)
    found = desk.aiming.aims(LEAD, begun.id)
    assert found.target is not None
    assert set(found.target.levels.values()) == {1}
    assert len(found.target.levels) == 9


def test_own_levels_are_kept_in_the_order_of_the_model_without_those_that_ask_for_nothing(
    desk: Desk, begun: Assessment
) -> None:
    desk.aiming.set(LEAD, begun.id, None, {"CAP.1": 2, "GOV.1": 3, "PAR.1": 0}, seen=0)
    found = desk.aiming.aims(LEAD, begun.id)
    assert found.target is not None
    assert list(found.target.levels.items()) == [("GOV.1", 3), ("CAP.1", 2)]


def test_another_assessment_of_the_city_has_the_same_target(
    desk: Desk, begun: Assessment, model: CapabilityModel
) -> None:
    desk.aiming.set(LEAD, begun.id, "solid", {}, seen=0)
    other = desk.assessments.begin(LEAD, model.id, HERE.name, "Zweites", AssessmentSettings())
    kept = desk.aiming.aims(LEAD, other.id).kept
    assert kept is not None
    assert kept.named == "solid"


def test_whoever_saw_another_target_is_told_and_nothing_is_kept(desk: Desk, begun: Assessment) -> None:
    desk.aiming.set(LEAD, begun.id, "solid", {}, seen=0)
    with pytest.raises(ChangedMeanwhile):
        desk.aiming.set(LEAD, begun.id, "ambitious", {}, seen=0)
    kept = desk.aiming.aims(LEAD, begun.id).kept
    assert kept is not None
    assert (kept.named, kept.version) == ("solid", 1)


@pytest.mark.parametrize(
    ("named", "levels"),
    [
        ("nowhere", {}),
        (None, {}),
        (None, {"GOV.1": 0}),
        (None, {"GOV.1": 6}),
        (None, {"XXX.1": 1}),
        (None, {"GOV.1": -1}),
    ],
)
def test_what_the_model_does_not_have_is_refused_and_nothing_is_kept(
    desk: Desk, begun: Assessment, named: str | None, levels: dict[str, int]
) -> None:
    with pytest.raises(NotAccepted):
        desk.aiming.set(LEAD, begun.id, named, levels, seen=0)
    assert desk.aiming.aims(LEAD, begun.id).kept is None


def test_a_quick_scan_has_no_target(desk: Desk) -> None:
    scan = desk.assessments.begin(LEAD, "quick-scan", HERE.name, "Schnell", AssessmentSettings())
    with pytest.raises(NotFound):
        desk.aiming.aims(LEAD, scan.id)


def test_the_trail_says_which_target_was_chosen(desk: Desk, begun: Assessment, stores: Stores) -> None:
    desk.aiming.set(LEAD, begun.id, "solid", {}, seen=0)
    note = stores.audit.entries()[-1].note
    assert (note.action, note.city, note.detail["target"]) == ("set targets", HERE.id, "solid")


def test_the_warnings_follow_the_profile_of_the_city(desk: Desk, begun: Assessment, stores: Stores) -> None:
    result = desk.results.profile(LEAD, begun.id)
    assert isinstance(result, Profile)
    assert desk.aiming.risks(LEAD, begun.id, result) == ()
    risky = CityProfile(high_risk_partners=True)
    stores.cities.cities.keep_profile(HERE.id, risky, seen=0, person=LEAD.id, at=START)
    assert [each.process for each in desk.aiming.risks(LEAD, begun.id, result)] == ["PEA.2", "PEA.1"]
