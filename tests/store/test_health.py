"""The installation knows how it is, and says so without telling anything about people."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from models.health import Check, Health
from store import health
from store.backup import note_backup
from store.database import Database
from store.health import examine
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, L, change

HOUR = datetime.timedelta(hours=1)


def _check(name: str, database: Database, folder: Path) -> Check:
    (found,) = [check for check in examine(database, folder, MOMENT).checks if check.name == name]
    return found


@pytest.fixture
def answered(sqlite: Database) -> Database:
    """A database with an answer."""
    stores_on(sqlite).begun().answers.save([change(L, 0, "op1")])
    return sqlite


def test_a_good_installation_is_well(database: Database, tmp_path: Path) -> None:
    checks = examine(database, tmp_path, MOMENT).checks
    only_of_a_file = {"sqlite", "log", "backup"} if database.readers.dialect.name == "sqlite" else set()
    assert {check.name for check in checks} == {"database", "disk"} | only_of_a_file
    assert all(check.well for check in checks if check.name not in ("disk", "sqlite"))


def test_a_database_of_another_revision_is_not_well(sqlite: Database, tmp_path: Path) -> None:
    sqlite.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = 'other'")))
    found = _check("database", sqlite, tmp_path)
    assert not found.well
    assert "other" in found.found


def test_a_database_that_is_gone_is_not_well(sqlite: Database, tmp_path: Path) -> None:
    sqlite.close()
    for file in tmp_path.glob("hanse.db*"):
        file.write_bytes(b"no database, but long enough to be asked for its header " * 20)
    found = _check("database", sqlite, tmp_path)
    assert not found.well
    assert "cannot be read" in found.found


def test_a_database_without_answers_needs_no_backup_yet(sqlite: Database, tmp_path: Path) -> None:
    assert _check("backup", sqlite, tmp_path).well


def test_answers_that_were_never_copied_are_not_well(answered: Database, tmp_path: Path) -> None:
    found = _check("backup", answered, tmp_path)
    assert (found.well, found.found) == (False, "none was made yet")


@pytest.mark.parametrize(("hours", "well"), [(0, True), (36, True), (37, False)])
def test_a_backup_is_well_for_a_day_and_a_half(answered: Database, tmp_path: Path, hours: int, well: bool) -> None:
    note_backup(tmp_path, MOMENT - hours * HOUR)
    found = _check("backup", answered, tmp_path)
    assert (found.well, found.found) == (well, f"the last one was made {hours} hours ago")


def test_a_note_of_a_backup_that_cannot_be_read_counts_as_none(answered: Database, tmp_path: Path) -> None:
    (tmp_path / "last-backup").write_text("yesterday")
    assert not _check("backup", answered, tmp_path).well


def test_a_long_log_is_not_well(answered: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = _check("log", answered, tmp_path)
    monkeypatch.setattr(health, "LONG_LOG_BYTES", 4_000)
    long = _check("log", answered, tmp_path)
    assert (short.well, long.well) == (True, False)
    assert "MB" in long.found


def test_a_late_backup_keeps_nobody_from_working(answered: Database, tmp_path: Path) -> None:
    note_backup(tmp_path, MOMENT - 100 * HOUR)
    late, database = (_check(name, answered, tmp_path) for name in ("backup", "database"))
    assert not late.well
    assert Health((late,)).well
    assert not Health((late, replace(database, well=False))).well
