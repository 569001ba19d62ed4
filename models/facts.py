"""What a report must be told that no score knows: who, when, for whom, and how confidential."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal, get_args

from models.record import Independence, Record, Thoroughness
from models.reporting import ReportState

ReportVersion = Literal["internal", "public", "consultant"]
REPORT_VERSIONS: tuple[ReportVersion, ...] = get_args(ReportVersion)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The facts around an assessment that its report prints. `None` means: not known, so a line to fill in by hand.

    `software` names the program and its version; `answers_digest` identifies the answers, `invented` marks example
    data on the cover and on every page. `one_rater` says that one person gave all ratings. `confidentiality` replaces
    the usual line of the version. The public version leaves out notes, evidence, persons and the processes that the
    model marks as sensitive; the one for a consultant leaves out persons. A draft, and what the city is still to check,
    say so on every page. What the record says of an assessment stands here too (see `models.record.Record`).
    """

    date: datetime.date
    city: str
    software: str
    answers_digest: str
    version: ReportVersion = "internal"
    state: ReportState = "released"
    title: str | None = None
    sponsor: str | None = None
    lead: str | None = None
    participants: tuple[str, ...] = ()
    constraints: str | None = None
    purpose: str | None = None
    unit: str | None = None
    evidence_basis: str | None = None
    thoroughness: Thoroughness | None = None
    independence: Independence | None = None
    first_day: datetime.date | None = None
    confidentiality: str | None = None
    invented: bool = False
    one_rater: bool = False


def recorded(facts: ReportFacts, record: Record) -> ReportFacts:
    """The facts with what was signed on the record of the assessment."""
    return replace(
        facts,
        sponsor=record.sponsor or None,
        lead=record.assessors or None,
        participants=(record.participants,) if record.participants else (),
        constraints=record.constraints or None,
        purpose=record.purpose or None,
        unit=record.unit or None,
        evidence_basis=record.evidence_basis or None,
        thoroughness=record.thoroughness,
        independence=record.independence,
        first_day=record.first_day,
    )
