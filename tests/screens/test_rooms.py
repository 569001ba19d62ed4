"""The trainer's page of live rooms: opens one, says what comes next, shows who has finished and what was revealed."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from assessment.desk.rooms import Opening
from locales.words import words
from models.room import Room
from screens.room.record import as_rows
from tests.house import Person, anna, somebody
from tests.screens.conftest import Open
from tests.screens.test_pages import everything_said


@pytest.fixture
def trainer(desk: Desk) -> Person:
    anna(desk)
    return somebody(desk, "tom", "trainer")


@pytest.fixture
def room(desk: Desk, trainer: Person) -> Room:
    return desk.rooms.open(trainer.actor, Opening("Netzwerktag"))


def filled(desk: Desk, trainer: Person, room: Room, count: int) -> None:
    """So many cities that have finished the first rating."""
    desk.rooms.begin(trainer.actor, room.id, "first", seen=1)
    for city in range(count):
        phone = desk.seats.enter(room.code, "here")
        desk.seats.name_city(phone, f"Stadt {city}", agreed=True)
        for at, question in enumerate(room.questions):
            desk.seats.answer(phone, 1, question, str(1 + (city + at) % 5), seen=0, op=f"op{at}")
        desk.seats.finish(phone, 1)


def led(page: Open, trainer: Person, room: Room) -> AppTest:
    return page("rooms", who=trainer, room=room.id)


def test_a_trainer_opens_a_room_and_stands_in_it(page: Open, desk: Desk, trainer: Person) -> None:
    app = page("rooms", who=trainer)
    app.text_input(key="room-title").set_value("Netzwerktag").run()
    next(each for each in app.button if each.label == "Raum öffnen").click().run()
    (opened,) = desk.rooms.mine(trainer.actor)
    assert app.title[0].value == opened.title == "Netzwerktag"
    assert f"{opened.code[:3]} {opened.code[3:]}" in everything_said(app)


def test_somebody_who_is_no_trainer_opens_nothing(page: Open, desk: Desk, room: Room) -> None:
    assert not page("rooms").text_input
    assert "nicht" in page("rooms", room=room.id).warning[0].value


def test_the_page_shows_who_has_finished_and_not_what_they_said(
    page: Open, desk: Desk, trainer: Person, room: Room
) -> None:
    filled(desk, trainer, room, 2)
    app = led(page, trainer, room)
    assert app.table[0].value.iloc[0].tolist() == ["Stadt 0", "1", "–", "fertig", "–"]
    assert len(app.table) == 1


def test_a_full_room_tells_the_trainer_what_to_do(
    page: Open, desk: Desk, trainer: Person, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.room.leading.MOST_CITIES", 2)
    for city, warned in (("Aue", False), ("Celle", True)):
        desk.seats.name_city(desk.seats.enter(room.code, "here"), city, agreed=True)
        assert any("voll" in each.value for each in led(page, trainer, room).warning) == warned


def test_one_press_reveals_and_the_record_stands_below(page: Open, desk: Desk, trainer: Person, room: Room) -> None:
    filled(desk, trainer, room, 6)
    app = led(page, trainer, room)
    app.button(key="next-first").click().run()
    assert desk.rooms.show(trainer.actor, room.id).room.phase == "between"
    assert "Was aufgedeckt wurde" in [each.value for each in app.header]
    assert app.table[-1].value.shape == (8, 2), "no column of dashes: six cities see means alone"


def test_the_file_of_what_was_revealed_holds_names_as_they_are(desk: Desk, trainer: Person, room: Room) -> None:
    filled(desk, trainer, room, 6)
    desk.rooms.reveal(trainer.actor, room.id, seen=desk.rooms.show(trainer.actor, room.id).room.version)
    view = desk.rooms.show(trainer.actor, room.id)
    rows = [*as_rows(words("de"), view, desk.library.quick_scans[0])]
    assert "Strategie & Steuerung" in [row[0] for row in rows]
    assert rows[1][1:] == ["gezählte Städte: 6", "Regeln für Räume, Fassung 2"]


def test_a_room_of_four_has_a_record_without_figures(page: Open, desk: Desk, trainer: Person, room: Room) -> None:
    filled(desk, trainer, room, 4)
    app = led(page, trainer, room)
    app.button(key="next-first").click().run()
    assert "Keine Gruppenzahlen" in everything_said(app)


def test_the_wall_is_moved_step_by_step(page: Open, desk: Desk, trainer: Person, room: Room) -> None:
    filled(desk, trainer, room, 5)
    app = led(page, trainer, room)
    app.button(key="next-first").click().run()
    app.button(key="wall-question").click().run()
    app.button(key="question-next").click().run()
    now = desk.rooms.show(trainer.actor, room.id).room
    assert (now.step, now.shown) == ("question", room.questions[1])
    app.button(key="room-over").click().run()
    assert desk.rooms.show(trainer.actor, room.id).room.step == "over"


@pytest.mark.parametrize("pressed", ["take-out", "room-clock", "speak-en", "room-over"])
def test_what_is_pressed_while_the_whole_page_is_drawn_is_done_and_the_page_stays_whole(
    page: Open, desk: Desk, trainer: Person, room: Room, pressed: str
) -> None:
    desk.seats.name_city(desk.seats.enter(room.code, "here"), "Aue", agreed=True)
    before = desk.rooms.show(trainer.actor, room.id)
    app = led(page, trainer, room)
    app.button(key=pressed).click().run()
    assert not app.exception
    assert not app.error
    assert desk.rooms.show(trainer.actor, room.id) != before
