"""Cohorts: cities join on their own terms, and their trainer learns what they agreed to and no more."""

from dataclasses import replace

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, CodeSpent, NotAccepted, NotAllowed, NotFound
from models.assessment import Assessment
from models.cohort import Cohort
from models.people import Account, Actor, Grant
from tests.desk.conftest import ADMINISTRATOR, ELSEWHERE, HERE, LEAD, OTHER_LEAD, START


@pytest.fixture
def trainer(stores: Stores) -> Actor:
    """Somebody who trains."""
    memory = stores.people.accounts.memory  # type: ignore[attr-defined]
    for key in ("tom", "tea"):
        memory.accounts[key] = Account(key, key, key.title(), START)
        memory.names[key] = key.title()
        memory.grants[key] = {Grant("trainer")}
    return Actor("tom", "Tom", frozenset({Grant("trainer")}))


@pytest.fixture
def cohort(desk: Desk, trainer: Actor) -> Cohort:
    """A cohort that Tom leads."""
    return desk.cohorts.found(trainer, "Hafenstädte")


def _leading(who: Actor, cohort: Cohort) -> Actor:
    return replace(who, grants=who.grants | {Grant("trainer", cohort=cohort.id)})


def _code(desk: Desk, trainer: Actor, cohort: Cohort) -> str:
    return desk.cohorts.invite(_leading(trainer, cohort), cohort.id).code


def test_whoever_begins_a_cohort_leads_it(desk: Desk, trainer: Actor, cohort: Cohort, stores: Stores) -> None:
    account = stores.people.accounts.get("tom")
    assert account is not None
    assert Grant("trainer", cohort=cohort.id) in account.grants
    assert desk.cohorts.mine(_leading(trainer, cohort)) == (cohort,)
    assert desk.cohorts.mine(LEAD) == ()


def test_another_trainer_may_be_asked_to_lead_too(desk: Desk, trainer: Actor, cohort: Cohort, stores: Stores) -> None:
    desk.cohorts.appoint(_leading(trainer, cohort), cohort.id, " TEA ")
    tea = stores.people.accounts.get("tea")
    assert tea is not None
    assert Grant("trainer", cohort=cohort.id) in tea.grants
    with pytest.raises(NotAccepted):
        desk.cohorts.appoint(_leading(trainer, cohort), cohort.id, "lena")


