"""The days of an assessment, counted back from the day on which the committee deals with it.

Each step leaves the next one the time it needs; a day that falls on a weekend moves to the Friday before.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from models.assessment import Assessment

Step = Literal["invite", "remind", "answers", "workshop", "sign", "papers", "committee"]

PAPERS_BEFORE_COMMITTEE = 14
SIGNED_BEFORE_PAPERS = 3
WORKSHOP_BEFORE_PAPERS = 10
ANSWERS_BEFORE_WORKSHOP = 4
REMINDER_BEFORE_ANSWERS = 7
INVITATION_BEFORE_ANSWERS = 28
"""Days that each step needs before the next: assumptions, printed on the method page."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step and its day."""

    step: Step
    day: datetime.date


def papers_day(committee: datetime.date) -> datetime.date:
    """The day on which papers for this committee usually have to be in."""
    return _back(committee, PAPERS_BEFORE_COMMITTEE)


def answers_day(papers: datetime.date) -> datetime.date:
    """The day until which answers are wanted, so that a workshop and the signing fit in before the papers."""
    return _back(_back(papers, WORKSHOP_BEFORE_PAPERS), ANSWERS_BEFORE_WORKSHOP)


def milestones(of: Assessment) -> tuple[Milestone, ...]:
    """The steps of an assessment in the order of their days, as far as its days are known."""
    found: dict[Step, datetime.date] = {}
    if of.answers_due is not None:
        found["invite"] = _back(of.answers_due, INVITATION_BEFORE_ANSWERS)
        found["remind"] = _back(of.answers_due, REMINDER_BEFORE_ANSWERS)
        found["answers"] = of.answers_due
    if of.papers_due is not None:
        found["workshop"] = _back(of.papers_due, WORKSHOP_BEFORE_PAPERS)
        found["sign"] = _back(of.papers_due, SIGNED_BEFORE_PAPERS)
        found["papers"] = of.papers_due
    if of.committee_day is not None:
        found["committee"] = of.committee_day
    return tuple(sorted((Milestone(step, day) for step, day in found.items()), key=lambda each: each.day))


def working_day(wished: datetime.date) -> datetime.date:
    """The day itself, or the Friday before it where it falls on a weekend."""
    return wished - datetime.timedelta(days=max(0, wished.weekday() - 4))


def _back(day: datetime.date, days: int) -> datetime.date:
    return working_day(day - datetime.timedelta(days=days))
