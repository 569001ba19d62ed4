"""A report as it is ordered: everything that decides what is in it, in a form that travels to another process.

Screen, routes, command line and batches order reports in this one way, so the same order gives the same bytes wherever
it is printed. What cannot be in an order cannot reach a report.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pydantic import ConfigDict, TypeAdapter, ValidationError

from assessment.loading import parse_answers
from assessment.loading.keeping import parse_questionnaire
from assessment.scoring import score
from locales.words import words
from models.aims import Risk
from models.answers import Answers
from models.authored import Language
from models.benchmark import Edition
from models.branding import PLAIN, Branding
from models.facts import ReportVersion
from models.measures import Measure
from models.message import Message, say
from models.path import ProfileTarget
from models.problem import InputRefused, Place, Problem
from models.profile import Profile
from models.questionnaire import Library
from models.reporting import ReportState
from reports.content.case import Aim, Case, Context, Earlier, ScanCase
from reports.document import Report
from reports.forms import Form, write
from reports.handout import Occasion, case_on
from reports.kinds import KINDS, missing
from reports.kinds import report as make
from reports.provenance.inputs import branded


@dataclass(frozen=True, slots=True)
class Before:
    """The same city at an earlier date: its answers, as their file holds them, and what that assessment is called.

    `comparable` is False where other rules counted then; `kept` is its questionnaire as text where it is out of use.
    """

    name: str
    answers: str
    comparable: bool = True
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """What may stand beside the result, as it travels; see `reports.content.case.Context`."""

    aim_name: str = ""
    aim: Mapping[str, int] = field(default_factory=dict)
    before: Before | None = None
    edition: Edition | None = None
    group: str | None = None
    published: datetime.date | None = None
    measures: tuple[Measure, ...] = ()
    importance: Mapping[str, int] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    risks: tuple[Risk, ...] = ()


NOBODY = Company()
_SOME_CITY = say("A city")


@dataclass(frozen=True, slots=True)
class Order:
    """What to print.

    Args:
        answers: the answers, as their file holds them.
        kind: the id of a kind of report (see `reports.kinds`).
        form: how it is written.
        language: the language of the report.
        today: the day it is made, where the answers name none, as YYYY-MM-DD.
        title: what the assessment is called.
        version: for whom.
        state: how far the report is.
        one_rater: whether one person gave all ratings.
        sections: ids of the sections to show; None shows all.
        anonymous: leaves out the name of the city, its look and all comments; only in the public version.
        company: what stands beside the result.
        branding: how it looks.
        city: whose report it is, for the name of its file.
        kept: the questionnaire itself as text, where it is an earlier version that the printing process may not have.
    """

    __pydantic_config__ = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    answers: str
    kind: str = "full"
    form: Form = "pdf"
    language: Language = "de"
    today: str = "2000-01-01"
    title: str | None = None
    version: ReportVersion = "internal"
    state: ReportState = "released"
    one_rater: bool = False
    sections: tuple[str, ...] | None = None
    anonymous: bool = False
    company: Company = NOBODY
    branding: Branding = PLAIN
    city: str = ""
    kept: str = ""


_ORDERS = TypeAdapter(Order)


def as_text(order: Order) -> str:
    """The order as one line of JSON."""
    return _ORDERS.dump_json(order).decode()


def read_order(text: str) -> Order:
    """The order in a text. Raises `InputRefused` for what is none."""
    try:
        return _ORDERS.validate_json(text)
    except ValidationError as error:
        raise _refused("order", say("This is no order for a report")) from error


def printed(order: Order, library: Library) -> bytes:
    """The report as a file. The same order gives the same bytes. Raises as `report_of`."""
    return write(report_of(order, library), order.form)


def report_of(order: Order, library: Library) -> Report:
    """The report as data, its inputs within it.

    Raises:
        InputRefused: where the answers cannot be read, or do not hold what this kind of report needs.
    """
    subject = subject_of(order, library)
    kind = KINDS.get(order.kind)
    if kind is None:
        raise _refused(order.kind, say("There is no report of this kind"))
    if missing(kind, subject):
        raise _refused(
            order.kind, say("What this report needs is not there: {what}", what=", ".join(missing(kind, subject)))
        )
    try:
        made = make(kind, subject, order.sections)
    except ValueError as error:
        raise _refused(order.kind, say("None of the sections that were chosen is in this report")) from error
    return made if order.anonymous or order.branding == PLAIN else branded(made, order.branding)


def subject_of(order: Order, library: Library) -> Case | ScanCase:
    """What the report is about, with everything confidential still in it. Raises `InputRefused`."""
    there = library.as_of(parse_questionnaire(order.kept)) if order.kept else library
    answers = _named(parse_answers(order.answers.encode(), "answers.yaml", there), order)
    questionnaire = there.questionnaire(answers.questionnaire, answers.version)
    occasion = Occasion(
        datetime.date.fromisoformat(order.today),
        None if order.anonymous else order.title,
        "public" if order.anonymous else order.version,
        order.one_rater,
        order.state,
    )
    subject = case_on(
        questionnaire,
        answers,
        score(questionnaire, answers),
        words(order.language),
        occasion=occasion,
        context=context_of(order, library),
    )
    told = order.branding.confidentiality
    return replace(subject, facts=replace(subject.facts, confidentiality=told)) if told else subject


def context_of(order: Order, library: Library) -> Context:
    """What stands beside the result."""
    company = order.company
    return Context(
        aim=Aim(company.aim_name, ProfileTarget(MappingProxyType(dict(company.aim)))) if company.aim else None,
        earlier=_earlier(company.before, library) if company.before else None,
        edition=company.edition,
        group=None if order.anonymous else company.group,
        published=company.published,
        measures=() if order.anonymous else company.measures,
        importance=company.importance,
        comments={} if order.anonymous else company.comments,
        authors={} if order.anonymous else company.authors,
        risks=company.risks,
    )


def _named(answers: Answers, order: Order) -> Answers:
    return replace(answers, city=words(order.language).say(_SOME_CITY)) if order.anonymous else answers


def _earlier(before: Before, library: Library) -> Earlier | None:
    """The earlier result; None where its answers cannot be read with the questionnaires that are there."""
    there = library.as_of(parse_questionnaire(before.kept)) if before.kept else library
    try:
        answers = parse_answers(before.answers.encode(), "earlier.yaml", there)
    except InputRefused:
        return None
    result = score(there.questionnaire(answers.questionnaire, answers.version), answers)
    if not isinstance(result, Profile) or not answers.date:
        return None
    return Earlier(before.name, datetime.date.fromisoformat(answers.date), result, before.comparable)


def _refused(subject: str, found: Message) -> InputRefused:
    return InputRefused(
        (Problem(Place("order"), subject, found, say("Expected is a report that can be made of these answers")),)
    )
