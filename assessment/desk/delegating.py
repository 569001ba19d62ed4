"""Delegation: who was asked to answer what. It gives nobody a right and hides nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.desk.account_ports import AccountStore
from assessment.desk.city_ports import CheckStore, DelegationStore
from assessment.desk.door import Door
from assessment.desk.errors import NotFound
from assessment.desk.inputs import working
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock
from assessment.desk.rating import Rating
from assessment.desk.topics import asking, progress_of, removed_topics, topics_of
from models.assessment import Assessment
from models.delegation import Candidate, Delegation, Plan, Share, Waiting, given
from models.people import Actor
from models.questionnaire import Library


@dataclass(frozen=True)
class Delegating:
    """The use cases of giving work to people, and of seeing what waits."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    delegations: DelegationStore
    checks: CheckStore
    accounts: AccountStore
    rating: Rating
    library: Library
    clock: Clock

    def plan(self, actor: Actor, assessment_id: str) -> Plan:
        """Every topic with its progress and who has it, and who could have it. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "delegate", assessment_id)
        return Plan(found, self._shares(found, self.delegations.of(found.id)), self._candidates(found))

    def delegate(self, actor: Actor, assessment_id: str, target: str, people: Collection[str]) -> None:
        """Gives a topic or a dimension to these people and to nobody else; to nobody where there are none.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            target: the id of a topic (a process in its scope, or a dimension of a quick scan), or of a dimension.
            people: ids of people of the city, or of people who had the target before.

        Raises:
            NotFound: for an assessment, a target or a person that is not there.
            NotAllowed: where the person may not.
            NotAccepted: where the assessment is not being worked on.
        """
        found = working(self.door.assessment(actor, "delegate", assessment_id))
        targets = {name for each in topics_of(self.library, found) for name in (each.id, each.dimension.id)}
        before = {each.person for each in self.delegations.of(found.id) if each.target == target}
        known = {each.person for each in self._candidates(found)} | before
        if target not in targets or not known.issuperset(people):
            raise NotFound
        count = str(len(people))
        note = about_assessment(actor, "delegate", found, self.clock(), "delegated", target=target, people=count)
        self.delegations.replace(found.id, target, people, note)

    def mine(self, actor: Actor, assessment_id: str) -> frozenset[str]:
        """The topics of an assessment that were given to oneself, done or not. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        mine = self.delegations.to(actor.id).get(found.id, frozenset())
        if not mine:
            return frozenset()
        topics = topics_of(self.library, found)
        return frozenset(each.id for each in topics if mine & {each.id, each.dimension.id})

    def waiting(self, actor: Actor) -> tuple[Waiting, ...]:
        """What was given to oneself and is not complete, the earliest day first. Raises `NotAllowed`.

        Where all rate alone first, what counts are one's own ratings, and that one says to have finished.
        """
        now = self.door.house(actor, "list assessments")
        mine = self.delegations.to(now.id)
        drafts = [
            each for each in self.assessments.of_cities(now.cities()) if each.id in mine and each.state == "draft"
        ]
        drafts.sort(key=lambda each: (each.answers_due is None, each.answers_due, each.created))
        found = (Waiting(each, self._open_for(each, now)) for each in drafts)
        return tuple(each for each in found if each.shares)

    def _open_for(self, assessment: Assessment, person: Actor) -> tuple[Share, ...]:
        own = [each for each in self.delegations.of(assessment.id) if each.person == person.id]
        if assessment.way == "privately":
            return self._to_rate_alone(assessment, person, own)
        return tuple(each for each in self._shares(assessment, own) if each.people and not each.complete)

    def _to_rate_alone(self, assessment: Assessment, person: Actor, own: Collection[Delegation]) -> tuple[Share, ...]:
        topics = self.rating.overview(person, assessment.id).topics
        unfinished = (each for each in topics if not (each.finished or each.opened or each.left_out))
        shares = (Share(each.topic, each.answered, each.asked, False, given(own, each.topic), 0) for each in unfinished)
        return tuple(each for each in shares if each.people)

    def _shares(self, assessment: Assessment, delegations: Collection[Delegation]) -> tuple[Share, ...]:
        stored = self.answers.answers(assessment.id)
        removed = removed_topics(self.library, assessment, stored)
        progress = progress_of(self.library, assessment, stored)
        marks = [asking(self.library, assessment, each) for each in self.checks.unchecked(assessment.id)]
        return tuple(
            Share(each, *progress[each.id], each.id in removed, given(delegations, each), marks.count(each.id))
            for each in topics_of(self.library, assessment)
        )

    def _candidates(self, assessment: Assessment) -> tuple[Candidate, ...]:
        people = self.accounts.of_city(assessment.city.id)
        return tuple(Candidate(each.id, each.name) for each in people if each.disabled is None)
