"""Rooms and editions over the same cities are held against each other: what comes second gives way, and says why."""

from assessment.desk import Desk, Stores
from assessment.desk.rooms import Opening
from models.invented import MARK
from models.people import Actor
from models.room import RoomEdition

JOINT = f"{MARK}cohort-3"
ELSEWHERE = "Another room or an edition showed figures over nearly the same cities"
LEFT_OUT = "A live room showed figures over nearly the same cities"


def held(desk: Desk, trainer: Actor, names: list[str]) -> tuple[str, RoomEdition]:
    """A room of these cities that revealed its first rating, and what it showed."""
    room = desk.rooms.open(trainer, Opening("Netzwerktag", cohort=JOINT))
    phones = [desk.seats.enter(room.code, "10.0.0.1") for _ in names]
    for phone, name in zip(phones, names, strict=True):
        desk.seats.name_city(phone, name, agreed=True)
    desk.rooms.begin(trainer, room.id, "first", seen=1)
    for at, phone in enumerate(phones):
        for number, question in enumerate(room.questions):
            desk.seats.answer(phone, 1, question, str(1 + (at + number) % 5), seen=0, op=question)
        desk.seats.finish(phone, 1)
    desk.rooms.reveal(trainer, room.id, seen=desk.rooms.show(trainer, room.id).room.version)
    newest = desk.rooms.show(trainer, room.id).newest
    assert newest is not None
    return room.id, newest


def members(desk: Desk, trainer: Actor) -> list[str]:
    return [each.membership.city.name for each in desk.cohorts.show(trainer, JOINT).cities]


def published(desk: Desk, trainer: Actor) -> set[str]:
    """The dimensions that editions of the cohort show."""
    groups = desk.benchmarking.of_cohort(trainer, JOINT)
    every = [shown.cell for group in groups for each in group.editions for shown in each.edition.shown]
    return {each for each in every if "." not in each}


def test_a_room_of_all_cities_of_an_edition_but_one_shows_nothing_of_what_the_edition_shows(
    desk: Desk, trainer: Actor
) -> None:
    there = published(desk, trainer)
    _, seen = held(desk, trainer, [f"Stadt  {each}".upper() for each in members(desk, trainer)[1:]])
    assert there
    for dimension in there:
        cell = seen.of(dimension)
        assert cell is not None
        assert str(cell.why).startswith(ELSEWHERE), dimension


def test_a_room_of_strangers_beside_an_edition_shows_its_figures(desk: Desk, trainer: Actor) -> None:
    _, seen = held(desk, trainer, [f"Nirgends {at}" for at in range(9)])
    assert {each.why for each in seen.cells} == {None}


def test_an_edition_gives_way_to_a_room_of_all_but_one_of_its_cities_until_the_answers_there_are_erased(
    desk: Desk, trainer: Actor, stores: Stores
) -> None:
    stores.cities.editions.memory.editions.clear()  # type: ignore[attr-defined]
    stores.cities.editions.memory.brought.clear()  # type: ignore[attr-defined]
    alone = desk.benchmarking.preview(trainer, JOINT).shown
    room, seen = held(desk, trainer, members(desk, trainer)[1:])
    assert any(each.figures for each in seen.cells)
    beside = desk.benchmarking.preview(trainer, JOINT)
    assert set(beside.shown) < set(alone)
    assert any(str(each.why).startswith(LEFT_OUT) for each in beside.hidden)
    for each in stores.rooms.cities(room):
        stores.rooms.erase_city(each.id)
    assert desk.benchmarking.preview(trainer, JOINT).shown == alone
