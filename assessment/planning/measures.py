"""Measures together: what they take, when they are due, and what became of the ratings they were meant to raise."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.planning.quarters import Quarter, quarter_of
from assessment.scoring.letters import letters
from models.framework import Framework
from models.measures import Measure, MeasureState
from models.profile import LevelInterval, Profile

STANDING: tuple[MeasureState, ...] = ("proposed", "decided", "under way")
"""The states in which there is still something to do."""

Verdict = Literal["rose", "did not rise", "fell", "not assessed"]


@dataclass(frozen=True, slots=True)
class Total:
    """Sums over measures. What a measure leaves open counts as nothing; `open_ones` says how many leave all open.

    `uncovered` are the euros once and of one year for which neither own nor third-party funds are named.
    """

    count: int
    days: Decimal
    euros_once: int
    euros_yearly: int
    posts: Decimal
    own_funds: int
    third_party_funds: int
    open_ones: int

    @property
    def uncovered(self) -> int:
        """Never below nothing: funds may reach further than one year."""
        return max(0, self.euros_once + self.euros_yearly - self.own_funds - self.third_party_funds)


def total(measures: Iterable[Measure]) -> Total:
    """The sums over these measures."""
    every = [each.means for each in measures]
    return Total(
        len(every),
        sum((each.days or Decimal(0) for each in every), Decimal(0)),
        sum(each.euros_once or 0 for each in every),
        sum(each.euros_yearly or 0 for each in every),
        sum((each.posts or Decimal(0) for each in every), Decimal(0)),
        sum(each.own_funds or 0 for each in every),
        sum(each.third_party_funds or 0 for each in every),
        sum(each.days is None and each.euros_once is None and each.euros_yearly is None for each in every),
    )


def still_to_do(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Those that are neither done nor dropped, in their order."""
    return tuple(each for each in measures if each.state in STANDING)


def taken_up(measures: Iterable[Measure], assessment: str | None) -> tuple[Measure, ...]:
    """Those after which the same is not planned once more: still to do, or done since this assessment.

    What was done after an earlier assessment may be due again: its rating did not rise, or fell back.
    """
    return tuple(
        each for each in measures if each.state in STANDING or (each.state == "done" and each.assessment == assessment)
    )


def by_quarter(measures: Iterable[Measure]) -> Mapping[Quarter | None, tuple[Measure, ...]]:
    """Measures by the quarter in which they are due, the earliest first; those without a day under None, last."""
    found: dict[Quarter | None, list[Measure]] = {}
    for each in measures:
        found.setdefault(None if each.due is None else quarter_of(each.due), []).append(each)
    dated = sorted(key for key in found if key is not None)
    return {key: tuple(found[key]) for key in (*dated, *([None] if None in found else []))}


def due_by(measures: Iterable[Measure], day: datetime.date) -> tuple[Measure, ...]:
    """What is still to be done until a day, overdue ones included, the earliest first."""
    due = [each for each in still_to_do(measures) if each.due is not None and each.due <= day]
    return tuple(sorted(due, key=lambda each: (each.due or day, each.title)))


@dataclass(frozen=True, slots=True)
class Effect:
    """A measure that is done, and the level of its process in the assessment before and in the one after.

    `raised` are those of its indicators whose rating is better than before.
    """

    measure: Measure
    before: LevelInterval | None
    after: LevelInterval | None
    raised: tuple[str, ...]
    verdict: Verdict


def effects(measures: Iterable[Measure], before: Profile, after: Profile, framework: Framework) -> tuple[Effect, ...]:
    """What became of the processes of measures that are done.

    A rating rose where the level is higher at the low end, or is the same while an indicator of the measure is rated
    better.

    Args:
        measures: all there are.
        before: the assessment that the measures came from.
        after: a later one that may be compared with it.
        framework: the framework of both.
    """
    done = (each for each in measures if each.state == "done" and each.process is not None)
    return tuple(_effect(each, before, after, _ranks(before, after, framework)) for each in done)


def _effect(measure: Measure, before: Profile, after: Profile, ranks: Mapping[str, int]) -> Effect:
    first, then = (_level(each, measure.process) for each in (before, after))
    old, new = (_ratings(each, measure.process) for each in (before, after))
    both = [key for key in measure.indicators if key in old and key in new]
    raised = tuple(key for key in both if ranks[new[key]] > ranks[old[key]])
    return Effect(measure, first, then, raised, _verdict(first, then, raised))


def _verdict(before: LevelInterval | None, after: LevelInterval | None, raised: tuple[str, ...]) -> Verdict:
    if before is None or after is None:
        return "not assessed"
    if after.low > before.low or (raised and after.low == before.low):
        return "rose"
    return "fell" if after.low < before.low else "did not rise"


def _ranks(before: Profile, after: Profile, framework: Framework) -> Mapping[str, int]:
    """How good each letter is: on the scale of both, or where they differ, as the four-point letter it counts as."""
    scale = letters(framework, before.settings.scale)
    if before.settings.scale != after.settings.scale:
        return scale.steps
    # A refined letter may stand where the scale has four: it is read as the one it counts as.
    order = {letter: place for place, letter in enumerate(scale.scale.letters)}
    return {letter: order[read] for letter, read in scale.reading.items()}


def _level(profile: Profile, process: str | None) -> LevelInterval | None:
    result = profile.processes.get(process or "")
    return None if result is None else result.level


def _ratings(profile: Profile, process: str | None) -> Mapping[str, str]:
    """The letter of each rated indicator of a process, as it is read on the scale in use."""
    result = profile.processes.get(process or "")
    leaves = [] if result is None else [leaf for each in result.attributes.values() for leaf in each.trace.inputs]
    return {
        leaf.subject: leaf.answer.rating
        for leaf in leaves
        if leaf.answer is not None and leaf.answer.state == "rated" and leaf.answer.rating is not None
    }
