"""What has grown old is erased, what is young or was entered by people stays."""

import datetime
from pathlib import Path

from models.audit import Note
from models.people import Account, Grant, OneTimeCode, Session
from models.retention import Retention, Tidied
from models.room import Room, RoomCity, RoomEdition, RoomWish, Seat
from store.audit import SqlAudit
from store.copies import Copies
from store.database import Database
from store.tidying import tidy
from tests.store.conftest import Kept, stores_on
from tests.store.samples import ANNA, MOMENT, F, change

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
KEEP = Retention()


def filled(database: Database) -> Kept:
    """Stores with one thing of each kind, all from the same moment."""
    stores = stores_on(database).begun()
    stores.people.accounts.add_first(Account("ada", "ada", None, MOMENT), "hash")
    stores.people.sessions.begin(Session("print", "ada", MOMENT, MOMENT, MOMENT + 7 * DAY))
    stores.people.codes.add(OneTimeCode("code", "invite", ANNA.id, 1, MOMENT + DAY, Grant("lead", "c1")))
    stores.people.attempts.note("ada", "10.0.0.1", MOMENT, MOMENT)
    stores.answers.save([change(F, 0, "op1")])
    SqlAudit(database).add(Note(MOMENT, "ada", "found city", "city", "c1", "c1"))
    return stores


def test_what_is_young_stays(database: Database, tmp_path: Path) -> None:
    filled(database)
    assert tidy(database, Copies(database, tmp_path), KEEP, MOMENT + HOUR) == Tidied(0, 0, 0, 0, 0)


def test_each_kind_goes_after_its_own_time(database: Database, tmp_path: Path) -> None:
    filled(database)
    copies = Copies(database, tmp_path)
    told = [tidy(database, copies, KEEP, MOMENT + days * DAY) for days in (2, 8, 32, 366)]
    assert [(each.tries, each.sessions, each.codes, each.entries) for each in told] == [
        (1, 0, 0, 0),
        (0, 1, 0, 0),
        (0, 0, 1, 0),
        (0, 0, 0, 1),
    ]


def test_answers_never_grow_old(database: Database, tmp_path: Path) -> None:
    stores = filled(database)
    tidy(database, Copies(database, tmp_path), KEEP, MOMENT + 10_000 * DAY)
    assert stores.answers.answers("a1")["GOV.1.O1"].rated == F
    assert SqlAudit(database).verified().broken_at is None


def test_shorter_times_are_kept_too(database: Database, tmp_path: Path) -> None:
    filled(database)
    short = Retention(sessions=HOUR, addresses=HOUR, audit=HOUR)
    told = tidy(database, Copies(database, tmp_path), short, MOMENT + 2 * HOUR)
    assert (told.sessions, told.tries, told.entries) == (1, 1, 1)


def test_what_was_said_in_a_room_goes_after_thirty_days_and_what_was_revealed_stays(
    database: Database, tmp_path: Path
) -> None:
    stores, copies = filled(database), Copies(database, tmp_path)
    room = Room("r", "Tag", "quick-scan", "1.0.0", ("QS01",), "ABC234", "de", MOMENT, MOMENT + DAY, ANNA.id)
    stores.rooms.add(room)
    for phone, name in (("one", "Aue"), ("two", "")):
        stores.seats.arrive(Seat(phone, "r", MOMENT))
        if name:
            stores.seats.found(phone, RoomCity(name, "r", name, phone, MOMENT))
    stores.seats.keep(RoomWish("Aue", 0, "PAR.2", "1", 0, "op", MOMENT))
    stores.rooms.publish("r", RoomEdition(1, MOMENT, "room 1", 1, (1,), ()))
    assert tidy(database, copies, KEEP, MOMENT + 29 * DAY).cities_in_rooms == 0
    assert tidy(database, copies, KEEP, MOMENT + 30 * DAY).cities_in_rooms == 1
    assert (stores.rooms.cities("r"), stores.seats.answers(["Aue"])) == ((), {})
    assert stores.seats.seat("one") is stores.seats.seat("two") is None
    assert [each.id for each in stores.rooms.led(ANNA.id, ())] == []
    assert len(stores.rooms.editions("r")) == 1
