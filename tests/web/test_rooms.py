"""Live rooms by phone: without an account and without a script, and nothing of one city reaches another."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assessment.desk import Desk
from assessment.desk.rooms import Opening
from models.people import PLAIN_COOKIE, Actor
from models.room import Room
from tests.house import Person, anna, me, somebody
from web.room_phone import PLAIN_COOKIE as PHONE

OWN = {"origin": "http://localhost"}
SECRET = "Nur hier"


@pytest.fixture
def trainer(desk: Desk) -> Person:
    anna(desk)
    return somebody(desk, "tom", "trainer")


@pytest.fixture
def room(desk: Desk, trainer: Person) -> Room:
    return desk.rooms.open(trainer.actor, Opening("Netzwerktag", language="en"))


class Phone:
    """A browser in the room, in German, without a script."""

    def __init__(self, browser: TestClient, room: Room) -> None:
        self.browser, self.room = browser, room

    def send(self, path: str, **fields: str) -> str:
        answer = self.browser.post(f"{path}?language=de", data=fields, headers=OWN)
        self.status = answer.status_code
        return answer.text

    def sees(self, path: str = "/my-room") -> str:
        separator = "&" if "?" in path else "?"
        return self.browser.get(f"{path}{separator}language=de").text

    def comes(self, city: str) -> "Phone":
        self.send("/join", code=self.room.code)
        self.send("/room-city", name=city, agreed="yes")
        return self

    def rates(self, value: str = "3", rating: str = "1") -> str:
        said = dict.fromkeys(self.room.questions, value)
        seen = {f"seen-{each}": "0" for each in self.room.questions}
        return self.send("/my-room", rating=rating, do="finish", **said, **seen)


NewPhone = Callable[[], Phone]


@pytest.fixture
def phone(client_of: Callable[[], TestClient], room: Room) -> NewPhone:
    return lambda: Phone(client_of(), room)


def begin(desk: Desk, actor: Actor, room: Room) -> None:
    desk.rooms.begin(actor, room.id, "first", seen=desk.rooms.show(actor, room.id).room.version)


def test_a_phone_joins_by_code_agrees_and_names_its_city(phone: NewPhone, desk: Desk, trainer: Person) -> None:
    mine = phone()
    assert "Für welche Stadt antworten Sie?" in mine.send("/join", code=mine.room.code.lower())
    assert "Sie sind dabei" in mine.send("/room-city", name="Aue", agreed="yes")
    assert [each.name for each in desk.rooms.show(trainer.actor, mine.room.id).cities] == ["Aue"]


def test_the_cookie_of_a_phone_is_its_own_and_no_script_can_read_it(phone: NewPhone) -> None:
    mine = phone()
    answer = mine.browser.post("/join", data={"code": mine.room.code}, headers=OWN, follow_redirects=False)
    kept = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert kept.startswith(f"{PHONE}=")
    assert "httponly" in kept
    assert "samesite=lax" in kept


@pytest.fixture
def a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the installation keeps rooms for a week."""
    monkeypatch.setenv("HANSE_KEEP_ROOMS_DAYS", "7")


@pytest.mark.usefixtures("a_week", "desk")
def test_people_agree_to_the_time_for_which_it_is_kept_and_the_phone_is_known_for_it(phone: NewPhone) -> None:
    mine = phone()
    answer = mine.browser.post("/join", data={"code": mine.room.code}, headers=OWN, follow_redirects=False)
    assert "max-age=604800" in answer.headers["set-cookie"].lower()
    assert "Sie werden nach 7 Tagen gelöscht." in mine.sees("/room-city")
    mine.send("/room-city", name="Aue", agreed="yes")
    assert "Sonst wird es 7 Tage nach dem Öffnen" in mine.sees("/my-room?view=along")


def test_over_https_the_cookie_belongs_to_this_very_host(phone: NewPhone) -> None:
    mine = phone()
    mine.browser.base_url = "https://localhost"  # type: ignore[assignment]
    own = {"origin": "https://localhost"}
    answer = mine.browser.post("/join", data={"code": mine.room.code}, headers=own, follow_redirects=False)
    assert answer.headers["set-cookie"].startswith("__Host-hanse-room=")
    assert "secure" in answer.headers["set-cookie"].lower()


def test_a_wrong_code_says_so_and_sets_nothing(phone: NewPhone) -> None:
    mine = phone()
    assert "Dieser Code" in mine.send("/join", code="WRONG2")
    assert (mine.status, dict(mine.browser.cookies)) == (422, {})


def test_without_agreement_nothing_goes_on(phone: NewPhone) -> None:
    mine = phone()
    mine.send("/join", code=mine.room.code)
    assert "Bitte stimmen Sie zu" in mine.send("/room-city", name="Aue")


