"""Assessments themselves: to begin one, to find it again, to change what it is about, to put it away."""

from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.beginning import Beginning
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.desk.inputs import letters_of, model_of, working
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AssessmentStore, Clock
from assessment.desk.settings import accepted, ordered
from models.assessment import NO_DAYS, Assessment, AssessmentSettings, AssessmentState, Days, Way
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True)
class Assessments:
    """The use cases around the records of assessments."""

    door: Door
    assessments: AssessmentStore
    answers: AnswerStore
    library: Library
    beginning: Beginning
    clock: Clock

    def begin(
        self,
        actor: Actor,
        questionnaire_id: str,
        city: str,
        title: str,
        settings: AssessmentSettings,
        *,
        days: Days = NO_DAYS,
        way: Way = "together",
    ) -> Assessment:
        """Begins an assessment of a city. A city of this name that the person leads is taken, else one is founded.

        Args:
            actor: who does it.
            questionnaire_id: a capability model, or a quick scan, which has no settings.
            city: the name of the city.
            title: what the assessment is called.
            settings: what is asked and how it is scored.
            way: how people come to their ratings.
            days: the days it runs towards.

        Raises:
            NotAllowed: where the person may not begin one.
            NotAccepted: for an unknown questionnaire, an empty name, days in the wrong order, or settings that do not
                fit the questionnaire.
        """
        where = self.beginning.city(actor, city)
        questionnaire = self.beginning.questionnaire(questionnaire_id)
        new = self.beginning.assessment(where, questionnaire, title, settings, way=way, days=days)
        self.assessments.add(new, actor.id, note=about_assessment(actor, "begin assessment", new, new.created, "begun"))
        return new

    def list(self, actor: Actor) -> tuple[Assessment, ...]:
        """The assessments of the person's cities, newest first. Raises `NotAllowed`."""
        now = self.door.house(actor, "list assessments")
        return self.assessments.of_cities(now.cities(), now.opened)

    def get(self, actor: Actor, assessment_id: str) -> Assessment:
        """One assessment. Raises `NotFound`."""
        return self.door.assessment(actor, "read assessment", assessment_id)

    def rename(self, actor: Actor, assessment_id: str, title: str, *, seen: int) -> Assessment:
        """Gives an assessment another title.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            title: the new title.
            seen: the version of the assessment that the person saw.

        Raises:
            NotFound: where there is none that the person may read.
            NotAllowed: where the person may only read.
            NotAccepted: for an empty or overlong title, or a closed assessment.
            ChangedMeanwhile: where somebody was faster.
        """
        found = self.door.assessment(actor, "change assessment", assessment_id)
        if found.state == "closed":
            raise NotAccepted(say("This assessment is closed and signed. Take it up again before you change it."))
        return self._replace(actor, replace(found, title=values.name(title)), seen, "renamed")

    def change_settings(
        self, actor: Actor, assessment_id: str, settings: AssessmentSettings, *, seen: int
    ) -> Assessment:
        """Changes what is asked and how it is scored. Answers that are no longer asked are kept. As `rename`."""
        found = self.door.assessment(actor, "change assessment", assessment_id)
        model = model_of(self.library, working(found))
        changed = replace(found, settings=accepted(model, settings))
        self._letters_still_fit(model, changed)
        return self._replace(actor, changed, seen, "settings")

    def set_days(self, actor: Actor, assessment_id: str, days: Days, *, seen: int) -> Assessment:
        """Sets the days that an assessment runs towards. As `rename`."""
        found = self.door.assessment(actor, "change assessment", assessment_id)
        wished = ordered(days)
        dated = replace(
            found,
            answers_due=wished.answers_due,
            papers_due=wished.papers_due,
            committee_day=wished.committee_day,
        )
        return self._replace(actor, dated, seen, "days")

    def archive(self, actor: Actor, assessment_id: str, *, seen: int) -> Assessment:
        """Puts a draft out of sight, unchanged. As `rename`."""
        return self._move(actor, assessment_id, "draft", "archived", seen)

    def restore(self, actor: Actor, assessment_id: str, *, seen: int) -> Assessment:
        """Takes an archived assessment up again. As `rename`."""
        return self._move(actor, assessment_id, "archived", "draft", seen)

    def delete(self, actor: Actor, assessment_id: str) -> None:
        """Erases a draft or archived assessment with all its answers. Nothing brings it back. As `rename`."""
        found = self.door.assessment(actor, "delete assessment", assessment_id)
        if found.state == "closed":
            raise NotAccepted(say("A closed assessment cannot be deleted."))
        note = about_assessment(actor, "delete assessment", found, self.clock(), "deleted")
        self.assessments.delete(found.id, note=note)

    def _letters_still_fit(self, model: CapabilityModel, changed: Assessment) -> None:
        """Refuses another scale once letters were written that it does not have: nobody knows which half was meant."""
        known = letters_of(model, changed).scale.letters
        rated = (each.rated for each in self.answers.answers(changed.id).values())
        others = sorted({each.rating for each in rated if each and each.rating and each.rating not in known})
        if others:
            raise NotAccepted(
                say("There are answers with {letters}, which the other scale does not have.", letters=", ".join(others))
            )

    def _move(
        self, actor: Actor, assessment_id: str, before: AssessmentState, after: AssessmentState, seen: int
    ) -> Assessment:
        found = self.door.assessment(actor, "change assessment", assessment_id)
        if found.state != before:
            raise ChangedMeanwhile
        return self._replace(
            actor, replace(found, state=after), seen, "archived" if after == "archived" else "restored"
        )

    def _replace(self, actor: Actor, changed: Assessment, seen: int, how: str) -> Assessment:
        following = replace(changed, version=seen + 1)
        note = about_assessment(actor, "change assessment", changed, self.clock(), how)
        if not self.assessments.replace(following, note=note):
            raise ChangedMeanwhile
        return following
