"""Which rating a question takes: a letter of the scale in use, or in a quick scan one of the stages it offers."""

from assessment.desk import values
from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import letters_of, process_of
from models.assessment import Assessment, Rated
from models.message import say
from models.questionnaire import Questionnaire, QuickScan


def taken(questionnaire: Questionnaire, assessment: Assessment, subject: str, rated: Rated) -> Rated:
    """The rating as it may be kept for a question, or for a process as a whole.

    Raises:
        NotAccepted: for an unknown code or stage, or where something does not apply and no reason is given.
    """
    if isinstance(questionnaire, QuickScan):
        return _stage(questionnaire, subject, rated)
    if subject == process_of(subject):
        return values.left_out(rated)
    return values.rating(rated, letters_of(questionnaire, assessment))


def _stage(scan: QuickScan, subject: str, rated: Rated) -> Rated:
    if rated.state == "dont_know":
        return Rated("dont_know")
    if rated.state == "not_applicable":
        return values.left_out(rated)
    question = next(each for each in scan.file.questions if each.id == subject)
    offered = [str(anchor.stage) for anchor in question.anchors]
    if rated.rating not in offered:
        found, known = str(rated.rating), ", ".join(offered)
        raise NotAccepted(say("{found} is not known here. Choose one of {known}.", found=found, known=known))
    return Rated("rated", rated.rating)
