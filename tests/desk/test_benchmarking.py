"""Grouped figures: published by all rules from what cities agreed to, kept as they are, and told in the trail."""

from dataclasses import replace

import pytest

from assessment.benchmark.publishing import Rules
from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.errors import NotAccepted, NotAllowed
from assessment.loading.frozen import FrozenAnswers
from models.answers import Answers
from models.cohort import Consent
from models.invented import MARK
from models.people import Actor, Grant
from models.questionnaire import Library
from tests.desk.conftest import ADMINISTRATOR

JOINT, FEW = f"{MARK}cohort-3", f"{MARK}cohort-2"
CITY = f"{MARK}05"


def _agrees(desk: Desk, trainer: Actor, *consents: Consent) -> None:
    """The city agrees to this and nothing else in the cohort."""
    (member,) = [each.membership for each in desk.cohorts.of_city(trainer, CITY) if each.membership.cohort.id == JOINT]
    desk.cohorts.agree(trainer, CITY, JOINT, consents, seen=member.version)


def _members(desk: Desk, trainer: Actor) -> set[str]:
    return {city for city, _ in desk.benchmarking.publish(trainer, JOINT).edition.members}


def test_a_preview_says_how_many_count_and_what_will_be_shown(desk: Desk, trainer: Actor) -> None:
    seen = desk.benchmarking.preview(trainer, JOINT)
    assert (seen.joined, seen.counted) == (10, 10)
    assert "CAP" in seen.shown
    assert seen.depth is not None


def test_the_planner_is_told_how_many_count_without_a_look_at_any_figure(desk: Desk, trainer: Actor) -> None:
    seen, told = desk.benchmarking.preview(trainer, JOINT), desk.benchmarking.counted(trainer, JOINT)
    assert (told.joined, told.counted, told.depth) == (seen.joined, seen.counted, seen.depth)
    assert (told.shown, told.hidden) == ((), ())


def test_an_edition_of_the_network_is_seen_and_handed_out_by_whoever_may_publish_one(
    desk: Desk, stores: Stores, trainer: Actor
) -> None:
    (network,) = desk.benchmarking.of_network(trainer, invented=True)
    kept = network.editions[-1]
    assert (network.cohort, desk.benchmarking.of_network(trainer)) == (None, ())
    assert desk.benchmarking.hand_out(trainer, None, kept.edition.id, "csv").kept == kept
    assert [each.note.detail["form"] for each in stores.audit.entries() if each.note.subject_id == ""] == ["csv"]
    lead = Actor("lead", "Lena", frozenset({Grant("lead", CITY)}))
    with pytest.raises(NotAllowed):
        desk.benchmarking.hand_out(lead, None, kept.edition.id, "csv")


