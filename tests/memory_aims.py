"""Targets: in memory, held to the same contract as the database."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from models.aims import KeptTarget
from models.audit import Note
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryTargets:
    """The targets."""

    memory: Memory

    def of_city(self, city: str, questionnaire: str) -> KeptTarget | None:
        with self.memory.lock:
            return self.memory.targets.get((city, questionnaire))

    def keep(
        self,
        city: str,
        questionnaire: str,
        named: str | None,
        levels: Mapping[str, int],
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        with self.memory.lock:
            standing = self.memory.targets.get((city, questionnaire))
            if (standing.version if standing else 0) != seen:
                return False
            kept = KeptTarget(named, dict(levels), seen + 1, self.memory.names[person], at)
            self.memory.targets[(city, questionnaire)] = kept
            self.memory.noted(note)
            return True
