"""Live rooms: the same promises in memory, on SQLite and on PostgreSQL."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction

import pytest

from models.audit import Note
from models.benchmark import Figures
from models.message import say
from models.room import (
    MOST_CITIES,
    MOST_OF_A_CITY,
    MOST_WAITING,
    Item,
    Rating,
    Room,
    RoomAnswer,
    RoomCell,
    RoomCity,
    RoomEdition,
    RoomOutcome,
    RoomWish,
    Seat,
)
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, an_assessment

HOUR = datetime.timedelta(hours=1)
ROOM = Room(
    "r1",
    "Netzwerktag",
    "quick-scan",
    "1.0.0",
    ("QS01", "QS02"),
    "ABC234",
    "de",
    MOMENT,
    MOMENT + 12 * HOUR,
    ANNA.id,
    leaders=frozenset({ANNA.id}),
)


def a_city(key: str = "k1", name: str = "Aue", code: str = "AAAAA") -> RoomCity:
    return RoomCity(key, "r1", name, code, MOMENT)


@pytest.fixture
def kept(kept: Kept) -> Kept:
    """The stores, with a room that has begun its first rating, and Aue in it with one phone."""
    kept.rooms.add(replace(ROOM, phase="first"))
    kept.seats.arrive(Seat("phone1", "r1", MOMENT))
    kept.seats.found("phone1", a_city())
    return kept


def wish(value: str = "3", seen: int = 0, op: str = "op1", *, rating: Rating = 1, question: str = "QS01") -> RoomWish:
    return RoomWish("k1", rating, question, value, seen, op, MOMENT)


def test_a_room_comes_back_as_it_was_opened(kept: Kept) -> None:
    whole = replace(ROOM, id="r2", code="XYZ234", timer=MOMENT + HOUR, shown="QS02", solved=True, step="question")
    assert kept.rooms.add(whole)
    assert kept.rooms.get("r2") == kept.rooms.by_code("XYZ234") == whole
    assert (kept.rooms.get("r3"), kept.rooms.by_code("NOBODY")) == (None, None)


def test_no_two_rooms_have_one_code(kept: Kept) -> None:
    assert not kept.rooms.add(replace(ROOM, id="r2"))
    assert kept.rooms.get("r2") is None


def test_a_person_finds_the_rooms_they_lead_the_newest_first(kept: Kept) -> None:
    kept.rooms.add(replace(ROOM, id="r2", code="XYZ234", created=MOMENT + HOUR))
    assert [each.id for each in kept.rooms.led(ANNA.id, ())] == ["r2", "r1"]
    assert kept.rooms.led(BEN.id, ["elsewhere"]) == ()
    kept.rooms.appoint("r1", BEN.id)
    kept.rooms.appoint("r1", BEN.id)
    assert [each.leaders for each in kept.rooms.led(BEN.id, ())] == [frozenset({ANNA.id, BEN.id})]


def test_a_room_is_kept_in_mind_as_long_as_it_keeps_what_a_city_said(kept: Kept) -> None:
    kept.rooms.add(replace(ROOM, id="r2", code="XYZ234"))
    assert [each.id for each in kept.rooms.kept()] == ["r1"]
    kept.rooms.erase_city("k1")
    assert kept.rooms.kept() == ()


def test_of_two_trainers_who_move_a_room_at_once_one_does(kept: Kept) -> None:
    seen = kept.rooms.get("r1")
    assert seen is not None
    wishes = [replace(seen, step=step, version=seen.version + 1) for step in ("table", "rating")]
    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(kept.rooms.change, wishes)) == [False, True]


def test_a_city_is_in_a_room_once_however_its_name_is_typed(kept: Kept) -> None:
    kept.seats.arrive(Seat("phone2", "r1", MOMENT))
    assert kept.seats.found("phone2", a_city("k2", "  AUE ", "BBBBB")) == "taken"
    assert kept.seats.found("phone2", a_city("k2", "Celle", "AAAAA")) == "taken"
    assert kept.seats.found("unknown", a_city("k2", "Celle", "BBBBB")) == "gone"
    assert kept.seats.found("phone2", a_city("k2", "Celle", "BBBBB")) == "done"
    assert [(each.name, each.phones) for each in kept.rooms.cities("r1")] == [("Aue", 1), ("Celle", 1)]


def test_no_city_more_than_a_room_holds_comes_in_and_one_taken_out_makes_room(kept: Kept) -> None:
    for at in range(1, MOST_CITIES + 1):
        kept.seats.arrive(Seat(f"more{at}", "r1", MOMENT))
        new = a_city(f"m{at}", f"Stadt {at}", f"{at:05}")
        assert kept.seats.found(f"more{at}", new) == ("done" if at < MOST_CITIES else "full")
    assert len(kept.rooms.cities("r1")) == MOST_CITIES
    kept.rooms.erase_city("m1")
    assert kept.seats.found(f"more{MOST_CITIES}", a_city("last", "Letzte", "ZZZZZ")) == "done"


def test_of_phones_without_a_city_the_newest_stay_and_one_of_a_city_always_does(kept: Kept) -> None:
    for at in range(MOST_WAITING + 1):
        kept.seats.arrive(Seat(f"waits{at}", "r1", MOMENT + datetime.timedelta(seconds=at)))
    found = [kept.seats.seat(each) is not None for each in ("phone1", "waits0", "waits1", f"waits{MOST_WAITING}")]
    assert found == [True, False, True, True]


def test_no_phone_more_than_a_city_needs_comes_to_it(kept: Kept) -> None:
    for at in range(1, MOST_OF_A_CITY + 1):
        kept.seats.arrive(Seat(f"more{at}", "r1", MOMENT))
        assert kept.seats.sit(f"more{at}", "AAAAA") == ("done" if at < MOST_OF_A_CITY else "full")
    assert kept.rooms.cities("r1")[0].phones == MOST_OF_A_CITY


def test_of_phones_that_come_to_a_city_at_once_as_many_do_as_there_are_places(kept: Kept) -> None:
    late = [f"late{at}" for at in range(8)]
    for at in range(2, MOST_OF_A_CITY):
        kept.seats.arrive(Seat(f"more{at}", "r1", MOMENT))
        kept.seats.sit(f"more{at}", "AAAAA")
    for each in late:
        kept.seats.arrive(Seat(each, "r1", MOMENT))
    start = threading.Barrier(len(late), timeout=60)

    def comes(phone: str) -> str:
        start.wait()
        return kept.seats.sit(phone, "AAAAA")

    with ThreadPoolExecutor(len(late)) as people:
        assert sorted(people.map(comes, late)) == ["done", *["full"] * 7]


def test_a_second_phone_joins_its_city_by_the_citys_own_code(kept: Kept) -> None:
    kept.seats.arrive(Seat("phone2", "r1", MOMENT))
    assert kept.seats.sit("phone2", "WRONG") == "gone"
    assert kept.seats.sit("unknown", "AAAAA") == "gone"
    assert kept.seats.sit("phone2", "AAAAA") == "done"
    assert kept.seats.seat("phone2") == Seat("phone2", "r1", MOMENT, "k1")
    assert kept.rooms.cities("r1")[0].phones == 2


def test_an_answer_has_a_version_and_another_phone_is_not_overwritten(kept: Kept) -> None:
    assert kept.seats.keep(wish()) == RoomOutcome("saved", RoomAnswer("3", 1))
    assert kept.seats.keep(wish("4", 0, "op2")) == RoomOutcome("conflict", RoomAnswer("3", 1))
    assert kept.seats.keep(wish("4", 1, "op2")) == RoomOutcome("saved", RoomAnswer("4", 2))
    assert kept.seats.answers(["k1"]) == {"k1": {1: {"QS01": RoomAnswer("4", 2)}}}


def test_a_wish_that_is_sent_again_counts_once(kept: Kept) -> None:
    first = kept.seats.keep(wish())
    assert kept.seats.keep(wish()) == first
    assert kept.seats.keep(wish("3", 0, "op2")) == first


def test_of_two_phones_that_answer_at_once_one_is_told_of_the_other(kept: Kept) -> None:
    wishes = [wish(value, 0, f"op{value}") for value in "345"]
    with ThreadPoolExecutor(3) as phones:
        told = sorted(each.kind for each in phones.map(kept.seats.keep, wishes))
    assert told == ["conflict", "conflict", "saved"]


def test_answers_of_those_who_are_counted_are_fixed_and_those_of_others_are_not(kept: Kept) -> None:
    kept.seats.arrive(Seat("phone2", "r1", MOMENT))
    kept.seats.found("phone2", a_city("k2", "Celle", "BBBBB"))
    kept.seats.keep(wish())
    seen = kept.rooms.get("r1")
    assert seen is not None
    assert kept.rooms.freeze(replace(seen, phase="between", version=2), ["k1"])
    assert kept.seats.keep(wish("5", 1, "op2")) == RoomOutcome("fixed", RoomAnswer("3", 1))
    assert not kept.seats.finish("k1", 1, done=False)
    assert kept.seats.keep(replace(wish(), city="k2")).kind == "saved"
    assert [each.counted for each in kept.rooms.cities("r1")] == [True, False]


def test_a_freeze_that_comes_too_late_counts_nobody(kept: Kept) -> None:
    assert not kept.rooms.freeze(replace(ROOM, phase="between", version=7), ["k1"])
    assert not kept.rooms.cities("r1")[0].counted


def test_nothing_is_answered_for_a_city_that_is_not_there_or_before_its_rating(kept: Kept) -> None:
    assert kept.seats.keep(replace(wish(), city="nobody")).kind == "fixed"
    assert kept.seats.keep(wish(rating=2)).kind == "fixed"
    assert kept.seats.keep(wish("1", rating=0, question="PAR.2")).kind == "saved"


def test_a_city_hands_in_each_rating_and_may_take_it_back(kept: Kept) -> None:
    assert kept.seats.finish("k1", 0, done=True)
    assert kept.seats.finish("k1", 1, done=True)
    assert kept.rooms.cities("r1")[0].finished == {0, 1}
    kept.seats.finish("k1", 1, done=False)
    assert kept.rooms.cities("r1")[0].finished == {0}


def test_what_lies_on_the_table_is_changed_and_comes_back_in_order(kept: Kept) -> None:
    want, offer = Item("k1", "want", "1", "GOV", shown=False), Item("k1", "offer", "1", "PAR", shown=True)
    for each in (want, offer, replace(want, dimension="REP", shown=True)):
        kept.seats.put(each)
    assert kept.seats.items(["k1"]) == (offer, replace(want, dimension="REP", shown=True))
    assert kept.seats.items(["k2"]) == ()


EDITION = RoomEdition(
    1,
    MOMENT,
    "room 1",
    7,
    (1, 2),
    (
        RoomCell("GOV", (Figures(7, Fraction(13, 5), Fraction(3), (Fraction(2), Fraction(4)), (45, 55)),)),
        RoomCell("PAR", why=say("Fewer than {count} cities.", count=5)),
    ),
)


def test_an_edition_comes_back_figure_by_figure_and_is_never_written_over(kept: Kept) -> None:
    kept.rooms.publish("r1", EDITION)
    kept.rooms.publish("r1", replace(EDITION, count=99))
    assert kept.rooms.editions("r1") == (EDITION,)
    assert kept.rooms.editions("r2") == ()


def test_a_claim_leads_to_its_city_for_a_limited_time(kept: Kept) -> None:
    kept.seats.promise("k1", "old")
    kept.seats.promise("k1", "claim")
    found = kept.seats.claimed("claim", MOMENT - HOUR)
    assert found is not None
    assert (found[0].id, found[1].name) == ("r1", "Aue")
    assert kept.seats.claimed("claim", MOMENT) is kept.seats.claimed("old", MOMENT - HOUR) is None


def test_of_two_who_take_the_answers_of_a_room_in_at_once_one_does(kept: Kept) -> None:
    kept.seats.promise("k1", "claim")
    start = threading.Barrier(2, timeout=60)

    def take_in(key: str) -> bool:
        start.wait()
        return kept.assessments.add(an_assessment(key, "c2"), ANNA.id, claim="claim")

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(take_in, ("a2", "a3"))) == [False, True]
    assert len(kept.assessments.of_cities(["c2"])) == 1
    assert kept.seats.claimed("claim", MOMENT - HOUR) is None


def test_answers_are_not_taken_in_with_a_code_that_does_not_serve_and_nothing_is_kept(kept: Kept) -> None:
    kept.seats.promise("k1", "another")
    assert not kept.assessments.add(an_assessment("a2", "c2"), ANNA.id, claim="claim")
    assert kept.assessments.of_cities(["c2"]) == ()
    assert {each.id for each in kept.assessments.cities_of(ANNA.id)} == {"c1"}
    assert kept.seats.claimed("another", MOMENT - HOUR) is not None


def test_a_city_that_is_taken_out_leaves_nothing(kept: Kept) -> None:
    kept.seats.keep(wish())
    kept.seats.put(Item("k1", "want", "1", "GOV", shown=True))
    kept.seats.promise("k1", "claim")
    kept.rooms.erase_city("k1", Note(MOMENT, ANNA.id, "lead room", "room", "r1"))
    assert (kept.rooms.cities("r1"), kept.seats.answers(["k1"]), kept.seats.items(["k1"])) == ((), {}, ())
    assert kept.seats.seat("phone1") is kept.seats.claimed("claim", MOMENT - HOUR) is None
