"""Offers, requests, the programme, contributions, resources: the same promises in memory, on SQLite, on PostgreSQL."""

import datetime
from dataclasses import replace

from models.assessment import City
from models.audit import Note
from models.cohort import Cohort
from models.contribution import Contribution, KeptContribution
from models.matching import Offer, Request
from models.programme import Event, KeptEvent, MaterialFile
from models.resources import Outlay, Resources
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT

HOUR = datetime.timedelta(hours=1)
NOTE = Note(MOMENT, ANNA.id, "offer exchange", "city", "c1", "c1")
HERE, THERE = City("c1", "City c1"), City("c2", "Anderswo")
OFFER = Offer(strong=("GOV.1",), wanted=("CAP.2",), languages=("de", "en"), topics=("climate",), office="Rathaus")
REQUEST = Request("r1", HERE, THERE, "Guten Tag", "asked", MOMENT)
COHORT = Cohort("k1", "Hafenstädte", invented=False, created=MOMENT)
EVENT = Event(
    title="Werkstatt",
    kind="training",
    first_day=datetime.date(2026, 5, 4),
    last_day=datetime.date(2026, 5, 5),
    begins=datetime.time(9),
)
FILE = MaterialFile("f1", "e1", "a.pdf", "application/pdf", 4, "d", MOMENT)
SAID = Contribution(what="Ein Verzeichnis", language="de", processes=("PAR.2",), source_day=datetime.date(2025, 1, 2))


def _two_offers(kept: Kept) -> None:
    kept.people.accounts.add_city(THERE)
    for city in (HERE, THERE):
        assert kept.network.exchange.keep_offer(city.id, OFFER, seen=0, person=ANNA.id, at=MOMENT, note=NOTE)


def test_an_offer_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.network.exchange.offer("c1") is None
    _two_offers(kept)
    found = kept.network.exchange.offer("c1")
    assert found is not None
    assert (found.city, found.offer, found.version, found.at) == (HERE, OFFER, 1, MOMENT)
    assert [each.city for each in kept.network.exchange.offers()] == [THERE, HERE]


def test_an_offer_is_changed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    _two_offers(kept)
    keep = kept.network.exchange.keep_offer
    assert not keep("c1", Offer(), seen=0, person=BEN.id, at=MOMENT)
    assert not keep("c1", Offer(), seen=2, person=BEN.id, at=MOMENT)
    assert keep("c1", Offer(), seen=1, person=BEN.id, at=MOMENT)
    found = kept.network.exchange.offer("c1")
    assert found is not None
    assert (found.offer, found.version) == (Offer(), 2)


def test_between_two_cities_one_request_stands(kept: Kept) -> None:
    _two_offers(kept)
    assert kept.network.exchange.ask(REQUEST, person=ANNA.id, note=NOTE)
    back = replace(REQUEST, id="r2", asking=THERE, asked=HERE)
    assert not kept.network.exchange.ask(back, person=ANNA.id)
    assert kept.network.exchange.answer(replace(REQUEST, state="declined", version=2), note=NOTE)
    assert kept.network.exchange.ask(replace(back, at=MOMENT + HOUR), person=ANNA.id)
    assert [each.id for each in kept.network.exchange.requests("c1")] == ["r2", "r1"]
    assert kept.network.exchange.requests("c2") == kept.network.exchange.requests("c1")


def test_a_request_is_answered_once(kept: Kept) -> None:
    _two_offers(kept)
    kept.network.exchange.ask(REQUEST, person=ANNA.id)
    assert kept.network.exchange.answer(replace(REQUEST, state="accepted", version=2))
    assert not kept.network.exchange.answer(replace(REQUEST, state="declined", version=2))
    assert kept.network.exchange.requests("c1") == (replace(REQUEST, state="accepted", version=2),)


def test_nobody_asks_a_city_that_shows_nothing(kept: Kept) -> None:
    kept.people.accounts.add_city(THERE)
    kept.network.exchange.keep_offer("c1", OFFER, seen=0, person=ANNA.id, at=MOMENT)
    assert not kept.network.exchange.ask(REQUEST, person=ANNA.id)


def test_withdrawing_takes_the_offer_and_ends_what_stands(kept: Kept) -> None:
    _two_offers(kept)
    kept.network.exchange.ask(REQUEST, person=ANNA.id)
    assert kept.network.exchange.withdraw("c2", note=NOTE)
    assert not kept.network.exchange.withdraw("c2")
    assert [each.city for each in kept.network.exchange.offers()] == [HERE]
    assert kept.network.exchange.requests("c1") == (replace(REQUEST, state="ended", version=2),)