def test_a_lead_sees_what_a_code_opens_before_agreeing(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    assert desk.cohorts.named_by(LEAD, HERE.id, _code(desk, trainer, cohort)) == cohort
    with pytest.raises(CodeSpent):
        desk.cohorts.named_by(LEAD, HERE.id, "XXXX-XXXX-XXXX")


def test_an_invitation_to_a_city_is_no_code_of_a_cohort(desk: Desk, trainer: Actor) -> None:
    code = desk.people.invite(ADMINISTRATOR, Grant("lead", HERE.id)).code
    with pytest.raises(CodeSpent):
        desk.cohorts.join(LEAD, HERE.id, code, ())


def test_the_trainer_sees_the_state_of_assessments_where_a_city_agreed(
    desk: Desk, trainer: Actor, cohort: Cohort, begun: Assessment
) -> None:
    code = _code(desk, trainer, cohort)
    desk.cohorts.join(LEAD, HERE.id, code, {"state"})
    desk.cohorts.join(OTHER_LEAD, ELSEWHERE.id, code, {"names"})
    elsewhere, here = desk.cohorts.show(_leading(trainer, cohort), cohort.id).cities
    assert (elsewhere.membership.city, elsewhere.standings) == (ELSEWHERE, None)
    assert here.standings is not None
    assert [(each.state, each.scope) for each in here.standings] == [("draft", begun.settings.scope)]


def test_a_city_sees_the_names_of_those_who_let_themselves_be_named(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    code = _code(desk, trainer, cohort)
    desk.cohorts.join(LEAD, HERE.id, code, {"names"})
    desk.cohorts.join(OTHER_LEAD, ELSEWHERE.id, code, ())
    (here,), (elsewhere,) = desk.cohorts.of_city(LEAD, HERE.id), desk.cohorts.of_city(OTHER_LEAD, ELSEWHERE.id)
    assert (here.named, here.unnamed) == ((), 1)
    assert (elsewhere.named, elsewhere.unnamed) == ((HERE.name,), 0)


def test_a_city_takes_its_agreement_back(desk: Desk, trainer: Actor, cohort: Cohort, begun: Assessment) -> None:
    desk.cohorts.join(LEAD, HERE.id, _code(desk, trainer, cohort), {"state"})
    desk.cohorts.agree(LEAD, HERE.id, cohort.id, (), seen=1)
    (here,) = desk.cohorts.show(_leading(trainer, cohort), cohort.id).cities
    assert here.standings is None
    with pytest.raises(ChangedMeanwhile):
        desk.cohorts.agree(LEAD, HERE.id, cohort.id, {"state"}, seen=1)


def test_a_city_leaves(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    desk.cohorts.join(LEAD, HERE.id, _code(desk, trainer, cohort), {"state"})
    desk.cohorts.leave(LEAD, HERE.id, cohort.id, seen=1)
    assert desk.cohorts.show(_leading(trainer, cohort), cohort.id).cities == ()
    assert desk.cohorts.of_city(LEAD, HERE.id) == ()
    with pytest.raises(NotFound):
        desk.cohorts.leave(LEAD, HERE.id, cohort.id, seen=2)


def test_joining_twice_and_unknown_terms_are_refused(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    code = _code(desk, trainer, cohort)
    with pytest.raises(NotAccepted):
        desk.cohorts.join(LEAD, HERE.id, code, {"everything"})  # type: ignore[arg-type]
    desk.cohorts.join(LEAD, HERE.id, code, ())
    with pytest.raises(NotAccepted):
        desk.cohorts.join(LEAD, HERE.id, code, ())


def test_a_contributor_does_not_speak_for_the_city(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    cleo = Actor("cleo", "Cleo", frozenset({Grant("contributor", HERE.id)}))
    with pytest.raises(NotAllowed):
        desk.cohorts.join(cleo, HERE.id, _code(desk, trainer, cohort), ())


def test_foreign_and_unknown_cohorts_look_the_same(desk: Desk, trainer: Actor, cohort: Cohort) -> None:
    told = []
    for key in (cohort.id, "unknown"):
        with pytest.raises(NotFound) as refused:
            desk.cohorts.show(Actor("tea", "Tea", frozenset({Grant("trainer")})), key)
        told.append(str(refused.value.message))
    assert len(set(told)) == 1


def test_what_is_done_with_a_cohort_is_noted(
    desk: Desk, stores: Stores, trainer: Actor, cohort: Cohort, begun: Assessment
) -> None:
    desk.cohorts.appoint(_leading(trainer, cohort), cohort.id, "tea")
    desk.cohorts.join(LEAD, HERE.id, _code(desk, trainer, cohort), {"state"})
    desk.cohorts.agree(LEAD, HERE.id, cohort.id, (), seen=1)
    desk.cohorts.leave(LEAD, HERE.id, cohort.id, seen=2)
    told = [
        (each.note.detail["how"], each.note.city) for each in stores.audit.entries() if each.note.subject == "cohort"
    ]
    assert told == [
        ("founded", None),
        ("appointed", None),
        ("code", None),
        ("joined", HERE.id),
        ("agreed", HERE.id),
        ("left", HERE.id),
    ]


@pytest.mark.parametrize(("uses", "days"), [(0, 5), (51, 5), (5, 0), (5, 61)])
def test_codes_serve_within_bounds(desk: Desk, trainer: Actor, cohort: Cohort, uses: int, days: int) -> None:
    with pytest.raises(NotAccepted):
        desk.cohorts.invite(_leading(trainer, cohort), cohort.id, uses=uses, days=days)
