"""Taking a text out for the sake of a person: for good, also from the history and from what was signed.

Ratings stay, so no result changes. The digests of closings are computed anew; the trail says so, without the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.desk.closing_ports import AnswerFreezer, ClosingStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.frozen import Frozen
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, Clock
from models.answers import Answer, Answers
from models.assessment import AnswerEvent, Assessment, Rated
from models.closing import RECORD_TEXTS, REDACTED, RecordText, Redactable, Redaction
from models.message import say
from models.people import Actor
from models.questionnaire import Library


@dataclass(frozen=True)
class Redacting:
    """The use cases around texts that have to go."""

    door: Door
    closings: ClosingStore
    answers: AnswerStore
    freezer: AnswerFreezer
    library: Library
    clock: Clock

    def redact(self, actor: Actor, assessment_id: str, indicator: str, field: Redactable) -> None:
        """Takes a text about a question out: from the answer, its history and every closing.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where nothing was written, or a closing cannot be read any more.
        """
        found = self.door.assessment(actor, "redact texts", assessment_id)
        if not self._is_written(found, indicator, field):
            raise _nothing_there()
        closings = dict(self._without(found, indicator, field))
        told = {"indicator": indicator, "field": field, "closings": ", ".join(map(str, closings))}
        note = about_assessment(actor, "redact texts", found, self.clock(), "redacted", **told)
        self.closings.redact(Redaction(found.id, indicator, field, closings), note=note)

    def redact_record(self, actor: Actor, assessment_id: str, field: RecordText) -> None:
        """Takes a text of the record out, as it stands and from every closing. Raises as `redact`."""
        found = self.door.assessment(actor, "redact texts", assessment_id)
        if field not in RECORD_TEXTS or not any(self._record_texts(found, field)):
            raise _nothing_there()
        note = about_assessment(actor, "redact texts", found, self.clock(), "redacted", indicator="-", field=field)
        self.closings.redact_record(found.id, field, note=note)

    def _is_written(self, found: Assessment, indicator: str, field: Redactable) -> bool:
        if field == "agreement":
            return self.closings.was_agreed(found.id, indicator)
        return any(_holds(each, field) for each in self.answers.history(found.id, indicator))

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


def _holds(event: AnswerEvent, field: Redactable) -> bool:
    if field == "reason":
        return isinstance(event.value, Rated) and bool(event.value.reason)
    return event.field == field and bool(event.value)


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
