"""From answers to the report that a person gets: the facts around it are worked out here, the same for all front ends.

The date is that of the assessment where the answers name one, else the day the report is made.
"""

import datetime
import hashlib
from dataclasses import dataclass

from assessment.loading import dump_answers
from assessment.scoring import score
from locales.product import SOFTWARE
from locales.words import Words
from models.answers import Answers
from models.facts import ReportFacts, ReportVersion
from models.profile import Profile, Result, StageProfile
from models.questionnaire import CapabilityModel, Questionnaire, QuickScan
from models.reporting import ReportState
from reports.content import build
from reports.content.case import Case, Context, ScanCase
from reports.document import Report

NOTHING_BESIDE = Context()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a report is made for.

    `today` is printed where the answers name no day; `title` is what the assessment is called, where it has a title.
    `one_rater` says that one person gave all ratings.
    """

    today: datetime.date
    title: str | None = None
    version: ReportVersion = "internal"
    one_rater: bool = False
    state: ReportState = "released"


def report_on(questionnaire: Questionnaire, answers: Answers, words: Words, occasion: Occasion) -> Report:
    """The report on these answers, as data, in the language of `words`. Settings that the answers name are used."""
    return build(questionnaire, answers, score(questionnaire, answers), words, facts=facts_on(answers, occasion))


def facts_on(answers: Answers, occasion: Occasion) -> ReportFacts:
    """What the report prints beside the scores."""
    return ReportFacts(
        date=datetime.date.fromisoformat(answers.date) if answers.date else occasion.today,
        city=answers.city,
        software=SOFTWARE,
        answers_digest=answers_digest(answers),
        version=occasion.version,
        title=occasion.title,
        invented=answers.invented,
        one_rater=occasion.one_rater,
        state=occasion.state,
    )


def case_on(
    questionnaire: Questionnaire,
    answers: Answers,
    result: Result,
    words: Words,
    *,
    occasion: Occasion,
    context: Context = NOTHING_BESIDE,
) -> Case | ScanCase:
    """What a report is about, for `reports.kinds`: an assessment or a quick scan with what may stand beside it.

    Raises `TypeError` where the result was not made with this kind of questionnaire.
    """
    facts = facts_on(answers, occasion)
    if isinstance(questionnaire, CapabilityModel) and isinstance(result, Profile):
        return Case(questionnaire, answers, result, words, facts, context=context)
    if isinstance(questionnaire, QuickScan) and isinstance(result, StageProfile):
        return ScanCase(questionnaire, answers, result, words, facts, context)
    raise TypeError(f"a {type(result).__name__} is no result of a {type(questionnaire).__name__}")


def answers_digest(answers: Answers) -> str:
    """SHA-256 over the answers as their file holds them: equal answers, equal digest."""
    return hashlib.sha256(dump_answers(answers).encode()).hexdigest()
