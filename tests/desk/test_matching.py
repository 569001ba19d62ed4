"""The finder at the desk: nothing without consent, no address before both agreed, gone with the same click."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from models.invented import MARK, Network
from models.matching import Contact, Offer
from models.people import Actor, Grant
from models.questionnaire import Library
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD

FIRST, SECOND = f"{MARK}04", f"{MARK}12"
OF_FIRST = Actor("first", "Fiona", frozenset({Grant("lead", FIRST)}))
OF_SECOND = Actor("second", "Sami", frozenset({Grant("lead", SECOND)}))


@pytest.fixture
def network(desk: Desk, stores: Stores, library: Library, invented: Network) -> Desk:
    """The demonstration network, in which two leads let their cities be found."""
    stores.cities.invented.load(invented, ADMINISTRATOR)
    for actor in (OF_FIRST, OF_SECOND):
        for held in actor.grants:
            stores.people.accounts.grant(actor.id, held)
        stores.assessments.remember(actor)
    every = tuple(each.id for each in library.models[0].processes if not each.sensitive)
    for actor, city, office in ((OF_FIRST, FIRST, "Rathaus 3"), (OF_SECOND, SECOND, "City Hall 11")):
        standing = stores.network.exchange.offer(city)
        ticked = Offer(strong=every, wanted=every, languages=("en",), office=office)
        desk.matching.offer(actor, city, ticked, seen=standing.version if standing else 0)
    return desk


def _seen(desk: Desk, actor: Actor, city: str) -> set[str]:
    return {each.match.city for each in desk.matching.matches(actor, city)}


def _contact(desk: Desk, actor: Actor, city: str) -> Contact:
    return desk.matching.contacts(actor, city)[0]


def test_two_cities_that_let_themselves_be_found_find_each_other(network: Desk) -> None:
    assert SECOND in _seen(network, OF_FIRST, FIRST)
    assert FIRST in _seen(network, OF_SECOND, SECOND)


def test_whoever_shows_nothing_sees_nobody_and_is_seen_by_nobody(network: Desk) -> None:
    network.matching.withdraw(OF_SECOND, SECOND)
    assert SECOND not in _seen(network, OF_FIRST, FIRST)
    assert network.matching.matches(OF_SECOND, SECOND) == ()


def test_a_real_city_meets_no_invented_one(network: Desk, library: Library) -> None:
    every = tuple(each.id for each in library.models[0].processes)
    network.matching.offer(LEAD, HERE.id, Offer(strong=every, wanted=every, office="Rathaus"), seen=0)
    assert network.matching.matches(LEAD, HERE.id) == ()
    assert HERE.id not in _seen(network, OF_FIRST, FIRST)


def test_no_address_appears_before_both_agreed(network: Desk) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "Wie macht ihr das?")
    asked = _contact(network, OF_SECOND, SECOND)
    assert (asked.office, asked.request.message, asked.ours) == (None, "Wie macht ihr das?", False)
    assert _contact(network, OF_FIRST, FIRST).office is None
    network.matching.answer(OF_SECOND, SECOND, asked.request.id, agree=True, seen=1)
    assert _contact(network, OF_FIRST, FIRST).office == "City Hall 11"
    assert _contact(network, OF_SECOND, SECOND).office == "Rathaus 3"


def test_declined_shows_no_address_and_can_be_asked_again(network: Desk) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    key = _contact(network, OF_FIRST, FIRST).request.id
    network.matching.answer(OF_SECOND, SECOND, key, agree=False, seen=1)
    assert _contact(network, OF_FIRST, FIRST).office is None
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    assert len(network.matching.contacts(OF_FIRST, FIRST)) == 2


@pytest.mark.parametrize(("actor", "city"), [(OF_FIRST, FIRST), (OF_SECOND, SECOND)])
def test_either_side_ends_it_and_the_addresses_are_gone(network: Desk, actor: Actor, city: str) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    key = _contact(network, OF_FIRST, FIRST).request.id
    network.matching.answer(OF_SECOND, SECOND, key, agree=True, seen=1)
    network.matching.end(actor, city, key, seen=2)
    for who, where in ((OF_FIRST, FIRST), (OF_SECOND, SECOND)):
        assert _contact(network, who, where).office is None
    with pytest.raises(NotAccepted):
        network.matching.end(actor, city, key, seen=3)


def test_withdrawing_takes_the_address_away_from_who_had_it(network: Desk) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    key = _contact(network, OF_FIRST, FIRST).request.id
    network.matching.answer(OF_SECOND, SECOND, key, agree=True, seen=1)
    network.matching.withdraw(OF_SECOND, SECOND)
    left = _contact(network, OF_FIRST, FIRST)
    assert (left.office, left.request.state) == (None, "ended")


def test_only_who_was_asked_answers_and_only_once(network: Desk) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    key = _contact(network, OF_FIRST, FIRST).request.id
    with pytest.raises(NotAccepted):
        network.matching.answer(OF_FIRST, FIRST, key, agree=True, seen=1)
    with pytest.raises(ChangedMeanwhile):
        network.matching.answer(OF_SECOND, SECOND, key, agree=True, seen=7)
    network.matching.answer(OF_SECOND, SECOND, key, agree=True, seen=1)
    with pytest.raises(NotAccepted):
        network.matching.answer(OF_SECOND, SECOND, key, agree=False, seen=2)
    with pytest.raises(NotFound):
        network.matching.answer(OF_SECOND, SECOND, "unknown", agree=True, seen=1)


def test_nobody_asks_twice_or_a_city_that_is_no_match(network: Desk) -> None:
    network.matching.ask(OF_FIRST, FIRST, SECOND, "")
    with pytest.raises(NotAccepted):
        network.matching.ask(OF_SECOND, SECOND, FIRST, "")
    with pytest.raises(NotAccepted):
        network.matching.ask(OF_FIRST, FIRST, HERE.id, "")


@pytest.mark.parametrize(
    "offer",
    [
        Offer(strong=("GOV.99",), office="Rathaus"),
        Offer(office="Rathaus"),
        Offer(strong=("GOV.1",), office="  "),
        Offer(strong=("GOV.1",), office="x" * 501),
    ],
)
def test_an_offer_that_cannot_be_taken_changes_nothing(desk: Desk, offer: Offer) -> None:
    with pytest.raises(NotAccepted):
        desk.matching.offer(LEAD, HERE.id, offer, seen=0)
    assert desk.matching.my_offer(LEAD, HERE.id) is None


def test_an_assessment_that_is_being_worked_on_counts_for_nothing(desk: Desk, begun: object) -> None:
    assert desk.matching.my_levels(LEAD, HERE.id) == {}
    assert desk.matching.suggested(LEAD, HERE.id) == Offer()


def test_giving_and_taking_back_is_on_record(network: Desk, stores: Stores) -> None:
    network.matching.withdraw(OF_SECOND, SECOND)
    told = [each.note for each in stores.audit.entries(SECOND) if each.note.action == "offer exchange"]
    assert [each.detail["how"] for each in told] == ["offered", "withdrawn"]
    assert all("office" not in each.detail for each in told)