def test_what_is_worked_out_beforehand_is_not_read_again_when_somebody_asks(
    desk: Desk, stores: Stores, trainer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = list(desk.benchmarking.drafts.beforehand())
    assert len(prepared) == len(set(prepared)) > 0
    monkeypatch.setattr(FrozenAnswers, "read", _refuses_to_read)
    assert desk.benchmarking.preview(trainer, JOINT).counted == 10
    assert desk.benchmarking.named(trainer, JOINT)


def test_a_city_that_agreed_to_nothing_is_not_read_beforehand(desk: Desk, trainer: Actor) -> None:
    assert CITY in set(desk.benchmarking.drafts.beforehand())
    for each in desk.cohorts.of_city(trainer, CITY):
        desk.cohorts.agree(trainer, CITY, each.membership.cohort.id, ("state",), seen=each.membership.version)
    assert CITY not in set(desk.benchmarking.drafts.beforehand())


def _refuses_to_read(*_args: object) -> Answers:
    raise AssertionError("read once more")


def test_too_few_cities_see_why_there_is_nothing(desk: Desk, trainer: Actor) -> None:
    seen = desk.benchmarking.preview(trainer, FEW)
    assert seen.shown == ()
    assert {str(each.why) for each in seen.hidden} == {"Fewer than 5 cities."}
    with pytest.raises(NotAccepted):
        desk.benchmarking.publish(trainer, FEW)


def test_an_edition_stands_in_the_register_and_shows_what_the_preview_said(desk: Desk, trainer: Actor) -> None:
    before = desk.benchmarking.preview(trainer, JOINT)
    kept = desk.benchmarking.publish(trainer, JOINT)
    assert tuple(each.cell for each in kept.edition.shown) == before.shown
    own = next(each for each in desk.benchmarking.of_cohort(trainer, JOINT) if each.cohort is not None)
    assert own.editions[-1] == kept


def test_a_city_that_takes_its_consent_back_counts_in_nothing_from_then_on(
    desk: Desk, stores: Stores, trainer: Actor
) -> None:
    first = desk.benchmarking.publish(trainer, JOINT)
    _agrees(desk, trainer, "state", "results")
    assert desk.benchmarking.preview(trainer, JOINT).counted == 9
    assert desk.benchmarking.preview_network(trainer, invented=True).counted == 10
    _agrees(desk, trainer)
    assert CITY not in {each.city.id for each in desk.benchmarking.named(trainer, JOINT)}
    own = next(each for each in desk.benchmarking.of_cohort(trainer, JOINT) if each.cohort is not None)
    assert first in own.editions
    told = [each.note.detail for each in stores.audit.entries(CITY) if each.note.subject == "cohort"]
    assert [each["how"] for each in told] == ["counted", "agreed", "agreed"]
    assert [each["agreed"] for each in told[1:]] == ["results,state", ""]


def test_no_edition_is_published_over_a_city_that_left(desk: Desk, trainer: Actor) -> None:
    (member,) = [each.membership for each in desk.cohorts.of_city(trainer, CITY) if each.membership.cohort.id == JOINT]
    desk.cohorts.leave(trainer, CITY, JOINT, seen=member.version)
    assert desk.benchmarking.preview(trainer, JOINT).counted == 9
    with pytest.raises(NotAccepted):
        desk.benchmarking.publish(trainer, JOINT)


def test_a_city_that_never_agreed_to_figures_of_the_network_is_not_in_them(desk: Desk, trainer: Actor) -> None:
    for each in desk.cohorts.of_city(trainer, CITY):
        member = each.membership
        desk.cohorts.agree(trainer, CITY, member.cohort.id, {"figures"}, seen=member.version)
    assert desk.benchmarking.preview_network(trainer, invented=True).counted == 9
    assert desk.benchmarking.preview(trainer, JOINT).counted == 10


def test_invented_cities_never_count_among_real_ones(desk: Desk, trainer: Actor) -> None:
    assert desk.benchmarking.preview_network(trainer).counted == 0


def test_first_and_last_results_of_the_same_cities_are_published_together(desk: Desk, trainer: Actor) -> None:
    later = desk.benchmarking.publish_pair(trainer, JOINT)
    own = next(each for each in desk.benchmarking.of_cohort(trainer, JOINT) if each.cohort is not None)
    earlier = next(each for each in own.editions if each.edition.id == later.before)
    assert {city for city, _ in earlier.edition.members} == {city for city, _ in later.edition.members}
    assert earlier.edition.members != later.edition.members


def test_a_peer_group_that_is_too_small_or_leaves_too_few_out_shows_nothing(desk: Desk, trainer: Actor) -> None:
    for group in ("size-0", "country-german", "country-world"):
        assert desk.benchmarking.preview(trainer, JOINT, group).shown == ()
    with pytest.raises(NotAccepted):
        desk.benchmarking.preview(trainer, JOINT, "harbours")


def test_each_city_was_told_that_it_was_counted(desk: Desk, stores: Stores, trainer: Actor) -> None:
    counted = _members(desk, trainer)
    notes = [each.note for each in stores.audit.entries() if each.note.action == "publish edition"]
    assert {each.city for each in notes if each.detail["how"] == "counted"} == counted
    assert [each.city for each in notes if each.detail["how"] == "published"] == [None]


@pytest.mark.parametrize("rules", [None, Rules(least=4), Rules(least=0), Rules(least=True), Rules(least=10**9)])
def test_with_a_senseless_setting_nothing_is_shown(
    library: Library, stores: Stores, sources: Sources, trainer: Actor, rules: Rules | None
) -> None:
    careless = make_desk(library, stores, replace(sources, rules=rules))
    assert careless.benchmarking.preview(trainer, JOINT).shown == ()
    with pytest.raises(NotAccepted):
        careless.benchmarking.publish(trainer, JOINT)


def test_a_city_looks_at_the_editions_of_its_cohorts(desk: Desk, trainer: Actor) -> None:
    lead = Actor(ADMINISTRATOR.id, "Ada", frozenset({Grant("lead", CITY)}))
    groups = desk.benchmarking.of_city(lead, CITY)
    assert [None if each.cohort is None else each.cohort.id for each in groups] == [JOINT, None]


def test_beside_a_result_stands_only_what_was_asked_the_same_way(desk: Desk, trainer: Actor) -> None:
    kept = desk.benchmarking.of_city(trainer, CITY)[0].editions[0]
    here = desk.benchmarking.beside(trainer, f"{CITY}-2", kept.depth)
    assert all(one.depth == kept.depth for each in here for one in each.editions)
    assert here
