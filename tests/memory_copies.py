"""Copies that are only names: what the use cases are tested with."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from models.copies import Copy, PutBack


@dataclass
class MemoryCopies:
    """Copies of nothing. `outcome` is what becomes of putting one back; `full` is a disk without room."""

    possible: bool = True
    outcome: PutBack = "done"
    full: bool = False
    names: list[Copy] = field(default_factory=list)

    def all(self) -> tuple[Copy, ...]:
        return tuple(reversed(self.names))

    def make(self, at: datetime.datetime) -> Copy:
        if self.full:
            raise OSError(28, "No space left on device")
        self.names.append(Copy(f"hanse-{at:%Y%m%dT%H%M%S}.db", at, "made", 1, sound=True))
        return self.names[-1]

    def file(self, name: str) -> Path | None:
        return next((Path(each.name) for each in self.names if each.name == name), None)

    def put_back(self, name: str, at: datetime.datetime) -> PutBack:  # noqa: ARG002 - the port's
        return self.outcome if self.file(name) else "unknown"
