"""Phones in a live room: a secret opens one city in one room, and of other cities it shows what everybody sees."""

import datetime
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import CodeSpent, NotAccepted, NotFound, TooManyTries, WishRefused
from assessment.desk.room_ports import SeatStore
from assessment.desk.room_tries import FREE
from assessment.desk.rooms import Opening
from models.people import Actor, Grant
from models.room import DONT_KNOW, Item, Room, RoomAnswer, RoomCity, Step
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START

TRAINER = Actor("trainer", "Tom", frozenset({Grant("trainer")}))
STRANGER = Actor("stranger", "Sara", frozenset({Grant("trainer")}))
SCORE = Item("", "score", "GOV", "GOV", shown=True)


@dataclass(frozen=True)
class Day:
    """A room with its trainer, and the phones in it."""

    desk: Desk
    room: str

    @property
    def now(self) -> Room:
        return self.desk.rooms.show(TRAINER, self.room).room

    def phone(self, city: str | None = None) -> str:
        secret = self.desk.seats.enter(self.now.code, "10.0.0.1")
        if city is not None:
            self.desk.seats.name_city(secret, city, agreed=True)
        return secret

    def rate(self, phone: str, values: str, rating: int = 1) -> None:
        """Answers every question in turn with these stages, and hands them in."""
        for at, question in enumerate(self.now.questions):
            value = values[at % len(values)]
            self.desk.seats.answer(phone, rating, question, value, seen=0, op=f"op{rating}{at}")  # type: ignore[arg-type]
        self.desk.seats.finish(phone, rating)  # type: ignore[arg-type]

    def begin(self, phase: str = "first") -> None:
        self.desk.rooms.begin(TRAINER, self.room, phase, seen=self.now.version)  # type: ignore[arg-type]

    def reveal(self) -> None:
        self.desk.rooms.reveal(TRAINER, self.room, seen=self.now.version)

    def filled(self, count: int) -> list[str]:
        """So many cities, all of which have finished the first rating."""
        self.begin()
        phones = [self.phone(f"Stadt {at:02}") for at in range(count)]
        for at, each in enumerate(phones):
            self.rate(each, "12345"[at % 5 :] + "12345"[: at % 5])
        return phones


@pytest.fixture
def day(desk: Desk) -> Day:
    return Day(desk, desk.rooms.open(TRAINER, Opening("Netzwerktag", hours=72)).id)


def test_a_room_asks_one_question_for_each_dimension_unless_more_are_chosen(desk: Desk) -> None:
    sizes = {
        each: len(desk.rooms.open(TRAINER, Opening("Tag", each)).questions) for each in ("one", "two", "basic", "core")
    }
    assert sizes == {"one": 8, "two": 16, "basic": 9, "core": 26}


@pytest.mark.parametrize(
    "wish",
    [
        Opening(" "),
        Opening("Tag", "all"),
        Opening("Tag", language="fr"),
        Opening("Tag", hours=0),
        Opening("Tag", hours=73),
    ],  # type: ignore[arg-type]
)
def test_a_room_that_is_not_offered_is_refused(desk: Desk, wish: Opening) -> None:
    with pytest.raises(NotAccepted):
        desk.rooms.open(TRAINER, wish)
    assert desk.rooms.mine(TRAINER) == ()


def test_a_room_belongs_to_its_trainer_and_those_they_appoint(day: Day, stores: Stores) -> None:
    assert [each.id for each in day.desk.rooms.mine(TRAINER)] == [day.room]
    with pytest.raises(NotFound):
        day.desk.rooms.show(STRANGER, day.room)
    memory = stores.people.accounts.memory  # type: ignore[attr-defined]
    memory.accounts["stranger"] = replace(memory.accounts["lead"], id="stranger", login="sara")
    memory.grants["stranger"] = {Grant("trainer")}
    day.desk.rooms.appoint(TRAINER, day.room, " Sara ")
    assert day.desk.rooms.show(STRANGER, day.room).room.id == day.room
    with pytest.raises(NotAccepted):
        day.desk.rooms.appoint(TRAINER, day.room, "nobody")


