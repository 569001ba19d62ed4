"""Copies of the database, as whoever administers the house sees them."""

import datetime
from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["made", "before update", "before restore"]

PutBack = Literal["done", "unknown", "unusable", "newer", "busy"]
"""What became of the wish to put a copy back: done; there is no such copy; it is damaged; a newer version of the
program made it; somebody else has the database open. In all cases but the first nothing was changed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: when it was made and why, its bytes; whether it can be used, and what is in it where it can."""

    name: str
    made: datetime.datetime
    kind: CopyKind
    size: int
    sound: bool
    assessments: int = 0
    changes: int = 0
