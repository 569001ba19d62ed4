"""Records and closings kept in memory, held to the same contract as the database."""

import datetime
from dataclasses import dataclass, replace

from assessment.desk.closing_ports import Closed
from models.assessment import Assessment, Value
from models.audit import Note
from models.closing import REDACTED, Closing, OpenEnds, Redaction
from models.record import Record, StoredRecord
from tests.memory import Memory, MemoryAssessments


@dataclass(frozen=True)
class MemoryClosings:
    """Records and closings."""

    memory: Memory

    def record(self, assessment: str) -> StoredRecord | None:
        return self.memory.records.get(assessment)

    def keep_record(self, assessment: str, record: Record, seen: int) -> bool:
        with self.memory.lock:
            standing = self.memory.records.get(assessment)
            if self.memory.assessments[assessment].state != "draft" or (standing.version if standing else 0) != seen:
                return False
            self.memory.records[assessment] = StoredRecord(record, seen + 1)
            return True

    def closings(self, assessment: str) -> tuple[Closing, ...]:
        with self.memory.lock:
            return tuple(each for (key, _), each in sorted(self.memory.closings.items()) if key == assessment)

    def answer_count(self, assessment: str) -> int:
        with self.memory.lock:
            return sum(each.version for (key, _, _), each in self.memory.current.items() if key == assessment)

    def close(self, new: Closing, closed: Assessment, counted: int, *, note: Note | None = None) -> Closed:
        with self.memory.lock:
            if self.memory.assessments[closed.id].version != closed.version - 1:
                return "changed"
            if self.answer_count(closed.id) != counted:
                return "answered"
            MemoryAssessments(self.memory).replace(closed)
            signer = self.memory.names[new.person_id]
            self.memory.closings[new.assessment, new.revision] = replace(new, signer=signer)
            self.memory.noted(note)
            return "done"

    def reopen(self, opened: Assessment, at: datetime.datetime, because: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if not MemoryAssessments(self.memory).replace(opened):
                return False
            key = (opened.id, opened.revision - 1)
            if key in self.memory.closings:
                self.memory.closings[key] = replace(self.memory.closings[key], reopened=at, reopened_because=because)
            self.memory.noted(note)
            return True

    def open_ends(self, assessment: str) -> OpenEnds:
        return self.memory.open_ends.get(assessment, OpenEnds())

    def redact(self, wish: Redaction, *, note: Note | None = None) -> None:
        mark: Value = (REDACTED,) if wish.field == "evidence" else REDACTED
        with self.memory.lock:
            for key, standing in self.memory.current.items():
                if key == (wish.assessment, wish.indicator, wish.field) and standing.value is not None:
                    self.memory.current[key] = replace(standing, value=mark)
            self.memory.events[:] = [
                (owner, replace(event, value=mark))
                if (owner, event.indicator, event.field) == (wish.assessment, wish.indicator, wish.field)
                and event.value is not None
                else (owner, event)
                for owner, event in self.memory.events
            ]
            for revision, (inputs, digest) in wish.closings.items():
                key_of = (wish.assessment, revision)
                self.memory.closings[key_of] = replace(
                    self.memory.closings[key_of], inputs=inputs, inputs_digest=digest
                )
            self.memory.noted(note)
