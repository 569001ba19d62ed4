"""What a report must be told that no score knows: who, when, for whom, and how confidential."""

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

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
    say so on every page.
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
    confidentiality: str | None = None
    invented: bool = False
    one_rater: bool = False
