"""A copy is complete and checked before it has its name, and nothing half-made is left behind."""

import threading
from pathlib import Path

import pytest

from store.backup import BackupFailed, back_up, last_backup, note_backup
from store.database import Database, file_url, open_database
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, F, L, change


@pytest.fixture
def source(sqlite: Database, tmp_path: Path) -> Path:
    """A database that is in use, with one answer."""
    stores_on(sqlite).begun().answers.save([change(L, 0, "op1")])
    return tmp_path / "hanse.db"


def _rating(path: Path) -> object:
    database = open_database(file_url(path))
    rated = stores_on(database).answers.answers("a1")["GOV.1.O1"].rated
    database.close()
    return rated


def test_a_copy_put_in_place_holds_every_answer(source: Path, tmp_path: Path) -> None:
    backup = back_up(source, tmp_path / "copies" / "c.db")
    assert _rating(backup.path) == L
    assert backup.counts == {"assessment": 1, "answer": 1, "answer_event": 1, "page": 0}
    assert backup.size == backup.path.stat().st_size


def test_a_restored_copy_can_be_worked_on(source: Path, tmp_path: Path) -> None:
    restored = back_up(source, tmp_path / "c.db").path
    database = open_database(file_url(restored))
    stores_on(database).answers.save([change(F, 1, "op2")])
    database.close()
    assert (_rating(restored), _rating(source)) == (F, L)


def test_a_copy_is_readable_for_its_owner_alone(source: Path, tmp_path: Path) -> None:
    back_up(source, tmp_path / "copies" / "c.db")
    assert (tmp_path / "copies" / "c.db").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "copies").stat().st_mode & 0o777 == 0o700


def test_a_copy_never_overwrites_another(source: Path, tmp_path: Path) -> None:
    back_up(source, tmp_path / "c.db")
    with pytest.raises(FileExistsError):
        back_up(source, tmp_path / "c.db")


def test_a_missing_database_is_not_made_by_copying_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        back_up(tmp_path / "none.db", tmp_path / "c.db")
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_attempt_left_behind_does_no_harm(source: Path, tmp_path: Path) -> None:
    (tmp_path / ".c.db.unfinished").write_text("rubbish")
    assert _rating(back_up(source, tmp_path / "c.db").path) == L


def test_a_damaged_database_gives_no_copy_and_no_leftovers(sqlite: Database, source: Path, tmp_path: Path) -> None:
    sqlite.close()
    content = bytearray(source.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    source.write_bytes(content)
    with pytest.raises(BackupFailed):
        back_up(source, tmp_path / "copies" / "c.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_backup_is_noted_also_where_the_data_folder_was_never_used(tmp_path: Path) -> None:
    note_backup(tmp_path / "data", MOMENT)
    assert last_backup(tmp_path / "data") == MOMENT


def test_whatever_was_acknowledged_before_the_copy_began_is_in_it(
    sqlite: Database, source: Path, tmp_path: Path
) -> None:
    store, stop = stores_on(sqlite).answers, threading.Event()
    acknowledged: list[str] = []

    def save_on_and_on() -> None:
        while not stop.is_set():
            op = f"op-{len(acknowledged)}"
            store.save([change(L, 0, op, indicator=f"GOV.1.O{len(acknowledged)}")])
            acknowledged.append(op)

    saver = threading.Thread(target=save_on_and_on)
    saver.start()
    try:
        for number in range(3):
            before = len(acknowledged)
            copy = back_up(source, tmp_path / f"c{number}.db")
            assert copy.counts["answer"] >= before
    finally:
        stop.set()
        saver.join()
