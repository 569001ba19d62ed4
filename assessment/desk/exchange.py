"""Files in and out: an answers file becomes an assessment or goes into one, and comes out again in the same form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from assessment.desk import values
from assessment.desk.beginning import Beginning
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, CodeSpent, NotAccepted
from assessment.desk.inputs import (
    answers_of,
    answers_up_to_level,
    asked_ids,
    questionnaire_of,
    rated_together,
    working,
)
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock, Ids
from assessment.desk.tailoring import stays_within_bounds
from assessment.desk.taking import taken
from models.answers import Answer, Answers
from models.assessment import Assessment, AssessmentSettings, Change, Conflict, Field, Rated, StoredAnswer, Value
from models.differences import Difference, Differences
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library, Questionnaire

Filled = tuple[str, Field, Value]


@dataclass(frozen=True)
class Exchange:
    """The use cases around answers files."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    library: Library
    beginning: Beginning
    clock: Clock
    ids: Ids

    def begin_from(self, actor: Actor, file: Answers, title: str, *, claim: str | None = None) -> Assessment:
        """Begins an assessment with the settings and all answers of a file, which loading found free of problems.

        Args:
            actor: who does it.
            file: the answers.
            title: of the assessment.
            claim: the fingerprint of the code that brought the answers from a room, used up with the beginning.

        Raises:
            NotAllowed: where the person may not begin one.
            NotAccepted: for an empty title.
            CodeSpent: where somebody else began one with the same code meanwhile.
        """
        where = self.beginning.city(actor, file.city)
        questionnaire = self.beginning.questionnaire(file.questionnaire)
        new = self.beginning.assessment(where, questionnaire, title, _settings(file), invented=file.invented)
        op, at = self.ids(), self.clock()
        first = [
            Change(new.id, indicator, field, value, 0, op, "import", actor.id, at)
            for indicator, field, value in _filled(file.ratings, questionnaire, new)
        ]
        note = about_assessment(actor, "begin assessment", new, at, "from file")
        if not self.assessments.add(new, actor.id, first, note=note, claim=claim):
            raise CodeSpent
        return new

    def compare(self, actor: Actor, assessment_id: str, file: Answers) -> Differences:
        """What a file says otherwise than an assessment. Changes nothing.

        Raises:
            NotFound: where there is no assessment that the person may read.
            NotAccepted: where the file answers another questionnaire, or uses letters that are not in use here.
        """
        found = self.door.assessment(actor, "read assessment", assessment_id)
        return _differences(questionnaire_of(self.library, found), found, self.answers.answers(found.id), file)

    def take_in(self, actor: Actor, assessment_id: str, file: Answers, *, seen: Differences) -> None:
        """Takes the new and the changed answers of a file over, all of them or none.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            file: the answers.
            seen: the differences that the person saw and agreed to.

        Raises:
            NotFound, NotAccepted: as in `compare`; and for ratings, where people rate alone first.
            NotAllowed: where the person may only read.
            ChangedMeanwhile: where the assessment moved on, so that the differences are other ones now.
            NotSaved: where the store could not take it.
        """
        found = working(self.door.assessment(actor, "answer", assessment_id))
        questionnaire = questionnaire_of(self.library, found)
        stored = self.answers.answers(found.id)
        if _differences(questionnaire, found, stored, file) != seen:
            raise ChangedMeanwhile
        if any(each.field == "rating" for each in (*seen.new, *seen.changed)):
            rated_together(found)
        if isinstance(questionnaire, CapabilityModel):
            stays_within_bounds(questionnaire, answers_of(found, stored), answers_of(found, _with(stored, seen)))
        if any(isinstance(outcome, Conflict) for outcome in self.answers.save(self._changes(actor, found, seen))):
            raise ChangedMeanwhile

    def export(self, actor: Actor, assessment_id: str) -> Answers:
        """The answers as an answers file holds them; those above the highest level are left out. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        questionnaire = questionnaire_of(self.library, found)
        return answers_up_to_level(questionnaire, found, self.answers.answers(found.id))

    def _changes(self, actor: Actor, assessment: Assessment, taken: Differences) -> list[Change]:
        op, at = self.ids(), self.clock()
        return [
            Change(assessment.id, each.indicator, each.field, each.there, each.version, op, "import", actor.id, at)
            for each in (*taken.new, *taken.changed)
        ]


def _settings(file: Answers) -> AssessmentSettings:
    return AssessmentSettings(
        framework=file.framework,
        method=file.method,
        scale=file.scale,
        highest_level=file.highest_level,
        scope="full" if file.scope is None else file.scope,
        chosen=file.chosen,
    )


def _filled(ratings: Mapping[str, Answer], questionnaire: Questionnaire, assessment: Assessment) -> Iterator[Filled]:
    """Every field that the file fills, one by one, each value as it may be kept."""
    for indicator, answer in ratings.items():
        candidates: tuple[tuple[Field, Value | None], ...] = (
            ("rating", _rated(questionnaire, assessment, indicator, answer)),
            ("note", values.text(answer.note or "")),
            ("evidence", values.evidence(answer.evidence)),
            ("confidence", answer.confidence),
        )
        yield from ((indicator, field, value) for field, value in candidates if value is not None)


def _rated(questionnaire: Questionnaire, assessment: Assessment, indicator: str, answer: Answer) -> Rated | None:
    if answer.state is None:
        return None
    return taken(questionnaire, assessment, indicator, Rated(answer.state, answer.rating, answer.reason))


def _differences(
    questionnaire: Questionnaire, assessment: Assessment, stored: Mapping[str, StoredAnswer], file: Answers
) -> Differences:
    if file.questionnaire != questionnaire.id:
        found, wanted = file.questionnaire, questionnaire.id
        raise NotAccepted(
            say("The file answers {found}; this assessment is about {wanted}.", found=found, wanted=wanted)
        )
    asked = asked_ids(questionnaire, assessment)
    every = tuple(
        _difference(stored.get(indicator, StoredAnswer(indicator)), field, value)
        for indicator, field, value in _filled(file.ratings, questionnaire, assessment)
        if indicator in asked
    )
    return Differences(
        new=tuple(each for each in every if each.here is None),
        changed=tuple(each for each in every if each.here not in (None, each.there)),
        same=sum(each.here == each.there for each in every),
        not_asked=tuple(key for key in file.ratings if key not in asked),
        settings=_set_otherwise(assessment.settings, _settings(file)),
    )


def _difference(here: StoredAnswer, field: Field, there: Value) -> Difference:
    standing = here.fields.get(field)
    return Difference(here.indicator, field, standing.value if standing else None, there, here.version(field))


def _set_otherwise(here: AssessmentSettings, there: AssessmentSettings) -> tuple[str, ...]:
    names = (each.name for each in fields(AssessmentSettings))
    return tuple(name for name in names if getattr(here, name) != getattr(there, name))


def _with(stored: Mapping[str, StoredAnswer], taken: Differences) -> Mapping[str, StoredAnswer]:
    """The answers as they would stand after taking over; only their values count here."""
    after = dict(stored)
    for each in (*taken.new, *taken.changed):
        after[each.indicator] = after.get(each.indicator, StoredAnswer(each.indicator)).filled(each.field, each.there)
    return after
