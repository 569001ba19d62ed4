"""Events of a cohort are its own and its cities'; what is announced, changed and taken out is on record."""

import datetime
from dataclasses import replace

import pytest

from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotAllowed, NotFound
from models.cohort import Cohort, Membership
from models.people import VISITOR, Actor, Grant
from models.programme import Event, KeptEvent, Link
from models.questionnaire import Library
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, OTHER_LEAD, START

COHORT = Cohort("k1", "Hafenstädte", invented=False, created=START)
TRAINER = Actor("trainer", "Tom", frozenset({Grant("trainer"), Grant("trainer", cohort="k1")}))
DAY = START.date()
EVENT = Event(title="Werkstatt", kind="training", first_day=DAY, last_day=DAY)


@pytest.fixture
def event(desk: Desk, stores: Stores) -> KeptEvent:
    """An event of a cohort that the city of the lead belongs to."""
    memory = stores.cities.cohorts.memory  # type: ignore[attr-defined]
    memory.cohorts["k1"] = COHORT
    memory.memberships["k1", HERE.id] = Membership(COHORT, HERE, START, frozenset())
    memory.names[TRAINER.id] = "Tom"
    return desk.programme.announce(TRAINER, "k1", EVENT)


def test_the_cities_of_a_cohort_see_its_events_and_nobody_else_does(desk: Desk, event: KeptEvent) -> None:
    assert desk.programme.mine(LEAD).events == (event,)
    assert desk.programme.mine(TRAINER).events == (event,)
    assert desk.programme.mine(OTHER_LEAD).events == ()
    assert desk.programme.mine(VISITOR).events == ()
    with pytest.raises(NotFound):
        desk.programme.show(OTHER_LEAD, event.id)


def test_a_city_that_left_sees_them_no_more(desk: Desk, stores: Stores, event: KeptEvent) -> None:
    (member,) = stores.cities.cohorts.of_city(HERE.id)
    desk.cohorts.leave(LEAD, HERE.id, "k1", seen=member.version)
    assert desk.programme.mine(LEAD).events == ()
    with pytest.raises(NotFound):
        desk.programme.show(LEAD, event.id)


def test_what_the_house_announces_everybody_sees_who_has_signed_in(desk: Desk, event: KeptEvent) -> None:
    for_all = desk.programme.announce(ADMINISTRATOR, None, EVENT)
    assert for_all in desk.programme.mine(OTHER_LEAD).events
    assert desk.programme.mine(VISITOR).events == ()


def test_a_city_reads_and_does_not_change(desk: Desk, event: KeptEvent) -> None:
    with pytest.raises(NotAllowed):
        desk.programme.change(LEAD, event.id, EVENT, seen=1)
    with pytest.raises(NotAllowed):
        desk.programme.may_attach(LEAD, event.id)


def test_material_goes_to_whoever_sees_the_event(desk: Desk, event: KeptEvent) -> None:
    file = desk.programme.attach(TRAINER, event.id, "Ablauf.txt", b"10 Uhr")
    assert desk.programme.fetch(LEAD, event.id, file.id) == (file, b"10 Uhr")
    with pytest.raises(NotFound):
        desk.programme.fetch(OTHER_LEAD, event.id, file.id)
    with pytest.raises(NotAccepted):
        desk.programme.attach(TRAINER, event.id, "Ablauf.txt", b"11 Uhr")
    desk.programme.detach(TRAINER, event.id, file.id)
    with pytest.raises(NotFound):
        desk.programme.fetch(LEAD, event.id, file.id)


def test_the_result_is_added_by_who_saw_what_stands_there(desk: Desk, event: KeptEvent) -> None:
    after = EVENT.model_copy(update={"result": " Drei Verabredungen "})
    desk.programme.change(TRAINER, event.id, after, seen=1)
    with pytest.raises(ChangedMeanwhile):
        desk.programme.change(TRAINER, event.id, EVENT, seen=1)
    assert desk.programme.show(LEAD, event.id).event.result == "Drei Verabredungen"
    desk.programme.cancel(TRAINER, event.id)
    with pytest.raises(NotFound):
        desk.programme.show(LEAD, event.id)


def test_everything_about_an_event_is_on_record(desk: Desk, stores: Stores, event: KeptEvent) -> None:
    file = desk.programme.attach(TRAINER, event.id, "Ablauf.txt", b"10 Uhr")
    desk.programme.detach(TRAINER, event.id, file.id)
    desk.programme.change(TRAINER, event.id, EVENT, seen=1)
    desk.programme.cancel(TRAINER, event.id)
    told = [each.note.detail["how"] for each in stores.audit.entries() if each.note.action == "write programme"]
    assert told == ["announced", "file added", "file removed", "changed", "removed"]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": " "},
        {"last_day": DAY - datetime.timedelta(days=1)},
        {"last_day": DAY + datetime.timedelta(days=400)},
        {"ends": datetime.time(12)},
        {"begins": datetime.time(12), "ends": datetime.time(11)},
        {"zone": "Mars/Olympus"},
        {"link": "http://unsafe.example"},
        {"link": "javascript:alert(1)"},
        {"links": (Link(title="Folien", address="https://a b.example"),)},
    ],
)
def test_an_event_that_cannot_be_taken_changes_nothing(
    desk: Desk, event: KeptEvent, changes: dict[str, object]
) -> None:
    with pytest.raises(NotAccepted):
        desk.programme.announce(TRAINER, "k1", EVENT.model_copy(update=changes))
    assert desk.programme.of_cohort(TRAINER, "k1") == (event,)


def test_material_for_which_the_disk_has_no_space_is_refused(
    library: Library, stores: Stores, sources: Sources, event: KeptEvent
) -> None:
    full = make_desk(library, stores, replace(sources, space=lambda _size: False))
    with pytest.raises(NotAccepted):
        full.programme.attach(TRAINER, event.id, "Ablauf.txt", b"10 Uhr")
    assert full.programme.mine(TRAINER).files == {}


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(2200, 1, 1), datetime.date.max])
def test_an_event_on_a_day_that_no_calendar_could_reckon_with_is_refused(
    desk: Desk, event: KeptEvent, day: datetime.date
) -> None:
    far = EVENT.model_copy(update={"first_day": day, "last_day": day})
    with pytest.raises(NotAccepted):
        desk.programme.announce(TRAINER, "k1", far)
    with pytest.raises(NotAccepted):
        desk.programme.change(TRAINER, event.id, far, seen=1)
