"""Invitations that still serve: who may make them sees them, and takes each back; a link that is dead says no more."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import CodeSpent, NotFound
from models.people import Actor, Grant
from tests.desk.conftest import ADMINISTRATOR, ELSEWHERE, HERE, LEAD, OTHER_LEAD

PASSWORD = "vier Worte ohne Bezug"


def redeem(desk: Desk, code: str) -> None:
    desk.entrance.redeem(code, "ben", "Ben", PASSWORD, "here")


def test_what_is_seen_of_an_invitation_opens_nothing(desk: Desk) -> None:
    link = desk.people.invite(LEAD, Grant("contributor", HERE.id), uses=3)
    (found,) = desk.people.invitations(LEAD, HERE.id)
    assert (found.id, found.role, found.by, found.uses, found.expires) == (
        link.id,
        "contributor",
        "Lena",
        3,
        link.expires,
    )
    with pytest.raises(CodeSpent):
        redeem(desk, found.id)
    redeem(desk, link.code)
    assert [each.uses for each in desk.people.invitations(LEAD, HERE.id)] == [2]


def test_a_link_that_was_withdrawn_answers_as_one_that_never_was(desk: Desk, stores: Stores) -> None:
    link = desk.people.invite(LEAD, Grant("lead", HERE.id))
    desk.people.withdraw(ADMINISTRATOR, HERE.id, link.id)
    for code in (link.code, "ABCDEFGHJKLM"):
        with pytest.raises(CodeSpent):
            redeem(desk, code)
    assert desk.people.invitations(LEAD, HERE.id) == ()
    note = stores.audit.entries(HERE.id)[-1].note
    assert (note.person, dict(note.detail)) == (ADMINISTRATOR.id, {"how": "withdrawn", "role": "lead", "uses": "1"})


def test_an_invitation_to_the_house_is_withdrawn_by_who_administers_it(desk: Desk, stores: Stores) -> None:
    link = desk.people.invite(ADMINISTRATOR, Grant("trainer"))
    assert [each.role for each in desk.people.invitations(ADMINISTRATOR, None)] == ["trainer"]
    desk.people.withdraw(ADMINISTRATOR, None, link.id)
    assert desk.people.invitations(ADMINISTRATOR, None) == ()
    assert stores.audit.entries()[-1].note.subject == "house"


@pytest.mark.parametrize("role", ["contributor", "lead"])
def test_nobody_withdraws_by_way_of_another_place(desk: Desk, stores: Stores, role: str) -> None:
    link = desk.people.invite(LEAD, Grant(role, HERE.id))  # type: ignore[arg-type]
    before = stores.audit.entries()
    desk.people.withdraw(OTHER_LEAD, ELSEWHERE.id, link.id)
    desk.people.withdraw(ADMINISTRATOR, None, link.id)
    with pytest.raises(NotFound):
        desk.people.withdraw(OTHER_LEAD, HERE.id, link.id)
    assert stores.audit.entries() == before
    assert len(desk.people.invitations(LEAD, HERE.id)) == 1


def test_the_code_of_a_cohort_is_withdrawn_and_lets_no_city_in(desk: Desk, stores: Stores) -> None:
    tom = Actor("tom", "Tom", frozenset({Grant("trainer")}))
    cohort = desk.cohorts.found(tom, "Hafenstädte")
    leading = Actor("tom", "Tom", frozenset({Grant("trainer"), Grant("trainer", cohort=cohort.id)}))
    link = desk.cohorts.invite(leading, cohort.id)
    (found,) = desk.cohorts.invitations(leading, cohort.id)
    assert (found.id, found.uses) == (link.id, 10)
    desk.cohorts.withdraw(leading, cohort.id, found.id)
    with pytest.raises(CodeSpent):
        desk.cohorts.named_by(LEAD, HERE.id, link.code)
    assert desk.cohorts.invitations(leading, cohort.id) == ()
    assert stores.audit.entries()[-1].note.detail["how"] == "withdrawn"
    before = stores.audit.entries()
    desk.cohorts.withdraw(leading, cohort.id, found.id)
    assert stores.audit.entries() == before
