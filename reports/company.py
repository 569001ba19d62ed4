"""What may stand beside a result, as it travels with an order, and what reports make of it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from assessment.loading import parse_answers
from assessment.loading.keeping import parse_questionnaire
from assessment.scoring import score
from assessment.trend import course, past, trends
from models.answers import Answers
from models.path import ProfileTarget
from models.problem import InputRefused
from models.profile import Profile
from models.questionnaire import Library, Questionnaire
from models.trend import Course, Past
from reports.content.case import Aim, Beside, Context, Earlier


@dataclass(frozen=True, slots=True)
class Before:
    """The same city at an earlier date: its answers, as their file holds them, and what that assessment is called.

    `comparable` is False where other rules counted then; `kept` is its questionnaire as text where it is out of use.
    `day` is the day that it stands for, as YYYY-MM-DD; where it is empty the answers may name one. `revision` says
    which closing it is; None for one that nobody signed.
    """

    name: str
    answers: str
    comparable: bool = True
    kept: str = ""
    day: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Company(Beside):
    """What may stand beside the result. `row` are earlier results of the same questionnaire, oldest first."""

    aim_name: str = ""
    aim: Mapping[str, int] = field(default_factory=dict)
    before: Before | None = None
    row: tuple[Before, ...] = ()


NOBODY = Company()


def nameless(company: Company, before: str) -> Company:
    """The company of a city that is not to be named: without what it or others wrote, and without its group.

    Args:
        company: everything.
        before: what an earlier assessment is called instead of its name.
    """
    return replace(
        company,
        edition=company.edition and replace(company.edition, cohort=""),
        group=None,
        measures=(),
        comments={},
        authors={},
        outside=(),
        before=company.before and replace(company.before, name=before),
        row=tuple(replace(each, name=before) for each in company.row),
    )


def context_of(company: Company, now: Past, library: Library) -> Context:
    """What stands beside a result.

    Args:
        company: what may stand there.
        now: the result.
        library: the questionnaires there are.
    """
    shared = {each.name: getattr(company, each.name) for each in fields(Beside)}
    return Context(
        **shared,
        aim=Aim(company.aim_name, ProfileTarget(MappingProxyType(dict(company.aim)))) if company.aim else None,
        earlier=_earlier(company.before, library) if company.before else None,
        course=_course(company.row, now, library),
    )


def day_of(before: Before, answers: Answers) -> datetime.date | None:
    """The day that an earlier result stands for; None where nobody said it."""
    said = before.day or answers.date
    return datetime.date.fromisoformat(said) if said else None


def _earlier(before: Before, library: Library) -> Earlier | None:
    """The earlier result; None where it has no day, or cannot be read with the questionnaires that are there."""
    read = _read(before, library)
    day = read and day_of(before, read[1])
    if read is None or day is None:
        return None
    result = score(*read)
    if not isinstance(result, Profile):
        return None
    return Earlier(before.name, day, result, before.comparable)


def _course(row: tuple[Before, ...], now: Past, library: Library) -> Course | None:
    """How the dimensions moved up to now; None where there is nothing from before."""
    found = trends([*_pasts(row, now, library), now], library)
    return course(found[0]) if len(found) == 1 and len(found[0].pasts) > 1 else None


def _pasts(row: tuple[Before, ...], now: Past, library: Library) -> Iterator[Past]:
    for each in row:
        read = _read(each, library)
        day = read and day_of(each, read[1])
        if read is None or day is None or now.date is None or day > now.date or read[0].id != now.questionnaire.id:
            continue
        yield past("", each.name, *read, date=day, revision=each.revision)


def _read(before: Before, library: Library) -> tuple[Questionnaire, Answers] | None:
    there = library.as_of(parse_questionnaire(before.kept)) if before.kept else library
    try:
        answers = parse_answers(before.answers.encode(), "earlier.yaml", there)
    except InputRefused:
        return None
    return there.questionnaire(answers.questionnaire, answers.version), answers
