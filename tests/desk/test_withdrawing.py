"""A city that takes its consent back counts nowhere from then on; what was published before stays as it was."""

from collections.abc import Callable

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.rooms import Opening
from models.invented import MARK
from models.people import Actor

JOINT, CITY, OTHER = f"{MARK}cohort-3", f"{MARK}05", f"{MARK}06"
Surface = Callable[[Desk, Actor], bool]


def terms(desk: Desk, trainer: Actor, *, all_of_them: bool) -> None:
    """The city agrees to everything, or to nothing, in all of its cohorts; in the finder it is by its own offer."""
    for each in desk.cohorts.of_city(trainer, CITY):
        member = each.membership
        agreed = {"state", "names", "figures", "results", "benchmark"} if all_of_them else set()
        desk.cohorts.agree(trainer, CITY, member.cohort.id, agreed, seen=member.version)  # type: ignore[arg-type]
    if not all_of_them:
        desk.matching.withdraw(trainer, CITY)


def forget_editions(desk: Desk) -> None:
    """As if nothing had been published yet, so that a new edition stands in nobody's way."""
    memory = desk.benchmarking.stores.editions.memory  # type: ignore[attr-defined]
    memory.editions.clear()
    memory.brought.clear()


def named(desk: Desk, trainer: Actor) -> bool:
    return CITY in {each.city.id for each in desk.benchmarking.named(trainer, JOINT)}


def followed(desk: Desk, trainer: Actor) -> bool:
    cities = {each.membership.city.id: each for each in desk.cohorts.show(trainer, JOINT).cities}
    return cities[CITY].standings is not None


def known_by_name(desk: Desk, trainer: Actor) -> bool:
    (joint,) = [each for each in desk.cohorts.of_city(trainer, OTHER) if each.membership.cohort.id == JOINT]
    return any("Grenzfurt" in each for each in joint.named)


def expected_in_a_room(desk: Desk, trainer: Actor) -> bool:
    room = desk.rooms.open(trainer, Opening("Netzwerktag", cohort=JOINT))
    phone = desk.seats.enter(room.code, "10.0.0.1")
    return any("Grenzfurt" in each for each in desk.seats.view(phone).expected)


def counted_in_the_preview(desk: Desk, trainer: Actor) -> bool:
    return desk.benchmarking.counted(trainer, JOINT).counted == 10


def in_a_new_edition(desk: Desk, trainer: Actor) -> bool:
    forget_editions(desk)
    return CITY in {city for city, _ in desk.benchmarking.publish(trainer, JOINT).edition.members}


def in_a_new_pair(desk: Desk, trainer: Actor) -> bool:
    forget_editions(desk)
    return CITY in {city for city, _ in desk.benchmarking.publish_pair(trainer, JOINT).edition.members}


def in_a_new_edition_of_the_network(desk: Desk, trainer: Actor) -> bool:
    forget_editions(desk)
    kept = desk.benchmarking.publish_network(trainer, invented=True)
    return CITY in {city for city, _ in kept.edition.members}


def in_a_file_of_a_new_edition(desk: Desk, trainer: Actor) -> bool:
    forget_editions(desk)
    kept = desk.benchmarking.publish(trainer, JOINT)
    handed = desk.benchmarking.hand_out(trainer, JOINT, kept.edition.id, "xlsx")
    return CITY in {city for each in handed.kept.edition.shown for city, _ in each.members}


def in_the_finder(desk: Desk, trainer: Actor) -> bool:
    return CITY in {each.match.city for each in desk.matching.matches(trainer, f"{MARK}03")}


SURFACES: dict[str, Surface] = {
    "levels under its name": named,
    "how far its assessments are": followed,
    "its name for other cities": known_by_name,
    "the list of a live room": expected_in_a_room,
    "planner and preview": counted_in_the_preview,
    "a new edition of the cohort": in_a_new_edition,
    "a new pair of editions": in_a_new_pair,
    "a new edition of the network": in_a_new_edition_of_the_network,
    "a file of a new edition": in_a_file_of_a_new_edition,
    "the exchange finder": in_the_finder,
}


@pytest.mark.parametrize("surface", SURFACES)
def test_a_city_is_there_as_long_as_it_agrees_and_gone_when_it_takes_that_back(
    desk: Desk, trainer: Actor, surface: str
) -> None:
    there = SURFACES[surface]
    terms(desk, trainer, all_of_them=True)
    assert there(desk, trainer)
    terms(desk, trainer, all_of_them=False)
    assert not there(desk, trainer)


def test_what_was_published_before_is_handed_out_as_it_was(desk: Desk, trainer: Actor) -> None:
    before = desk.benchmarking.of_cohort(trainer, JOINT)
    terms(desk, trainer, all_of_them=False)
    assert desk.benchmarking.of_cohort(trainer, JOINT) == before
    kept = before[0].editions[-1]
    assert desk.benchmarking.hand_out(trainer, JOINT, kept.edition.id, "pdf").kept == kept


def test_the_trail_says_what_was_taken_back_and_that_the_finder_was_left(
    desk: Desk, stores: Stores, trainer: Actor
) -> None:
    terms(desk, trainer, all_of_them=True)
    terms(desk, trainer, all_of_them=False)
    notes = [each.note for each in stores.audit.entries(CITY)]
    agreed = [each.detail["agreed"] for each in notes if each.detail.get("how") == "agreed"]
    count = len(desk.cohorts.of_city(trainer, CITY))
    assert agreed[-count:] == [""] * count
    assert [each.detail["how"] for each in notes if each.action == "offer exchange"] == ["withdrawn"]
