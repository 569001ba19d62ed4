"""What a scope asks of people before anybody chooses it: ratings counted from the model, time from stated assumptions.

The assumptions stand here and nowhere else; the method page prints them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.assessment import Scope
from models.questionnaire import CapabilityModel, QuickScan

Depth = Literal["basic", "chosen", "full"]
DEPTHS: tuple[Depth, ...] = ("basic", "chosen", "full")

MINUTES_ALONE = 10
"""Minutes in which one person rates one process: planning figure of the procedure that the model proposes."""

MINUTES_TOGETHER = 25
"""Minutes of workshop for one process: 3 to read, 5 for each alone, 12 to discuss, 5 to decide."""

SECONDS_PER_QUESTION = 40
"""Seconds for a question of the quick scan, so that its thirty take 20 minutes."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What a scope asks for: processes, ratings at level 1 and at most, minutes alone and hours together."""

    processes: int
    ratings_first: int
    ratings_most: int

    @property
    def minutes_alone(self) -> int:
        """Minutes for one person who answers everything."""
        return self.processes * MINUTES_ALONE

    @property
    def hours_together(self) -> float:
        """Hours of workshop in which everything is talked over, to the half hour above."""
        return -(-self.processes * MINUTES_TOGETHER // 30) / 2


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


def minutes_of(scan: QuickScan) -> int:
    """Minutes for one person who answers every question of a quick scan."""
    return -(-len(scan.file.questions) * SECONDS_PER_QUESTION // 60)
