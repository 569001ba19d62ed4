"""The way from where a city stands to where it wants to be: which answers have to become better, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.message import Message
from models.profile import LevelInterval


@dataclass(frozen=True, slots=True)
class MaturityTarget:
    """The whole city at a maturity level."""

    level: int


@dataclass(frozen=True, slots=True)
class ProfileTarget:
    """Processes at capability levels, each its own; processes that are not named stay as they are."""

    levels: Mapping[str, int]


Target = MaturityTarget | ProfileTarget


@dataclass(frozen=True, slots=True)
class Improvement:
    """One rating that becomes better.

    `begins` is the letter that counts now, at the low end: an open answer counts as the worst one. `cost` is the number
    of letters between the two. `proof` is True where the new letter counts only with evidence.
    """

    indicator: str
    process: str
    attribute: str
    begins: str
    ends: str
    cost: int
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Everything to be done in one process, from its level now (at the low end) to the one it is to reach."""

    process: str
    begins: int
    ends: int
    steps: tuple[Improvement, ...]

    @property
    def cost(self) -> int:
        """The sum over its steps."""
        return sum(step.cost for step in self.steps)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far one process is from its target: its level now, at both ends, and the level it is to have.

    `now` is None where the process has no level in this assessment.
    """

    process: str
    now: LevelInterval | None
    wanted: int

    @property
    def levels(self) -> int | None:
        """The levels that are missing at the low end; 0 where the target is reached, None without a level."""
        return None if self.now is None else max(0, self.wanted - self.now.low)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What no better rating can change: a process or maturity level, and why it stays out of reach."""

    subject: str
    why: Message


@dataclass(frozen=True, slots=True)
class Path:
    """The cheapest way to a target, process by process, each finished before the next one begins.

    Every beginning of it is worth something by itself: no step lowers anything. With a maturity level as the target,
    a hindrance means that there is no way; with a profile, that its process is left out of it.
    """

    stretches: tuple[Stretch, ...]
    hindrances: tuple[Hindrance, ...] = ()

    @property
    def steps(self) -> tuple[Improvement, ...]:
        """All steps in order."""
        return tuple(step for stretch in self.stretches for step in stretch.steps)

    @property
    def cost(self) -> int:
        """The sum over all steps."""
        return sum(stretch.cost for stretch in self.stretches)
