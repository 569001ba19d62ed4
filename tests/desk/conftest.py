"""A desk over stores in memory, with a clock and ids that never surprise."""

import datetime
import itertools
from dataclasses import dataclass

import pytest

from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.loading import QUESTIONNAIRES, load_library
from models.assessment import Assessment, AssessmentSettings, City, Outcome, Rated, Saved
from models.invented import Network
from models.people import Account, Actor, Grant
from models.questionnaire import CapabilityModel, Library
from reports.logos import read_logo
from tests.invented import START, invented_network
from tests.memory import Memory, MemoryAnswers, MemoryAssessments, MemoryAudit, MemoryEvidence, MemoryPages
from tests.memory_assessors import MemoryAssessors
from tests.memory_cities import cities_in
from tests.memory_closings import MemoryClosings
from tests.memory_copies import MemoryCopies
from tests.memory_measures import MemoryMeasures
from tests.memory_network import network_in
from tests.memory_people import people_in
from tests.memory_personal import MemoryPersonal
from tests.memory_raters import MemoryRaters, MemorySameAs
from tests.memory_reports import reports_in
from tests.memory_rooms import MemoryRooms, MemorySeats
from tests.secrets import CountedTokens, PlainPasswords

HERE, ELSEWHERE = City("here", "Musterstadt"), City("elsewhere", "Anderswo")
LEAD = Actor("lead", "Lena", frozenset({Grant("lead", HERE.id)}))
OTHER_LEAD = Actor("other", "Otto", frozenset({Grant("lead", ELSEWHERE.id)}))
ADMINISTRATOR = Actor("admin", "Ada", frozenset({Grant("administrator")}))

N, P, L, F = (Rated("rated", letter) for letter in "NPLF")


@pytest.fixture(scope="session")
def library() -> Library:
    """The questionnaires that come with the program."""
    return load_library(QUESTIONNAIRES)


@pytest.fixture(scope="session")
def invented() -> Network:
    """The invented network with everything that is signed and published in it."""
    return invented_network()


@pytest.fixture
def trainer(stores: Stores, invented: Network) -> Actor:
    """Who leads the cohorts and cities of the invented network, some of which have published editions."""
    stores.cities.invented.load(invented, ADMINISTRATOR)
    account = stores.people.accounts.get(ADMINISTRATOR.id)
    assert account is not None
    return Actor(account.id, account.name, account.grants | {Grant("trainer")})


@pytest.fixture
def model(library: Library) -> CapabilityModel:
    """The urban diplomacy model."""
    return library.models[0]


@pytest.fixture
def stores() -> Stores:
    """Stores that know three people and two cities."""
    memory = Memory(cities={HERE.id: HERE, ELSEWHERE.id: ELSEWHERE})
    for actor in (LEAD, OTHER_LEAD, ADMINISTRATOR):
        memory.names[actor.id] = actor.display_name
        memory.accounts[actor.id] = Account(actor.id, str(actor.display_name).lower(), actor.display_name, START)
        memory.grants[actor.id] = set(actor.grants)
    return stores_in(memory)


def stores_in(memory: Memory) -> Stores:
    """All stores, in one memory."""
    return Stores(
        MemoryAssessments(memory),
        MemoryAnswers(memory),
        MemoryPages(memory),
        people_in(memory),
        MemoryAudit(memory),
        MemoryClosings(memory),
        MemoryRaters(memory),
        cities_in(memory),
        MemoryEvidence(memory),
        MemoryCopies(),
        MemorySameAs(memory),
        MemoryPersonal(memory),
        MemoryMeasures(memory),
        reports=reports_in(memory),
        rooms=MemoryRooms(memory),
        seats=MemorySeats(memory),
        network=network_in(memory),
        assessors=MemoryAssessors(memory),
    )


@pytest.fixture
def sources() -> Sources:
    """A clock that goes on by a minute each time it is asked, ids and secrets that count, passwords without cost."""
    minutes, ids = itertools.count(), itertools.count(1)
    clock = lambda: START + datetime.timedelta(minutes=next(minutes))  # noqa: E731 - one line says it
    return Sources(clock, lambda: f"id{next(ids)}", CountedTokens(), PlainPasswords(), read_logo)


@pytest.fixture
def desk(library: Library, stores: Stores, sources: Sources) -> Desk:
    """A desk over them."""
    return make_desk(library, stores, sources)


@pytest.fixture
def begun(desk: Desk, model: CapabilityModel) -> Assessment:
    """An assessment of three processes up to level 3."""
    settings = AssessmentSettings(highest_level=3, scope=("GOV.1", "GOV.2", "CAP.1"))
    return desk.assessments.begin(LEAD, model.id, "Musterstadt", "Erstes Assessment", settings)


@dataclass(frozen=True)
class Pen:
    """Answers quickly: each click sees what stands in the store."""

    desk: Desk
    assessment: str

    def rate(self, indicator: str, rated: Rated) -> Saved:
        """Rates a question or leaves out a process."""
        return saved(self.desk.answering.rate(LEAD, self.assessment, indicator, rated, seen=self._seen(indicator)))

    def rate_all(self, process: str, attribute: str, rated: Rated) -> None:
        """Rates all questions of an attribute."""
        for part in self.desk.answering.sheet(LEAD, self.assessment, process).parts:
            if part.attribute.id == attribute:
                for question in part.questions:
                    self.rate(question.indicator.id, rated)

    def _seen(self, indicator: str) -> int:
        events = self.desk.answering.history(LEAD, self.assessment, indicator)
        return max(
            (each.version for each in events if each.field == "rating" and each.indicator == indicator), default=0
        )


@pytest.fixture
def pen(desk: Desk, begun: Assessment) -> Pen:
    """A pen for the assessment."""
    return Pen(desk, begun.id)


def saved(outcome: Outcome) -> Saved:
    """The outcome, which must be that it was saved."""
    assert isinstance(outcome, Saved)
    return outcome