def test_a_phone_comes_in_by_the_rooms_code_however_it_is_typed(day: Day) -> None:
    code = day.now.code
    assert len(code) == 6
    secret = day.desk.seats.enter(f" {code[:3].lower()}-{code[3:]} ", "10.0.0.1")
    view = day.desk.seats.view(secret)
    assert (view.room.id, view.city, view.answers) == (day.room, None, {})


@pytest.mark.parametrize("code", ["", "WRONG2", "x" * 500])
def test_a_wrong_code_opens_nothing(day: Day, code: str) -> None:
    with pytest.raises(CodeSpent):
        day.desk.seats.enter(code, "10.0.0.1")


def test_many_right_phones_from_one_address_never_wait_and_many_wrong_codes_do(day: Day) -> None:
    for _ in range(FREE + 5):
        day.phone()
    for _ in range(FREE):
        with pytest.raises((CodeSpent, TooManyTries)):
            day.desk.seats.enter("WRONG2", "10.9.9.9")
    assert day.phone()


def test_a_code_serves_no_more_when_the_room_is_over_or_its_time_has_come(day: Day, desk: Desk) -> None:
    code = day.now.code
    desk.rooms.move(TRAINER, day.room, "over", seen=day.now.version)
    short = desk.rooms.open(TRAINER, Opening("Kurz", hours=1))
    for _ in range(60):
        desk.rooms.clock()
    for each in (code, short.code):
        with pytest.raises(CodeSpent):
            desk.seats.enter(each, "10.0.0.1")


def test_nothing_is_asked_before_somebody_agrees(day: Day) -> None:
    phone = day.phone()
    with pytest.raises(NotAccepted):
        day.desk.seats.name_city(phone, "Aue", agreed=False)
    assert day.desk.rooms.show(TRAINER, day.room).cities == ()


