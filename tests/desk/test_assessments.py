"""Assessments begin with settings that fit their questionnaire, and change only for those who saw what they change."""

import datetime
from dataclasses import replace

import pytest

from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound, NotYourCity
from models.assessment import Assessment, AssessmentSettings, Days, Rated
from models.questionnaire import CapabilityModel, Library
from tests.desk.conftest import ADMINISTRATOR, LEAD, OTHER_LEAD, F, Pen, saved

DAY, WEEK = datetime.date(2026, 9, 1), datetime.timedelta(days=7)


def _begin(desk: Desk, settings: AssessmentSettings, city: str = "Musterstadt", title: str = "Titel") -> Assessment:
    return desk.assessments.begin(LEAD, "urban-diplomacy", city, title, settings)


def test_an_assessment_knows_the_questionnaire_it_was_begun_with(begun: Assessment, model: CapabilityModel) -> None:
    assert (begun.questionnaire, begun.questionnaire_version) == (model.id, model.version)
    assert (begun.digest, begun.rules_digest) == (model.digest, model.rules_digest)
    assert (begun.state, begun.version, begun.invented) == ("draft", 1, False)


def test_it_stands_in_the_list_of_those_who_belong_to_the_city(desk: Desk, begun: Assessment) -> None:
    assert desk.assessments.list(LEAD) == (begun,)
    assert desk.assessments.list(OTHER_LEAD) == ()
    assert desk.assessments.get(LEAD, begun.id) == begun


def test_a_second_assessment_of_the_same_city_belongs_to_the_same_city(desk: Desk, begun: Assessment) -> None:
    second = _begin(desk, AssessmentSettings(), city=" Musterstadt ")
    assert second.city == begun.city
    assert [each.id for each in desk.assessments.list(LEAD)] == [second.id, begun.id]


@pytest.mark.parametrize("name", ["Musterstadt", "musterSTADT "])
def test_no_second_city_of_a_name_is_founded_by_beginning_in_it(desk: Desk, name: str) -> None:
    with pytest.raises(NotYourCity):
        desk.assessments.begin(ADMINISTRATOR, "urban-diplomacy", name, "Titel", AssessmentSettings())


def test_an_assessment_runs_towards_its_days(desk: Desk, begun: Assessment) -> None:
    days = Days(DAY, DAY + WEEK, DAY + 3 * WEEK)
    dated = desk.assessments.set_days(LEAD, begun.id, days, seen=begun.version)
    assert (dated.answers_due, dated.papers_due, dated.committee_day) == (DAY, DAY + WEEK, DAY + 3 * WEEK)
    assert desk.assessments.get(LEAD, begun.id) == dated


@pytest.mark.parametrize("days", [Days(DAY, DAY - WEEK), Days(None, DAY, DAY - WEEK), Days(DAY, None, DAY - WEEK)])
def test_days_in_another_order_are_refused(desk: Desk, days: Days) -> None:
    with pytest.raises(NotAccepted):
        desk.assessments.begin(LEAD, "urban-diplomacy", "Musterstadt", "Titel", AssessmentSettings(), days=days)


def test_processes_stand_in_the_order_of_the_model_and_once(desk: Desk) -> None:
    settings = AssessmentSettings(scope=("PAR.2", "GOV.2", "PAR.2", "REP.1"), chosen=("REP.1", "PAR.2", "GOV.2"))
    kept = _begin(desk, settings).settings
    assert kept.scope == ("GOV.2", "PAR.2", "REP.1")
    assert kept.chosen == ("GOV.2", "PAR.2", "REP.1")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (AssessmentSettings(framework="iso-9000"), "iso-33020-2015"),
        (AssessmentSettings(method="mode"), "median"),  # type: ignore[arg-type]
        (AssessmentSettings(scale=5), "4, 6"),  # type: ignore[arg-type]
        (AssessmentSettings(highest_level=0), "1, 2, 3, 4, 5"),
        (AssessmentSettings(highest_level=6), "1, 2, 3, 4, 5"),
        (AssessmentSettings(scope=()), "at least one"),
        (AssessmentSettings(scope=("GOV.1", "GOV.9")), "GOV.9"),
        (AssessmentSettings(scope="everything"), "not known"),  # type: ignore[arg-type]
        (AssessmentSettings(chosen=("GOV.2", "PAR.2")), "at least 3"),
        (AssessmentSettings(chosen=("GOV.1", "PAR.2", "REP.1")), "GOV.2"),
        (AssessmentSettings(chosen=("GOV.1", "GOV.2", "REP.1")), "One of PAR.1"),
        (AssessmentSettings(chosen=("GOV.2", "PAR.2", "XYZ.1")), "XYZ.1"),
    ],
)
def test_settings_that_could_never_be_scored_are_refused(desk: Desk, settings: AssessmentSettings, told: str) -> None:
    with pytest.raises(NotAccepted, match=told):
        _begin(desk, settings)
    assert desk.assessments.list(LEAD) == ()


@pytest.mark.parametrize("questionnaire", ["unknown", ""])
def test_only_a_questionnaire_that_is_there_can_be_assessed(desk: Desk, questionnaire: str) -> None:
    with pytest.raises(NotAccepted, match="urban-diplomacy"):
        desk.assessments.begin(LEAD, questionnaire, "Musterstadt", "Titel", AssessmentSettings())


