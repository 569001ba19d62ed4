"""The same stores on every engine: in memory, SQLite, PostgreSQL."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assessment.desk.account_ports import PeopleStores
from assessment.desk.assessor_ports import AssessorStore
from assessment.desk.city_ports import CityStores
from assessment.desk.closing_ports import ClosingStore
from assessment.desk.measuring import MeasureStore
from assessment.desk.network_ports import NetworkStores
from assessment.desk.ports import AnswerStore, AssessmentStore, EvidenceStore, PageStore
from assessment.desk.rater_ports import RaterStore
from assessment.desk.report_ports import ReportStores
from assessment.desk.room_ports import RoomStore, SeatStore
from assessment.desk.same_as import SameAsStore
from store.accounts import SqlAccounts
from store.aims import SqlTargets
from store.answers import SqlAnswers
from store.assessments import SqlAssessments
from store.assessors import SqlAssessors
from store.branding import SqlBrandings
from store.cities import SqlCities
from store.closings import SqlClosings
from store.codes import SqlCodes
from store.cohorts import SqlCohorts
from store.contributions import SqlContributions
from store.database import Database, file_url, open_database
from store.delegations import SqlChecks, SqlDelegations
from store.editions import SqlEditions
from store.evidence import SqlEvidence
from store.exchange import SqlExchange
from store.identities import SqlIdentities
from store.invented import SqlInvented
from store.measures import SqlMeasures
from store.migration import migrate
from store.pages import SqlPages
from store.programme import SqlProgramme
from store.raters import SqlRaters
from store.reporting import SqlReports
from store.resources import SqlResources
from store.room_seats import SqlSeats
from store.rooms import SqlRooms
from store.same_as import SqlSameAs
from store.sessions import SqlAttempts, SqlSessions
from store.tables import metadata
from tests.memory import Memory, MemoryAnswers, MemoryAssessments, MemoryEvidence, MemoryPages
from tests.memory_assessors import MemoryAssessors
from tests.memory_cities import cities_in
from tests.memory_closings import MemoryClosings
from tests.memory_measures import MemoryMeasures
from tests.memory_network import network_in
from tests.memory_people import people_in
from tests.memory_raters import MemoryRaters, MemorySameAs
from tests.memory_reports import reports_in
from tests.memory_rooms import MemoryRooms, MemorySeats
from tests.parts import needs, rounds
from tests.store import postgres
from tests.store.samples import ANNA, BEN, MOMENT, an_assessment

_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Kept:
    """All stores."""

    answers: AnswerStore
    assessments: AssessmentStore
    pages: PageStore
    people: PeopleStores
    closings: ClosingStore
    raters: RaterStore
    same_as: SameAsStore
    cities: CityStores
    evidence: EvidenceStore
    measures: MeasureStore
    reports: ReportStores
    rooms: RoomStore
    seats: SeatStore
    network: NetworkStores
    assessors: AssessorStore

    def begun(self) -> "Kept":
        """The same, now with two people, Anna and Ben, and one assessment."""
        for person in (ANNA, BEN):
            self.assessments.remember(person)
        self.assessments.add(an_assessment(), ANNA.id)
        return self


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite database with all tables."""
    url = file_url(tmp_path / "hanse.db")
    migrate(url, MOMENT)
    return url


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server with a database called `tables` that has all tables; in `make soak` it waits for its disk."""
    running = postgres.start(needs("postgresql").parent, durable=bool(rounds(usual=0, soak=1)))
    try:
        migrate(running.create("pristine"), MOMENT)
        running.create("tables", like="pristine")
        yield running
    finally:
        running.stop()


@pytest.fixture
def postgresql_url(server: postgres.Server) -> str:
    """The address of a PostgreSQL database with all tables, emptied: making one anew each time costs seconds."""
    url = server.url("tables")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY"))
    engine.dispose()
    return url


@pytest.fixture
def own_postgresql_url(server: postgres.Server) -> str:
    """The address of a PostgreSQL database with all tables, for a test that changes the tables."""
    return server.create(f"own{next(_NUMBERS)}", like="pristine")


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """An open SQLite database."""
    yield from _opened(sqlite_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An open database on either engine."""
    yield from _opened(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    """The stores on each engine, and in memory, with Anna, Ben and one assessment."""
    if request.param == "memory":
        memory = Memory()
        kept = Kept(
            MemoryAnswers(memory),
            MemoryAssessments(memory),
            MemoryPages(memory),
            people_in(memory),
            MemoryClosings(memory),
            MemoryRaters(memory),
            MemorySameAs(memory),
            cities_in(memory),
            MemoryEvidence(memory),
            MemoryMeasures(memory),
            reports=reports_in(memory),
            rooms=MemoryRooms(memory),
            seats=MemorySeats(memory),
            network=network_in(memory),
            assessors=MemoryAssessors(memory),
        )
        yield kept.begun()
        return
    for opened in _opened(request.getfixturevalue(f"{request.param}_url")):
        yield stores_on(opened).begun()


def stores_on(database: Database) -> Kept:
    """The stores over a database."""
    sessions, codes, attempts = SqlSessions(database), SqlCodes(database), SqlAttempts(database)
    people = PeopleStores(SqlAccounts(database), sessions, codes, attempts, SqlIdentities(database))
    cities = CityStores(
        SqlCities(database),
        SqlDelegations(database),
        SqlChecks(database),
        SqlCohorts(database),
        SqlInvented(database),
        SqlEditions(database),
        SqlTargets(database),
    )
    return Kept(
        SqlAnswers(database),
        SqlAssessments(database),
        SqlPages(database),
        people,
        SqlClosings(database),
        SqlRaters(database),
        SqlSameAs(database),
        cities,
        SqlEvidence(database),
        SqlMeasures(database),
        reports=ReportStores(SqlBrandings(database), SqlReports(database)),
        rooms=SqlRooms(database),
        seats=SqlSeats(database),
        network=NetworkStores(
            SqlExchange(database), SqlProgramme(database), SqlContributions(database), SqlResources(database)
        ),
        assessors=SqlAssessors(database),
    )


def _opened(url: str) -> Iterator[Database]:
    database = open_database(url)
    try:
        yield database
    finally:
        database.close()
