"""Measures: written down from what an assessment shows, filled in, followed up, taken out and in again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assessment.desk import values
from assessment.desk.door import Door, may, to_assessment, to_city
from assessment.desk.errors import ChangedMeanwhile, MeasureRefused, NotFound
from assessment.desk.measure_fields import accepted
from assessment.desk.noting import about_city
from assessment.desk.ports import AuditStore, Clock, Ids
from assessment.planning.covering import beside
from assessment.planning.measures import taken_up
from models.audit import Note
from models.measures import Means, Measure, MeasureDraft
from models.message import Message
from models.people import Actor
from models.questionnaire import Library


class MeasureStore(Protocol):
    """The measures of cities."""

    def of_city(self, city: str) -> tuple[Measure, ...]:
        """All measures of a city, by day due (the open ones last), title and id."""
        ...

    def get(self, measure_id: str) -> Measure | None:
        """The measure with this id."""
        ...

    def keep(self, new: Sequence[Measure], changed: Sequence[Measure], note: Note | None = None) -> bool:
        """Keeps new and changed ones, whose version is one above the version seen. False where one was faster.

        Either all are kept, with the note, or nothing is.
        """
        ...

    def remove(self, measure_id: str, *, seen: int, note: Note | None = None) -> bool:
        """Erases a measure, where the version seen still stands. False where somebody was faster."""
        ...


@dataclass(frozen=True)
class Measuring:
    """The use cases around measures."""

    door: Door
    measures: MeasureStore
    audit: AuditStore
    library: Library
    clock: Clock
    ids: Ids

    def of_city(self, actor: Actor, city: str) -> tuple[Measure, ...]:
        """All measures of a city, those due first before the others. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "read measures", city)
        return self.measures.of_city(city)

    def of_assessment(self, actor: Actor, assessment_id: str) -> tuple[Measure, ...]:
        """The measures that came from one assessment. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "read measures", assessment_id)
        return tuple(each for each in self.measures.of_city(found.city.id) if each.assessment == found.id)

    def beside(self, actor: Actor, assessment_id: str) -> tuple[Measure, ...]:
        """The measures that belong beside the result of an assessment, as far as the person may read them.

        Those that came from it; and where the person may read all of the city's, what is still to do from before it.
        Raises `NotFound`.
        """
        found, now = self.door.assessment(actor, "read assessment", assessment_id), self.door.present(actor)
        if not may(tuple(to_assessment(now, found)), "read measures"):
            return ()
        every = self.measures.of_city(found.city.id)
        if not may(tuple(to_city(now, found.city.id)), "read measures"):
            return tuple(each for each in every if each.assessment == found.id)
        known = self.door.assessments.of_cities({found.city.id})
        return beside(every, found.id, {each.id for each in known if each.created < found.created})

    def begin(self, actor: Actor, city: str, drafts: Sequence[MeasureDraft]) -> tuple[Measure, ...]:
        """Writes down a city's own ideas; as `begin_from`, without an assessment behind them."""
        now = self.door.city(actor, "change measures", city)
        return self._write_down(now, city, None, drafts)

    def begin_from(self, actor: Actor, assessment_id: str, drafts: Sequence[MeasureDraft]) -> tuple[Measure, ...]:
        """Writes down measures that an assessment led to. What is to be done already is not written twice.

        Args:
            actor: who does it.
            assessment_id: the assessment whose result asks for them.
            drafts: what is known of each.

        Returns:
            The new ones, in the order of the drafts.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where a draft cannot be taken as it is; then none is.
        """
        found = self.door.assessment(actor, "change measures", assessment_id)
        return self._write_down(actor, found.city.id, found.id, drafts)

    def change(self, actor: Actor, changed: Measure) -> None:
        """Keeps a measure as somebody filled it in. `changed.version` is the version that they saw.

        Raises:
            NotFound, NotAllowed: where the person may not.
            MeasureRefused: with what is wrong in which field.
            ChangedMeanwhile: where somebody was faster.
        """
        found = self._found(actor, changed.id)
        self._keep(actor, found.city, (), (self._next(found, changed),), "changed")

    def remove(self, actor: Actor, measure_id: str, *, seen: int) -> None:
        """Erases a measure. Raises `NotFound`, `NotAllowed`, `ChangedMeanwhile`."""
        found = self._found(actor, measure_id)
        note = about_city(actor, "change measures", found.city, self.clock(), "removed")
        if not self.measures.remove(found.id, seen=seen, note=note):
            raise ChangedMeanwhile

    def take_in(self, actor: Actor, city: str, written: Sequence[Measure]) -> None:
        """Keeps what was filled in elsewhere: measures without an id are new. All of them, or none.

        Args:
            actor: who does it.
            city: the city's id.
            written: each with the version seen; what stands the same already may be left out.

        Raises:
            NotFound, NotAllowed: where the person may not, or a measure is not there any more.
            MeasureRefused: where a field cannot be taken; the numbers of the measures stand before the fields.
            ChangedMeanwhile: where one was changed since.
        """
        now = self.door.city(actor, "change measures", city)
        standing = {each.id: each for each in self.measures.of_city(city)}
        if not standing.keys() >= {each.id for each in written if each.id}:
            raise NotFound
        problems: dict[str, Message] = {}
        new, changed = [], []
        for number, each in enumerate(written):
            try:
                if each.id:
                    changed.append(self._next(standing[each.id], each))
                else:
                    new.append(self._accepted(replace(each, id=self.ids(), city=city, assessment=None, version=1)))
            except MeasureRefused as refused:
                problems |= {f"{number}.{field}": why for field, why in refused.problems.items()}
        if problems:
            raise MeasureRefused(problems)
        self._keep(now, city, new, changed, "changed" if changed else "begun")

    def hand_out(self, actor: Actor, city: str, form: str) -> tuple[Measure, ...]:
        """As `of_city`, for a file that leaves the house, which is noted. `form` is ics or xlsx."""
        now = self.door.city(actor, "read measures", city)
        self.audit.add(about_city(now, "read measures", city, self.clock(), form))
        return self.measures.of_city(city)

    def _found(self, actor: Actor, measure_id: str) -> Measure:
        found = self.measures.get(measure_id)
        if found is None:
            raise NotFound
        self.door.city(actor, "change measures", found.city)
        return found

    def _write_down(
        self, actor: Actor, city: str, assessment: str | None, drafts: Sequence[MeasureDraft]
    ) -> tuple[Measure, ...]:
        there = {_same(each) for each in taken_up(self.measures.of_city(city), assessment)}
        new: list[Measure] = []
        for draft in drafts:
            begun = _begun(draft, self.ids(), city, assessment)
            if _same(begun) not in there:
                new.append(self._accepted(begun))
                there.add(_same(begun))
        if new:
            self._keep(actor, city, new, (), "begun")
        return tuple(new)

    def _keep(self, actor: Actor, city: str, new: Sequence[Measure], changed: Sequence[Measure], how: str) -> None:
        count = str(len(new) + len(changed))
        note = about_city(actor, "change measures", city, self.clock(), how, measures=count)
        if not self.measures.keep(new, changed, note):
            raise ChangedMeanwhile

    def _next(self, standing: Measure, changed: Measure) -> Measure:
        """The version after the one that was seen. To whom it belongs and where it came from never changes.

        Raises `MeasureRefused`, `ChangedMeanwhile`.
        """
        if changed.version != standing.version:
            raise ChangedMeanwhile
        version = changed.version + 1
        return self._accepted(replace(changed, city=standing.city, assessment=standing.assessment, version=version))

    def _accepted(self, measure: Measure) -> Measure:
        known = {process.id for model in self.library.models for process in model.processes}
        return accepted(measure, known, self.clock().date())


def _begun(draft: MeasureDraft, key: str, city: str, assessment: str | None) -> Measure:
    return Measure(
        key,
        city,
        values.shortened(draft.title),
        process=draft.process,
        indicators=draft.indicators,
        level=draft.level,
        owner=draft.owner,
        due=draft.due,
        means=Means(days=draft.days),
        evidence=draft.evidence,
        indicator=draft.indicator,
        assessment=assessment,
    )


def _same(measure: Measure) -> tuple[object, ...]:
    """What makes two measures one: the same words about the same process and level."""
    return measure.title, measure.process, measure.level
