"""Whatever version people come from, an update keeps every answer, also where it is cut off in the middle."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, create_engine, func, select

from models.assessment import Saved
from models.people import Account, Grant
from store.answers import SqlAnswers
from store.database import file_url, open_database
from store.migration import SCRIPTS, migrate, newest, revision
from tests.figures import Note
from tests.parts import rounds
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.databases import FOLDER, holdings
from tests.store.power import Disk, recorded
from tests.store.samples import MOMENT, F, change

STORED = sorted(path.stem for path in FOLDER.glob("*.db"))
CUTS = rounds(usual=20, soak=500)
NEXT = '''
"""Rebuilds a table, as an update yet to come may do."""
from alembic import op
import sqlalchemy as sa

revision, down_revision = "next", "{before}"


def upgrade():
    with op.batch_alter_table("assessment", recreate="always") as batch:
        batch.add_column(sa.Column("country", sa.Text()))
    op.execute("UPDATE assessment SET country = 'de'")
'''


@pytest.fixture(params=STORED)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A stored database, as a copy that may be changed; its name is its revision."""
    path = tmp_path / "stored" / f"{request.param}.db"
    path.parent.mkdir()
    shutil.copy(FOLDER / path.name, path)
    return path


def _expected(stored: Path) -> str:
    return (FOLDER / f"{stored.stem}.txt").read_text(encoding="utf-8")


def _held(url: str) -> str:
    database = open_database(url)
    held = holdings(database)
    database.close()
    return held


def test_every_revision_has_its_stored_database() -> None:
    known = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()]
    assert sorted(known) == STORED, "python -m tests.store.databases makes that of the newest revision"


def test_a_stored_sqlite_database_is_brought_up_to_date_with_every_answer(stored: Path) -> None:
    migrate(file_url(stored), MOMENT)
    assert _held(file_url(stored)) == _expected(stored)


def test_a_stored_database_is_brought_up_to_date_with_every_answer_on_postgresql(
    stored: Path, server: postgres.Server, tmp_path: Path
) -> None:
    url = server.create(f"from_{stored.stem}")
    migrate(url, MOMENT, _scripts_up_to(stored.stem, tmp_path))
    _copy_rows(file_url(stored), url)
    migrate(url, MOMENT)
    assert _held(url) == _expected(stored)
    assert _can_be_worked_on(url)


def test_what_belonged_to_anybody_before_there_were_accounts_passes_to_the_first_administrator(tmp_path: Path) -> None:
    path = tmp_path / "hanse.db"
    shutil.copy(FOLDER / "0001.db", path)
    migrate(file_url(path), MOMENT)
    database = open_database(file_url(path))
    kept = stores_on(database)
    ada = Account("ada", "ada", None, MOMENT, grants=frozenset({Grant("administrator")}))
    assert kept.people.accounts.add_first(ada, "hash")
    assert [city.id for city in kept.assessments.cities_of("ada")] == ["c1", "c2"]
    database.close()


def test_people_can_go_on_working_after_an_update(stored: Path) -> None:
    migrate(file_url(stored), MOMENT)
    assert _can_be_worked_on(file_url(stored))


@pytest.mark.soak
def test_an_update_that_a_power_cut_ends_anywhere_has_happened_or_not_and_every_answer_is_there(
    stored: Path, tmp_path: Path, note: Note
) -> None:
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "next_one.py").write_text(NEXT.format(before=newest()))
    found: Counter[str | None] = Counter()
    for number, image in enumerate(_images_of_an_update(stored, scripts)):
        path = tmp_path / f"image{number}" / "hanse.db"
        path.parent.mkdir()
        for name, content in image.items():
            path.with_name(name.replace(stored.name, path.name)).write_bytes(content)
        found[_revision(file_url(path))] += 1
        migrate(file_url(path), MOMENT, scripts)  # the program starts again
        assert _held(file_url(path)) == _expected(stored)
        shutil.rmtree(path.parent)
    note(f"{CUTS} power cuts in an update from {stored.stem}: {found['next']} had happened, 0 answers lost")
    assert set(found) == {stored.stem, "next"}


def _images_of_an_update(stored: Path, scripts: Path):  # type: ignore[no-untyped-def]
    """What may be on the disk when the power goes during an update or right after it."""
    chance, done = random.Random(stored.stem), 0  # noqa: S311 - a dice, no secret
    disk = Disk({stored.name: bytearray(stored.read_bytes())})
    with recorded(stored.parent) as record:
        migrate(file_url(stored), MOMENT, scripts)
    for cut in sorted([0, len(record), *chance.choices(range(len(record) + 1), k=CUTS - 2)]):
        for step in record[done:cut]:
            disk.happen(*step)
        done = cut
        yield disk.after_a_cut(chance)


def _scripts_up_to(last: str, folder: Path) -> Path:
    """The migrations as they were when this revision was the newest."""
    scripts = folder / "older"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    kept = {script.path for script in ScriptDirectory(str(scripts)).iterate_revisions(last, "base")}
    for path in (scripts / "versions").glob("*.py"):
        if str(path) not in kept:
            path.unlink()
    return scripts


def _copy_rows(source: str, target: str) -> None:
    """All rows of one database into another with the same tables."""
    old, new = create_engine(source), create_engine(target)
    tables = MetaData()
    tables.reflect(new)
    with old.connect() as reading, new.begin() as writing:
        for table in tables.sorted_tables:
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            if rows and table.name != "alembic_version":
                writing.execute(table.insert(), rows)
    _count_on(new, tables)
    for engine in (old, new):
        engine.dispose()


def _count_on(engine: Engine, tables: MetaData) -> None:
    """Lets PostgreSQL number new rows after those that were copied."""
    with engine.begin() as connection:
        for table in tables.sorted_tables:
            for column in table.primary_key.columns:
                counter = func.pg_get_serial_sequence(table.name, column.name)
                last = func.coalesce(func.max(column), 1)
                if connection.execute(select(counter)).scalar_one() is not None:
                    connection.execute(select(func.setval(counter, last)))


def _can_be_worked_on(url: str) -> bool:
    database = open_database(url)
    (outcome,) = SqlAnswers(database).save([change(F, 3, "after the update")])
    database.close()
    return isinstance(outcome, Saved) and outcome.changed


def _revision(url: str) -> str | None:
    engine = create_engine(url)
    found = revision(engine)
    engine.dispose()
    return found
