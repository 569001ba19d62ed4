"""Going on from an earlier assessment: its answers are taken over, each marked until somebody has looked at it again.

What was taken over is read from the history of the new assessment, so it stays even where the earlier one is erased.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessment.desk.beginning import Beginning
from assessment.desk.city_ports import CheckStore
from assessment.desk.door import Door, may, to_city
from assessment.desk.errors import NotAllowed, NotFound, VersionGone
from assessment.desk.inputs import asked_about, asked_ids, letters_of, process_of, questionnaire_of, working
from assessment.desk.moving import Offer, changes_of, offered, settings_of
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Ids
from assessment.scoring.letters import Letters
from models.assessment import (
    NO_DAYS,
    AnswerEvent,
    Assessment,
    AssessmentSettings,
    Change,
    Days,
    Rated,
    StoredAnswer,
    Value,
)
from models.following import Break, Former, Link
from models.people import Actor
from models.questionnaire import CapabilityModel, Library, Questionnaire, QuickScan


@dataclass(frozen=True)
class Following:
    """The use cases of going on."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    checks: CheckStore
    library: Library
    beginning: Beginning
    ids: Ids

    def begin_after(self, actor: Actor, former_id: str, title: str, days: Days = NO_DAYS) -> Assessment:
        """Begins an assessment of the same city with all answers of an earlier one, in one step or not at all.

        Args:
            actor: who does it.
            former_id: the earlier assessment.
            title: what the new one is called.
            days: the days it runs towards.

        Raises:
            NotFound: where there is no such assessment for this person.
            NotAllowed: where the person may not begin one.
            NotAccepted: for an empty title, days in the wrong order, or settings that its questionnaire lost since.
        """
        former = self.door.assessment(actor, "read assessment", former_id)
        now = self.door.present(actor)
        if not may(tuple(to_city(now, former.city.id)), "begin assessment"):
            raise NotAllowed
        questionnaire = self.beginning.questionnaire(former.questionnaire)
        stored = self.answers.answers(former.id)
        offer = self._to_newer(former, stored)
        settings = settings_of(offer.move.answers) if offer else _still_there(questionnaire, former.settings)
        new = self.beginning.assessment(
            former.city, questionnaire, title, settings, invented=former.invented, way=former.way, days=days
        )
        new = replace(new, follows=former.id)
        if offer is None:
            taken = self._taken_over(actor, questionnaire, new, stored)
        else:
            taken = changes_of(offer.move.answers, new, now, self.ids())
        note = about_assessment(now, "begin assessment", new, new.created, "followed", former=former.id)
        self.assessments.add(new, now.id, taken, {each.indicator for each in taken}, note=note)
        return new

    def former(self, actor: Actor, assessment_id: str, indicator_id: str) -> Former | None:
        """What the earlier assessment said to a question; None where it said nothing. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        asked_about(questionnaire_of(self.library, found), found, indicator_id)
        if found.follows is None:
            return None
        events = self.answers.history(found.id, indicator_id)
        taken = {each.field: each.value for each in events if _was_taken_over(each, found)}
        if not taken:
            return None
        rated, note = taken.get("rating"), taken.get("note")
        return Former(
            rated=rated if isinstance(rated, Rated) else None,
            note=note if isinstance(note, str) else None,
            unchecked=indicator_id in self.checks.unchecked(found.id),
        )

    def confirm(self, actor: Actor, assessment_id: str, subject: str) -> None:
        """Says that the answer to a question, or all answers of a process, still hold.

        Raises:
            NotFound: where the assessment asks no such thing.
            NotAllowed, NotAccepted: where the person may only read, or nobody works on it any more.
        """
        found = working(self.door.assessment(actor, "answer", assessment_id))
        if subject not in asked_ids(questionnaire_of(self.library, found), found):
            raise NotFound
        marked = self.checks.unchecked(found.id)
        whole = subject == process_of(subject)
        meant = {each for each in marked if each == subject or (whole and process_of(each) == subject)}
        self.checks.confirm(found.id, meant)

    def link(self, actor: Actor, assessment_id: str) -> Link | None:
        """How an assessment goes on from an earlier one; None where it begins afresh. Raises `NotFound`."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        if found.follows is None:
            return None
        counted = Counter(process_of(each) for each in self.checks.unchecked(found.id))
        former = self.assessments.get(found.follows)
        return Link(
            former=former,
            unchecked=tuple((each, counted[each]) for each in self._in_order(found) if counted[each]),
            change=None if former is None else self._break(former, found),
        )

    def _to_newer(self, former: Assessment, stored: Mapping[str, StoredAnswer]) -> Offer | None:
        """How the answers get to the version in use, where it asks otherwise and their own is still here."""
        try:
            return offered(self.library, former, stored)
        except VersionGone:
            return None

    def _in_order(self, of: Assessment) -> list[str]:
        questionnaire = questionnaire_of(self.library, of)
        if isinstance(questionnaire, QuickScan):
            return [each.id for each in questionnaire.file.questions]
        return [each.id for each in questionnaire.processes]

    def _taken_over(
        self, actor: Actor, questionnaire: Questionnaire, new: Assessment, stored: Mapping[str, StoredAnswer]
    ) -> list[Change]:
        op, known = self.ids(), asked_ids(questionnaire, new)
        letters = letters_of(questionnaire, new) if isinstance(questionnaire, CapabilityModel) else None
        fields = (
            (key, field, each) for key, one in stored.items() if key in known for field, each in one.fields.items()
        )
        read = ((key, field, _as_read_now(each.value, letters)) for key, field, each in fields)
        return [
            Change(new.id, key, field, value, 0, op, "import", actor.id, new.created)
            for key, field, value in read
            if value is not None
        ]

    def _break(self, former: Assessment, now: Assessment) -> Break | None:
        if former.rules_digest == now.rules_digest:
            return None
        asked = asked_ids(questionnaire_of(self.library, now), now)
        before = set(self.answers.answers(former.id))
        return Break(former.questionnaire_version, now.questionnaire_version, len(before - asked), len(asked - before))


def _as_read_now(value: Value | None, letters: Letters | None) -> Value | None:
    """A value with its letter as the scale in use reads it; None for a letter that it does not know.

    A quick scan has stages and no letters: they stay as they are.
    """
    if letters is None or not isinstance(value, Rated) or value.state != "rated":
        return value
    letter = letters.reading.get(value.rating or "")
    return None if letter is None else Rated("rated", letter)


def _was_taken_over(event: AnswerEvent, into: Assessment) -> bool:
    return event.kind == "import" and event.version == 1 and event.at == into.created


def _still_there(questionnaire: Questionnaire, settings: AssessmentSettings) -> AssessmentSettings:
    """The settings without processes that the questionnaire lost since."""
    known = {each.id for each in questionnaire.processes} if isinstance(questionnaire, CapabilityModel) else set()
    scope = settings.scope if isinstance(settings.scope, str) else _kept(settings.scope, known)
    chosen = settings.chosen if settings.chosen is None else _kept(settings.chosen, known)
    return replace(settings, scope=scope, chosen=chosen)


def _kept(processes: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(each for each in processes if each in known)
