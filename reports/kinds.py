"""The kinds of report there are: what each is called, what it needs, how it may be written, and how it is built.

Screen, routes, batch and command line read this one table; nobody else decides what a kind can do.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from models.facts import ReportVersion
from models.message import Message, say
from reports.choosing import Part, chosen, parts, with_living_links
from reports.content.appendix_trees import trees
from reports.content.case import Case, ScanCase
from reports.content.cohort import CohortCase, cohort_report
from reports.content.comments import with_comments
from reports.content.council import council_paper
from reports.content.full import full_report
from reports.content.mayor import mayor_report
from reports.content.public import public_case, public_scan_case, without_persons
from reports.content.public_context import unnamed
from reports.content.scan import scan_report
from reports.content.status import status_report
from reports.content.two_dates import two_dates_report
from reports.document import Report, Section
from reports.forms import Form
from reports.provenance.inputs import completed

Need = Literal["assessment", "quick scan", "earlier", "measures", "published figures"]
Subject = Case | ScanCase | CohortCase


def _nothing(_: object) -> tuple[Section, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report.

    Args:
        id: its id, as the command line and stored choices name it.
        name: what people call it.
        purpose: who reads it, and what they find in it.
        forms: how it may be written, the usual form first.
        version: the version that is meant where nobody chooses one.
        needs: what has to be there for it.
        build: makes the report from what it is about, confidential parts already taken out.
        more: makes the parts that are only there where somebody asks for them; they stand at the end.
    """

    id: str
    name: Message
    purpose: Message
    forms: tuple[Form, ...]
    version: ReportVersion
    needs: tuple[Need, ...]
    build: Callable[[Any], Report]
    more: Callable[[Any], tuple[Section, ...]] = _nothing


_ALL: tuple[Kind, ...] = (
    Kind(
        "full",
        say("Full report"),
        say("For those who work with the result: every process with reasons, next steps, method, all answers."),
        ("pdf", "docx", "xlsx"),
        "internal",
        ("assessment",),
        full_report,
        trees,
    ),
    Kind(
        "mayor",
        say("Two pages for the head of the city"),
        say("Strength, picture, gaps, and the decisions asked for with money, posts, funding and date."),
        ("pdf", "docx", "xlsx"),
        "public",
        ("assessment",),
        mayor_report,
    ),
    Kind(
        "council",
        say("Council paper"),
        say("One page in plain styles to paste into your own template: proposed decision, reasons, effects, annexes."),
        ("docx", "txt", "pdf"),
        "public",
        ("assessment",),
        council_paper,
    ),
    Kind(
        "two-dates",
        say("Comparison of two dates"),
        say("Then and now: what rose, what stayed, what fell, and what cannot be compared."),
        ("pdf", "docx", "xlsx"),
        "internal",
        ("assessment", "earlier"),
        two_dates_report,
    ),
    Kind(
        "cohort",
        say("Report on the group"),
        say("For trainers: the published figures of a group with names, what is not shown and why."),
        ("pdf", "docx", "xlsx"),
        "public",
        ("published figures",),
        cohort_report,
    ),
    Kind(
        "status",
        say("Status report on measures"),
        say("Half a page for the committee: how far the measures are, what is due, what has to be decided."),
        ("docx", "pdf", "txt"),
        "internal",
        ("assessment", "measures"),
        status_report,
    ),
    Kind(
        "quick-scan",
        say("Quick-scan report"),
        say("Six pages on twenty minutes of answers: stages, what the next one looks like, how to go on."),
        ("pdf", "docx", "xlsx"),
        "internal",
        ("quick scan",),
        scan_report,
    ),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})
"""Every kind, by its id."""


def missing(kind: Kind, subject: Subject) -> tuple[Need, ...]:
    """What a kind still needs."""
    there = set(_there(subject))
    return tuple(need for need in kind.needs if need not in there)


def report(kind: Kind, subject: Subject, sections: Collection[str] | None = None) -> Report:
    """Makes a report in the version and state that the facts of its subject name.

    Args:
        kind: which one.
        subject: what it is about, with everything confidential still in it.
        sections: ids of the sections to show (see `parts_of`); None shows those that are usual.

    Raises:
        ValueError: where something is missing that the kind needs, or no section is left.
    """
    lacking = missing(kind, subject)
    if lacking:
        raise ValueError(f"a {kind.id} report needs {', '.join(lacking)}")
    shown = in_version(subject)
    built = of_shown(kind, shown, sections)
    if isinstance(subject, CohortCase) or isinstance(shown, CohortCase):
        # Published figures are all there is, and they travel along already.
        return built
    return completed(built, kind.id, subject, shown, sections)


def of_shown(kind: Kind, shown: Subject, sections: Collection[str] | None = None) -> Report:
    """As `report`, from what its version shows, and without what there is to say about its inputs."""
    made = kind.build(shown) if sections is None else _whole(kind, shown)
    built = with_comments(made, shown.context.comments, shown.words, shown.context.authors)
    return with_living_links(built) if sections is None else chosen(built, sections)


def parts_of(kind: Kind, subject: Subject) -> tuple[Part, ...]:
    """All parts that this kind of report has in the version that the facts of its subject name."""
    return parts(_whole(kind, in_version(subject)))


def _whole(kind: Kind, shown: Subject) -> Report:
    """The report with every part that it can have."""
    built = kind.build(shown)
    return replace(built, sections=(*built.sections, *kind.more(shown)))


def in_version(subject: Subject) -> Subject:
    """What a report is about, without what its version keeps to the city."""
    if subject.facts.version == "consultant":
        return replace(subject, facts=without_persons(subject.facts), context=unnamed(subject.context))
    if not subject.public or isinstance(subject, CohortCase):
        return subject
    return public_case(subject) if isinstance(subject, Case) else public_scan_case(subject)


def _there(subject: Subject) -> Iterator[Need]:
    yield _SUBJECTS[type(subject)]
    if subject.context.earlier is not None:
        yield "earlier"
    if subject.context.measures:
        yield "measures"


_SUBJECTS: dict[type[Subject], Need] = {
    Case: "assessment",
    ScanCase: "quick scan",
    CohortCase: "published figures",
}
