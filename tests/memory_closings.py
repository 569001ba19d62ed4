"""Records and closings kept in memory, held to the same contract as the database."""

import datetime
from dataclasses import dataclass, replace

from assessment.desk.closing_ports import Closed
from models.assessment import Assessment, Rated, Value
from models.audit import Note
from models.closing import REDACTED, Closing, OpenEnds, RecordText, Redaction
from models.record import Record, StoredRecord
from tests.memory import Memory, MemoryAssessments
from tests.memory_assessors import MemoryAssessors


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
            standing = self.memory.records.get(closed.id)
            if standing is not None and standing.record != new.record:
                return "changed"
            if self.answer_count(closed.id) != counted:
                return "answered"
            MemoryAssessments(self.memory).replace(closed)
            MemoryAssessors(self.memory).freeze(closed.id, new.revision)
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

    def was_agreed(self, assessment: str, indicator: str) -> bool:
        return (assessment, indicator) in self.memory.agreed

    def redact_record(self, assessment: str, field: RecordText, *, note: Note | None = None) -> None:
        with self.memory.lock:
            standing = self.memory.records.get(assessment)
            if standing is not None:
                self.memory.records[assessment] = replace(standing, record=_marked_record(standing.record, field))
            for key, kept in self.memory.closings.items():
                if key[0] == assessment:
                    self.memory.closings[key] = replace(kept, record=_marked_record(kept.record, field))
            self.memory.noted(note)

    def redact(self, wish: Redaction, *, note: Note | None = None) -> None:
        field = "rating" if wish.field == "reason" else wish.field
        here = (wish.assessment, wish.indicator, field)
        with self.memory.lock:
            if wish.field == "agreement":
                agreed, version = self.memory.agreed[wish.assessment, wish.indicator]
                self.memory.agreed[wish.assessment, wish.indicator] = (replace(agreed, reason=REDACTED), version)
            for key, standing in self.memory.current.items():
                if key == here:
                    self.memory.current[key] = replace(standing, value=_marked(standing.value, wish))
            self.memory.events[:] = [
                (owner, replace(event, value=_marked(event.value, wish)))
                if (owner, event.indicator, event.field) == here
                else (owner, event)
                for owner, event in self.memory.events
            ]
            if wish.field == "evidence":
                self._forget_files(wish)
            for revision, (inputs, digest) in wish.closings.items():
                key_of = (wish.assessment, revision)
                self.memory.closings[key_of] = replace(
                    self.memory.closings[key_of], inputs=inputs, inputs_digest=digest
                )
            self.memory.noted(note)

    def _forget_files(self, wish: Redaction) -> None:
        for file_id, (file, _) in list(self.memory.files.items()):
            if (file.assessment, file.indicator) == (wish.assessment, wish.indicator):
                del self.memory.files[file_id]


def _marked(value: Value | None, wish: Redaction) -> Value | None:
    if isinstance(value, Rated):
        return replace(value, reason=REDACTED) if value.reason else value
    if value is None:
        return None
    return (REDACTED,) if wish.field == "evidence" else REDACTED


def _marked_record(record: Record, field: RecordText) -> Record:
    return replace(record, **{field: REDACTED}) if getattr(record, field) else record
