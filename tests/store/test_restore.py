"""A backup is put back as a whole or not at all, and what stood there before is never lost."""

import datetime
import random
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from models.assessment import NotSaved, Saved
from store.backup import back_up
from store.database import Database, file_url, open_database
from store.migration import UnknownRevision, migrate, newest
from store.restore import Damaged, InUse, NoBackup, restore
from store.sqlite import MODULE
from tests.figures import Note
from tests.parts import rounds
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, F, L, change

DRILLS = rounds(usual=5, soak=200)
CONTROL_DRILLS = rounds(usual=3, soak=20)


@pytest.fixture
def source(sqlite: Database, tmp_path: Path) -> Path:
    """A database that is in use, with one answer."""
    stores_on(sqlite).begun().answers.save([change(L, 0, "op1")])
    return tmp_path / "hanse.db"


@pytest.fixture
def backup(source: Path, tmp_path: Path) -> Path:
    """A copy of it from before the answer was changed."""
    return back_up(source, tmp_path / "copies" / "c.db").path


@pytest.fixture
def stopped(sqlite: Database, source: Path, backup: Path) -> Path:
    """The database of a program that was stopped after the answer had changed."""
    stores_on(sqlite).answers.save([change(F, 1, "op2")])
    sqlite.close()
    return source


def _rating(path: Path) -> object:
    database = open_database(file_url(path))
    rated = stores_on(database).answers.answers("a1")["GOV.1.O1"].rated
    database.close()
    return rated


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _in_sql(path: Path, statement: str) -> None:
    with closing(MODULE.connect(str(path), isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_backup_is_put_where_no_database_was(backup: Path, tmp_path: Path) -> None:
    done = restore(backup, tmp_path / "new" / "hanse.db", MOMENT)
    assert _rating(tmp_path / "new" / "hanse.db") == L
    assert (done.revision, done.aside) == (newest(), None)
    assert done.counts == {"assessment": 1, "answer": 1, "answer_event": 1, "page": 0}


def test_what_is_put_in_place_is_readable_for_its_owner_alone(backup: Path, tmp_path: Path) -> None:
    backup.chmod(0o644)
    restore(backup, tmp_path / "new" / "hanse.db", MOMENT)
    assert (tmp_path / "new" / "hanse.db").stat().st_mode & 0o777 == 0o600


def test_a_database_is_not_exchanged_unless_asked_to(stopped: Path, backup: Path) -> None:
    before = _files(stopped.parent)
    with pytest.raises(FileExistsError):
        restore(backup, stopped, MOMENT)
    assert _files(stopped.parent) == before


def test_the_old_database_is_kept_with_all_that_was_saved(stopped: Path, backup: Path) -> None:
    done = restore(backup, stopped, MOMENT, force=True)
    assert done.aside is not None
    assert done.aside.name == "hanse-before-restore-20260301T140203.db"
    assert (_rating(stopped), _rating(done.aside)) == (L, F)


def test_the_backup_stays_as_it_is(stopped: Path, backup: Path) -> None:
    before = _files(backup.parent)
    restore(backup, stopped, MOMENT, force=True)
    assert _files(backup.parent) == before


def test_nothing_is_exchanged_under_a_running_program(sqlite: Database, source: Path, backup: Path) -> None:
    store = stores_on(sqlite).answers
    with pytest.raises(InUse):
        restore(backup, source, MOMENT, force=True)
    assert isinstance(store.save([change(F, 1, "op2")])[0], Saved)
    sqlite.close()
    assert _rating(source) == F
    assert {path.name for path in source.parent.iterdir() if path.is_file()} == {"hanse.db"}


def test_what_the_log_of_a_killed_program_held_is_kept_with_the_old_database(
    sqlite: Database, source: Path, backup: Path, tmp_path: Path
) -> None:
    stores_on(sqlite).answers.save([change(F, 1, "op2")])
    killed = tmp_path / "killed" / "hanse.db"
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{source}{end}", f"{killed}{end}")
    done = restore(backup, killed, MOMENT, force=True)
    assert done.aside is not None
    assert (_rating(killed), _rating(done.aside)) == (L, F)


def test_a_damaged_database_can_be_exchanged_and_is_kept_byte_for_byte(stopped: Path, backup: Path) -> None:
    log = stopped.with_name("hanse.db-wal")
    stopped.write_bytes(b"rubbish")
    log.write_bytes(b"more rubbish")
    done = restore(backup, stopped, MOMENT, force=True)
    assert done.aside is not None
    assert done.aside.read_bytes() == b"rubbish"
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == b"more rubbish"
    assert _rating(stopped) == L


def test_a_missing_backup_changes_nothing(stopped: Path, tmp_path: Path) -> None:
    before = _files(stopped.parent)
    with pytest.raises(FileNotFoundError):
        restore(tmp_path / "none.db", stopped, MOMENT, force=True)
    assert _files(stopped.parent) == before


@pytest.mark.parametrize("content", [b"", b"no database at all, but of some length " * 50])
def test_a_file_that_is_no_backup_changes_nothing(stopped: Path, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "copies" / "wrong.db"
    wrong.write_bytes(content)
    before = _files(stopped.parent)
    with pytest.raises(NoBackup):
        restore(wrong, stopped, MOMENT, force=True)
    assert _files(stopped.parent) == before


def test_a_damaged_backup_changes_nothing(stopped: Path, backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    backup.write_bytes(content)
    before = _files(stopped.parent)
    with pytest.raises(Damaged):
        restore(backup, stopped, MOMENT, force=True)
    assert _files(stopped.parent) == before


def test_a_backup_of_a_newer_version_changes_nothing(stopped: Path, backup: Path) -> None:
    _in_sql(backup, "UPDATE alembic_version SET version_num = '9999'")
    before = _files(stopped.parent)
    with pytest.raises(UnknownRevision, match="9999"):
        restore(backup, stopped, MOMENT, force=True)
    assert _files(stopped.parent) == before


def test_what_an_earlier_attempt_left_behind_does_no_harm(stopped: Path, backup: Path) -> None:
    stopped.with_name(".hanse.db.restored").write_text("rubbish")
    restore(backup, stopped, MOMENT, force=True)
    assert _rating(stopped) == L


@pytest.mark.soak
def test_a_backup_taken_under_saves_and_put_back_holds_whatever_was_acknowledged_before(
    sqlite: Database, sqlite_url: str, tmp_path: Path, note: Note
) -> None:
    """The whole drill: people save, a copy is taken meanwhile, put in place elsewhere, and the program starts on it."""
    held, saved = _drilled(sqlite, tmp_path, DRILLS, lambda source, copy: back_up(source, copy).path)
    note(f"{DRILLS} backups under saves put back: {held} held all that was acknowledged, of {saved} saves")
    assert held == DRILLS


@pytest.mark.soak
def test_a_copy_of_the_database_file_alone_is_caught(
    sqlite: Database, sqlite_url: str, tmp_path: Path, note: Note
) -> None:
    held, _ = _drilled(sqlite, tmp_path, CONTROL_DRILLS, _file_alone)
    note(f"{CONTROL_DRILLS} copies of the file alone put back: {held} held all that was acknowledged")
    assert held < CONTROL_DRILLS


def _file_alone(source: Path, copy: Path) -> Path:
    copy.parent.mkdir(exist_ok=True)
    return Path(shutil.copy(source, copy))


def _drilled(database: Database, folder: Path, drills: int, take: Callable[[Path, Path], Path]) -> tuple[int, int]:
    """Takes and puts back so many copies under saves; how many held everything, and how many saves there were."""
    stores_on(database).begun()
    chance, saved, held = random.Random(1), _Saved(database), 0  # noqa: S311 - a dice, no secret
    with saved:
        for number in range(drills):
            saved.wait_for(chance.randint(1, 20))
            before = saved.acknowledged
            copy = take(folder / "hanse.db", folder / "copies" / f"{number}.db")
            place = folder / f"place{number}" / "hanse.db"
            held += _held(copy, place, MOMENT + datetime.timedelta(hours=number), before)
            shutil.rmtree(place.parent, ignore_errors=True)
            copy.unlink()
    return held, saved.acknowledged


def _held(copy: Path, place: Path, now: datetime.datetime, before: int) -> bool:
    """Whether the program, started on a copy, finds everything that was acknowledged before it was taken."""
    try:
        restore(copy, place, now)
        return _notes_after_a_start(place) >= before
    except (Damaged, NoBackup, NotSaved, DBAPIError):
        return False


def _notes_after_a_start(path: Path) -> int:
    """How many notes the program finds on this database, one after the other without a gap."""
    migrate(file_url(path), MOMENT)
    database = open_database(file_url(path))
    store = stores_on(database).answers
    versions = [event.version for event in store.history("a1", "GOV.1.O1")]
    store.save([change("still alive", len(versions), "alive", field="note")])
    database.close()
    assert versions == list(range(1, len(versions) + 1))
    return len(versions)


class _Saved:
    """Somebody who changes one note over and over while this lasts."""

    def __init__(self, database: Database) -> None:
        self._store = stores_on(database).answers
        self._stop = threading.Event()
        self._more = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._save_on_and_on)
        self.acknowledged = 0

    def wait_for(self, more: int) -> None:
        """Waits until so many more were acknowledged."""
        for _ in range(more):
            assert self._more.acquire(timeout=60)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _save_on_and_on(self) -> None:
        while not self._stop.is_set():
            seen = self.acknowledged
            self._store.save([change(f"note {seen}", seen, f"op{seen}", field="note")])
            self.acknowledged += 1
            self._more.release()
