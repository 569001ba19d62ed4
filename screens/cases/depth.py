"""How deep an assessment goes, and what each depth asks of people before anybody chooses it.

The minutes are planning figures of the procedure that the model proposes: ten minutes a process for one person, 25 in
a workshop. A quick scan takes 20 minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from locales.words import Words
from models.assessment import Scope
from models.questionnaire import CapabilityModel, QuickScan

Depth = Literal["basic", "chosen", "full"]
DEPTHS: tuple[Depth, ...] = ("basic", "chosen", "full")

SCAN: Literal["scan"] = "scan"
"""The depth that is another questionnaire: one question for each process."""

_MINUTES_ALONE = 10
_MINUTES_TOGETHER = 25
_SCAN_MINUTES = 20


@dataclass(frozen=True, slots=True)
class Effort:
    """What a scope asks for: processes, ratings at level 1 and at most, minutes alone and hours together."""

    processes: int
    ratings_first: int
    ratings_most: int

    @property
    def minutes_alone(self) -> int:
        """Minutes for one person who answers everything."""
        return self.processes * _MINUTES_ALONE

    @property
    def hours_together(self) -> float:
        """Hours of workshop in which everything is talked over, to the half hour above."""
        return -(-self.processes * _MINUTES_TOGETHER // 30) / 2


def processes_in(model: CapabilityModel, depth: Depth, picked: Sequence[str]) -> tuple[str, ...]:
    """The processes that a depth asks about."""
    if depth == "basic":
        return model.set_members(model.head.basic_scope)
    if depth == "chosen":
        return tuple(picked)
    return tuple(process.id for process in model.processes)


def scope_of(depth: Depth, picked: Sequence[str]) -> Scope:
    """The scope as an assessment keeps it."""
    return tuple(picked) if depth == "chosen" else depth


def effort(model: CapabilityModel, processes: Sequence[str], highest_level: int) -> Effort:
    """What these processes ask for, up to this level."""
    framework = model.framework()
    attributes = {each.id: each.level for each in framework.attributes}
    levels = [attributes[each.attribute] for process in processes for each in model.indicators(process, framework)]
    return Effort(
        processes=len(processes),
        ratings_first=sum(level == 1 for level in levels),
        ratings_most=sum(level <= highest_level for level in levels),
    )


def describe_scan(scan: QuickScan, words: Words) -> str:
    """The effort of a quick scan in words, for planning."""
    core = sum(each.core for each in scan.file.questions)
    return words(
        "{core} questions and {more} optional ones · about {minutes} minutes for each person",
        core=core,
        more=len(scan.file.questions) - core,
        minutes=_SCAN_MINUTES,
    )


def name_of(depth: Depth | Literal["scan"], words: Words) -> str:
    """What a depth is called."""
    return {
        "scan": words("Quick scan"),
        "basic": words("Basic set"),
        "chosen": words("Chosen processes"),
        "full": words("All processes"),
    }[depth]


def describe(effort: Effort, words: Words) -> str:
    """The effort in words, for planning."""
    if not effort.processes:
        return words("Choose the processes below.")
    return words(
        "{processes} processes · {first} to {most} ratings · about {minutes} minutes alone, "
        "{hours} hours in a workshop",
        processes=effort.processes,
        first=effort.ratings_first,
        most=effort.ratings_most,
        minutes=effort.minutes_alone,
        hours=words.number(effort.hours_together, 0 if effort.hours_together.is_integer() else 1),
    )
