"""From what somebody wishes for to the order of a report: the desk is asked what they may take, and everything else.

Screens, routes and batches order reports here, so that nobody gets more in one place than in another.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from assessment.benchmark.gathering import depth_of
from assessment.desk import Desk
from assessment.desk.aiming import Aims
from assessment.desk.errors import NotAllowed
from assessment.desk.reporting import Material
from assessment.desk.results import ReportInputs
from assessment.loading import dump_answers
from assessment.loading.keeping import dump_questionnaire
from models.aims import Risk
from models.authored import Language
from models.comparison import Comparison
from models.people import Actor
from models.profile import Profile
from models.questionnaire import CapabilityModel, Questionnaire
from models.trend import Past
from reports.company import Before
from reports.content.case import Outside
from reports.editions import Editions, Published
from reports.order import Order
from reports.wish import Makings, Wish, order_of, read_wish


@dataclass(frozen=True)
class Counter:
    """Where reports are ordered: by whom, in which language where none is wished for, and on which day.

    Args:
        desk: the use cases.
        actor: who orders.
        language: the language of the screen.
        today: the day, as YYYY-MM-DD.
    """

    desk: Desk
    actor: Actor
    language: Language
    today: str

    def taken(self, assessment: str, said: Mapping[str, str], revision: int | None = None) -> Order:
        """The order of a report that leaves the house, which is noted. Raises `WishRefused`."""
        material = self.desk.reporting.material(self.actor, assessment, said.get("form", "pdf"), revision)
        makings = self._makings(material, revision)
        return order_of(read_wish(said, self.language, makings.questionnaire), makings, self.today)

    def seen(self, assessment: str, wish: Wish, revision: int | None = None) -> Order:
        """The order of a report that is only looked at. Raises `WishRefused`."""
        return order_of(wish, self.makings(assessment, revision), self.today)

    def makings(self, assessment: str, revision: int | None = None) -> Makings:
        """What a report on an assessment would be made from. Raises `WishRefused`."""
        return self._makings(self.desk.reporting.seen(self.actor, assessment, revision), revision)

    def _makings(self, material: Material, revision: int | None) -> Makings:
        inputs, aims = material.inputs, self._aims(material.inputs)
        city, own = self.desk.branding.for_report(self.actor, inputs.assessment.id)
        return Makings(
            inputs.assessment,
            inputs.questionnaire,
            inputs.answers,
            material.state,
            material.comments,
            material.measures,
            self._before(material, revision),
            {"city": city, "own": own},
            editions=self._editions(inputs),
            kept=self._out_of_use(inputs.questionnaire),
            target=aims.kept,
            risks=self._risks(inputs),
            importance=aims.importance,
            row=self._row(material, revision),
            outside=self._outside(inputs, revision),
            closing=inputs.closing,
        )

    def _before(self, material: Material, revision: int | None) -> Before | None:
        """The last result that was signed before, as on the screen; else the assessment that this one follows."""
        found = self.desk.trends.before(self.actor, material.inputs.assessment.id, revision)
        if found is not None:
            return self._signed(found.past, alike=found.broken is None)
        former = material.former
        if former is None:
            return None
        asked = former.questionnaire
        alike = asked.rules_digest == material.inputs.questionnaire.rules_digest
        kept, day = self._out_of_use(asked), former.answers.date or ""
        return Before(former.assessment.title, dump_answers(former.answers), alike, kept, day)

    def _row(self, material: Material, revision: int | None) -> tuple[Before, ...]:
        """Every signed result before this one that the person may read."""
        found = self.desk.trends.row(self.actor, material.inputs.assessment.id, revision)
        return tuple(self._signed(each, alike=True) for each in found)

    def _signed(self, past: Past, *, alike: bool) -> Before:
        day, kept = past.date.isoformat() if past.date else "", self._out_of_use(past.questionnaire)
        return Before(past.title, dump_answers(past.answers), alike, kept, day, past.revision)

    def _outside(self, inputs: ReportInputs, revision: int | None) -> tuple[Outside, ...]:
        """The views of assessors that are shown to the city; an assessor gets the own one alone."""
        found = self._views(inputs.assessment.id, revision)
        return tuple(Outside(each.view.name, each.said) for each in found if each.view.shown)

    def _views(self, assessment: str, revision: int | None) -> Iterator[Comparison]:
        assessing = self.desk.assessing
        try:
            yield from assessing.views(self.actor, assessment, revision)
        except NotAllowed:
            with suppress(NotAllowed):
                yield from filter(None, [assessing.own_view(self.actor, assessment)])

    def _out_of_use(self, questionnaire: Questionnaire) -> str:
        return "" if questionnaire in self.desk.library.in_use else dump_questionnaire(questionnaire)

    def _aims(self, inputs: ReportInputs) -> Aims:
        if not isinstance(inputs.questionnaire, CapabilityModel):
            return Aims(None, None, None)
        return self.desk.aiming.aims(self.actor, inputs.assessment.id)

    def _risks(self, inputs: ReportInputs) -> tuple[Risk, ...]:
        if not isinstance(inputs.result, Profile):
            return ()
        return self.desk.aiming.risks(self.actor, inputs.assessment.id, inputs.result)

    def _editions(self, inputs: ReportInputs) -> Editions:
        """The published editions that may stand beside the result, without those that only show others' time before."""
        if not isinstance(inputs.result, Profile):
            return {}
        groups = self.desk.benchmarking.beside(self.actor, inputs.assessment.id, depth_of(inputs.result))
        earlier = {kept.before for group in groups for kept in group.editions}
        return {
            kept.edition.id: Published("" if group.cohort is None else group.cohort.name, kept)
            for group in groups
            for kept in reversed(group.editions)
            if kept.edition.id not in earlier
        }
