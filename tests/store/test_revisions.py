"""Databases of every earlier revision, as they were kept, come up to date and keep all that people wrote."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from models.people import Account, Grant
from store.database import file_url, open_database, sqlite_path
from store.migration import SCRIPTS, migrate, newest
from store.sqlite import MODULE
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, L

REVISIONS = Path(__file__).parent / "revisions"
EARLIER = sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("0*.py") if path.name[:4] != newest())


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table."""
    if request.param == "sqlite":
        return file_url(tmp_path / "old.db")
    server: postgres.Server = request.getfixturevalue("server")
    return server.create(f"old_{request.node.name.replace('[', '_').replace(']', '').replace('-', '_')[-40:]}")


def stored(url: str, revision: str, folder: Path) -> None:
    """Brings an empty database to an earlier revision and puts in what was kept there."""
    scripts = folder / f"until-{revision}"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (scripts / "versions").glob("*.py"):
        if path.name[:4] > revision:
            path.unlink()
    migrate(url, MOMENT, scripts)
    engine = create_engine(url, module=MODULE) if sqlite_path(url) else create_engine(url)
    with engine.begin() as connection:
        for line in (REVISIONS / f"{revision}.sql").read_text("utf-8").splitlines():
            connection.exec_driver_sql(line.rstrip(";").replace("%", "%%"))
    engine.dispose()


def test_every_earlier_revision_was_kept() -> None:
    assert sorted(path.stem for path in REVISIONS.glob("*.sql")) == EARLIER


@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_database_keeps_every_answer_and_its_history(empty: str, revision: str, tmp_path: Path) -> None:
    stored(empty, revision, tmp_path)
    done = migrate(empty, MOMENT)
    assert (done.before, done.now) == (revision, newest())
    database = open_database(empty)
    kept = stores_on(database)
    answer = kept.answers.answers("a1")["GOV.1.O1"]
    assert (answer.rated, answer.note) == (L, "Eine Notiz mit 'Anführung' und Umlaut")
    assert [(each.version, each.kind) for each in kept.answers.history("a1", "GOV.1.O1")] == [
        (1, "set"),
        (2, "set"),
        (1, "set"),
    ]
    assert [page.text for page in kept.pages.versions("imprint", "de")] == ["Stadt Musterstadt"]
    database.close()


def test_the_cities_of_the_local_person_pass_to_the_first_administrator(empty: str, tmp_path: Path) -> None:
    stored(empty, "0001", tmp_path)
    migrate(empty, MOMENT)
    database = open_database(empty)
    kept = stores_on(database)
    ada = Account("ada", "ada", None, MOMENT, grants=frozenset({Grant("administrator")}))
    assert kept.people.accounts.add_first(ada, "hash")
    assert [city.id for city in kept.assessments.cities_of("ada")] == ["c1", "c2"]
    assert [each.id for each in kept.assessments.of_cities(["c1", "c2"])] == ["a1"]
    database.close()
