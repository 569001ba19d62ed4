"""What a maturity rule is held against: the model, what became of its processes, and how far the assessment looked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.scoring.traces import enumerated, named
from models.message import Blank, Message
from models.profile import ProcessResult
from models.questionnaire import CapabilityModel, Requirement

Levels = Mapping[str, int]
"""The capability levels of the assessed processes, all at one end of their intervals."""


@dataclass(frozen=True)
class Grounds:
    """Everything that the conditions of a maturity rule look at.

    `chosen` are the processes that the city chose, None where it left that open; `highest_level` is the highest one
    that was looked at.
    """

    model: CapabilityModel
    processes: Mapping[str, ProcessResult]
    chosen: Sequence[str] | None
    highest_level: int

    @cached_property
    def scope(self) -> frozenset[str]:
        """The processes that the assessment is about."""
        return frozenset(key for key, each in self.processes.items() if each.state != "out of scope")

    @cached_property
    def removed(self) -> frozenset[str]:
        """The processes among them that the city left out."""
        return frozenset(key for key, each in self.processes.items() if each.state == "removed")

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """The processes that may count where the rule leaves the choice to the city, in the order of the model."""
        may_count = self.scope if self.chosen is None else self.chosen
        return tuple(key for key in self.processes if key in may_count)

    @cached_property
    def outside(self) -> tuple[str, ...]:
        """The candidates that are not in scope, so that nobody knows whether they would count."""
        return tuple(each for each in self.candidates if each not in self.scope)

    @cached_property
    def lows(self) -> Levels:
        """The levels with all open answers at their worst."""
        return {key: each.level.low for key, each in self.processes.items() if each.level is not None}

    @cached_property
    def highs(self) -> Levels:
        """The levels with all open answers at their best."""
        return {key: each.level.high for key, each in self.processes.items() if each.level is not None}

    @cached_property
    def standing(self) -> Mapping[str, Message]:
        """The level of each process in scope, in words."""
        return {key: each.trace.value for key, each in self.processes.items() if each.trace is not None}

    def named(self, processes: Sequence[str]) -> Blank:
        """Processes by their ids and names."""
        return enumerated([named(each, self.model.process(each).name) for each in processes])

    def sets(self, requirement: Requirement) -> Blank:
        """The names of the process sets that a requirement is about."""
        names = {each.id: each.name for each in self.model.head.process_sets}
        return enumerated([names[each] for each in requirement.sets])
