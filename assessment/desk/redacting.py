"""Taking a text out for the sake of a person: for good, also from the history and from what was signed.

Ratings stay, so no result changes. The digests of closings are computed anew; the trail says so, without the text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

from assessment.desk.closing_ports import AnswerFreezer, ClosingStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.frozen import Frozen
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, Clock
from models.answers import Answer, Answers
from models.assessment import AnswerEvent, Assessment, Rated
from models.audit import Note
from models.closing import RECORD_TEXTS, REDACTED, RecordText, Redactable, Redaction, WrittenText
from models.message import say
from models.people import Actor
from models.questionnaire import Library

REDACT: Final = "redact texts"
"""What the policy and the trail call it."""

_RECORD = "-"
"""What the trail names where a text of the record was taken out, not one about a question."""


@dataclass(frozen=True)
class Redactions:
    """Takes texts out. Knows no permissions: whoever calls has asked the policy."""

    closings: ClosingStore
    answers: AnswerStore
    freezer: AnswerFreezer
    library: Library

    def of_question(self, found: Assessment, indicator: str, field: Redactable, note: Note) -> None:
        """Takes a text about a question out. Raises `NotAccepted` as `Redacting.redact`."""
        if not self._is_written(found, indicator, field):
            raise _nothing_there()
        closings = dict(self._without(found, indicator, field))
        told = {"indicator": indicator, "field": field, "closings": ", ".join(map(str, closings))}
        note = replace(note, detail={**note.detail, **told})
        self.closings.redact(Redaction(found.id, indicator, field, closings), note=note)

    def of_record(self, found: Assessment, field: RecordText, note: Note) -> None:
        """Takes a text of the record out. Raises `NotAccepted` as `Redacting.redact_record`."""
        if not {*self._record_texts(found, field)} - {"", REDACTED}:
            raise _nothing_there()
        note = replace(note, detail={**note.detail, "indicator": _RECORD, "field": field})
        self.closings.redact_record(found.id, field, note=note)

    def again(self, found: Assessment, note: Note) -> bool:
        """Takes out what a note of the trail says was taken out before; False where it is not there."""
        indicator, field = note.detail["indicator"], note.detail["field"]
        try:
            if indicator == _RECORD:
                self.of_record(found, cast(RecordText, field), note)
            else:
                self.of_question(found, indicator, cast(Redactable, field), note)
        except NotAccepted:
            return False
        return True

    def _is_written(self, found: Assessment, indicator: str, field: Redactable) -> bool:
        if field == "agreement":
            return self.closings.was_agreed(found.id, indicator)
        return any(each.field == field for each in _written(self.answers.history(found.id, indicator)))

    def _record_texts(self, found: Assessment, field: RecordText) -> Iterator[str]:
        stored = self.closings.record(found.id)
        records = [each.record for each in self.closings.closings(found.id)] + ([stored.record] if stored else [])
        return (getattr(each, field) for each in records)

    def _without(self, found: Assessment, indicator: str, field: Redactable) -> Iterator[tuple[int, tuple[str, str]]]:
        """The closings that hold the text, as they are without it. What people agreed on stands beside the answers."""
        if field == "agreement":
            return
        frozen = Frozen(self.closings, self.freezer)
        for each in self.closings.closings(found.id):
            answers = frozen.answers(each, self.library.with_digest(found.questionnaire, each.digest))
            held = answers.ratings.get(indicator)
            if held is not None and getattr(held, field):
                inputs = self.freezer.write(_redacted(answers, indicator, held, field))
                yield each.revision, (inputs, self.freezer.digest(inputs))


@dataclass(frozen=True)
class Redacting:
    """The use cases around texts that have to go."""

    door: Door
    redactions: Redactions
    clock: Clock

    def texts(self, actor: Actor, assessment_id: str) -> tuple[WrittenText, ...]:
        """Notes, evidence and reasons that can be taken out, one for each question and kind: the newest.

        Raises:
            NotFound, NotAllowed: where the person may not.
        """
        found = self.door.assessment(actor, "redact texts", assessment_id)
        events = self.redactions.answers.history(found.id)
        newest = {(each.indicator, each.field): each for each in _written(events)}
        return tuple(sorted(newest.values(), key=lambda each: (each.indicator, each.field)))

    def redact(self, actor: Actor, assessment_id: str, indicator: str, field: Redactable) -> None:
        """Takes a text about a question out: from the answer, its history and every closing.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where nothing was written, or a closing cannot be read any more.
        """
        found = self.door.assessment(actor, "redact texts", assessment_id)
        self.redactions.of_question(found, indicator, field, self._note(actor, found))

    def redact_record(self, actor: Actor, assessment_id: str, field: RecordText) -> None:
        """Takes a text of the record out, as it stands and from every closing. Raises as `redact`."""
        found = self.door.assessment(actor, "redact texts", assessment_id)
        if field not in RECORD_TEXTS:
            raise _nothing_there()
        self.redactions.of_record(found, field, self._note(actor, found))

    def _note(self, actor: Actor, found: Assessment) -> Note:
        return about_assessment(actor, REDACT, found, self.clock(), "redacted")


def _written(events: Iterable[AnswerEvent]) -> Iterator[WrittenText]:
    """Every text that events hold and that was not taken out yet."""
    for event in events:
        match event.value:
            case Rated(reason=str(reason)) if reason not in ("", REDACTED):
                yield WrittenText(event.indicator, "reason", reason)
            case tuple(lines) if lines != (REDACTED,):
                yield WrittenText(event.indicator, "evidence", "; ".join(lines))
            case str(note) if event.field == "note" and note not in ("", REDACTED):
                yield WrittenText(event.indicator, "note", note)


def _redacted(answers: Answers, indicator: str, held: Answer, field: Redactable) -> Answers:
    ratings: Mapping[str, Answer] = {**answers.ratings, indicator: _marked(held, field)}
    return replace(answers, ratings=ratings)


def _marked(held: Answer, field: Redactable) -> Answer:
    match field:
        case "note":
            return replace(held, note=REDACTED)
        case "evidence":
            return replace(held, evidence=(REDACTED,))
        case "reason":
            return replace(held, reason=REDACTED)
        case "agreement":
            return held


def _nothing_there() -> NotAccepted:
    return NotAccepted(say("Nothing is written there."))
