"""Which processes a city may leave out, and which it may put forward: the model's own bounds on the city's choices."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import answers_of, process_of
from assessment.scoring.scope import left_out
from models.answers import Answer
from models.assessment import Assessment, Rated, StoredAnswer
from models.message import say
from models.questionnaire import CapabilityModel


def may_leave_out(
    model: CapabilityModel,
    assessment: Assessment,
    stored: Mapping[str, StoredAnswer],
    indicator_id: str,
    rated: Rated,
) -> None:
    """Lets a question or a process be not applicable, unless a process would be left out that must not be.

    Raises:
        NotFound: for a process outside the scope.
        NotAccepted: where the process belongs to a set that nobody may leave out, or too many would be left out.
    """
    before = answers_of(assessment, stored)
    wished = Answer(rated.state, reason=rated.reason)
    after = replace(before, ratings=MappingProxyType({**before.ratings, indicator_id: wished}))
    process = process_of(indicator_id)
    removed = left_out(model, after)
    if process not in removed or process in left_out(model, before):
        return
    tailoring = model.head.tailoring
    name = model.process(process).name
    if any(process in model.set_members(each) for each in tailoring.never_in_sets):
        raise NotAccepted(
            say("{process} is part of the basis of every assessment and cannot be left out.", process=name)
        )
    if len(removed) > tailoring.at_most:
        raise NotAccepted(
            say(
                "At most {limit} processes can be left out, and so many already are. "
                "Bring one back before you leave out {process}.",
                limit=tailoring.at_most,
                process=name,
            )
        )