def test_answers_are_taken_without_any_script(phone: NewPhone, desk: Desk, trainer: Person) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    assert mine.sees().count('type="radio"') == 8 * 6
    assert "Sie haben abgegeben" in mine.rates()
    assert desk.rooms.show(trainer.actor, mine.room.id).finished(1) == 1
    assert "checked" in mine.sees()


def test_a_second_phone_of_the_city_does_not_overwrite_the_first(phone: NewPhone, desk: Desk, trainer: Person) -> None:
    first, second = phone().comes("Aue"), phone()
    code = re.search(r'class="code">(\w{5})<', first.sees("/my-room?view=along"))
    assert code is not None
    second.send("/join", code=second.room.code)
    second.send("/room-city", agreed="yes", **{"city-code": code[1]})
    begin(desk, trainer.actor, first.room)
    first.rates("3")
    assert "Ein anderes Telefon Ihrer Stadt" in second.rates("4")
    assert f'name="{first.room.questions[0]}" value="3" checked' in second.sees()


def test_the_script_is_told_what_stands_after_each_tap(phone: NewPhone, desk: Desk, trainer: Person) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    wish = {"rating": "1", "question": mine.room.questions[0], "value": "3", "seen": "0", "op": "a"}
    told = [
        mine.browser.post("/room-answer", data=wish | more, headers=OWN).json()
        for more in ({}, {}, {"op": "b", "value": "4"})
    ]
    assert [each["kind"] for each in told] == ["saved", "saved", "conflict"]
    assert mine.browser.get("/room-state").json()["answers"] == {mine.room.questions[0]: ["3", 1]}


@pytest.mark.parametrize(
    "wish", [{"rating": "7"}, {"rating": ""}, {"seen": "x"}, {"value": "9"}, {"question": "nothing"}, {"op": ""}]
)
def test_a_script_that_sends_nonsense_changes_nothing(
    phone: NewPhone, desk: Desk, trainer: Person, wish: dict[str, str]
) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    usual = {"rating": "1", "question": mine.room.questions[0], "value": "3", "seen": "0", "op": "a"}
    assert mine.browser.post("/room-answer", data=usual | wish, headers=OWN).status_code == 422
    assert mine.browser.get("/room-state").json()["answers"] == {}


def test_a_page_changes_its_mark_when_there_is_something_else_to_see(
    phone: NewPhone, desk: Desk, trainer: Person
) -> None:
    mine = phone().comes("Aue")
    marks = [mine.browser.get("/room-state").json()["mark"] for _ in range(2)]
    begin(desk, trainer.actor, mine.room)
    assert marks[0] == marks[1] != mine.browser.get("/room-state").json()["mark"]


def test_nothing_of_another_city_is_in_any_page_of_a_phone_or_on_the_wall(
    phone: NewPhone, desk: Desk, trainer: Person, client_of: Callable[[], TestClient]
) -> None:
    phones = [phone().comes(f"Stadt {at}") for at in range(5)]
    begin(desk, trainer.actor, phones[0].room)
    for each in phones:
        each.rates("3")
    wall = client_of()
    wall.cookies.set(PLAIN_COOKIE, trainer.secret)
    before = wall.get(f"/projector?room={phones[0].room.id}").text
    assert "5 of 5 cities have finished" in before
    assert "3.0" not in before
    seen = phones[0].sees("/my-room?view=result") + phones[0].sees("/my-room?view=table")
    assert "Stadt 1" not in seen
    assert desk.rooms.show(trainer.actor, phones[0].room.id).room.phase == "first"


def test_the_radar_on_the_wall_names_its_axes_by_large_letters_that_the_table_beside_explains(
    phone: NewPhone, desk: Desk, trainer: Person, client_of: Callable[[], TestClient]
) -> None:
    phones = [phone().comes(f"Stadt {at}") for at in range(7)]
    begin(desk, trainer.actor, phones[0].room)
    for at, each in enumerate(phones):
        each.rates(str(1 + at % 5))
    room = desk.rooms.show(trainer.actor, phones[0].room.id).room
    desk.rooms.reveal(trainer.actor, room.id, seen=room.version)
    wall = client_of()
    wall.cookies.set(PLAIN_COOKIE, trainer.secret)
    drawing, _, table = wall.get(f"/projector?room={room.id}").text.partition("<table>")
    assert re.findall(r'<th scope="row">(\w) ', table) == list("ABCDEFGH")
    for letter in "ABCDEFGH":
        assert re.search(rf">\s*{letter}\s*</t", drawing)


