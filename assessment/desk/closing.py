"""Closing: the record is complete, the lead signs, and from then on everything stays as it is. Reopening begins anew.

What a result was computed from is kept as it was: the answers, the settings, the digests of the questionnaire. The
result itself is not; it is computed again whenever somebody looks.
"""

import datetime
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.closing_ports import AnswerFreezer, ClosingStore
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.desk.inputs import answers_up_to_level, questionnaire_of, working
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, Clock
from assessment.scoring import score
from models.answers import Answers
from models.assessment import Assessment
from models.closing import Closing
from models.message import say
from models.people import Actor
from models.profile import Profile, Result
from models.questionnaire import Library, Questionnaire
from models.record import RECORD_LIMIT, Conduct, Record, StoredRecord

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, called what, in which function, and when."""

    person: str
    name: str | None
    function: str
    at: datetime.datetime


@dataclass(frozen=True)
class Freezing:
    """Makes closings of assessments with one questionnaire. Keeps nothing."""

    questionnaire: Questionnaire
    freezer: AnswerFreezer

    def closing(self, found: Assessment, answers: Answers, record: Record, signature: Signature) -> Closing:
        """Everything that the result is computed from, under a signature."""
        inputs = self.freezer.write(answers)
        return Closing(
            assessment=found.id,
            revision=found.revision,
            record=record,
            conduct=_conduct(score(self.questionnaire, answers), found.way),
            signed_as=signature.function,
            inputs=inputs,
            inputs_digest=self.freezer.digest(inputs),
            questionnaire_version=self.questionnaire.version,
            digest=self.questionnaire.digest,
            rules_digest=self.questionnaire.rules_digest,
            person_id=signature.person,
            at=signature.at,
            signer=signature.name,
        )


@dataclass(frozen=True)
class Closings:
    """The use cases around the end of an assessment."""

    door: Door
    closings_kept: ClosingStore
    answers: AnswerStore
    freezer: AnswerFreezer
    library: Library
    clock: Clock

    def record(self, actor: Actor, assessment_id: str) -> StoredRecord:
        """The record as far as it is written; before that, what the program knows. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "review assessment", assessment_id)
        known = Record(unit=found.city.name, first_day=found.created.date(), last_day=self.clock().date())
        return self.closings_kept.record(found.id) or StoredRecord(known, 0)

    def keep_record(self, actor: Actor, assessment_id: str, record: Record, *, seen: int) -> StoredRecord:
        """Keeps the record, complete or not.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            record: all fields.
            seen: the version that the person saw.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for a text that cannot be kept, days that run backwards, a closed assessment.
            ChangedMeanwhile: where somebody was faster.
        """
        found = working(self.door.assessment(actor, "close assessment", assessment_id))
        kept = _cleaned(record)
        if not self.closings_kept.keep_record(found.id, kept, seen):
            raise ChangedMeanwhile
        return StoredRecord(kept, seen + 1)

    def close(
        self, actor: Actor, assessment_id: str, signed_as: str, *, seen: int, record_seen: int | None = None
    ) -> Closing:
        """Signs: freezes what the result is computed from.

        Args:
            actor: who signs.
            assessment_id: the assessment.
            signed_as: the function in which the person signs.
            seen: the version of the assessment that the person saw.
            record_seen: the version of the record that the person saw; whichever stands there where absent.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where the record has gaps, nothing says who signs, or the assessment is closed already.
            ChangedMeanwhile: where somebody was faster: closed it, or changed what it is about or its record.
        """
        found = working(self.door.assessment(actor, "close assessment", assessment_id))
        function = values.name(signed_as)
        record = self.closings_kept.record(found.id)
        if record is None or record.record.missing:
            raise NotAccepted(say("The record has gaps. Fill in what is required, then sign."))
        if record_seen not in (None, record.version):
            raise ChangedMeanwhile
        closed = replace(found, state="closed", version=seen + 1)
        for _ in range(_TRIES):
            counted = self.closings_kept.answer_count(found.id)
            new = self._closing(actor, found, record.record, function)
            note = about_assessment(actor, "close assessment", found, new.at, "closed", revision=str(found.revision))
            done = self.closings_kept.close(new, closed, counted, note=note)
            if done == "done":
                return new
            if done == "changed":
                break
        raise ChangedMeanwhile

    def reopen(self, actor: Actor, assessment_id: str, reason: str, *, seen: int) -> Assessment:
        """Takes a closed assessment up again as a new revision; the closing before stays readable.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            reason: why.
            seen: the version of the assessment that the person saw.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: without a reason, or where it is not closed.
            ChangedMeanwhile: where somebody was faster.
        """
        found = self.door.assessment(actor, "close assessment", assessment_id)
        if found.state != "closed":
            raise NotAccepted(say("This assessment is not closed."))
        because = values.text(reason, RECORD_LIMIT)
        if because is None:
            raise NotAccepted(say("Please say why the assessment is taken up again; it stands beside the closing."))
        at = self.clock()
        opened = replace(found, state="draft", revision=found.revision + 1, version=seen + 1)
        note = about_assessment(actor, "close assessment", found, at, "reopened", revision=str(opened.revision))
        if not self.closings_kept.reopen(opened, at, because, note=note):
            raise ChangedMeanwhile
        return opened

    def closings(self, actor: Actor, assessment_id: str) -> tuple[Closing, ...]:
        """Every closing of an assessment, oldest first. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        return self.closings_kept.closings(found.id)

    def _closing(self, actor: Actor, found: Assessment, record: Record, function: str) -> Closing:
        questionnaire = questionnaire_of(self.library, found)
        answers = answers_up_to_level(questionnaire, found, self.answers.answers(found.id))
        signature = Signature(actor.id, actor.display_name, function, self.clock())
        return Freezing(questionnaire, self.freezer).closing(found, answers, record, signature)


def _conduct(result: Result, way: str) -> Conduct:
    if not isinstance(result, Profile):
        return Conduct(result.framework, None, None, None, tuple(result.questions), way)
    used = result.settings
    rated = tuple(key for key, each in result.processes.items() if each.state != "out of scope")
    return Conduct(used.framework, used.method, used.scale, used.highest_level, rated, way)


def _cleaned(record: Record) -> Record:
    if record.first_day and record.last_day and record.last_day < record.first_day:
        raise NotAccepted(say("The last day comes before the first."))
    return replace(
        record,
        sponsor=_text(record.sponsor),
        purpose=_text(record.purpose),
        unit=_text(record.unit),
        assessors=_text(record.assessors),
        participants=_text(record.participants),
        evidence_basis=_text(record.evidence_basis),
        constraints=_text(record.constraints),
    )


def _text(written: str) -> str:
    return values.text(written, RECORD_LIMIT) or ""
