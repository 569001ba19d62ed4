"""The tables grow without losing anything: all of a migration happens, or nothing."""

import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from store.database import file_url, open_database, sqlite_path
from store.migration import SCRIPTS, BrokenReferences, UnknownRevision, migrate, newest, revision
from store.sqlite import MODULE, migration_engine
from store.tables import metadata
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, L, change

GOOD = "op.add_column('city', sa.Column('country', sa.Text()))"
FAILING = """\
op.add_column('city', sa.Column('country', sa.Text()))
    op.execute('INSERT INTO nowhere VALUES (1)')"""
REBUILDING = """\
with op.batch_alter_table('city') as batch:
        batch.alter_column('name', new_column_name='title')"""
ORPHANING = "op.execute('DELETE FROM city')"


@pytest.fixture(params=["sqlite_url", "own_postgresql_url"])
def url(request: pytest.FixtureRequest) -> str:
    """A database of this version with some answers, on either engine."""
    url: str = request.getfixturevalue(request.param)
    _fill(url)
    return url


def _fill(url: str) -> None:
    database = open_database(url)
    stores_on(database).begun().answers.save([change(L, 0, "op1")])
    database.close()


def _scripts_with(folder: Path, upgrade: str) -> Path:
    """The migrations, with one more at the end."""
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    head = f"""\
        import sqlalchemy as sa
        from alembic import op

        revision = "next"
        down_revision = "{newest()}"
        """
    source = dedent(head) + f"def upgrade():\n    {upgrade}\n"
    (scripts / "versions" / "next_one.py").write_text(source)
    return scripts


def _columns(url: str, table: str) -> set[str]:
    engine = create_engine(url)
    columns = {column["name"] for column in inspect(engine).get_columns(table)}
    engine.dispose()
    return columns


def _revision(url: str) -> str | None:
    engine = create_engine(url)
    found = revision(engine)
    engine.dispose()
    return found


def _rating(url: str) -> object:
    database = open_database(url)
    rated = stores_on(database).answers.answers("a1")["GOV.1.O1"].rated
    database.close()
    return rated


def test_an_empty_file_gets_all_tables(tmp_path: Path) -> None:
    url = file_url(tmp_path / "new.db")
    done = migrate(url, MOMENT)
    assert (done.before, done.now, done.backup) == (None, newest(), None)
    assert _revision(url) == newest()


def _told(index: Mapping[str, Any]) -> str:
    """An index with the rows it is limited to, where it is."""
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": options})


def _shape(engine: Engine) -> dict[str, object]:
    """Everything there is to know about the tables: columns, keys, references, checks, indexes, kind of table."""
    inspector = inspect(engine)
    tables = [name for name in inspector.get_table_names() if name != "alembic_version"]
    shape: dict[str, object] = {
        name: (
            [str(column) for column in inspector.get_columns(name)],
            inspector.get_pk_constraint(name),
            sorted(map(str, inspector.get_foreign_keys(name))),
            sorted(map(str, inspector.get_check_constraints(name))),
            sorted(map(str, inspector.get_unique_constraints(name))),
            sorted(_told(index) for index in inspector.get_indexes(name)),
        )
        for name in tables
    }
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            kinds = connection.execute(
                text("SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main'")
            ).all()
        shape["kinds"] = sorted(map(str, (kind for kind in kinds if kind.name in tables)))
    return shape


@pytest.mark.parametrize("engine_name", ["sqlite", "postgresql"])
def test_the_migrations_lead_to_the_tables_of_the_program(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    migrated = request.getfixturevalue(f"{engine_name}_url")
    if engine_name == "sqlite":
        made = file_url(tmp_path / "made.db")
    else:
        made = request.getfixturevalue("server").create("made")
    engines = [
        create_engine(url, module=MODULE) if engine_name == "sqlite" else create_engine(url) for url in (migrated, made)
    ]
    metadata.create_all(engines[1])
    assert _shape(engines[0]) == _shape(engines[1])
    for engine in engines:
        engine.dispose()


def test_a_database_that_is_up_to_date_is_left_alone(url: str) -> None:
    done = migrate(url, MOMENT)
    assert (done.before, done.backup) == (newest(), None)
    assert _rating(url) == L


def test_a_new_file_is_readable_for_its_owner_alone(tmp_path: Path) -> None:
    migrate(file_url(tmp_path / "new.db"), MOMENT)
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600


def test_a_next_revision_is_reached_and_the_answers_stay(url: str, tmp_path: Path) -> None:
    migrate(url, MOMENT, _scripts_with(tmp_path, GOOD))
    assert _revision(url) == "next"
    assert "country" in _columns(url, "city")
    assert _rating(url) == L


def test_before_an_update_a_copy_of_the_old_database_is_taken(sqlite_url: str, tmp_path: Path) -> None:
    _fill(sqlite_url)
    done = migrate(sqlite_url, MOMENT, _scripts_with(tmp_path, GOOD))
    assert done.backup is not None
    assert done.backup.name == f"hanse-before-update-20260301T140203-{newest()}.db"
    assert _revision(file_url(done.backup)) == newest()
    assert _rating(file_url(done.backup)) == L


def test_a_table_can_be_rebuilt_under_its_references(url: str, tmp_path: Path) -> None:
    migrate(url, MOMENT, _scripts_with(tmp_path, REBUILDING))
    assert _columns(url, "city") == {"id", "title"}
    assert _rating(url) == L


def test_a_failed_migration_leaves_the_database_as_it_was(url: str, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nowhere"):
        migrate(url, MOMENT, _scripts_with(tmp_path, FAILING))
    assert _revision(url) == newest()
    assert "country" not in _columns(url, "city")
    assert _rating(url) == L


def test_without_one_transaction_a_failed_migration_would_stay_half_applied(sqlite_url: str, tmp_path: Path) -> None:
    scripts = ScriptDirectory(str(_scripts_with(tmp_path, FAILING)))
    path = sqlite_path(sqlite_url)
    assert path is not None
    with migration_engine(path).connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("COMMIT")
        steps = {"fn": lambda heads, _: scripts._upgrade_revs("head", heads)}
        context = MigrationContext.configure(connection, opts=steps)
        with pytest.raises(Exception, match="nowhere"), Operations.context(context):
            context.run_migrations()
    assert "country" in _columns(sqlite_url, "city")


def test_a_migration_that_would_leave_rows_pointing_nowhere_is_taken_back(sqlite_url: str, tmp_path: Path) -> None:
    _fill(sqlite_url)
    with pytest.raises(BrokenReferences, match="2 rows"):
        migrate(sqlite_url, MOMENT, _scripts_with(tmp_path, ORPHANING))
    assert _rating(sqlite_url) == L


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(UnknownRevision, match="9999"):
        migrate(url, MOMENT)
    assert _revision(url) == "9999"
    assert _rating(url) == L


def test_several_processes_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    url = file_url(tmp_path / "new.db")
    with ThreadPoolExecutor(4) as processes:
        done = list(processes.map(lambda _: migrate(url, MOMENT), range(4)))
    assert sorted(each.before or "" for each in done) == ["", *[newest()] * 3]


def test_several_processes_that_start_at_once_migrate_postgresql_once(server: postgres.Server) -> None:
    url = server.create("at_once")
    with ThreadPoolExecutor(4) as processes:
        done = list(processes.map(lambda _: migrate(url, MOMENT), range(4)))
    assert sorted(each.before or "" for each in done) == ["", *[newest()] * 3]
