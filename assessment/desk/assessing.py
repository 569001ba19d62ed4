"""An assessor beside the city: rates the same questions apart, and shows the view when it is ready.

Nothing here changes an answer of the city. What the assessor says the city sees only once it is shown; what is shown
when the assessment is closed is frozen with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assessment.comparing import compared
from assessment.desk import values
from assessment.desk.assessor_ports import AssessorStore
from assessment.desk.door import Door
from assessment.desk.frozen import Frozen
from assessment.desk.inputs import answers_up_to_level, questionnaire_of, working
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, Clock, Ids
from assessment.desk.rating import rated_by
from assessment.desk.topics import asked_in, parts_of, progress_of, removed_topics, topic_of, topics_of
from models.answers import Answers
from models.assessment import Assessment, StoredAnswer, StoredField
from models.assessor import Judgement, JudgementEvent, JudgementOutcome, JudgementWish, View
from models.comparison import Comparison
from models.people import Actor
from models.questionnaire import Library
from models.raters import Asked, Part, Topic


@dataclass(frozen=True, slots=True)
class Beside:
    """A topic as an assessor sees it, how far the own judgement is, and whether the city leaves it out."""

    topic: Topic
    answered: int
    asked: int
    left_out: bool


@dataclass(frozen=True, slots=True)
class AssessorSheet:
    """One topic with its questions; later parts open with the assessor's own judgements."""

    assessment: Assessment
    topics: tuple[Beside, ...]
    topic: Topic
    parts: tuple[Part, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class AssessorQuestion:
    """One question, what the assessor says, and what the city says beside it."""

    asked: Asked
    judgement: Judgement
    city: StoredAnswer


@dataclass(frozen=True)
class Assessing:
    """The use cases of an assessor beside the city."""

    door: Door
    assessors: AssessorStore
    answers: AnswerStore
    frozen: Frozen
    library: Library
    clock: Clock
    ids: Ids

    def sheet(self, actor: Actor, assessment_id: str, topic_id: str | None = None) -> AssessorSheet:
        """One topic as the assessor rates it; the first one that is not complete where none is named.

        Raises:
            NotFound: where there is no such assessment or topic for this person.
            NotAllowed: for everybody but a consultant to whom the city opened it.
        """
        found = self.door.assessment(actor, "assess beside", assessment_id)
        mine = _stored(self.assessors.of(found.id, actor.id))
        counted = progress_of(self.library, found, mine)
        gone = removed_topics(self.library, found, self.answers.answers(found.id))
        topics = tuple(Beside(each, *counted[each.id], each.id in gone) for each in topics_of(self.library, found))
        waiting = (each.topic.id for each in topics if not each.left_out and each.answered < each.asked)
        topic = topic_of(self.library, found, topic_id or next(waiting, topics[0].topic.id))
        shown = any(view.shown for view in self._mine(found, actor))
        return AssessorSheet(found, topics, topic, parts_of(self.library, found, topic.id, mine), shown)

    def question(self, actor: Actor, assessment_id: str, indicator_id: str) -> AssessorQuestion:
        """One question with both answers. Raises as `sheet`."""
        found = self.door.assessment(actor, "assess beside", assessment_id)
        asked = asked_in(self.library, found, indicator_id)
        judgement = self.assessors.of(found.id, actor.id).get(indicator_id, Judgement(indicator_id))
        city = self.answers.answers(found.id, indicator_id).get(indicator_id, StoredAnswer(indicator_id))
        return AssessorQuestion(asked, judgement, city)

    def judge(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        code: str | None,
        *,
        note: str | None,
        evidence: Sequence[str],
        seen: int,
        op: str | None = None,
    ) -> JudgementOutcome:
        """Keeps what the assessor says to a question, whole: rating, reason and evidence.

        Args:
            actor: who judges.
            assessment_id: the assessment.
            indicator_id: the question.
            code: one of the offered codes, `dont_know`, `not_applicable`, or None to take the rating back.
            note: the reason; an empty one is none.
            evidence: what shows it.
            seen: the version that the person saw; 0 where there was none.
            op: names this click, so that sending it twice does it once; a new one where absent.

        Raises:
            NotFound, NotAllowed: as `sheet`.
            NotAccepted: for an unknown code, an overlong text, a closed assessment.
            NotSaved: where the store could not take it.
        """
        found = working(self.door.assessment(actor, "assess beside", assessment_id))
        asked, at = asked_in(self.library, found, indicator_id), self.clock()
        said = Judgement(
            indicator_id,
            None if code is None else rated_by(code, asked),
            values.text(note or ""),
            values.evidence(evidence) or (),
        )
        return self.assessors.keep(JudgementWish(found.id, actor.id, said, seen, op or self.ids(), at))

    def history(self, actor: Actor, assessment_id: str, indicator_id: str) -> tuple[JudgementEvent, ...]:
        """What the assessor said to a question over time. Raises as `sheet`."""
        found = self.door.assessment(actor, "assess beside", assessment_id)
        return self.assessors.history(found.id, actor.id, indicator_id)

    def show(self, actor: Actor, assessment_id: str, *, shown: bool) -> None:
        """Lets the city see the view, or takes it back. Raises as `judge`."""
        found = working(self.door.assessment(actor, "assess beside", assessment_id))
        at = self.clock()
        note = about_assessment(actor, "assess beside", found, at, "shown" if shown else "taken back")
        self.assessors.show(found.id, actor.id, at, shown=shown, note=note)

    def own_view(self, actor: Actor, assessment_id: str) -> Comparison | None:
        """The assessor's own view beside the city's; None while nothing is judged. Raises as `sheet`."""
        found = self.door.assessment(actor, "assess beside", assessment_id)
        view = next(iter(self._mine(found, actor)), None)
        return None if view is None else self._compared(found, view)

    def any_shown(self, actor: Actor, assessment_id: str) -> bool:
        """Whether there is a view that the city may look at. Raises as `views`."""
        found = self.door.assessment(actor, "see outside view", assessment_id)
        return any(each.shown for each in self.assessors.views(found.id))

    def views(self, actor: Actor, assessment_id: str, revision: int | None = None) -> tuple[Comparison, ...]:
        """The views that assessors show to the city, each beside the city's; of a closing, those frozen with it.

        Args:
            actor: who looks.
            assessment_id: the assessment.
            revision: an earlier closing; without one what stands now, or the last closing of a closed assessment.

        Raises:
            NotFound: where there is no such assessment or revision for this person.
            NotAllowed: for everybody but the people of the city.
        """
        found = self.door.assessment(actor, "see outside view", assessment_id)
        closing = self.frozen.of(found, revision)
        wanted = None if closing is None else closing.revision
        views = (each for each in self.assessors.views(found.id) if each.revision == wanted and each.shown)
        return tuple(self._compared(found, each) for each in views)

    def _mine(self, found: Assessment, actor: Actor) -> tuple[View, ...]:
        every = self.assessors.views(found.id)
        return tuple(each for each in every if each.person == actor.id and each.revision is None)

    def _compared(self, found: Assessment, view: View) -> Comparison:
        closing = None if view.revision is None else self.frozen.of(found, view.revision)
        questionnaire = questionnaire_of(self.library, found, closing)
        city: Answers = (
            answers_up_to_level(questionnaire, found, self.answers.answers(found.id))
            if closing is None
            else self.frozen.answers(closing, questionnaire)
        )
        said = self.assessors.of(found.id, view.person, view.revision)
        theirs = answers_up_to_level(questionnaire, found, _stored(said))
        return compared(questionnaire, view, city, theirs)


def _stored(said: Mapping[str, Judgement]) -> Mapping[str, StoredAnswer]:
    """Judgements in the form in which answers are read and scored; they are never kept as answers."""
    return {key: _as_answer(each) for key, each in said.items()}


def _as_answer(of: Judgement) -> StoredAnswer:
    if of.at is None:
        return StoredAnswer(of.indicator)
    fields = {"rating": of.rated, "note": of.note, "evidence": of.evidence or None}
    kept = {name: StoredField(value, of.version, None, of.at) for name, value in fields.items()}
    return StoredAnswer(of.indicator, MappingProxyType(kept))  # type: ignore[arg-type]
