"""Around the reports of an assessment: comments by section, the way from draft to release, and what was chosen last.

A report is a draft until somebody hands it to the city. The city's lead confirms its facts, or gives it back with
remarks. What was confirmed is frozen with its answers and comments: that, and nothing that came later, is released.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.closing_ports import AnswerFreezer
from assessment.desk.door import Door, may, to_assessment
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, WishRefused
from assessment.desk.measuring import Measuring
from assessment.desk.noting import about_assessment
from assessment.desk.policy import Action
from assessment.desk.ports import AssessmentStore, Clock
from assessment.desk.report_ports import ReportStore
from assessment.desk.results import ReportInputs, Results
from assessment.scoring import score
from models.assessment import Assessment
from models.measures import Measure
from models.message import say
from models.people import Actor
from models.problem import InputRefused
from models.reporting import COMMENT_LIMIT, REMARKS_LIMIT, Choice, Comment, ReportState, Standing, Step

_SECTION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")
_CHOICE_LIMIT = 4000
_BEFORE: Mapping[ReportState, tuple[ReportState, ...]] = {
    "draft": ("fact check", "confirmed", "released"),
    "fact check": ("draft",),
    "confirmed": ("draft", "fact check"),
    "released": ("confirmed",),
}
"""From which states a report comes into which."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a report on an assessment is made from now.

    `inputs` are those that were confirmed, once somebody did; `frozen` says so. `measures` are those that belong beside
    the assessment, `former` is the result of the one before it, where the person may read that too. `state` is how far
    the report is for this person: what a city makes of an assessment that it has signed is released as it is, unless a
    report was begun for it; what anybody else makes is a draft until then.
    """

    inputs: ReportInputs
    comments: tuple[Comment, ...]
    standing: Standing
    state: ReportState = "draft"
    frozen: bool = False
    measures: tuple[Measure, ...] = ()
    former: ReportInputs | None = None


@dataclass(frozen=True)
class Reporting:
    """The use cases around reports."""

    door: Door
    assessments: AssessmentStore
    reports: ReportStore
    results: Results
    freezer: AnswerFreezer
    measuring: Measuring
    clock: Clock

    def deliverable(self, actor: Actor) -> tuple[Assessment, ...]:
        """Every assessment that the person may make reports on, by the city's name."""
        now = self.door.present(actor)
        every = self.assessments.of_cities(now.cities(), now.opened)
        allowed = (each for each in every if may(tuple(to_assessment(now, each)), "hand out files"))
        return tuple(sorted(allowed, key=lambda each: (each.city.name.casefold(), each.created)))

    def comments(self, actor: Actor, assessment_id: str) -> tuple[Comment, ...]:
        """The comments of an assessment, by section. Raises `NotFound`."""
        self.door.assessment(actor, "read assessment", assessment_id)
        return self.reports.comments(assessment_id)

    def comment(self, actor: Actor, assessment_id: str, section: str, text: str, *, seen: int) -> None:
        """Writes, changes or (without text) takes away what is said to a section.

        Args:
            actor: who says it.
            assessment_id: the assessment.
            section: the id of the section, as the report names it.
            text: at most 4,000 characters.
            seen: the version that the person saw; 0 where there was none.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for an overlong text, or where the facts are confirmed already.
            ChangedMeanwhile: where somebody was faster.
        """
        found = self.door.assessment(actor, "comment on report", assessment_id)
        self._only_in(assessment_id, "draft", "fact check")
        if _SECTION.fullmatch(section) is None:
            raise NotAccepted(say("There is no section of this name."))
        cleaned, now = values.text(text, COMMENT_LIMIT), self.clock()
        if cleaned is None and seen == 0:
            return
        how = "commented" if cleaned else "comment taken away"
        note = about_assessment(actor, "comment on report", found, now, how, section=section)
        kept = self.reports.keep_comment(assessment_id, section, cleaned, seen=seen, person=actor.id, at=now, note=note)
        if not kept:
            raise ChangedMeanwhile

    def standing(self, actor: Actor, assessment_id: str) -> Standing:
        """How far the report is, and who took which step. Raises `NotFound`."""
        self.door.assessment(actor, "read assessment", assessment_id)
        return self.reports.standing(assessment_id)

    def hand_in(self, actor: Actor, assessment_id: str) -> Step:
        """Puts the draft before the city, which checks the facts.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where the report is past that.
            ChangedMeanwhile: where somebody was faster.
        """
        return self._step(actor, "release report", assessment_id, "fact check")

    def confirm(self, actor: Actor, assessment_id: str) -> Step:
        """Says for the city that the facts are right, and freezes what the report is made from. Errors as `hand_in`."""
        self.door.assessment(actor, "check facts", assessment_id)
        made_from = self._made_from(actor, assessment_id)
        return self._step(actor, "check facts", assessment_id, "confirmed", made_from=made_from)

    def give_back(self, actor: Actor, assessment_id: str, remarks: str) -> Step:
        """Gives the report back with what is wrong in it. Errors as in `hand_in`; remarks are needed."""
        found = self.door.assessment(actor, "check facts", assessment_id)
        cleaned = values.text(remarks, REMARKS_LIMIT)
        if cleaned is None:
            raise NotAccepted(say("Please say what has to be changed."))
        self._only_in(found.id, "fact check")
        return self._step(actor, "check facts", found.id, "draft", remarks=cleaned)

    def release(self, actor: Actor, assessment_id: str) -> Step:
        """Releases what was confirmed. Errors as in `hand_in`."""
        self.door.assessment(actor, "release report", assessment_id)
        last = self.reports.standing(assessment_id).last
        made_from = last.made_from if last else None
        return self._step(actor, "release report", assessment_id, "released", made_from=made_from)

    def begin_anew(self, actor: Actor, assessment_id: str) -> Step:
        """Begins a new draft from the answers and comments as they are now. Errors as in `hand_in`."""
        return self._step(actor, "release report", assessment_id, "draft")

    def material(self, actor: Actor, assessment_id: str, form: str, revision: int | None = None) -> Material:
        """What a report that leaves the house is made from, which is noted.

        Args:
            actor: who takes it.
            assessment_id: the assessment.
            form: what kind of file it is.
            revision: an earlier closing; then nothing that was confirmed later counts.

        Raises:
            NotFound, NotAllowed: where the person may not take it.
            NotAccepted: where what was signed or confirmed cannot be read any more.
        """
        inputs = self.results.hand_out(actor, assessment_id, form, revision)
        return self._with_company(actor, self._material(inputs, revision))

    def seen(self, actor: Actor, assessment_id: str, revision: int | None = None) -> Material:
        """As `material`, for a look at it on a screen, which is not noted."""
        self.door.assessment(actor, "hand out files", assessment_id)
        return self._with_company(
            actor, self._material(self.results.report_inputs(actor, assessment_id, revision), revision)
        )

    def choice(self, actor: Actor, assessment_id: str) -> Choice:
        """What the person chose last in the builder. Raises `NotFound`, `NotAllowed`."""
        self.door.assessment(actor, "hand out files", assessment_id)
        return self.reports.choice(actor.id, assessment_id)

    def remember(self, actor: Actor, assessment_id: str, choice: Choice) -> None:
        """Keeps what the person chose. Raises `NotFound`, `NotAllowed`, `NotAccepted`."""
        self.door.assessment(actor, "hand out files", assessment_id)
        if sum(map(len, (*choice, *choice.values()))) > _CHOICE_LIMIT:
            raise NotAccepted(say("This is more than a choice can hold."))
        self.reports.remember(actor.id, assessment_id, choice)

    def _with_company(self, actor: Actor, material: Material) -> Material:
        found = material.inputs.assessment
        own = found.city.id in self.door.present(actor).cities("lead", "contributor")
        signed = own and material.inputs.closing is not None and not material.standing.steps
        return replace(
            material,
            state="released" if signed else material.standing.state,
            measures=self.measuring.beside(actor, found.id),
            former=self._former(actor, found),
        )

    def _former(self, actor: Actor, found: Assessment) -> ReportInputs | None:
        if found.follows is None:
            return None
        try:
            return self.results.report_inputs(actor, found.follows)
        except WishRefused:
            # Erased since, not open to this person, or no longer to be read: then no page speaks of it.
            return None

    def _material(self, inputs: ReportInputs, revision: int | None) -> Material:
        standing = self.reports.standing(inputs.assessment.id)
        last = standing.last
        if revision is not None or last is None or last.made_from is None:
            return Material(inputs, self.reports.comments(inputs.assessment.id), standing)
        frozen = json.loads(last.made_from)
        try:
            answers = self.freezer.read(frozen["answers"])
        except InputRefused:
            raise NotAccepted(
                say(
                    "What was confirmed needs an earlier version of the questionnaire. Ask whoever runs this "
                    "installation to put that version back, or begin a new draft."
                )
            ) from None
        confirmed = replace(inputs, answers=answers, result=score(inputs.questionnaire, answers))
        comments = tuple(
            Comment(section, said["text"], said["author"], last.at) for section, said in frozen["comments"].items()
        )
        return Material(confirmed, comments, standing, frozen=True)

    def _made_from(self, actor: Actor, assessment_id: str) -> str:
        inputs = self.results.report_inputs(actor, assessment_id)
        said = {each.section: _as_kept(each) for each in self.reports.comments(assessment_id)}
        answers = self.freezer.write(inputs.answers)
        kept = {"answers": answers, "answers_digest": self.freezer.digest(answers), "comments": said}
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    def _only_in(self, assessment_id: str, *states: ReportState) -> Standing:
        standing = self.reports.standing(assessment_id)
        if standing.state not in states:
            raise NotAccepted(
                say("The report is past that: look at its state again. A new draft can be begun at any time.")
            )
        return standing

    def _step(
        self,
        actor: Actor,
        action: Action,
        assessment_id: str,
        state: ReportState,
        *,
        remarks: str = "",
        made_from: str | None = None,
    ) -> Step:
        found = self.door.assessment(actor, action, assessment_id)
        standing, now = self._only_in(assessment_id, *_BEFORE[state]), self.clock()
        new = Step(len(standing.steps) + 1, state, actor.id, actor.display_name, now, remarks, made_from)
        note = about_assessment(actor, action, found, now, state, step=str(new.number))
        if not self.reports.step(assessment_id, new, note=note):
            raise ChangedMeanwhile
        return new


def _as_kept(comment: Comment) -> Mapping[str, str | None]:
    return {"text": comment.text, "author": comment.author}
