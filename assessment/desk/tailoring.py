"""Which processes a city may leave out, and which it may put forward: the model's own bounds on the city's choices."""

from assessment.desk.errors import NotAccepted
from assessment.scoring.scope import left_out
from models.answers import Answers
from models.message import say
from models.questionnaire import CapabilityModel


def stays_within_bounds(model: CapabilityModel, before: Answers, after: Answers) -> None:
    """Lets answers change from `before` to `after`, unless a process would be left out that must not be.

    Raises:
        NotAccepted: where the process belongs to a set that nobody may leave out, or too many would be left out.
    """
    removed = left_out(model, after)
    for process in removed.keys() - left_out(model, before).keys():
        _may_be_left_out(model, process, len(removed))


def _may_be_left_out(model: CapabilityModel, process: str, count: int) -> None:
    tailoring = model.head.tailoring
    name = model.process(process).name
    if any(process in model.set_members(each) for each in tailoring.never_in_sets):
        raise NotAccepted(
            say("{process} is part of the basis of every assessment and cannot be left out.", process=name)
        )
    if count > tailoring.at_most:
        raise NotAccepted(
            say(
                "At most {limit} processes can be left out, and so many already are. "
                "Bring one back before you leave out {process}.",
                limit=tailoring.at_most,
                process=name,
            )
        )