def test_what_people_write_is_text_on_every_page(
    phone: NewPhone, desk: Desk, trainer: Person, client_of: Callable[[], TestClient]
) -> None:
    mine = phone().comes("<script>alert(1)</script>")
    wall = client_of()
    wall.cookies.set(PLAIN_COOKIE, trainer.secret)
    for page in (mine.sees(), wall.get(f"/projector?room={mine.room.id}").text):
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_a_phone_without_a_room_is_led_to_the_door(phone: NewPhone) -> None:
    for path in ("/my-room", "/room-city", "/room-file"):
        answer = phone().browser.get(path, follow_redirects=False)
        assert answer.headers["location"].startswith("/join")
    assert phone().browser.get("/room-state").status_code == 404


def test_the_table_is_filled_by_taps_and_says_why_something_stays_hidden(
    phone: NewPhone, desk: Desk, trainer: Person
) -> None:
    mine = phone().comes("Aue")
    assert "auf der leinwand" in mine.send("/room-item", kind="offer", place="1", dimension="GOV", shown="1").lower()
    assert [each.offering for each in desk.rooms.show(trainer.actor, mine.room.id).clinics] == [("Aue",)]
    assert "Man kann nur wählen" in mine.send("/room-item", kind="offer", place="9", dimension="GOV", shown="1")


def test_answers_go_along_as_a_file_and_everything_can_be_erased(phone: NewPhone, desk: Desk, trainer: Person) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    mine.rates("3")
    assert "questionnaire: quick-scan" in mine.sees("/room-file")
    assert "ist gelöscht" in mine.send("/room-leave")
    assert desk.rooms.show(trainer.actor, mine.room.id).cities == ()
    assert PHONE not in mine.browser.cookies


def test_a_lead_takes_the_answers_in_with_the_code_of_the_phone(
    phone: NewPhone, desk: Desk, trainer: Person, client_of: Callable[[], TestClient]
) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    mine.rates("3")
    code = re.search(r'class="code">([\w-]{14})<', mine.send("/room-claim"))
    assert code is not None
    city = desk.people.found(me(desk), "Aue an der Lahn")
    browser = client_of()
    browser.cookies.set(PLAIN_COOKIE, somebody(desk, "lena", "lead", city.id).secret)
    wrong = browser.post("/claim?language=de", data={"code": "x"}, headers=OWN)
    assert wrong.status_code == 422
    done = browser.post("/claim", data={"code": code[1]}, headers=OWN, follow_redirects=False)
    assert done.headers["location"].startswith("/results?assessment=")


def test_nobody_but_its_trainers_opens_the_wall(
    room: Room, desk: Desk, client_of: Callable[[], TestClient], stranger: TestClient
) -> None:
    other = client_of()
    other.cookies.set(PLAIN_COOKIE, somebody(desk, "sara", "trainer").secret)
    unknown = other.get("/projector?room=nothing")
    found = other.get(f"/projector?room={room.id}")
    assert (found.status_code, found.text) == (unknown.status_code, unknown.text) == (404, "not found")
    assert stranger.get(f"/projector?room={room.id}", follow_redirects=False).status_code == 303


def test_the_wall_speaks_its_own_language_and_sends_nothing_twice(
    room: Room, trainer: Person, client_of: Callable[[], TestClient]
) -> None:
    wall = client_of()
    wall.cookies.set(PLAIN_COOKIE, trainer.secret)
    page = wall.get(f"/projector?room={room.id}", headers={"accept-language": "de"}).text
    assert 'lang="en"' in page
    assert "<svg" in page
    part = wall.get(f"/projector?room={room.id}&part=x")
    assert part.text.startswith("<h1>Join with your phone")
    assert wall.get(f"/projector?room={room.id}&part={part.headers['x-mark']}").status_code == 204


def test_a_new_part_of_the_day_leads_to_it_also_who_is_just_putting_something_on_the_table(
    phone: NewPhone, desk: Desk, trainer: Person
) -> None:
    mine = phone().comes("Aue")
    begin(desk, trainer.actor, mine.room)
    mine.rates()
    desk.rooms.reveal(trainer.actor, mine.room.id, seen=desk.rooms.show(trainer.actor, mine.room.id).room.version)
    drawn = mine.sees("/my-room?view=table&phase=between")
    wish = {"kind": "offer", "place": "1", "dimension": "GOV", "shown": "1"}
    assert 'name="phase" value="between"' in drawn
    assert "Offener Tisch" in mine.send("/room-item", **wish, phase="between")
    desk.rooms.begin(
        trainer.actor, mine.room.id, "second", seen=desk.rooms.show(trainer.actor, mine.room.id).room.version
    )
    assert "Zweite Einschätzung heute" in mine.send("/room-item", **wish, phase="between")
    assert "Offener Tisch" in mine.sees("/my-room?view=table&phase=second")
