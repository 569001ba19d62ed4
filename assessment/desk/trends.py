"""How a city changed: its signed results in a row. What is being worked on stands behind them where somebody asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.desk.closing_ports import ClosingStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.frozen import Frozen
from assessment.desk.inputs import answers_up_to_level, questionnaire_of
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock
from assessment.trend import earlier, former, past, trends
from models.assessment import Assessment, City
from models.closing import Closing
from models.people import Actor
from models.questionnaire import Library
from models.trend import Before, Past, Trend


@dataclass(frozen=True)
class CityTrend:
    """The trends of a city, one for each questionnaire.

    `city` is None where the person may read nothing of it. `unreadable` are titles of assessments that nothing can be
    computed from any more.
    """

    city: City | None
    trends: tuple[Trend, ...]
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trends:
    """The use cases of looking back."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    closings: ClosingStore
    frozen: Frozen
    library: Library
    clock: Clock

    def of_city(self, actor: Actor, city: str, *, revisions: bool = False, drafts: bool = False) -> CityTrend:
        """How a city changed, from the assessments of it that the person may read.

        Args:
            actor: who looks.
            city: the id of the city.
            revisions: whether former closings of an assessment count too, not only its last.
            drafts: whether what is being worked on stands behind what was signed.

        Raises:
            NotAllowed: where the person works with no assessments.
        """
        now = self.door.house(actor, "list assessments")
        found = [each for each in self.assessments.of_cities(now.cities(), now.opened) if each.city.id == city]
        results: list[Past] = []
        unreadable: list[str] = []
        for each in found:
            try:
                results.extend(self._results(each, revisions=revisions, drafts=drafts))
            except NotAccepted:
                unreadable.append(each.title)
        return CityTrend(found[0].city if found else None, trends(results, self.library), tuple(unreadable))

    def before(self, actor: Actor, assessment_id: str, revision: int | None = None) -> Before | None:
        """The signed result that came before this one, of the same questionnaire; None where there is none.

        Args:
            actor: who looks.
            assessment_id: the assessment.
            revision: an earlier closing of it.

        Raises:
            NotFound: where there is no such assessment or revision for this person.
            NotAccepted: where it cannot be read any more.
        """
        here, others = self._beside(actor, assessment_id, revision)
        return former(others, self.library, here)

    def row(self, actor: Actor, assessment_id: str, revision: int | None = None) -> tuple[Past, ...]:
        """All signed results that came before this one, oldest first. Arguments and errors as in `before`."""
        here, others = self._beside(actor, assessment_id, revision)
        return earlier(others, here)

    def _beside(self, actor: Actor, assessment_id: str, revision: int | None) -> tuple[Past, Iterator[Past]]:
        """The result, and those of other assessments of the same questionnaire that the person may read."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        closing = self.frozen.of(found, revision)
        here = self._draft(found) if closing is None else self._signed(found, closing)
        now = self.door.present(actor)
        others = self.assessments.of_cities(now.cities(), now.opened)
        same = (each for each in others if each.city == found.city and each.questionnaire == found.questionnaire)
        return here, self._readable(each for each in same if each.id != found.id)

    def _readable(self, assessments: Iterator[Assessment]) -> Iterator[Past]:
        for each in assessments:
            try:
                yield from self._results(each, revisions=False, drafts=False)
            except NotAccepted:
                continue

    def _results(self, of: Assessment, *, revisions: bool, drafts: bool) -> Iterator[Past]:
        every = self.closings.closings(of.id)
        for closing in every if revisions else every[-1:]:
            yield self._signed(of, closing)
        if drafts and of.state == "draft":
            yield self._draft(of)

    def _signed(self, of: Assessment, closing: Closing) -> Past:
        questionnaire = questionnaire_of(self.library, of, closing)
        answers = self.frozen.answers(closing, questionnaire)
        day = closing.record.last_day or closing.at.date()
        return past(of.id, of.title, questionnaire, answers, date=day, revision=closing.revision, signed=closing.at)

    def _draft(self, of: Assessment) -> Past:
        questionnaire = questionnaire_of(self.library, of)
        answers = answers_up_to_level(questionnaire, of, self.answers.answers(of.id))
        return past(of.id, of.title, questionnaire, answers, date=self.clock().date())
