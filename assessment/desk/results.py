"""What the answers come to, computed anew each time: nothing here is ever stored as truth."""

from dataclasses import dataclass

from assessment.desk.door import Door
from assessment.desk.frozen import Frozen
from assessment.desk.inputs import answers_up_to_level, questionnaire_of
from assessment.desk.noting import about_assessment
from assessment.desk.ports import AnswerStore, AuditStore, Clock
from assessment.scoring import score
from models.answers import Answers
from models.assessment import Assessment
from models.closing import Closing
from models.people import Actor
from models.profile import Result
from models.questionnaire import Library, Questionnaire


@dataclass(frozen=True)
class ReportInputs:
    """Everything a report is built from, as it stood in one moment; `closing` where it was signed."""

    assessment: Assessment
    questionnaire: Questionnaire
    answers: Answers
    result: Result
    closing: Closing | None = None


@dataclass(frozen=True)
class Results:
    """The use cases of result screens and reports."""

    door: Door
    answers: AnswerStore
    library: Library
    audit: AuditStore
    clock: Clock
    frozen: Frozen

    def profile(self, actor: Actor, assessment_id: str) -> Result:
        """The whole result. Raises `NotFound`."""
        return self.report_inputs(actor, assessment_id).result

    def report_inputs(self, actor: Actor, assessment_id: str, revision: int | None = None) -> ReportInputs:
        """The result with what it rests on: of a closed assessment, or an earlier closing of it, what was signed.

        Raises:
            NotFound: where there is no such assessment or revision for this person.
            NotAccepted: where what was signed cannot be read any more.
        """
        found = self.door.assessment(actor, "read assessment", assessment_id)
        closing = self.frozen.of(found, revision)
        questionnaire = questionnaire_of(self.library, found, closing)
        if closing is None:
            answers = answers_up_to_level(questionnaire, found, self.answers.answers(found.id))
        else:
            answers = self.frozen.answers(closing, questionnaire)
        return ReportInputs(found, questionnaire, answers, score(questionnaire, answers), closing)

    def hand_out(self, actor: Actor, assessment_id: str, form: str, revision: int | None = None) -> ReportInputs:
        """As `report_inputs`, for a file that leaves the house, which is noted.

        Args:
            actor: who takes it.
            assessment_id: the assessment.
            form: what kind of file it is: pdf, yaml or xlsx.
            revision: an earlier closing.

        Raises:
            NotFound, NotAllowed: where the person may not take it.
            NotAccepted: as in `report_inputs`.
        """
        found = self.door.assessment(actor, "hand out files", assessment_id)
        inputs = self.report_inputs(actor, assessment_id, revision)
        self.audit.add(about_assessment(actor, "hand out files", found, self.clock(), form))
        return inputs
