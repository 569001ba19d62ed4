"""A backup is taken and put back from the command line, and whatever stands in the way is told in words."""

import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.audit import Note
from models.closing import Redaction
from models.people import Account, Grant, OneTimeCode
from store.backup import last_backup
from store.database import Database, file_url, open_database
from store.migration import migrate, newest
from store.personal import SqlPersonal
from tests.cli.conftest import NOW, Run, database_of
from tests.store.conftest import stores_on
from tests.store.samples import ANNA, F, L, change

ROOT = Path(__file__).parents[2]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Database]:
    """The database of a running app, with one answer."""
    path = database_of(tmp_path)
    path.parent.mkdir()
    migrate(file_url(path), NOW)
    database = open_database(file_url(path))
    stores_on(database).begun().answers.save([change(L, 0, "op1")])
    yield database
    database.close()


@pytest.fixture
def stopped(running: Database, run: Run, tmp_path: Path) -> Path:
    """The database of an app that was stopped, after a backup was taken and the answer changed."""
    assert run("backup", "-o", tmp_path / "c.db").code == 0
    stores_on(running).answers.save([change(F, 1, "op2")])
    running.close()
    return database_of(tmp_path)


def _rating(path: Path) -> object:
    database = open_database(file_url(path))
    rated = stores_on(database).answers.answers("a1")["GOV.1.O1"].rated
    database.close()
    return rated


def test_a_backup_of_a_running_app_is_put_in_place_again(stopped: Path, run: Run, tmp_path: Path) -> None:
    outcome = run("restore", tmp_path / "c.db", "--force")
    assert (outcome.code, outcome.err) == (0, "")
    assert _rating(stopped) == L
    assert "hanse-before-restore-20250701T221500.db" in outcome.out


@pytest.fixture
def erased(running: Database, run: Run, tmp_path: Path) -> Path:
    """The database of an app that was stopped, after a backup was taken and Bea had herself erased."""
    people = stores_on(running).people.accounts
    people.add_first(Account("ada", "ada", "Ada", NOW, grants=frozenset({Grant("administrator")})), "hash")
    stores_on(running).people.codes.add(
        OneTimeCode("f", "invite", "ada", 1, NOW + DAY, grant=Grant("contributor", "c1"))
    )
    assert people.redeem("f", Account("bea", "bea", "Bea Beispiel", NOW), "hash", NOW) == "done"
    assert run("backup", "-o", tmp_path / "c.db").code == 0
    note = Note(NOW, "ada", "erase person", "account", "bea", None, {"how": "erased"})
    assert SqlPersonal(running).erase("bea", note=note) == "done"
    running.close()
    return database_of(tmp_path)


def _people(path: Path) -> set[str]:
    database = open_database(file_url(path))
    found = {each.name for each in stores_on(database).people.accounts.all()}
    database.close()
    return found


def test_whoever_was_erased_since_the_backup_does_not_come_back(erased: Path, run: Run, tmp_path: Path) -> None:
    outcome = run("restore", tmp_path / "c.db", "--force")
    assert "People erased once more, as already since the backup: 1" in outcome.out
    assert _people(erased) == {"Ada"}


def test_a_text_that_was_taken_out_since_the_backup_does_not_come_back(
    running: Database, run: Run, tmp_path: Path
) -> None:
    stores_on(running).answers.save([change("Frau Meier", 0, "op9", field="note")])
    assert run("backup", "-o", tmp_path / "c.db").code == 0
    told = {"how": "redacted", "indicator": "GOV.1.O1", "field": "note", "closings": ""}
    note = Note(NOW, ANNA.id, "redact texts", "assessment", "a1", None, told)
    stores_on(running).closings.redact(Redaction("a1", "GOV.1.O1", "note", {}), note=note)
    running.close()
    outcome = run("restore", tmp_path / "c.db", "--force")
    assert "Texts taken out once more, as already since the backup: 1" in outcome.out
    database = open_database(file_url(database_of(tmp_path)))
    assert "Meier" not in repr(stores_on(database).answers.history("a1"))
    database.close()


def test_where_the_old_database_cannot_tell_who_was_erased_it_is_said(erased: Path, run: Run, tmp_path: Path) -> None:
    erased.write_bytes(b"damaged beyond all reading")
    outcome = run("restore", tmp_path / "c.db", "--force")
    assert "whoever was erased since the backup must be erased once more" in outcome.out
    assert _people(erased) == {"Ada", "Bea Beispiel"}


def test_a_backup_says_what_is_in_it(running: Database, run: Run, tmp_path: Path) -> None:
    assert "Assessments: 1; saved changes: 1" in run("backup", "-o", tmp_path / "c.db").out
    json = run("backup", "-o", tmp_path / "d.db", "--json").json
    assert json["rows"] == {"assessment": 1, "answer": 1, "answer_event": 1, "page": 0}
    assert json["bytes"] == (tmp_path / "d.db").stat().st_size


def test_what_was_put_in_place_is_told_to_programs(stopped: Path, run: Run, tmp_path: Path) -> None:
    json = run("restore", tmp_path / "c.db", "--force", "--json").json
    assert (json["database"], json["revision"]) == (str(stopped), newest())
    assert _rating(Path(json["aside"])) == F


def test_the_installation_knows_when_its_last_backup_was_made(running: Database, run: Run, tmp_path: Path) -> None:
    assert last_backup(tmp_path / "data") is None
    run("backup", "-o", tmp_path / "c.db")
    assert last_backup(tmp_path / "data") == NOW


def test_a_backup_replaces_no_file(running: Database, run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.db").write_text("something else")
    outcome = run("backup", "-o", tmp_path / "c.db")
    assert (outcome.code, "This file is there already" in outcome.err) == (1, True)
    assert (tmp_path / "c.db").read_text() == "something else"
    assert last_backup(tmp_path / "data") is None


def test_without_a_database_there_is_nothing_to_copy(run: Run, tmp_path: Path) -> None:
    outcome = run("backup", "-o", tmp_path / "c.db")
    assert (outcome.code, "There is no database yet" in outcome.err) == (1, True)


def test_a_database_is_not_exchanged_by_mistake(stopped: Path, run: Run, tmp_path: Path) -> None:
    outcome = run("restore", tmp_path / "c.db")
    assert (outcome.code, "There is a database already" in outcome.err) == (1, True)
    assert _rating(stopped) == F


def test_a_file_that_is_no_backup_is_told_so(stopped: Path, run: Run) -> None:
    outcome = run("restore", __file__, "--force")
    assert (outcome.code, "This is no database of this program" in outcome.err) == (1, True)


def test_nothing_is_exchanged_under_an_app_that_runs_as_another_process(
    running: Database, run: Run, tmp_path: Path
) -> None:
    run("backup", "-o", tmp_path / "c.db")
    command = [sys.executable, "-m", "assessment", "restore", str(tmp_path / "c.db"), "--force"]
    around = {"PATH": "/usr/bin:/bin", "HANSE_DATA": str(tmp_path / "data")}
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, check=False, timeout=60)
    assert (done.returncode, b"The app is still running" in done.stderr) == (1, True)


@pytest.mark.parametrize("command", [("backup", "-o", "c.db"), ("restore", "c.db")])
def test_a_server_is_left_to_its_own_means(command: tuple[str, ...], run: Run) -> None:
    outcome = run(*command, database_url="postgresql+pg8000://hanse:secret@host/hanse")
    assert (outcome.code, "pg_dump" in outcome.err, "secret" in outcome.err) == (1, True, False)
