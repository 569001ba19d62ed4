"""Where a city wants to be: a named target of the model, or levels of its own; and what it should hear beside it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from models.authored import Text
from models.profile import LevelInterval


@dataclass(frozen=True, slots=True)
class KeptTarget:
    """The target that a city chose for one model.

    Args:
        named: the id of a named target of the model; None for levels of its own.
        levels: its own levels, by process; they stay kept while a named target is chosen.
        version: counts its changes.
        author: who chose it; None where unnamed.
        at: when.
    """

    named: str | None
    levels: Mapping[str, int]
    version: int
    author: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """The target proposed to a city that has none: a named one, with a few processes higher where its size allows.

    `reason` says why those are higher; None where none is.
    """

    named: str
    levels: Mapping[str, int]
    higher: tuple[str, ...] = ()
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """A warning of the model that applies to a city: the process it is about, and where that stands now.

    `level` is None where the process was not assessed. `certain` is True where no open answer can lift it.
    """

    id: str
    process: str
    level: LevelInterval | None
    below: int
    text: Text

    @property
    def certain(self) -> bool:
        """Whether the process is certain to be too low."""
        return self.level is not None and self.level.high < self.below
