"""Good practices: traced to a source, checked by an editor, and a city is named only where it said so."""

import datetime

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from models.contribution import Contribution
from models.people import Actor
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, OTHER_LEAD, START

SAID = Contribution(
    what=" Jede Partnerschaft hat ein Jahresblatt. ",
    language="de",
    processes=("PAR.2",),
    from_level=1,
    to_level=2,
    source="Vorlage 117",
    source_day=datetime.date(2025, 5, 1),
)


def _handed_in(desk: Desk, **changes: object) -> str:
    key = desk.contributing.write(LEAD, HERE.id, SAID.model_copy(update=changes))
    desk.contributing.submit(LEAD, HERE.id, key, seen=1)
    return key


def test_only_what_an_editor_published_is_there_for_others(desk: Desk) -> None:
    key = desk.contributing.write(LEAD, HERE.id, SAID)
    assert desk.contributing.published(OTHER_LEAD) == ()
    desk.contributing.submit(LEAD, HERE.id, key, seen=1)
    assert desk.contributing.published(OTHER_LEAD) == ()
    desk.contributing.publish(ADMINISTRATOR, key, seen=2)
    (found,) = desk.contributing.published(OTHER_LEAD)
    assert (found.contribution.what, found.checked) == ("Jede Partnerschaft hat ein Jahresblatt.", START.date())


@pytest.mark.parametrize(("named", "city"), [(True, HERE.name), (False, None)])
def test_a_city_is_named_only_where_it_agreed(desk: Desk, named: bool, city: str | None) -> None:
    desk.contributing.publish(ADMINISTRATOR, _handed_in(desk, named=named), seen=2)
    assert [each.city for each in desk.contributing.published(OTHER_LEAD)] == [city]


@pytest.mark.parametrize("changes", [{"source": " "}, {"source_day": None}])
def test_nothing_is_handed_in_without_a_source_and_its_day(desk: Desk, changes: dict[str, object]) -> None:
    key = desk.contributing.write(LEAD, HERE.id, SAID.model_copy(update=changes))
    with pytest.raises(NotAccepted):
        desk.contributing.submit(LEAD, HERE.id, key, seen=1)
    assert desk.contributing.waiting(ADMINISTRATOR) == ()


def test_what_is_sent_back_says_why_and_can_be_handed_in_again(desk: Desk) -> None:
    key = _handed_in(desk)
    with pytest.raises(NotAccepted):
        desk.contributing.decline(ADMINISTRATOR, key, " ", seen=2)
    desk.contributing.decline(ADMINISTRATOR, key, "Die Vorlage sagt das nicht.", seen=2)
    (back,) = desk.contributing.of_city(LEAD, HERE.id)
    assert (back.state, back.reason) == ("declined", "Die Vorlage sagt das nicht.")
    desk.contributing.write(LEAD, HERE.id, SAID, which=key, seen=3)
    desk.contributing.submit(LEAD, HERE.id, key, seen=4)
    assert [each.reason for each in desk.contributing.waiting(ADMINISTRATOR)] == [""]


def test_changing_or_taking_back_takes_it_out_of_the_library_at_once(desk: Desk) -> None:
    key = _handed_in(desk)
    desk.contributing.publish(ADMINISTRATOR, key, seen=2)
    desk.contributing.write(LEAD, HERE.id, SAID, which=key, seen=3)
    assert desk.contributing.published(LEAD) == ()
    desk.contributing.remove(LEAD, HERE.id, key)
    assert desk.contributing.of_city(LEAD, HERE.id) == ()


def test_an_editor_publishes_what_was_handed_in_and_nothing_else(desk: Desk) -> None:
    key = desk.contributing.write(LEAD, HERE.id, SAID)
    with pytest.raises(NotFound):
        desk.contributing.publish(ADMINISTRATOR, key, seen=1)
    desk.contributing.submit(LEAD, HERE.id, key, seen=1)
    with pytest.raises(ChangedMeanwhile):
        desk.contributing.publish(ADMINISTRATOR, key, seen=7)


def test_every_step_is_on_record(desk: Desk, stores: Stores) -> None:
    desk.contributing.publish(ADMINISTRATOR, _handed_in(desk), seen=2)
    told = [(each.note.person, each.note.detail["how"]) for each in stores.audit.entries()]
    assert told == [(LEAD.id, "written"), (LEAD.id, "submitted"), (ADMINISTRATOR.id, "published")]


@pytest.mark.parametrize(
    "changes",
    [
        {"what": " "},
        {"processes": ()},
        {"processes": ("XYZ.1",)},
        {"from_level": 2, "to_level": 1},
        {"from_level": 1, "to_level": None},
        {"source_day": datetime.date(2099, 1, 1)},
        {"address": "ftp://somewhere"},
    ],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, changes: dict[str, object]) -> None:
    with pytest.raises(NotAccepted):
        desk.contributing.write(LEAD, HERE.id, SAID.model_copy(update=changes))
    assert desk.contributing.of_city(LEAD, HERE.id) == ()


@pytest.mark.parametrize("actor", [OTHER_LEAD])
def test_nobody_touches_what_another_city_wrote(desk: Desk, actor: Actor) -> None:
    key = desk.contributing.write(LEAD, HERE.id, SAID)
    with pytest.raises(NotFound):
        desk.contributing.remove(actor, "elsewhere", key)
