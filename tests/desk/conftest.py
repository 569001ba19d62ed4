"""A desk over stores in memory, with a clock and ids that never surprise."""

import datetime
import itertools
from dataclasses import dataclass

import pytest

from assessment.desk import Desk, Stores, make_desk
from assessment.loading import QUESTIONNAIRES, load_library
from models.assessment import Actor, Assessment, AssessmentSettings, Outcome, Rated, Saved
from models.questionnaire import CapabilityModel, Library
from tests.memory import Memory, MemoryAnswers, MemoryAssessments, MemoryPages

LEAD = Actor("lead", "Lena", frozenset({"lead"}))
OTHER_LEAD = Actor("other", "Otto", frozenset({"lead"}))
ADMINISTRATOR = Actor("admin", "Ada", frozenset({"administrator"}))

N, P, L, F = (Rated("rated", letter) for letter in "NPLF")


@pytest.fixture(scope="session")
def library() -> Library:
    """The questionnaires that come with the program."""
    return load_library(QUESTIONNAIRES)


@pytest.fixture
def model(library: Library) -> CapabilityModel:
    """The urban diplomacy model."""
    return library.models[0]


@pytest.fixture
def stores() -> Stores:
    """Empty stores that know three people."""
    memory = Memory()
    stores = Stores(MemoryAssessments(memory), MemoryAnswers(memory), MemoryPages(memory))
    for actor in (LEAD, OTHER_LEAD, ADMINISTRATOR):
        stores.assessments.remember(actor)
    return stores


@pytest.fixture
def desk(library: Library, stores: Stores) -> Desk:
    """A desk with a clock that goes on by a minute each time it is asked, and ids that count."""
    start, minutes, ids = (
        datetime.datetime(2026, 3, 1, 14, 0, tzinfo=datetime.UTC),
        itertools.count(),
        itertools.count(1),
    )
    return make_desk(
        library, stores, lambda: start + datetime.timedelta(minutes=next(minutes)), lambda: f"id{next(ids)}"
    )


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
