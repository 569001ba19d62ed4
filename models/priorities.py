"""What a city should turn to first, with the ground for it."""

from dataclasses import dataclass
from typing import Literal, get_args

from models.profile import LevelInterval
from models.recommendations import Step

Ground = Literal[
    "basic process below target",
    "process of the second set below target",
    "gap to the city's own target",
    "asked for by a later maturity level",
]
GROUNDS: tuple[Ground, ...] = get_args(Ground)


@dataclass(frozen=True, slots=True)
class Need:
    """A process below the capability that a maturity level asks for; `certain` when no open answer can mend it."""

    process: str
    level: LevelInterval
    capability: int
    maturity_level: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Priority:
    """A process to turn to, and why it comes where it comes.

    Args:
        process: its id.
        level: its level now.
        wanted: the level it is to have.
        ground: the rule that put it here.
        importance: how important the city called its dimension (1 to 5); 1 where it said nothing.
        certain: False where open answers may already show the level that is wanted.
        maturity_level: the first maturity level that waits for it, None where none does.
        step: what is recommended next; None where nothing is, or where answers come first.
    """

    process: str
    level: LevelInterval
    wanted: int
    ground: Ground
    importance: int
    certain: bool
    maturity_level: int | None
    step: Step | None

    @property
    def gap(self) -> int:
        """The levels that are missing at the low end."""
        return self.wanted - self.level.low

    @property
    def weight(self) -> int:
        """The gap, weighted by how important its dimension is to the city."""
        return self.gap * self.importance
