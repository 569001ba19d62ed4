"""One table says who may do what; every use case asks it, and strangers learn nothing."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from assessment.desk import Desk
from assessment.desk.errors import ChangedMeanwhile, NotAllowed, NotFound
from assessment.desk.policy import ACTIONS, ALLOWED, RELATIONS, Action, allowed
from models.answers import Answers
from models.assessment import ROLES, VISITOR, Actor, Assessment, AssessmentSettings, Rated
from models.differences import Differences
from tests.desk.conftest import ADMINISTRATOR, LEAD, OTHER_LEAD
from tests.golden import Golden

F = Rated("rated", "F")
FILE = Answers("urban-diplomacy", "1.0.0", "Musterstadt")
NOTHING = Differences((), (), 0, (), ())

Call = Callable[[Desk, Actor, str], object]

ON_ASSESSMENT: dict[str, tuple[Action, Call]] = {
    "answering.overview": ("read assessment", lambda d, a, i: d.answering.overview(a, i)),
    "answering.sheet": ("read assessment", lambda d, a, i: d.answering.sheet(a, i, "GOV.1")),
    "answering.question": ("read assessment", lambda d, a, i: d.answering.question(a, i, "GOV.1.O1")),
    "answering.history": ("read assessment", lambda d, a, i: d.answering.history(a, i, "GOV.1")),
    "answering.rate": ("answer", lambda d, a, i: d.answering.rate(a, i, "GOV.1.O1", F, seen=0)),
    "answering.annotate": ("answer", lambda d, a, i: d.answering.annotate(a, i, "GOV.1.O1", "note", "x", seen=0)),
    "answering.clear": ("answer", lambda d, a, i: d.answering.clear(a, i, "GOV.1.O1", "rating", seen=0)),
    "answering.undo": ("answer", lambda d, a, i: d.answering.undo(a, i, "GOV.1.O1", "rating", seen=0)),
    "assessments.get": ("read assessment", lambda d, a, i: d.assessments.get(a, i)),
    "assessments.rename": ("change assessment", lambda d, a, i: d.assessments.rename(a, i, "Neu", seen=1)),
    "assessments.change_settings": (
        "change assessment",
        lambda d, a, i: d.assessments.change_settings(a, i, AssessmentSettings(), seen=1),
    ),
    "assessments.archive": ("change assessment", lambda d, a, i: d.assessments.archive(a, i, seen=1)),
    "assessments.restore": ("change assessment", lambda d, a, i: d.assessments.restore(a, i, seen=1)),
    "assessments.delete": ("delete assessment", lambda d, a, i: d.assessments.delete(a, i)),
    "exchange.compare": ("read assessment", lambda d, a, i: d.exchange.compare(a, i, FILE)),
    "exchange.take_in": ("answer", lambda d, a, i: d.exchange.take_in(a, i, FILE, seen=NOTHING)),
    "exchange.export": ("read assessment", lambda d, a, i: d.exchange.export(a, i)),
    "results.profile": ("read assessment", lambda d, a, i: d.results.profile(a, i)),
    "results.report_inputs": ("read assessment", lambda d, a, i: d.results.report_inputs(a, i)),
}

IN_HOUSE: dict[str, tuple[Action, Call]] = {
    "assessments.list": ("list assessments", lambda d, a, _: d.assessments.list(a)),
    "assessments.begin": (
        "begin assessment",
        lambda d, a, _: d.assessments.begin(a, "urban-diplomacy", "Stadt", "Titel", AssessmentSettings()),
    ),
    "exchange.begin_from": ("begin assessment", lambda d, a, _: d.exchange.begin_from(a, FILE, "Titel")),
    "pages.read": ("read pages", lambda d, a, _: d.pages.read(a, "privacy", "de")),
    "pages.write": ("write pages", lambda d, a, _: d.pages.write(a, "privacy", "de", "Text", seen=0)),
    "pages.versions": ("write pages", lambda d, a, _: d.pages.versions(a, "privacy", "de")),
}

EVERY = ON_ASSESSMENT | IN_HOUSE


def _use_cases(desk: Desk) -> Iterator[tuple[str, Any]]:
    for group in fields(desk):
        if group.name != "library":
            members = inspect.getmembers(getattr(desk, group.name), inspect.ismethod)
            yield from ((f"{group.name}.{name}", method) for name, method in members if not name.startswith("_"))


def test_the_table_is_the_one_that_was_reviewed(golden: Golden) -> None:
    columns = tuple(product(ROLES, RELATIONS))
    lines = [f"{'':18}" + "".join(f"{role[:13]:>14}" for role, _ in columns)]
    lines.append(f"{'':18}" + "".join(f"{relation:>14}" for _, relation in columns))
    for action in ACTIONS:
        cells = ("yes" if allowed(frozenset({role}), action, relation) else "-" for role, relation in columns)
        lines.append(f"{action:18}" + "".join(f"{cell:>14}" for cell in cells))
    golden.check(Path(__file__).parent / "policy.txt", "\n".join(lines) + "\n")


def test_the_table_names_only_roles_actions_and_relations_that_exist() -> None:
    assert set(product(ROLES, ACTIONS, RELATIONS)) >= ALLOWED


def test_without_a_role_nothing_is_allowed() -> None:
    assert not any(allowed(frozenset(), action, relation) for action, relation in product(ACTIONS, RELATIONS))


def test_several_roles_may_what_any_of_them_may() -> None:
    for action, relation in product(ACTIONS, RELATIONS):
        each = [allowed(frozenset({role}), action, relation) for role in ROLES]
        assert allowed(frozenset(ROLES), action, relation) is any(each)


def test_nobody_may_do_anything_to_a_city_they_do_not_belong_to() -> None:
    assert not any(allowed(frozenset({role}), action, "foreign") for role, action in product(ROLES, ACTIONS))


def test_every_use_case_takes_an_actor_and_has_its_action(desk: Desk) -> None:
    found = dict(_use_cases(desk))
    assert set(found) == set(EVERY)
    assert all(next(iter(inspect.signature(method).parameters)) == "actor" for method in found.values())


def test_every_action_of_the_table_has_a_use_case() -> None:
    assert {action for action, _ in EVERY.values()} == set(ACTIONS)


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_unknown_foreign_and_roleless_look_the_same(desk: Desk, begun: Assessment, name: str) -> None:
    call = ON_ASSESSMENT[name][1]
    told = []
    nobody = Actor(LEAD.id)
    for actor, assessment in ((LEAD, "unknown"), (OTHER_LEAD, begun.id), (VISITOR, begun.id), (nobody, begun.id)):
        with pytest.raises(NotFound) as refused:
            call(desk, actor, assessment)
        told.append((type(refused.value), refused.value.message))
    assert len(set(map(str, told))) == 1


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_an_administrator_does_not_read_assessments_in_passing(desk: Desk, begun: Assessment, name: str) -> None:
    with pytest.raises(NotFound):
        ON_ASSESSMENT[name][1](desk, ADMINISTRATOR, begun.id)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", IN_HOUSE)
def test_what_belongs_to_no_city_follows_the_table(desk: Desk, name: str, role: str) -> None:
    action, call = IN_HOUSE[name]
    actor = Actor("admin", roles=frozenset({role}))  # type: ignore[arg-type]
    if allowed(actor.roles, action, "house"):
        call(desk, actor, "")
    else:
        with pytest.raises(NotAllowed):
            call(desk, actor, "")


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_each_use_case_asks_for_its_own_action(
    desk: Desk, begun: Assessment, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    action, call = ON_ASSESSMENT[name]
    only_reading = frozenset({("lead", "read assessment", "own")})
    monkeypatch.setattr("assessment.desk.policy.ALLOWED", only_reading)
    if action == "read assessment":
        call(desk, LEAD, begun.id)
        return
    with pytest.raises(NotAllowed):
        call(desk, LEAD, begun.id)
    monkeypatch.setattr("assessment.desk.policy.ALLOWED", only_reading | {("lead", action, "own")})
    with suppress(ChangedMeanwhile):
        call(desk, LEAD, begun.id)


def test_whoever_no_longer_belongs_to_the_city_is_refused_at_the_next_click(
    desk: Desk, begun: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = desk.answering.sheet(LEAD, begun.id, "GOV.1")
    monkeypatch.setattr(type(desk.answering.door.assessments), "cities_of", lambda *_: ())
    with pytest.raises(NotFound):
        desk.answering.rate(LEAD, begun.id, sheet.parts[0].questions[0].indicator.id, F, seen=0)
