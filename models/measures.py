"""What a city decided to do: tasks with an owner, a day, what they cost and what they need.

A measure comes from a gap or is a city's own idea. Sums are whole euros, efforts whole or half working days, posts
full-time equivalents. What is None was left open.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

MeasureState = Literal["proposed", "decided", "under way", "done", "dropped"]
MEASURE_STATES: tuple[MeasureState, ...] = get_args(MeasureState)


@dataclass(frozen=True, slots=True)
class Means:
    """What a measure takes: euros once and each year, posts, and who pays, in euros over its whole time."""

    days: Decimal | None = None
    euros_once: int | None = None
    euros_yearly: int | None = None
    posts: Decimal | None = None
    own_funds: int | None = None
    third_party_funds: int | None = None
    funding_source: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One task.

    Args:
        id: its id.
        city: the city it belongs to.
        title: what is done, in the city's words.
        process: the process it improves; None for one that belongs to no process.
        indicators: the outcomes and generic practices that it is to raise, by id.
        level: the capability level that the process is to reach with it.
        owner: who sees to it: a function or a department.
        begins: the first day.
        due: the day it is to be done.
        means: what it takes.
        decision: the decision that is needed first, in words; empty where none is.
        decision_reference: where that decision stands (number of a council paper).
        evidence: what will be there to show that it was done.
        indicator: how the city will see that it worked.
        state: how far it is.
        done: the day it was done.
        assessment: the assessment it came from.
        note: whatever else there is to say.
        version: counts its changes.
    """

    id: str
    city: str
    title: str
    process: str | None = None
    indicators: tuple[str, ...] = ()
    level: int | None = None
    owner: str = ""
    begins: datetime.date | None = None
    due: datetime.date | None = None
    means: Means = Means()
    decision: str = ""
    decision_reference: str = ""
    evidence: str = ""
    indicator: str = ""
    state: MeasureState = "proposed"
    done: datetime.date | None = None
    assessment: str | None = None
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What a gap, a recommendation or a step of a path says of a measure before anybody has filled in the rest.

    Args:
        title: what is to be done.
        process: the process that it is about.
        indicators: the outcomes and generic practices that it is to raise, by id.
        level: the capability level that the process is to reach.
        days: the working days that it takes about.
        evidence: what will be there to show that it was done.
        indicator: how the city will see that it worked.
        owner: who sees to it, where that is known already.
        due: the day it is to be done, where that is known already.
    """

    title: str
    process: str | None = None
    indicators: tuple[str, ...] = ()
    level: int | None = None
    days: Decimal | None = None
    evidence: str = ""
    indicator: str = ""
    owner: str = ""
    due: datetime.date | None = None
