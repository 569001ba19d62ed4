"""The installation knows how it is, and says so without telling anything about people."""

from pathlib import Path

from sqlalchemy import text

from store.database import Database
from store.health import examine


def test_a_good_installation_is_well(database: Database, tmp_path: Path) -> None:
    health = examine(database, tmp_path)
    assert [check.name for check in health.checks if check.name != "sqlite"] == ["database", "disk"]
    assert all(check.well for check in health.checks if check.name == "database")


def test_a_database_of_another_revision_is_not_well(sqlite: Database, tmp_path: Path) -> None:
    sqlite.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = 'other'")))
    (found,) = [check for check in examine(sqlite, tmp_path).checks if check.name == "database"]
    assert not found.well
    assert "other" in found.found


def test_a_database_that_is_gone_is_not_well(sqlite: Database, tmp_path: Path) -> None:
    sqlite.close()
    for file in tmp_path.glob("hanse.db*"):
        file.write_bytes(b"no database, but long enough to be asked for its header " * 20)
    (found,) = [check for check in examine(sqlite, tmp_path).checks if check.name == "database"]
    assert not found.well
    assert "cannot be read" in found.found
