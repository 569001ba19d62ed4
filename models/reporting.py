"""What is kept around the reports of an assessment: comments, how far a report is, and what somebody chose last."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

ReportState = Literal["draft", "fact check", "confirmed", "released"]
REPORT_STATES: tuple[ReportState, ...] = get_args(ReportState)
"""Being written, with a watermark; before the city, which checks the facts; found right by it; handed out as it is."""

COMMENT_LIMIT = 4000
REMARKS_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Comment:
    """What a consultant or the city lead says to a section of the report. It is printed as theirs, with their name."""

    section: str
    text: str
    author: str | None
    at: datetime.datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a report: into which state, by whom and when.

    Args:
        number: counts the steps of an assessment.
        state: the state from then on.
        person: the id of who took the step.
        name: what that person is called; None where no name is known.
        at: when.
        remarks: what the city found wrong, where it gave the report back.
        made_from: of a release, what it was made from, as the text of a JSON object; None otherwise.
    """

    number: int
    state: ReportState
    person: str
    name: str | None
    at: datetime.datetime
    remarks: str = ""
    made_from: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the report is, step by step, oldest first."""

    steps: tuple[Step, ...] = ()

    @property
    def state(self) -> ReportState:
        """The state now: a draft until somebody took a step."""
        return self.steps[-1].state if self.steps else "draft"

    @property
    def last(self) -> Step | None:
        """The last step."""
        return self.steps[-1] if self.steps else None


Choice = Mapping[str, str]
"""What somebody chose in the builder, by the name of the field."""
