"""Moving to a newer version of the questionnaire: looked at first, then done as a new assessment beside the old one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.desk.beginning import Beginning
from assessment.desk.door import Door, may, to_city
from assessment.desk.errors import NotAccepted, NotAllowed
from assessment.desk.inputs import answers_of, answers_of_scan, questionnaire_of
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Ids
from assessment.moving import asks_alike, move
from models.answers import Answer, Answers
from models.assessment import NO_DAYS, Assessment, AssessmentSettings, Change, Days, Field, Rated, StoredAnswer, Value
from models.authored import Text
from models.message import say
from models.moving import Move
from models.people import Actor
from models.questionnaire import Library, Questionnaire, QuickScan


@dataclass(frozen=True, slots=True)
class Offer:
    """What moving an assessment would do. `written` says whether somebody wrote down how the versions belong together.

    `note` says what changed, in the words of whoever wrote that down.
    """

    assessment: Assessment
    before: Questionnaire
    after: Questionnaire
    move: Move
    written: bool
    note: Text | None


@dataclass(frozen=True)
class Moving:
    """The use cases of moving on. An assessment that is moved stays exactly as it is."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    library: Library
    beginning: Beginning
    ids: Ids

    def offer(self, actor: Actor, assessment_id: str) -> Offer | None:
        """What moving would do; None where there is no newer version that asks or counts otherwise.

        Raises:
            NotFound: where there is no such assessment for this person.
            NotAccepted: where its own version cannot be read any more.
        """
        found = self.door.assessment(actor, "read assessment", assessment_id)
        return offered(self.library, found, self.answers.answers(found.id))

    def move(self, actor: Actor, assessment_id: str, title: str, days: Days = NO_DAYS) -> Assessment:
        """Begins a new assessment with the version in use and the answers that carry over, or nothing at all.

        Args:
            actor: who does it.
            assessment_id: the assessment that is moved from.
            title: what the new one is called.
            days: the days it runs towards.

        Raises:
            NotFound, NotAllowed: where the person may not read it, or begin one.
            NotAccepted: where there is nothing to move to, for an empty title, or days in the wrong order.
        """
        found = self.door.assessment(actor, "read assessment", assessment_id)
        now = self.door.present(actor)
        if not may(tuple(to_city(now, found.city.id)), "begin assessment"):
            raise NotAllowed
        offer = offered(self.library, found, self.answers.answers(found.id))
        if offer is None:
            raise NotAccepted(say("There is no newer version of these questions."))
        answers = offer.move.answers
        new = self.beginning.assessment(
            found.city, offer.after, title, settings_of(answers), invented=found.invented, way=found.way, days=days
        )
        new = replace(new, follows=found.id)
        taken = changes_of(answers, new, now, self.ids())
        told = {"former": found.id, "before": offer.before.version, "after": offer.after.version}
        note = about_assessment(now, "begin assessment", new, new.created, "moved", **told)
        self.assessments.add(new, now.id, taken, {each.indicator for each in taken}, note=note)
        return new


def offered(library: Library, found: Assessment, stored: Mapping[str, StoredAnswer]) -> Offer | None:
    """What moving these answers would do; None where the version in use asks and counts as theirs does."""
    before = questionnaire_of(library, found)
    after = library.questionnaire(before.id) if before.id in library.ids else before
    if asks_alike(before, after):
        return None
    read = answers_of_scan if isinstance(before, QuickScan) else answers_of
    mapping = library.mapping(before, after)
    moved = move(before, after, replace(read(found, stored), version=before.version), mapping)
    return Offer(found, before, after, moved, mapping is not None, mapping.note if mapping else None)


def changes_of(answers: Answers, new: Assessment, actor: Actor, op: str) -> list[Change]:
    """The answers as first entries of a new assessment."""
    fields = ((key, field, value) for key, each in answers.ratings.items() for field, value in _fields(each))
    return [Change(new.id, key, field, value, 0, op, "import", actor.id, new.created) for key, field, value in fields]


def settings_of(answers: Answers) -> AssessmentSettings:
    """The settings that the answers bring along."""
    return AssessmentSettings(
        answers.framework,
        answers.method,
        answers.scale,
        answers.highest_level,
        answers.scope if answers.scope is not None else "full",
        answers.chosen,
    )


def _fields(answer: Answer) -> Iterator[tuple[Field, Value]]:
    if answer.state is not None:
        yield "rating", Rated(answer.state, answer.rating, answer.reason)
    if answer.note:
        yield "note", answer.note
    if answer.evidence:
        yield "evidence", answer.evidence
    if answer.confidence is not None:
        yield "confidence", answer.confidence
