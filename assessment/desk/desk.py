"""All use cases together, as screens and web get them."""

from dataclasses import dataclass

from assessment.desk.answering import Answering
from assessment.desk.assessments import Assessments
from assessment.desk.beginning import Beginning
from assessment.desk.door import Door
from assessment.desk.exchange import Exchange
from assessment.desk.pages import Pages
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock, Ids, PageStore
from assessment.desk.results import Results
from models.questionnaire import Library


@dataclass(frozen=True)
class Desk:
    """The use cases, grouped by intention, and the questionnaires they are about."""

    library: Library
    assessments: Assessments
    answering: Answering
    exchange: Exchange
    results: Results
    pages: Pages


@dataclass(frozen=True)
class Stores:
    """Where everything is kept."""

    assessments: AssessmentStore
    answers: AnswerStore
    pages: PageStore


def make_desk(library: Library, stores: Stores, clock: Clock, ids: Ids) -> Desk:
    """A desk over these stores."""
    door = Door(stores.assessments)
    beginning = Beginning(stores.assessments, library, clock, ids)
    return Desk(
        library=library,
        assessments=Assessments(door, stores.assessments, stores.answers, library, beginning),
        answering=Answering(door, stores.answers, library, clock, ids),
        exchange=Exchange(door, stores.assessments, stores.answers, library, beginning, clock, ids),
        results=Results(door, stores.answers, library),
        pages=Pages(door, stores.pages, clock),
    )