def test_a_full_room_says_so_and_colleagues_of_a_city_in_it_still_come_in(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.memory_rooms.MOST_CITIES", 1)
    aue = day.desk.seats.view(day.phone("Aue")).city
    late = day.phone()
    with pytest.raises(NotAccepted, match="no more fit"):
        day.desk.seats.name_city(late, "Celle", agreed=True)
    assert aue is not None
    day.desk.seats.join_city(late, aue.code, "10.0.0.1", agreed=True)


def test_a_city_with_very_many_phones_says_so(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.memory_rooms.MOST_OF_A_CITY", 1)
    aue = day.desk.seats.view(day.phone("Aue")).city
    assert aue is not None
    with pytest.raises(NotAccepted, match="phones answer for this city"):
        day.desk.seats.join_city(day.phone(), aue.code, "10.0.0.1", agreed=True)


def test_a_second_phone_needs_the_citys_own_code(day: Day) -> None:
    first, second = day.phone("Aue"), day.phone()
    with pytest.raises(NotAccepted):
        day.desk.seats.name_city(second, "aue", agreed=True)
    with pytest.raises(CodeSpent):
        day.desk.seats.join_city(second, "WRONG", "10.0.0.1", agreed=True)
    city = day.desk.seats.view(first).city
    assert city is not None
    day.desk.seats.join_city(second, city.code.lower(), "10.0.0.1", agreed=True)
    assert day.desk.seats.view(second).city == replace(city, phones=2)


def test_a_phone_stays_with_its_city(day: Day) -> None:
    phone = day.phone("Aue")
    for again in (
        lambda: day.desk.seats.name_city(phone, "Celle", agreed=True),
        lambda: day.desk.seats.join_city(phone, "AAAAA", "10.0.0.1", agreed=True),
    ):
        with pytest.raises(NotAccepted):
            again()


CALLS: dict[str, Callable[[Desk, str], object]] = {
    "name_city": lambda d, p: d.seats.name_city(p, "Celle", agreed=True),
    "join_city": lambda d, p: d.seats.join_city(p, "AAAAA", "10.0.0.1", agreed=True),
    "view": lambda d, p: d.seats.view(p),
    "answer": lambda d, p: d.seats.answer(p, 1, "QS01", "3", seen=0, op="op"),
    "finish": lambda d, p: d.seats.finish(p, 1),
    "result": lambda d, p: d.seats.result(p),
    "take_along": lambda d, p: d.seats.take_along(p, "de"),
    "put": lambda d, p: d.seats.put(p, SCORE),
    "promise": lambda d, p: d.seats.promise(p),
    "withdraw": lambda d, p: d.seats.withdraw(p),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_secret_that_opens_nothing_is_told_nothing(day: Day, name: str) -> None:
    day.phone("Aue")
    told = set()
    for secret in ("", "unknown", day.room, day.now.code):
        with pytest.raises(NotFound) as refused:
            CALLS[name](day.desk, secret)
        told.add(str(refused.value.message))
    assert len(told) == 1


@pytest.mark.parametrize("name", [each for each in CALLS if each not in ("name_city", "join_city", "view")])
def test_a_phone_without_a_city_says_nothing(day: Day, name: str) -> None:
    with pytest.raises(NotFound):
        CALLS[name](day.desk, day.phone())


def test_a_phone_is_forgotten_after_thirty_days(day: Day, stores: Stores) -> None:
    phone = day.phone("Aue")
    memory = stores.seats.memory  # type: ignore[attr-defined]
    key = day.desk.seats.tokens.fingerprint(phone)
    memory.seats[key] = replace(memory.seats[key], at=START - datetime.timedelta(days=31))
    with pytest.raises(NotFound):
        day.desk.seats.view(phone)


def test_another_phone_of_the_city_is_told_what_stands_there(day: Day) -> None:
    day.begin()
    phone = day.phone("Aue")
    seats = day.desk.seats
    assert seats.answer(phone, 1, "QS01", "3", seen=0, op="a").now == RoomAnswer("3", 1)
    told = seats.answer(phone, 1, "QS01", "4", seen=0, op="b")
    assert (told.kind, told.now) == ("conflict", RoomAnswer("3", 1))
    assert seats.answer(phone, 1, "QS01", DONT_KNOW, seen=1, op="c").kind == "saved"


@pytest.mark.parametrize(
    ("rating", "question", "value", "op"),
    [
        (1, "QS01", "6", "op"),
        (1, "QS99", "3", "op"),
        (0, "QS01", "3", "op"),
        (0, "PAR.2", "4", "op"),
        (3, "QS01", "3", "op"),
        (1, "QS01", "3", ""),
        (1, "QS01", "3", "x" * 65),
    ],
)
def test_only_what_was_asked_is_answered(day: Day, rating: int, question: str, value: str, op: str) -> None:
    day.begin()
    with pytest.raises(NotAccepted):
        day.desk.seats.answer(day.phone("Aue"), rating, question, value, seen=0, op=op)  # type: ignore[arg-type]


def test_nothing_is_answered_before_the_rating_begins_and_nothing_handed_in_empty(day: Day) -> None:
    phone = day.phone("Aue")
    assert day.desk.seats.answer(phone, 1, "QS01", "3", seen=0, op="a").kind == "fixed"
    day.begin()
    with pytest.raises(NotAccepted):
        day.desk.seats.finish(phone, 1)


def test_a_trainer_sees_who_has_finished_and_not_what_they_said(day: Day) -> None:
    day.filled(2)
    view = day.desk.rooms.show(TRAINER, day.room)
    assert [(each.name, each.finished) for each in view.cities] == [("Stadt 00", {1}), ("Stadt 01", {1})]
    assert (view.editions, view.scores, view.levels) == ((), (), {})


def test_who_has_not_finished_at_the_reveal_is_not_counted_and_goes_on_alone(day: Day) -> None:
    day.filled(6)
    late = day.phone("Spät")
    day.reveal()
    edition = day.desk.rooms.show(TRAINER, day.room).newest
    assert edition is not None
    assert (edition.count, {each.figures[0].count for each in edition.cells if each.figures}) == (6, {6})
    assert day.desk.seats.answer(late, 1, "QS01", "3", seen=0, op="a").kind == "saved"
    newcomer = day.phone("Ganz spät")
    day.rate(newcomer, "1")
    assert day.desk.rooms.show(TRAINER, day.room).newest == edition


def test_what_was_counted_is_fixed(day: Day) -> None:
    phones = day.filled(6)
    day.reveal()
    assert day.desk.seats.answer(phones[0], 1, "QS01", "5", seen=1, op="z").kind == "fixed"
    with pytest.raises(NotAccepted):
        day.desk.seats.finish(phones[0], 1, done=False)


def test_a_room_of_four_shows_no_group_figure(day: Day) -> None:
    day.filled(4)
    day.reveal()
    edition = day.desk.rooms.show(TRAINER, day.room).newest
    assert edition is not None
    assert edition.cells == ()


def test_the_second_reveal_sets_both_ratings_side_by_side(day: Day) -> None:
    phones = day.filled(6)
    day.reveal()
    day.begin("second")
    for at, phone in enumerate(phones):
        day.rate(phone, "23451"[at % 5 :] + "23451"[: at % 5], 2)
    day.reveal()
    edition = day.desk.rooms.show(TRAINER, day.room).newest
    assert edition is not None
    assert (edition.number, edition.ratings, edition.count) == (2, (1, 2), 6)
    assert {len(each.figures) for each in edition.cells} <= {0, 2}
    assert any(each.figures for each in edition.cells)


def test_one_city_that_leaves_out_the_second_rating_is_not_given_away(day: Day) -> None:
    phones = day.filled(7)
    day.reveal()
    day.begin("second")
    for phone in phones[1:]:
        day.rate(phone, "5", 2)
    day.reveal()
    edition = day.desk.rooms.show(TRAINER, day.room).newest
    assert edition is not None
    assert all(each.why for each in edition.cells)


def test_after_a_city_took_its_answers_back_there_is_no_second_picture(day: Day) -> None:
    phones = day.filled(7)
    day.reveal()
    day.begin("second")
    for at, phone in enumerate(phones):
        day.rate(phone, "23451"[at % 5 :], 2)
    day.desk.seats.withdraw(phones[0])
    day.reveal()
    first, second = day.desk.rooms.show(TRAINER, day.room).editions
    assert any(each.figures for each in first.cells)
    assert all(not each.figures for each in second.cells)
    with pytest.raises(NotFound):
        day.desk.seats.view(phones[0])


@pytest.mark.parametrize("step", ["group", "question", "paired"])
def test_nothing_is_shown_before_its_time(day: Day, step: Step) -> None:
    day.begin()
    with pytest.raises(NotAccepted):
        day.desk.rooms.move(TRAINER, day.room, step, seen=day.now.version, question="QS01")


@pytest.mark.parametrize("phase", ["before", "second", "between", "after"])
def test_ratings_begin_in_their_order(day: Day, phase: str) -> None:
    with pytest.raises(NotAccepted):
        day.begin(phase)
    with pytest.raises(NotAccepted):
        day.reveal()


def test_a_question_on_the_projector_is_one_of_the_room(day: Day) -> None:
    day.filled(5)
    day.reveal()
    with pytest.raises(NotAccepted):
        day.desk.rooms.move(TRAINER, day.room, "question", seen=day.now.version, question="QS99")
    day.desk.rooms.move(TRAINER, day.room, "question", seen=day.now.version, question="QS01")
    assert (day.now.step, day.now.shown) == ("question", "QS01")


def test_of_two_trainers_the_slower_one_is_told(day: Day) -> None:
    seen = day.now.version
    day.desk.rooms.time(TRAINER, day.room, 5, seen=seen)
    assert day.now.timer is not None
    for late in (
        lambda: day.desk.rooms.time(TRAINER, day.room, 0, seen=seen),
        lambda: day.desk.rooms.speak(TRAINER, day.room, "en", seen=seen),
    ):
        with pytest.raises(WishRefused):
            late()


def test_the_timer_and_the_language_take_what_is_offered(day: Day) -> None:
    for wrong in (
        lambda: day.desk.rooms.time(TRAINER, day.room, 121, seen=day.now.version),
        lambda: day.desk.rooms.speak(TRAINER, day.room, "fr", seen=day.now.version),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotAccepted):
            wrong()
    day.desk.rooms.speak(TRAINER, day.room, "en", seen=day.now.version)
    assert day.now.language == "en"


def test_a_city_that_came_by_mistake_is_taken_out_until_the_roster_closes(day: Day) -> None:
    day.filled(5)
    wrong, right = day.desk.rooms.show(TRAINER, day.room).cities[:2]
    day.desk.rooms.take_out(TRAINER, day.room, wrong.id)
    with pytest.raises(NotFound):
        day.desk.rooms.take_out(TRAINER, day.room, wrong.id)
    day.reveal()
    with pytest.raises(NotAccepted):
        day.desk.rooms.take_out(TRAINER, day.room, right.id)


def test_the_case_is_about_an_invented_city_so_even_two_see_what_they_chose(day: Day) -> None:
    for name, level in (("Aue", "1"), ("Celle", "2")):
        phone = day.phone(name)
        day.desk.seats.answer(phone, 0, "PAR.2", level, seen=0, op="a")
        day.desk.seats.finish(phone, 0)
    assert (day.desk.rooms.show(TRAINER, day.room).rated, day.desk.rooms.show(TRAINER, day.room).levels) == (2, {})
    day.desk.rooms.solve(TRAINER, day.room, seen=day.now.version)
    assert day.desk.rooms.show(TRAINER, day.room).levels["PAR.2"] == {"1": 1, "2": 1}
    assert day.desk.seats.answer(phone, 0, "PAR.2", "3", seen=1, op="b").kind == "fixed"


def test_the_own_result_is_there_in_the_smallest_room(day: Day) -> None:
    day.begin()
    phone = day.phone("Aue")
    assert day.desk.seats.result(phone) is None
    day.rate(phone, "4")
    profile = day.desk.seats.result(phone)
    assert profile is not None
    assert {each.mean for each in profile.dimensions.values()} == {4}


def test_the_table_holds_what_a_city_shows_by_its_own_tap(day: Day) -> None:
    first, second = day.filled(2)
    put, show = day.desk.seats.put, lambda: day.desk.rooms.show(TRAINER, day.room)
    put(first, Item("", "offer", "1", "GOV", shown=False))
    put(second, Item("", "want", "1", "GOV", shown=True))
    assert [each.offering for each in show().clinics] == [()]
    put(first, Item("", "offer", "1", "GOV", shown=True))
    assert [(each.dimension, each.offering, each.wanting) for each in show().clinics] == [
        ("GOV", ("Stadt 00",), ("Stadt 01",))
    ]
    put(first, SCORE)
    assert [(each.city, each.value) for each in show().scores] == [("Stadt 00", "1")]
    put(first, replace(SCORE, shown=False))
    assert show().scores == ()


@pytest.mark.parametrize(
    "item",
    [
        Item("", "offer", "3", "GOV", shown=True),
        Item("", "offer", "1", "XXX", shown=True),
        Item("", "score", "XXX", "GOV", shown=True),
        Item("", "secret", "1", "GOV", shown=True),  # type: ignore[arg-type]
    ],
)
def test_only_what_is_offered_comes_to_the_table(day: Day, item: Item) -> None:
    with pytest.raises(NotAccepted):
        day.desk.seats.put(day.phone("Aue"), item)


def test_no_score_is_laid_open_that_would_give_another_city_away(day: Day) -> None:
    phones = day.filled(5)
    day.reveal()
    refused = 0
    for phone in phones:
        try:
            day.desk.seats.put(phone, SCORE)
        except NotAccepted:
            refused += 1
    assert refused >= 1


def test_when_a_room_is_over_what_was_said_stands_and_can_be_taken_along(day: Day) -> None:
    day.begin()
    phone = day.phone("Aue")
    day.rate(phone, "4")
    day.desk.rooms.move(TRAINER, day.room, "over", seen=day.now.version)
    assert day.desk.seats.answer(phone, 1, "QS01", "5", seen=1, op="z").kind == "fixed"
    with pytest.raises(NotAccepted):
        day.desk.seats.put(phone, Item("", "offer", "1", "GOV", shown=True))
    file = day.desk.seats.take_along(phone, "de")
    assert (file.city, file.language, {each.rating for each in file.ratings.values()}) == ("Aue", "de", {"4"})


def test_what_weighs_in_a_room_is_noted_without_a_name_or_an_answer(day: Day) -> None:
    day.filled(5)
    city = day.desk.rooms.show(TRAINER, day.room).cities[0]
    day.desk.rooms.take_out(TRAINER, day.room, city.id)
    day.desk.rooms.solve(TRAINER, day.room, seen=day.now.version)
    day.reveal()
    notes = [each.note for each in day.desk.auditing.audit.entries() if each.note.subject == "room"]
    assert [each.detail["how"] for each in notes] == ["opened", "begun", "took out", "solved", "revealed"]
    assert {each.subject_id for each in notes} == {day.room}
    assert "Stadt" not in str(notes)


def test_a_lead_takes_the_answers_into_the_account_of_the_city(day: Day) -> None:
    day.begin()
    phone = day.phone("Wie auch immer")
    day.rate(phone, "3")
    code = day.desk.seats.promise(phone)
    begun = day.desk.claiming.claim(LEAD, HERE.id, code, "10.0.0.1")
    assert (begun.city, begun.title, begun.questionnaire) == (HERE, "Netzwerktag", day.now.questionnaire)
    answers = day.desk.answering.answers.answers(begun.id)
    assert {each.rated.rating for each in answers.values() if each.rated} == {"3"}
    assert len(answers) == 8


def test_a_claim_code_serves_once_so_that_whoever_saw_it_later_takes_nothing(day: Day) -> None:
    day.begin()
    phone = day.phone("Aue")
    day.rate(phone, "3")
    code = day.desk.seats.promise(phone)
    day.desk.claiming.claim(LEAD, HERE.id, code, "10.0.0.1")
    with pytest.raises(CodeSpent):
        day.desk.claiming.claim(LEAD, HERE.id, code, "10.0.0.1")
    again = day.desk.seats.promise(phone)
    assert day.desk.claiming.claim(LEAD, HERE.id, again, "10.0.0.1").city == HERE


@dataclass(frozen=True)
class AtOnce:
    """Seats in which both who look a claim up have found it before either goes on."""

    seats: SeatStore
    both: threading.Barrier

    def __getattr__(self, name: str) -> Any:
        return getattr(self.seats, name)

    def claimed(self, claim: str, since: datetime.datetime) -> tuple[Room, RoomCity] | None:
        found = self.seats.claimed(claim, since)
        self.both.wait()
        return found


def test_of_two_who_claim_with_one_code_at_the_very_same_moment_one_is_told_that_it_served(day: Day) -> None:
    day.begin()
    phone = day.phone("Aue")
    day.rate(phone, "3")
    code = day.desk.seats.promise(phone)
    seats = AtOnce(day.desk.claiming.seats, threading.Barrier(2, timeout=60))
    claiming = replace(day.desk.claiming, seats=seats)  # type: ignore[arg-type]

    def claim(address: str) -> str:
        try:
            return claiming.claim(LEAD, HERE.id, code, address).title
        except CodeSpent:
            return "spent"

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(claim, ("10.0.0.1", "10.0.0.2"))) == ["Netzwerktag", "spent"]


@pytest.mark.parametrize("name", ["A\u200bue", "Aue\u202e", "\u2066Aue\u2069", "A\u00adue", " aue "])
def test_no_sign_that_cannot_be_seen_makes_a_second_city_of_one(day: Day, name: str) -> None:
    day.phone("Aue")
    with pytest.raises(NotAccepted):
        day.phone(name)


def test_one_name_in_two_ways_of_writing_its_letters_is_one_city(day: Day) -> None:
    day.phone("K\u00f6ln")
    with pytest.raises(NotAccepted):
        day.phone("Ko\u0308ln")


def test_a_claim_code_serves_nobody_who_does_not_lead_the_city(day: Day) -> None:
    phone = day.phone("Aue")
    code = day.desk.seats.promise(phone)
    with pytest.raises(NotFound):
        day.desk.claiming.claim(OTHER_LEAD, HERE.id, code, "10.0.0.1")
    with pytest.raises(CodeSpent):
        day.desk.claiming.claim(LEAD, HERE.id, "unknown", "10.0.0.1")