def test_a_declined_request_stays_declined_when_a_city_withdraws(kept: Kept) -> None:
    _two_offers(kept)
    kept.network.exchange.ask(REQUEST, person=ANNA.id)
    declined = replace(REQUEST, state="declined", version=2)
    kept.network.exchange.answer(declined)
    kept.network.exchange.withdraw("c1")
    assert kept.network.exchange.requests("c2") == (declined,)


def _events(kept: Kept) -> None:
    kept.cities.cohorts.add(COHORT, ANNA.id)
    later = EVENT.model_copy(update={"first_day": EVENT.last_day})
    for each in (KeptEvent("e2", COHORT, later), KeptEvent("e1", COHORT, EVENT), KeptEvent("e3", None, EVENT)):
        assert kept.network.programme.keep(each, person=ANNA.id, at=MOMENT, note=NOTE)


def test_events_stand_by_day_in_their_cohort_or_in_the_house(kept: Kept) -> None:
    _events(kept)
    assert [each.id for each in kept.network.programme.of_cohort("k1")] == ["e1", "e2"]
    assert [each.id for each in kept.network.programme.of_house()] == ["e3"]
    assert kept.network.programme.get("e1") == KeptEvent("e1", COHORT, EVENT)
    assert kept.network.programme.get("e9") is None


def test_an_event_is_changed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    _events(kept)
    changed = KeptEvent("e1", COHORT, EVENT.model_copy(update={"result": "Drei Verabredungen"}), 2)
    assert kept.network.programme.keep(changed, person=BEN.id, at=MOMENT)
    assert not kept.network.programme.keep(changed, person=BEN.id, at=MOMENT)
    assert kept.network.programme.get("e1") == changed


def test_files_belong_to_their_event_and_go_with_it(kept: Kept) -> None:
    _events(kept)
    kept.network.programme.attach(FILE, b"text", person=ANNA.id, note=NOTE)
    kept.network.programme.attach(replace(FILE, id="f2", at=MOMENT + HOUR), b"more", person=ANNA.id)
    assert kept.network.programme.files(["e1", "e2"]) == (FILE, replace(FILE, id="f2", at=MOMENT + HOUR))
    assert kept.network.programme.fetch("e1", "f1") == (FILE, b"text")
    assert kept.network.programme.fetch("e2", "f1") is None
    kept.network.programme.detach("e1", "f2")
    assert kept.network.programme.files(["e1"]) == (FILE,)
    kept.network.programme.remove("e1", note=NOTE)
    assert kept.network.programme.fetch("e1", "f1") is None
    assert [each.id for each in kept.network.programme.of_cohort("k1")] == ["e2"]


def test_a_contribution_moves_on_only_from_where_it_was_seen(kept: Kept) -> None:
    first = KeptContribution("g1", HERE, SAID)
    assert kept.network.contributions.keep(first, person=ANNA.id, at=MOMENT, note=NOTE)
    assert kept.network.contributions.get("g1") == first
    published = replace(first, state="published", checked=datetime.date(2026, 1, 1), version=2)
    assert kept.network.contributions.keep(published, person=BEN.id, at=MOMENT)
    assert not kept.network.contributions.keep(published, person=BEN.id, at=MOMENT)
    assert kept.network.contributions.in_state("published") == (published,)
    assert kept.network.contributions.in_state("draft") == ()
    assert kept.network.contributions.of_city("c1") == (published,)
    kept.network.contributions.remove("g1", note=NOTE)
    assert kept.network.contributions.get("g1") is None


def test_the_newest_contribution_comes_first(kept: Kept) -> None:
    for key, at in (("g1", MOMENT), ("g2", MOMENT + HOUR)):
        kept.network.contributions.keep(KeptContribution(key, HERE, SAID), person=ANNA.id, at=at)
    assert [each.id for each in kept.network.contributions.of_city("c1")] == ["g2", "g1"]


def test_resources_come_back_as_they_went_in(kept: Kept) -> None:
    said = Resources(year=2026, outlays={"GOV.1": Outlay(hours=40, own_funds=1_000), "PAR.2": Outlay(hours=0)})
    assert kept.network.resources.of_city("c1") is None
    assert kept.network.resources.keep("c1", said, seen=0, person=ANNA.id, at=MOMENT, note=NOTE)
    assert not kept.network.resources.keep("c1", said, seen=0, person=ANNA.id, at=MOMENT)
    found = kept.network.resources.of_city("c1")
    assert found is not None
    assert (found.resources, found.version, found.at) == (said, 1, MOMENT)
