"""From many ratings to one: who has finished, the spread once it is opened, and the value that people agree on.

How ratings lie is shown without names, and only where enough people rated. What was shown, taken back and changed by
one or two people is not shown a second time: the difference between the two pictures would be theirs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.door import Door, may, to_assessment
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.desk.inputs import working
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock, Ids
from assessment.desk.rater_ports import RaterStore
from assessment.desk.rating import rated_by, rated_privately
from assessment.desk.topics import asked_in, open_questions, topic_asking, topic_of, topics_of
from models.assessment import Assessment, Change, Outcome, Rated, StoredAnswer, Way
from models.message import say
from models.people import Actor
from models.questionnaire import Library
from models.raters import (
    FAR_APART,
    SPREAD_FROM,
    Agreement,
    Asked,
    Opening,
    PrivateRating,
    RatersAt,
    Spread,
    SpreadQuestion,
    Tally,
    Topic,
)

REASON_LIMIT = 1_000
"""Characters that the reason of an agreement may have."""


@dataclass(frozen=True)
class Consensus:
    """The use cases of the screen on which people agree."""

    door: Door
    raters: RaterStore
    answers: AnswerStore
    assessments: AssessmentStore
    library: Library
    clock: Clock
    ids: Ids

    def progress(self, actor: Actor, assessment_id: str) -> tuple[RatersAt, ...]:
        """Who has finished which topic, by name; never what they said. Raises `NotFound`, `NotAllowed`."""
        found = rated_privately(self.door.assessment(actor, "moderate", assessment_id))
        finished, openings = self.raters.finished(found.id), self.raters.openings(found.id)
        agreed, stored = self.raters.agreements(found.id), self.answers.answers(found.id)
        return tuple(
            RatersAt(
                topic,
                tuple(name or "" for name in finished.get(topic.id, ())),
                _is_open(openings.get(topic.id, ())),
                *self._agreed_of(found, topic, agreed, stored),
            )
            for topic in topics_of(self.library, found)
        )

    def open(self, actor: Actor, assessment_id: str, topic_id: str) -> None:
        """Opens the spread of a topic: everybody who rated sees it, and private ratings stay as they are from now on.

        Raises:
            NotFound, NotAllowed: where the person may not see it, or may see it but not open it.
            NotAccepted: where nobody rates privately, or the assessment is not being worked on.
            ChangedMeanwhile: where it is open already.
        """
        (found, topic), at = self._moderated(actor, assessment_id, topic_id), self.clock()
        note = about_assessment(actor, "moderate", found, at, "opened", topic=topic.id)
        if not self.raters.open(found.id, topic.id, actor.id, at, note=note):
            raise ChangedMeanwhile

    def take_back(self, actor: Actor, assessment_id: str, topic_id: str) -> None:
        """Closes a spread again, so that people may think once more. Raises as `open`."""
        (found, topic), at = self._moderated(actor, assessment_id, topic_id), self.clock()
        note = about_assessment(actor, "moderate", found, at, "taken back", topic=topic.id)
        if not self.raters.take_back(found.id, topic.id, at, note=note):
            raise ChangedMeanwhile

    def spread(self, actor: Actor, assessment_id: str, topic_id: str) -> Spread:
        """How the ratings of a topic lie, once it is open, with one's own marked. Raises `NotFound`, `NotAccepted`."""
        found = rated_privately(self.door.assessment(actor, "see spread", assessment_id))
        topic = topic_of(self.library, found, topic_id)
        openings = self.raters.openings(found.id).get(topic.id, ())
        if not _is_open(openings):
            return Spread(found, topic, opened=False, questions=())
        questions = sorted(self._questions(actor, found, topic, openings), key=lambda each: not each.far_apart)
        return Spread(found, topic, opened=True, questions=tuple(questions))

    def agree(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        code: str,
        reason: str,
        *,
        seen: int,
        op: str | None = None,
    ) -> Outcome:
        """Keeps the value that people agreed on as the answer, with the reason beside it.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            indicator_id: the question.
            code: one of the offered codes, `dont_know` or `not_applicable`.
            reason: why this value; it is needed.
            seen: the version of the answer that the person saw, so that nobody is overwritten unseen.
            op: names this click, so that sending it twice does it once; a new one where absent.

        Raises:
            NotFound, NotAllowed: as in `open`.
            NotAccepted: for an unknown code, a missing reason, or a topic that is not open.
            NotSaved: where the store could not take it.
        """
        topic = topic_asking(self.library, self.door.assessment(actor, "moderate", assessment_id), indicator_id)
        found, _ = self._moderated(actor, assessment_id, topic.id)
        if not _is_open(self.raters.openings(found.id).get(topic.id, ())):
            raise NotAccepted(say("Open this topic first: then all who rated it look at the same picture."))
        why = values.text(reason, REASON_LIMIT)
        if why is None:
            raise NotAccepted(say("Please say in a few words why you agreed on this."))
        rated = rated_by(code, asked_in(self.library, found, indicator_id))
        if rated.state == "not_applicable":
            rated = Rated("not_applicable", reason=why)
        change = Change(found.id, indicator_id, "rating", rated, seen, op or self.ids(), "set", actor.id, self.clock())
        return self.raters.agree(change, why)

    def agreements(self, actor: Actor, assessment_id: str) -> Mapping[str, Agreement]:
        """What was agreed, by question, as long as the answers still say so. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        return self.raters.agreements(found.id)

    def agreement(self, actor: Actor, assessment_id: str, indicator_id: str) -> Agreement | None:
        """What was agreed about a question, as long as the answer still says so. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        asked_in(self.library, found, indicator_id)
        return self.raters.agreements(found.id, indicator_id).get(indicator_id)

    def choose_way(self, actor: Actor, assessment_id: str, way: Way, *, seen: int) -> Assessment:
        """Changes how people come to their ratings, while nothing would be lost by it.

        Raises:
            NotFound, NotAllowed: as in `open`.
            NotAccepted: where people rated privately already, which another way would hide.
            ChangedMeanwhile: where somebody was faster.
        """
        found = working(self.door.assessment(actor, "change assessment", assessment_id))
        if found.way == "privately" and way != found.way and self.raters.any_rated(found.id):
            raise NotAccepted(
                say("Somebody has rated alone already. Another way would lose these ratings, so it stays as it is.")
            )
        changed = replace(found, way=way, version=seen + 1)
        note = about_assessment(actor, "change assessment", found, self.clock(), "way", way=way)
        if not self.assessments.replace(changed, note=note):
            raise ChangedMeanwhile
        return changed

    def _questions(
        self, actor: Actor, found: Assessment, topic: Topic, openings: tuple[Opening, ...]
    ) -> Iterator[SpreadQuestion]:
        stored = self.answers.answers(found.id)
        asked = open_questions(self.library, found, topic.id, stored)
        ids = [each.indicator.id for each in asked]
        tallies = self.raters.tally(found.id, ids, [each.at for each in openings[:-1]])
        mine, agreed = self.raters.mine(found.id, actor.id), self.raters.agreements(found.id)
        reads = may(tuple(to_assessment(self.door.present(actor), found)), "read assessment")
        for each in asked:
            key = each.indicator.id
            counts = shown(tallies.get(key, Tally({})))
            yield SpreadQuestion(
                asked=each,
                counts=counts,
                far_apart=counts is not None and steps_apart(each, counts) >= FAR_APART,
                mine=mine.get(key, PrivateRating(key)).rated,
                agreed=agreed.get(key) if reads else None,
                answer=stored.get(key, StoredAnswer(key)) if reads else None,
            )

    def _agreed_of(
        self, found: Assessment, topic: Topic, agreed: Mapping[str, Agreement], stored: Mapping[str, StoredAnswer]
    ) -> tuple[int, int]:
        ids = [each.indicator.id for each in open_questions(self.library, found, topic.id, stored)]
        return sum(each in agreed for each in ids), len(ids)

    def _moderated(self, actor: Actor, assessment_id: str, topic_id: str) -> tuple[Assessment, Topic]:
        found = rated_privately(working(self.door.assessment(actor, "moderate", assessment_id)))
        return found, topic_of(self.library, found, topic_id)


def shown(tally: Tally) -> Mapping[str, int] | None:
    """What may be shown of a tally; None where too few rated, or too few changed since an earlier picture."""
    moved_by_few = any(each.raters >= SPREAD_FROM > each.changed > 0 for each in tally.since)
    return None if tally.raters < SPREAD_FROM or moved_by_few else tally.counts


def steps_apart(asked: Asked, counts: Mapping[str, int]) -> int:
    """Steps between the lowest and the highest rating; what has no step (not knowing) does not count."""
    steps = [each.step for each in asked.choices if counts.get(each.code)]
    return max(steps) - min(steps) if steps else 0


def _is_open(openings: tuple[Opening, ...]) -> bool:
    return bool(openings) and openings[-1].taken_back is None
