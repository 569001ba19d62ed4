"""Moving to a newer version begins a new assessment; the one that is moved stays as it is, closed or not."""

from dataclasses import dataclass, replace

import pytest

from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.errors import NotAccepted, NotAllowed, NotFound, VersionGone
from models.assessment import Assessment, AssessmentSettings, Rated
from models.people import Actor, Grant
from models.record import Record
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START, F, L, N
from tests.moving.versions import former_library, library_now

RECORD = Record("Rat", "Standort", "Büro", "3", "D", START.date(), START.date(), "Leitung", "zwei Ämter", "Akten")
HELPER = Actor("helper", "Hanna", frozenset({Grant("contributor", HERE.id)}))


@dataclass(frozen=True)
class Before:
    """An assessment with version 1.0.0, and the desk of the same house after version 2.0.0 came."""

    then: Desk
    now: Desk
    assessment: Assessment

    def close(self) -> None:
        """Signs it, with the version it was begun with."""
        self.then.closing.keep_record(LEAD, self.assessment.id, RECORD, seen=0)
        self.then.closing.close(LEAD, self.assessment.id, "Leitung", seen=1)


@pytest.fixture
def before(stores: Stores, sources: Sources) -> Before:
    """Four answers of each fate: the same, renamed, to be reviewed, dropped."""
    then = make_desk(former_library(), stores, sources)
    begun = then.assessments.begin(
        LEAD, "twinning", HERE.name, "Erstes", AssessmentSettings(scope=("GOV.1", "PAR.1", "PAR.2", "CAP.1"))
    )
    for indicator, rated in {"GOV.1.O1": F, "GOV.1.O2": L, "PAR.1.O1": L, "CAP.1.O2": N}.items():
        then.answering.rate(LEAD, begun.id, indicator, rated, seen=0)
    then.answering.annotate(LEAD, begun.id, "PAR.1.O1", "note", "Ratsbeschluss", seen=0)
    return Before(then, make_desk(library_now(), stores, sources), begun)


def test_a_newer_version_is_offered_with_what_it_would_do(before: Before) -> None:
    offer = before.now.moving.offer(LEAD, before.assessment.id)
    assert offer is not None
    assert (offer.before.version, offer.after.version, offer.written) == ("1.0.0", "2.0.0", True)
    assert [each.after for each in offer.move.carried] == ["GOV.1.O1", "GOV.1.O3"]
    assert [each.before for each in offer.move.away] == ["CAP.1.O2"]
    assert "PAR.1.O1" in [each.after for each in offer.move.again]


def test_looking_changes_nothing(before: Before, stores: Stores) -> None:
    entries = stores.audit.entries()
    before.now.moving.offer(LEAD, before.assessment.id)
    assert before.now.assessments.list(LEAD) == (before.assessment,)
    assert stores.audit.entries() == entries


def test_where_nothing_newer_asks_otherwise_nothing_is_offered(before: Before) -> None:
    assert before.then.moving.offer(LEAD, before.assessment.id) is None
    with pytest.raises(NotAccepted):
        before.then.moving.move(LEAD, before.assessment.id, "Zweites")


def test_what_carries_over_begins_the_new_assessment_and_is_not_checked_yet(before: Before, stores: Stores) -> None:
    new = before.now.moving.move(LEAD, before.assessment.id, "Zweites")
    answers = stores.answers.answers(new.id)
    assert {key: each.rated for key, each in answers.items()} == {"GOV.1.O1": F, "GOV.1.O3": L, "PAR.1.O1": None}
    assert answers["PAR.1.O1"].note == "Ratsbeschluss"
    assert stores.cities.checks.unchecked(new.id) == {"GOV.1.O1", "GOV.1.O3", "PAR.1.O1"}
    assert (new.questionnaire_version, new.follows) == ("2.0.0", before.assessment.id)
    assert new.settings.scope == ("GOV.1", "PAR.1", "PAR.3", "CAP.1")


def test_the_assessment_that_is_moved_stays_as_it_is(before: Before, stores: Stores) -> None:
    answers = stores.answers.answers(before.assessment.id)
    before.now.moving.move(LEAD, before.assessment.id, "Zweites")
    assert stores.answers.answers(before.assessment.id) == answers
    assert before.now.assessments.get(LEAD, before.assessment.id) == before.assessment


def test_a_closed_assessment_is_moved_and_its_result_stays(before: Before) -> None:
    before.close()
    result = before.then.results.profile(LEAD, before.assessment.id)
    closings = before.then.closing.closings(LEAD, before.assessment.id)
    before.now.moving.move(LEAD, before.assessment.id, "Zweites")
    assert before.now.results.profile(LEAD, before.assessment.id) == result
    assert before.now.closing.closings(LEAD, before.assessment.id) == closings


def test_the_trail_says_that_answers_were_moved(before: Before) -> None:
    before.now.moving.move(LEAD, before.assessment.id, "Zweites")
    line, *_ = before.now.auditing.of_city(LEAD, HERE.id)
    assert (line.action, line.detail["how"], line.detail["after"]) == ("begin assessment", "moved", "2.0.0")


def test_going_on_takes_the_same_way_as_moving(before: Before, stores: Stores) -> None:
    new = before.now.following.begin_after(LEAD, before.assessment.id, "Nächstes")
    assert {key: each.rated for key, each in stores.answers.answers(new.id).items()} == {
        "GOV.1.O1": F,
        "GOV.1.O3": L,
        "PAR.1.O1": None,
    }


def test_only_who_leads_the_city_moves(before: Before, stores: Stores) -> None:
    stores.assessments.remember(HELPER)
    stores.people.accounts.grant(HELPER.id, Grant("contributor", HERE.id))
    with pytest.raises(NotAllowed):
        before.now.moving.move(HELPER, before.assessment.id, "Zweites")
    with pytest.raises(NotFound):
        before.now.moving.move(OTHER_LEAD, before.assessment.id, "Zweites")


def test_a_number_with_another_content_is_no_newer_version_of_it(
    before: Before, stores: Stores, sources: Sources
) -> None:
    """Somebody changed what is asked and left the number: nothing is computed with it, and nothing moved."""
    changed = replace(former_library().models[0], rules_digest="other", digest="other")
    desk = make_desk(replace(former_library(), models=(changed,)), stores, sources)
    for wish in (desk.results.profile, desk.answering.overview, desk.moving.offer):
        with pytest.raises(VersionGone):
            wish(LEAD, before.assessment.id)


def test_answers_stay_readable_where_their_version_is_gone(before: Before, stores: Stores, sources: Sources) -> None:
    desk = make_desk(replace(library_now(), earlier=()), stores, sources)
    with pytest.raises(VersionGone, match=r"twinning 1\.0\.0"):
        desk.answering.overview(LEAD, before.assessment.id)
    found, stored = desk.answering.kept(LEAD, before.assessment.id)
    assert found == before.assessment
    assert stored["GOV.1.O1"].rated == Rated("rated", "F")
