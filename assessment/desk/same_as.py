"""One answer for several processes: a generic practice that the city does everywhere in the same way is rated once.

It is stored for each process by itself, like every answer. A mark says where it came from, until somebody changes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import (
    answers_of,
    asked_about,
    framework_of,
    model_of,
    process_of,
    rated_together,
    working,
)
from assessment.desk.ports import AnswerStore, Clock, Ids
from assessment.scoring.scope import in_scope, left_out
from models.assessment import Assessment, Change, Outcome, StoredAnswer
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library, Process


class SameAsStore(Protocol):
    """Answers that were taken over, and the marks on them."""

    def take_over(self, changes: Sequence[Change], source: str) -> tuple[Outcome, ...]:
        """Carries all changes out and marks them, or none of them where one conflicts; then only these come back."""
        ...

    def marks(self, assessment: str) -> Mapping[str, str]:
        """The questions whose answer is still the one that was taken over, each with the question it came from."""
        ...


@dataclass(frozen=True, slots=True)
class Offer:
    """Another process that asks for the same practice, and what stands there now."""

    process: Process
    answer: StoredAnswer


@dataclass(frozen=True)
class SameAs:
    """The use cases around answers that are taken over."""

    door: Door
    marks: SameAsStore
    answers: AnswerStore
    library: Library
    clock: Clock
    ids: Ids

    def mark(self, actor: Actor, assessment_id: str, indicator_id: str) -> str | None:
        """The process that an answer was taken over from; None where it was not, or was changed since.

        Raises `NotFound`.
        """
        found = self.door.assessment(actor, "read assessment", assessment_id)
        source = self.marks.marks(found.id).get(indicator_id)
        return None if source is None else process_of(source)

    def offers(self, actor: Actor, assessment_id: str, indicator_id: str) -> tuple[Offer, ...]:
        """The other processes in scope that ask for the same practice; none for an outcome. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        model, stored = model_of(self.library, found), self.answers.answers(found.id)
        asked_about(model, found, indicator_id)
        if not _is_practice(model, found, indicator_id):
            return ()
        others = _others(model, found, stored, process_of(indicator_id))
        ids = ((each, elsewhere(indicator_id, each.id)) for each in others)
        return tuple(Offer(process, stored.get(key, StoredAnswer(key))) for process, key in ids)

    def take_over(
        self, actor: Actor, assessment_id: str, indicator_id: str, seen: Mapping[str, int], *, op: str | None = None
    ) -> tuple[Outcome, ...]:
        """Gives the same practice of other processes the same rating: all of them, or none where one changed meanwhile.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            indicator_id: the practice of the process whose rating is taken over.
            seen: the processes, each with the version of its rating that the person saw.
            op: names this click, so that sending it twice does it once; a new one where absent.

        Raises:
            NotFound, NotAllowed: where the person may not see it, or may only read.
            NotAccepted: where nothing is rated, for an outcome, a process that does not ask for it, or where people
                rate alone first.
            NotSaved: where the store could not take it.
        """
        found = rated_together(working(self.door.assessment(actor, "answer", assessment_id)))
        offered = {each.process.id for each in self.offers(actor, found.id, indicator_id)}
        rated = self.answers.answers(found.id, indicator_id).get(indicator_id, StoredAnswer(indicator_id)).rated
        if rated is None or not seen or not offered.issuperset(seen):
            raise NotAccepted(say("Rate this practice first, and choose other processes that ask for it too."))
        op, at = op or self.ids(), self.clock()
        changes = [
            Change(found.id, elsewhere(indicator_id, process), "rating", rated, version, op, "set", actor.id, at)
            for process, version in seen.items()
        ]
        return self.marks.take_over(changes, indicator_id)


def elsewhere(indicator_id: str, process_id: str) -> str:
    """The id of the same practice in another process."""
    return process_id + indicator_id.removeprefix(process_of(indicator_id))


def _is_practice(model: CapabilityModel, assessment: Assessment, indicator_id: str) -> bool:
    attribute = asked_about(model, assessment, indicator_id).attribute
    every = framework_of(model, assessment).attributes
    return any(each.id == attribute and each.rated_by == "generic-practices" for each in every)


def _others(
    model: CapabilityModel, assessment: Assessment, stored: Mapping[str, StoredAnswer], process_id: str
) -> tuple[Process, ...]:
    answers = answers_of(assessment, stored)
    asked = in_scope(model, answers) - left_out(model, answers).keys() - {process_id}
    return tuple(each for each in model.processes if each.id in asked)
