"""The capability level of a process: a floor under its attributes, never an average.

A level is reached when its own attributes are good enough and all attributes below are better still. Which letters
that means, and which attributes belong to which level, says the framework.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.scoring.letters import Letters
from models.framework import Attribute, Framework

Steps = Mapping[str, int]
"""The step (from 0) that each attribute stands on; -1 where nothing of it can be rated."""


@dataclass(frozen=True)
class Ladder:
    """The levels in scope, from the lowest, each with its attributes; and the steps that the level rule asks for."""

    rungs: tuple[tuple[int, tuple[str, ...]], ...]
    own: int
    below: int

    @property
    def top(self) -> int:
        """The highest level that can be reached in this scope."""
        return self.rungs[-1][0] if self.rungs else 0

    def level(self, steps: Steps) -> int:
        """The level that attributes on these steps reach."""
        reached = 0
        all_below = True
        for level, attributes in self.rungs:
            if not all_below or any(steps[attribute] < self.own for attribute in attributes):
                break
            reached = level
            all_below = all(steps[attribute] >= self.below for attribute in attributes)
        return reached

    def next_level(self, reached: int) -> int | None:
        """The level above one that was reached; None at the top of what is in scope."""
        return next((level for level, _ in self.rungs if level > reached), None)

    def missing(self, level: int, steps: Steps) -> Iterator[tuple[str, bool]]:
        """The attributes that keep `level` away, and whether each belongs to it (else to a level below)."""
        for rung, attributes in self.rungs:
            for attribute in attributes:
                if rung <= level and steps[attribute] < (self.own if rung == level else self.below):
                    yield attribute, rung == level


def ladder(framework: Framework, letters: Letters, highest_level: int) -> Ladder:
    """The ladder up to the highest level in scope."""
    levels = sorted(level.level for level in framework.levels if 0 < level.level <= highest_level)
    return Ladder(
        rungs=tuple((level, _ids(framework.attributes, level)) for level in levels),
        own=letters.steps[framework.level_rule.own],
        below=letters.steps[framework.level_rule.below],
    )


def _ids(attributes: tuple[Attribute, ...], level: int) -> tuple[str, ...]:
    return tuple(attribute.id for attribute in attributes if attribute.level == level)
