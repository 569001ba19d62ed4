"""The table is asked everywhere, nothing in it can change unseen, and what was taken away is gone at the next click."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from assessment.desk import Desk
from assessment.desk.door import may, to_assessment, to_city, to_cohort
from assessment.desk.errors import NotAllowed, NotFound, SignedOut, WishRefused
from assessment.desk.policy import ACTIONS, ALLOWED, RELATIONS, Action, Relation, allowed
from assessment.desk.ports import AssessmentStore
from models.assessment import Assessment
from models.people import ROLES, VISITOR, Actor, Grant, Role
from tests.desk.conftest import ELSEWHERE, HERE, LEAD, OTHER_LEAD
from tests.desk.policy_table import written
from tests.desk.test_policy import EVERY, WITH, Kind, UseCase, scene, standing

__all__ = ["scene"]

WITH_ID = [name for name, each in EVERY.items() if each.kind not in ("house", "self") and not name.endswith("at home")]
TAKEN_AWAY = [name for name, each in EVERY.items() if not allowed("visitor", each.action, WITH[each.kind][0])]
"""Use cases that need a role: what visitors may do, nobody can lose."""


def _cell(case: UseCase) -> tuple[Role, Relation]:
    """Somebody who may."""
    return next(
        (role, relation) for role, relation in product(ROLES, WITH[case.kind]) if allowed(role, case.action, relation)
    )


@dataclass
class Listener:
    """Notes for which actions the table is asked."""

    asked: set[Action]

    def __call__(self, role: Role, action: Action, relation: Relation) -> bool:
        self.asked.add(action)
        return allowed(role, action, relation)


def _asked(call: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> set[Action]:
    listener = Listener(set())
    monkeypatch.setattr("assessment.desk.door.allowed", listener)
    with suppress(WishRefused):
        call()
    return listener.asked


@pytest.mark.parametrize("name", EVERY)
def test_every_use_case_asks_for_the_action_that_stands_beside_it(
    desk: Desk, scene: dict[Kind, str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = EVERY[name]
    actor = standing(*_cell(case), scene["assessment"])
    for held in actor.grants:
        desk.people.stores.accounts.grant(actor.id, held)
    asked = _asked(lambda: case.call(desk, actor, scene[case.kind]), monkeypatch)
    assert case.action in asked


def test_a_use_case_that_asks_nobody_is_caught(desk: Desk, begun: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True)
    class Careless:
        store: AssessmentStore

        def get(self, _actor: Actor, assessment: str) -> Assessment | None:
            return self.store.get(assessment)

    careless = Careless(desk.assessments.assessments)
    assert _asked(lambda: careless.get(VISITOR, begun.id), monkeypatch) == set()
    assert _asked(lambda: desk.assessments.get(LEAD, begun.id), monkeypatch) != set()


def test_no_cell_of_the_table_can_change_unseen() -> None:
    reviewed = (Path(__file__).parent / "policy.txt").read_text("utf-8")
    assert written(ALLOWED) == reviewed
    unseen = [cell for cell in product(ROLES, ACTIONS, RELATIONS) if written(ALLOWED ^ {cell}) == reviewed]
    assert unseen == []


def test_two_roles_open_what_each_of_them_opens_and_no_more(begun: Assessment) -> None:
    held: tuple[dict[str, Any], ...] = ({"city": HERE.id}, {"city": ELSEWHERE.id}, {"assessment": begun.id})
    places = ({}, *held, {"cohort": "led"}, {"cohort": "other"})
    grants = [Grant(role, **place) for role, place in product(ROLES, places)]
    for pair, action in product(combinations(grants, 2), ACTIONS):
        both, alone = Actor("x", grants=frozenset(pair)), [Actor("x", grants=frozenset({each})) for each in pair]
        for stands, to in ((to_assessment, begun), (to_city, HERE.id), (to_cohort, "led")):
            either = any(may(tuple(stands(each, to)), action) for each in alone)  # type: ignore[operator]
            assert may(tuple(stands(both, to)), action) is either  # type: ignore[operator]


@pytest.mark.parametrize("name", WITH_ID)
def test_an_id_of_somebody_else_tells_as_little_as_one_that_was_never_given(
    desk: Desk, scene: dict[Kind, str], name: str
) -> None:
    case, told = EVERY[name], set()
    outside = (VISITOR, OTHER_LEAD, Actor(LEAD.id), *(Actor("x", grants=frozenset({Grant(role)})) for role in ROLES))
    strangers = [each for each in outside if "administrator" not in each.roles or case.kind == "assessment"]
    for actor, subject in [(each, scene[case.kind]) for each in strangers] + [(LEAD, "0" * 24), (VISITOR, "0" * 24)]:
        with pytest.raises(WishRefused) as refused:
            case.call(desk, actor, subject)
        told.add((type(refused.value), str(refused.value.message), refused.value.args))
    assert {kind for kind, _, _ in told} == {NotFound}
    assert len(told) == 1


@pytest.mark.parametrize("name", TAKEN_AWAY)
def test_what_was_taken_away_between_page_and_click_is_gone(desk: Desk, scene: dict[Kind, str], name: str) -> None:
    case, accounts = EVERY[name], desk.people.stores.accounts
    (held,) = standing(*_cell(case), scene["assessment"]).grants
    accounts.grant("actor", held)
    accounts.grant("consultant", held)  # the last lead or administrator would stay
    account = accounts.get("actor")
    assert account is not None
    at_the_page = desk.entrance.who(desk.entrance.arrive(account).secret)
    assert held in at_the_page.grants
    accounts.take("actor", held)
    with pytest.raises((NotFound, NotAllowed)):
        case.call(desk, at_the_page, scene[case.kind])
    accounts.grant("actor", held)
    desk.people.stores.sessions.end_all("actor")
    with pytest.raises(SignedOut):
        case.call(desk, at_the_page, scene[case.kind])
