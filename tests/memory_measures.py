"""Measures: in memory, held to the same contract as the database."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from models.audit import Note
from models.measures import Measure
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryMeasures:
    """The measures."""

    memory: Memory

    def of_city(self, city: str) -> tuple[Measure, ...]:
        with self.memory.lock:
            found = [each for each in self.memory.measures.values() if each.city == city]
        return tuple(sorted(found, key=lambda each: (each.due or datetime.date.max, each.title, each.id)))

    def get(self, measure_id: str) -> Measure | None:
        with self.memory.lock:
            return self.memory.measures.get(measure_id)

    def keep(self, new: Sequence[Measure], changed: Sequence[Measure], note: Note | None = None) -> bool:
        with self.memory.lock:
            if not all(self._stands(each.id, each.version - 1) for each in changed):
                return False
            self.memory.measures.update({each.id: each for each in (*new, *changed)})
            self.memory.noted(note)
            return True

    def remove(self, measure_id: str, *, seen: int, note: Note | None = None) -> bool:
        with self.memory.lock:
            if not self._stands(measure_id, seen):
                return False
            del self.memory.measures[measure_id]
            self.memory.noted(note)
            return True

    def _stands(self, measure_id: str, version: int) -> bool:
        standing = self.memory.measures.get(measure_id)
        return standing is not None and standing.version == version