@pytest.mark.parametrize(
    ("city", "title"), [("", "Titel"), ("Musterstadt", " \n"), ("x" * 201, "Titel"), ("Musterstadt", "a\x00")]
)
def test_names_are_needed_and_short(desk: Desk, city: str, title: str) -> None:
    with pytest.raises(NotAccepted):
        _begin(desk, AssessmentSettings(), city, title)


def test_renaming_shows_to_everybody_and_counts_as_a_change(desk: Desk, begun: Assessment) -> None:
    renamed = desk.assessments.rename(LEAD, begun.id, " Neuer\n Name ", seen=1)
    assert (renamed.title, renamed.version) == ("Neuer Name", 2)
    assert desk.assessments.get(LEAD, begun.id) == renamed


def test_whoever_saw_an_older_record_does_not_overwrite_it(desk: Desk, begun: Assessment) -> None:
    desk.assessments.rename(LEAD, begun.id, "Erster", seen=1)
    with pytest.raises(ChangedMeanwhile):
        desk.assessments.rename(LEAD, begun.id, "Zweiter", seen=1)
    assert desk.assessments.get(LEAD, begun.id).title == "Erster"


def test_a_narrower_scope_keeps_the_answers_for_when_it_is_widened(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("GOV.2.O1", F)
    narrow = replace(begun.settings, scope=("GOV.1",))
    desk.assessments.change_settings(LEAD, begun.id, narrow, seen=1)
    with pytest.raises(NotFound):
        desk.answering.sheet(LEAD, begun.id, "GOV.2")
    desk.assessments.change_settings(LEAD, begun.id, begun.settings, seen=2)
    assert desk.answering.question(LEAD, begun.id, "GOV.2.O1").answer.rated == F


def test_a_lower_highest_level_keeps_the_answers_above_and_does_not_score_them(
    desk: Desk, begun: Assessment, pen: Pen
) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    pen.rate("GOV.1.GP2.1.1", F)
    desk.assessments.change_settings(LEAD, begun.id, replace(begun.settings, highest_level=1), seen=1)
    level = desk.results.profile(LEAD, begun.id).processes["GOV.1"].level
    assert level is not None
    assert (level.low, level.high, level.at_least) == (1, 1, True)
    assert "GOV.1.GP2.1.1" not in desk.exchange.export(LEAD, begun.id).ratings
    desk.assessments.change_settings(LEAD, begun.id, begun.settings, seen=2)
    assert desk.answering.question(LEAD, begun.id, "GOV.1.GP2.1.1").answer.rated == F


def test_the_scale_stays_once_letters_were_written_that_the_other_lacks(
    desk: Desk, begun: Assessment, pen: Pen
) -> None:
    pen.rate("GOV.1.O1", F)
    refined = desk.assessments.change_settings(LEAD, begun.id, replace(begun.settings, scale=6), seen=1)
    saved(desk.answering.rate(LEAD, begun.id, "GOV.1.O2", Rated("rated", "L+"), seen=0))
    with pytest.raises(NotAccepted, match=r"L\+"):
        desk.assessments.change_settings(LEAD, begun.id, begun.settings, seen=refined.version)


def test_an_archived_assessment_rests_until_it_is_restored(desk: Desk, begun: Assessment) -> None:
    assert desk.assessments.archive(LEAD, begun.id, seen=1).state == "archived"
    with pytest.raises(NotAccepted):
        desk.assessments.change_settings(LEAD, begun.id, begun.settings, seen=2)
    with pytest.raises(ChangedMeanwhile):
        desk.assessments.archive(LEAD, begun.id, seen=2)
    assert desk.assessments.restore(LEAD, begun.id, seen=2).state == "draft"


def test_deleting_erases_the_assessment_and_its_answers(
    desk: Desk, begun: Assessment, pen: Pen, stores: Stores
) -> None:
    pen.rate("GOV.1.O1", F)
    desk.assessments.delete(LEAD, begun.id)
    assert desk.assessments.list(LEAD) == ()
    assert dict(stores.answers.answers(begun.id)) == {}
    with pytest.raises(NotFound):
        desk.assessments.get(LEAD, begun.id)


def test_a_closed_assessment_is_not_deleted_and_takes_no_answers(desk: Desk, begun: Assessment, stores: Stores) -> None:
    stores.assessments.replace(replace(begun, state="closed", version=2))
    with pytest.raises(NotAccepted):
        desk.assessments.delete(LEAD, begun.id)
    with pytest.raises(NotAccepted):
        desk.answering.rate(LEAD, begun.id, "GOV.1.O1", F, seen=0)


def test_an_assessment_of_other_rules_is_not_scored_with_these(
    begun: Assessment, stores: Stores, library: Library, model: CapabilityModel, sources: Sources
) -> None:
    changed = replace(library, models=(replace(model, rules_digest="other"),))
    later = make_desk(changed, stores, sources)
    with pytest.raises(NotAccepted, match=r"urban-diplomacy 1\.0\.0"):
        later.results.profile(LEAD, begun.id)
    with pytest.raises(NotAccepted):
        later.answering.sheet(LEAD, begun.id, "GOV.1")


def test_a_corrected_typo_in_the_questionnaire_does_not_lock_the_assessments(
    begun: Assessment, stores: Stores, library: Library, model: CapabilityModel, sources: Sources
) -> None:
    changed = replace(library, models=(replace(model, digest="other"),))
    later = make_desk(changed, stores, sources)
    assert later.results.profile(LEAD, begun.id).digest == "other"
    assert later.assessments.get(LEAD, begun.id).digest == model.digest
