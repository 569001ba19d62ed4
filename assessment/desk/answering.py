"""Answering: what one process looks like now, and every click that changes it.

A click names the version of the field that the person saw. Where the field moved on meanwhile nothing is stored, and
the person sees what stands there. Answers above the open level are kept; the sheet only shows their part as closed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.desk import values
from assessment.desk.door import Door
from assessment.desk.inputs import (
    answers_of,
    asked,
    asked_about,
    model_of,
    process_of,
    questionnaire_of,
    rated_together,
    working,
)
from assessment.desk.ports import AnswerStore, Clock, Ids
from assessment.desk.sheets import overview, scan_overview, sheet
from assessment.desk.tailoring import stays_within_bounds
from assessment.desk.taking import taken
from assessment.desk.topics import open_questions, progress_of, topics_of
from models.assessment import AnswerEvent, Assessment, Change, EventKind, Field, Outcome, Rated, StoredAnswer, Value
from models.people import Actor
from models.questionnaire import CapabilityModel, Library, Questionnaire, QuickScan
from models.raters import TopicAsked, TopicSheet
from models.sheet import Overview, Sheet, SheetQuestion

Annotation = Literal["note", "evidence", "confidence"]


@dataclass(frozen=True)
class Answering:
    """The use cases of the answering screen."""

    door: Door
    answers: AnswerStore
    library: Library
    clock: Clock
    ids: Ids

    def overview(self, actor: Actor, assessment_id: str) -> Overview:
        """All processes in scope with their progress. Raises `NotFound`."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        found, stored = questionnaire_of(self.library, assessment), self.answers.answers(assessment.id)
        if isinstance(found, QuickScan):
            return scan_overview(found, assessment, stored)
        return overview(found, assessment, stored)

    def kept(self, actor: Actor, assessment_id: str) -> tuple[Assessment, Mapping[str, StoredAnswer]]:
        """What was answered, without any question: for an assessment whose questionnaire is gone. Raises `NotFound`."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        return assessment, self.answers.answers(assessment.id)

    def dimensions(self, actor: Actor, assessment_id: str) -> TopicSheet:
        """All topics with the questions that are open now; for a quick scan its dimensions. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        stored = self.answers.answers(found.id)
        counted = progress_of(self.library, found, stored)
        return TopicSheet(
            found,
            tuple(
                TopicAsked(each, open_questions(self.library, found, each.id, stored), *counted[each.id])
                for each in topics_of(self.library, found)
            ),
        )

    def sheet(self, actor: Actor, assessment_id: str, process_id: str) -> Sheet:
        """One process with its questions, as the store has them. Raises `NotFound`, also in a quick scan."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        model = model_of(self.library, assessment)
        return sheet(model, assessment, process_id, self.answers.answers(assessment.id, process_id))

    def question(self, actor: Actor, assessment_id: str, indicator_id: str) -> SheetQuestion:
        """One question, as the store has it. Raises `NotFound`."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        indicator = asked_about(questionnaire_of(self.library, assessment), assessment, indicator_id)
        stored = self.answers.answers(assessment.id, indicator_id)
        return SheetQuestion(indicator, stored.get(indicator_id, StoredAnswer(indicator_id)))

    def rate(
        self, actor: Actor, assessment_id: str, indicator_id: str, rated: Rated, *, seen: int, op: str | None = None
    ) -> Outcome:
        """Rates a question, or leaves a whole process out where the id is that of a process.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            indicator_id: an indicator, or a process with the state not applicable.
            rated: state, letter, reason.
            seen: version of the field `rating` that the person saw; 0 where there was none.
            op: names this click, so that sending it twice does it once; a new one where absent.

        Raises:
            NotFound: where there is no such question in this assessment.
            NotAllowed: where the person may only read.
            NotAccepted: for an unknown code, a missing reason, a process that must stay, a closed assessment.
            NotSaved: where the store could not take it.
        """
        assessment = self._open(actor, assessment_id)
        questionnaire = questionnaire_of(self.library, assessment)
        _known(questionnaire, assessment, indicator_id)
        _still_open(questionnaire, assessment, indicator_id, "rating")
        accepted = taken(questionnaire, assessment, indicator_id, rated)
        if accepted.state == "not_applicable" and isinstance(questionnaire, CapabilityModel):
            self._may_leave_out(questionnaire, assessment, indicator_id, accepted)
        return self._save(actor, assessment, indicator_id, "rating", value=accepted, kind="set", seen=seen, op=op)

    def annotate(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        field: Annotation,
        value: str | Sequence[str] | None,
        *,
        seen: int,
        op: str | None = None,
    ) -> Outcome:
        """Keeps a note, evidence or confidence; an empty one clears the field. Arguments and errors as in `rate`."""
        assessment = self._open(actor, assessment_id)
        asked_about(questionnaire_of(self.library, assessment), assessment, indicator_id)
        accepted = _accepted(field, value)
        kind: EventKind = "clear" if accepted is None else "set"
        return self._save(actor, assessment, indicator_id, field, value=accepted, kind=kind, seen=seen, op=op)

    def clear(
        self, actor: Actor, assessment_id: str, indicator_id: str, field: Field, *, seen: int, op: str | None = None
    ) -> Outcome:
        """Makes a field unanswered again; its history stays. Arguments and errors as in `rate`."""
        assessment = self._open(actor, assessment_id)
        questionnaire = questionnaire_of(self.library, assessment)
        _known(questionnaire, assessment, indicator_id)
        _still_open(questionnaire, assessment, indicator_id, field)
        return self._save(actor, assessment, indicator_id, field, value=None, kind="clear", seen=seen, op=op)

    def undo(
        self, actor: Actor, assessment_id: str, indicator_id: str, field: Field, *, seen: int, op: str | None = None
    ) -> Outcome:
        """Puts back what stood in the field before its last change, as a new change. A second undo goes one further.

        Arguments and errors as in `rate`. With nothing left to undo the field stays as it is.
        """
        assessment = self._open(actor, assessment_id)
        questionnaire = questionnaire_of(self.library, assessment)
        _known(questionnaire, assessment, indicator_id)
        _still_open(questionnaire, assessment, indicator_id, field)
        events = self.answers.history(assessment.id, indicator_id)
        earlier = before_last_change([each for each in events if (each.indicator, each.field) == (indicator_id, field)])
        return self._save(actor, assessment, indicator_id, field, value=earlier, kind="undo", seen=seen, op=op)

    def decline(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        field: Field,
        value: Rated | str | Sequence[str] | None,
        *,
        op: str | None = None,
    ) -> None:
        """Gives way to what stands there: one's own wish is kept in the history and changes nothing.

        Arguments and errors as in `rate`; a value that could not have been stored is not kept either.
        """
        assessment = self._open(actor, assessment_id)
        questionnaire = questionnaire_of(self.library, assessment)
        _known(questionnaire, assessment, indicator_id)
        wished: Value | None = None
        if isinstance(value, Rated):
            wished = taken(questionnaire, assessment, indicator_id, value)
        elif field != "rating":
            wished = _accepted(field, value)
        wish = Change(
            assessment.id, indicator_id, field, wished, 0, op or self.ids(), "declined", actor.id, self.clock()
        )
        self.answers.decline(wish)

    def history(self, actor: Actor, assessment_id: str, subject: str) -> tuple[AnswerEvent, ...]:
        """What happened to a question, or to a process and all its questions, oldest first. Raises `NotFound`."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        _known(questionnaire_of(self.library, assessment), assessment, subject)
        return self.answers.history(assessment.id, subject)

    def _open(self, actor: Actor, assessment_id: str) -> Assessment:
        return working(self.door.assessment(actor, "answer", assessment_id))

    def _may_leave_out(self, model: CapabilityModel, assessment: Assessment, indicator_id: str, rated: Rated) -> None:
        stored = self.answers.answers(assessment.id)
        wished = stored.get(indicator_id, StoredAnswer(indicator_id)).filled("rating", rated)
        before, after = (answers_of(assessment, each) for each in (stored, {**stored, indicator_id: wished}))
        stays_within_bounds(model, before, after)

    def _save(
        self,
        actor: Actor,
        assessment: Assessment,
        indicator_id: str,
        field: Field,
        *,
        value: Value | None,
        kind: EventKind,
        seen: int,
        op: str | None,
    ) -> Outcome:
        change = Change(assessment.id, indicator_id, field, value, seen, op or self.ids(), kind, actor.id, self.clock())
        return self.answers.save([change])[0]


def before_last_change(events: Sequence[AnswerEvent]) -> Value | None:
    """What stood in a field before its last change that was not undone yet; None where nothing did."""
    stood: list[Value | None] = [None]
    for event in (each for each in events if each.kind != "declined"):
        if event.kind != "undo":
            stood.append(event.value)
        else:
            stood.pop()
    return stood[-2] if len(stood) > 1 else None


def _known(questionnaire: Questionnaire, assessment: Assessment, subject: str) -> None:
    """Lets pass what the assessment asks about: an indicator, or a process as a whole. Raises `NotFound`."""
    if isinstance(questionnaire, CapabilityModel) and subject == process_of(subject):
        asked(questionnaire, assessment, subject)
    else:
        asked_about(questionnaire, assessment, subject)


def _still_open(questionnaire: Questionnaire, assessment: Assessment, subject: str, field: Field) -> None:
    """Lets pass what may be changed here. Raises `NotAccepted` for a rating that only an agreement sets."""
    whole = isinstance(questionnaire, CapabilityModel) and subject == process_of(subject)
    if field == "rating" and not whole:
        rated_together(assessment)


def _accepted(field: Annotation, value: str | Sequence[str] | None) -> Value | None:
    if not value:
        return None
    if field == "evidence":
        return values.evidence([value] if isinstance(value, str) else value)
    if not isinstance(value, str):
        raise TypeError(f"{field} is one text")
    return values.text(value) if field == "note" else values.confidence(value)
