"""A report as it is ordered: everything that decides what is in it, in a form that travels to another process.

Screen, routes, command line and batches order reports in this one way, so the same order gives the same bytes wherever
it is printed. What cannot be in an order cannot reach a report.
"""

import datetime
import json
from dataclasses import dataclass, replace
from types import MappingProxyType

from pydantic import ConfigDict, TypeAdapter, ValidationError

from assessment.loading import parse_answers
from assessment.loading.keeping import parse_questionnaire
from assessment.trend import past
from locales.words import words
from models.answers import Answers
from models.authored import Language
from models.branding import PLAIN, Branding
from models.facts import ReportFacts, ReportVersion, recorded
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from models.questionnaire import Library
from models.record import Record
from models.reporting import ReportState
from reports.choosing import Part
from reports.company import NOBODY, Before, Company, context_of, nameless
from reports.content.case import Case, ScanCase
from reports.document import Report
from reports.forms import Form, write
from reports.handout import Occasion, case_on, facts_on
from reports.kinds import KINDS, Kind, missing, parts_of
from reports.kinds import report as make
from reports.provenance.inputs import branded
from reports.provenance.plain import plain

_SOME_CITY = say("A city")
_SOME_TIME = say("Assessment before")
_SOME_REASON = say("The reason is not shown here.")


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
        sections: ids of the sections to show; None shows those that are usual.
        anonymous: leaves out the name of the city, its look and all comments; only in the public version.
        company: what stands beside the result.
        branding: how it looks.
        city: whose report it is, for the name of its file.
        kept: the questionnaire itself as text, where it is an earlier version that the printing process may not have.
        record: what was signed on the record of the assessment; None where nothing was.
    """

    __pydantic_config__ = ConfigDict(val_json_bytes="base64")

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
    record: Record | None = None


_ORDERS = TypeAdapter(Order)


def as_text(order: Order) -> str:
    """The order as one line of JSON."""
    return json.dumps(plain(order), ensure_ascii=False)


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
    order = _nameless(order)
    kind, subject = _ordered(order, library)
    try:
        made = make(kind, subject, order.sections)
    except ValueError as error:
        raise _refused(order.kind, say("None of the sections that were chosen is in this report")) from error
    return made if order.branding == PLAIN else branded(made, order.branding)


def lacking(order: Order) -> Message | None:
    """What this kind of report would be about and is not there; None where nothing is missing. Nothing is scored."""
    company, kind = _nameless(order).company, KINDS[order.kind]
    if "earlier" in kind.needs and company.before is None:
        return say("There is no earlier assessment that this one continues")
    if "earlier" in kind.needs and company.before is not None and not company.before.day:
        return _undated(company.before)
    if "measures" in kind.needs and not company.measures:
        return say("There are no measures from this assessment that the report may name")
    return None


def parts_ordered(order: Order, library: Library) -> tuple[Part, ...]:
    """All parts that the report could have, whatever was chosen. Raises as `report_of`."""
    return parts_of(*_ordered(order, library))


def _ordered(order: Order, library: Library) -> tuple[Kind, Case | ScanCase]:
    subject, kind = subject_of(order, library), KINDS.get(order.kind)
    if kind is None:
        raise _refused(order.kind, say("There is no report of this kind"))
    needs, before = missing(kind, subject), order.company.before
    if "earlier" in needs and before is not None:
        raise _refused(order.kind, _undated(before))
    if needs:
        raise _refused(order.kind, say("What this report needs is not there: {what}", what=", ".join(needs)))
    return kind, subject


def _undated(before: Before) -> Message:
    return say("Nobody said the day of “{name}”, or it cannot be read", name=before.name)


def subject_of(order: Order, library: Library) -> Case | ScanCase:
    """What the report is about, with everything confidential still in it. Raises `InputRefused`."""
    order = _nameless(order)
    there = library.as_of(parse_questionnaire(order.kept)) if order.kept else library
    answers = _answers(order, there)
    questionnaire = there.questionnaire(answers.questionnaire, answers.version)
    today = datetime.date.fromisoformat(order.today)
    occasion = Occasion(today, order.title, order.version, order.one_rater, order.state)
    told = words(order.language)
    now = past("", order.title or "", questionnaire, answers, date=facts_on(answers, occasion).date)
    context = context_of(order.company, now, library)
    subject = case_on(questionnaire, answers, now.result, told, occasion=occasion, context=context)
    return replace(subject, facts=_facts(subject.facts, order))


def _facts(facts: ReportFacts, order: Order) -> ReportFacts:
    """The facts with what was signed, and with who may read the report where its owner says so."""
    signed = facts if order.record is None else recorded(facts, order.record)
    return replace(signed, confidentiality=order.branding.confidentiality or None)


def _nameless(order: Order) -> Order:
    """The order without everything that can name the city or somebody in it, where that is what was ordered."""
    if not order.anonymous:
        return order
    told = words(order.language)
    quiet, city = nameless(order.company, told.say(_SOME_TIME)), told.say(_SOME_CITY)
    return replace(order, title=None, version="public", company=quiet, branding=PLAIN, city=city)


def _answers(order: Order, library: Library) -> Answers:
    """The answers; of an unnamed city without reasons, which may name it. Notes and evidence are not public anyway."""
    answers = parse_answers(order.answers.encode(), "answers.yaml", library)
    if not order.anonymous:
        return answers
    unsaid = words(order.language).say(_SOME_REASON)
    ratings = {key: replace(each, reason=each.reason and unsaid) for key, each in answers.ratings.items()}
    return replace(answers, city=order.city, ratings=MappingProxyType(ratings))


def _refused(subject: str, found: Message) -> InputRefused:
    return InputRefused(
        (Problem(Place("order"), subject, found, say("Expected is a report that can be made of these answers")),)
    )
