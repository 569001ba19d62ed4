"""Rating for oneself, before others are heard. Every use case here is about the ratings of the person who asks.

No other use case reads a private rating; about all of them together `consensus` sees counts, and only once opened.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assessment.desk import values
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import working
from assessment.desk.ports import AnswerStore, Clock, Ids
from assessment.desk.rater_ports import RaterStore
from assessment.desk.topics import asked_in, parts_of, progress_of, removed_topics, topic_asking, topic_of, topics_of
from models.assessment import Assessment, Rated, StoredAnswer, StoredField
from models.message import say
from models.people import Actor
from models.questionnaire import Library
from models.raters import (
    Asked,
    PrivateOutcome,
    PrivateOverview,
    PrivateRating,
    PrivateSheet,
    PrivateWish,
    TopicProgress,
)

NOTE_LIMIT = 2_000
"""Characters that a private note may have."""


@dataclass(frozen=True)
class Rating:
    """The use cases of the screen that only oneself sees."""

    door: Door
    raters: RaterStore
    answers: AnswerStore
    library: Library
    clock: Clock
    ids: Ids

    def overview(self, actor: Actor, assessment_id: str) -> PrivateOverview:
        """All topics, and how far one is oneself. Raises `NotFound`, and `NotAccepted` where nobody rates privately."""
        found = self._found(actor, assessment_id)
        counted = progress_of(self.library, found, _as_stored(self._mine(actor, found)))
        removed = self._removed(found)
        finished, opened = self.raters.finished_by(found.id, actor.id), self._opened(found.id)
        progress = (
            TopicProgress(
                topic,
                *counted[topic.id],
                finished=topic.id in finished,
                opened=topic.id in opened,
                left_out=topic.id in removed,
            )
            for topic in topics_of(self.library, found)
        )
        return PrivateOverview(found, tuple(progress))

    def sheet(self, actor: Actor, assessment_id: str, topic_id: str) -> PrivateSheet:
        """One topic with its questions; its later parts open with one's own answers. Raises as `overview`."""
        found = self._found(actor, assessment_id)
        topic = topic_of(self.library, found, topic_id)
        return PrivateSheet(
            assessment=found,
            topic=topic,
            parts=parts_of(self.library, found, topic.id, _as_stored(self._mine(actor, found))),
            finished=topic.id in self.raters.finished_by(found.id, actor.id),
            opened=topic.id in self._opened(found.id),
            left_out=topic.id in self._removed(found),
        )

    def question(self, actor: Actor, assessment_id: str, indicator_id: str) -> tuple[Asked, PrivateRating]:
        """One question and what oneself said. Raises as `overview`."""
        found = self._found(actor, assessment_id)
        asked = asked_in(self.library, found, indicator_id)
        return asked, self._mine(actor, found).get(indicator_id, PrivateRating(indicator_id))

    def rate(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        code: str | None,
        note: str | None = None,
        *,
        seen: int,
        op: str | None = None,
    ) -> PrivateOutcome:
        """Keeps what one thinks of a question, for oneself alone; nothing remembers what stood there before.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            indicator_id: the question.
            code: one of the offered codes, `dont_know`, `not_applicable`, or None to take the rating back.
            note: a note for oneself; an empty one is none.
            seen: the version that the person saw; 0 where there was none.
            op: names this click, so that sending it twice does it once; a new one where absent.

        Raises:
            NotFound: where there is no such question for this person.
            NotAccepted: for an unknown code, an overlong note, or where nobody rates privately.
            NotSaved: where the store could not take it.
        """
        found = working(self._found(actor, assessment_id))
        asked = asked_in(self.library, found, indicator_id)
        topic = topic_asking(self.library, found, indicator_id)
        kept = values.text(note or "", NOTE_LIMIT)
        wish = PrivateWish(
            assessment=found.id,
            topic=topic.id,
            indicator=indicator_id,
            person=actor.id,
            rated=None if code is None else rated_by(code, asked),
            note=kept,
            seen=seen,
            op=op or self.ids(),
            at=self.clock(),
        )
        return self.raters.keep(wish)

    def finish(self, actor: Actor, assessment_id: str, topic_id: str, *, done: bool = True) -> None:
        """Says that one has finished a topic, or not yet. The lead sees that, never the ratings. Raises as `rate`."""
        found = working(self._found(actor, assessment_id))
        topic = topic_of(self.library, found, topic_id)
        self.raters.finish(found.id, topic.id, actor.id, done=done)

    def _found(self, actor: Actor, assessment_id: str) -> Assessment:
        return rated_privately(self.door.assessment(actor, "rate privately", assessment_id))

    def _mine(self, actor: Actor, found: Assessment) -> Mapping[str, PrivateRating]:
        return self.raters.mine(found.id, actor.id)

    def _removed(self, found: Assessment) -> frozenset[str]:
        return removed_topics(self.library, found, self.answers.answers(found.id))

    def _opened(self, assessment_id: str) -> frozenset[str]:
        openings = self.raters.openings(assessment_id).items()
        return frozenset(topic for topic, every in openings if every[-1].taken_back is None)


def rated_privately(found: Assessment) -> Assessment:
    """The assessment, where people rate for themselves first. Raises `NotAccepted`."""
    if found.way != "privately":
        raise NotAccepted(say("In this assessment nobody rates alone first: there is one sheet for everybody."))
    return found


def rated_by(code: str, asked: Asked) -> Rated:
    """What a code stands for. Raises `NotAccepted` for one that the question does not offer."""
    if code == "dont_know":
        return Rated("dont_know")
    if code == "not_applicable" and asked.indicator.attribute:
        return Rated("not_applicable")
    if code in {each.code for each in asked.choices}:
        return Rated("rated", code)
    known = ", ".join(each.code for each in asked.choices)
    raise NotAccepted(say("{found} is not known here. Choose one of {known}.", found=code, known=known))


def _as_stored(mine: Mapping[str, PrivateRating]) -> Mapping[str, StoredAnswer]:
    """One's own ratings in the form in which answers open the next level; they are never kept as answers."""
    return {key: _as_answer(each, each.at) for key, each in mine.items() if each.rated and each.at}


def _as_answer(of: PrivateRating, at: datetime.datetime) -> StoredAnswer:
    field = StoredField(of.rated, of.version, None, at)
    return StoredAnswer(of.indicator, MappingProxyType({"rating": field}))
