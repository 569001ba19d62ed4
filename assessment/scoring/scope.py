"""Which processes an assessment is about: those in scope, and those that the city leaves out with a reason."""

from collections.abc import Mapping

from models.answers import Answers
from models.questionnaire import CapabilityModel, Process


def in_scope(model: CapabilityModel, answers: Answers) -> frozenset[str]:
    """The ids of the processes in scope. Ids that the model does not know are not among them."""
    known = (process.id for process in model.processes)
    if answers.scope is None or answers.scope == "full":
        return frozenset(known)
    wanted = model.set_members(model.head.basic_scope) if answers.scope == "basic" else answers.scope
    return frozenset(known).intersection(wanted)


def left_out(model: CapabilityModel, answers: Answers) -> Mapping[str, str]:
    """The processes in scope that are left out as not applicable, each with its reason (empty if none was given).

    A process is left out by its own id, or because each of its outcomes is not applicable (docs/method/scoring.md).
    """
    scope = in_scope(model, answers)
    reasons = ((process.id, _reason(process, answers)) for process in model.processes if process.id in scope)
    return {process: reason for process, reason in reasons if reason is not None}


def _reason(process: Process, answers: Answers) -> str | None:
    whole = answers.ratings.get(process.id)
    if whole is not None and whole.state == "not_applicable":
        return whole.reason or ""
    reasons: dict[str, None] = {}
    for outcome in process.outcomes:
        answer = answers.ratings.get(outcome.id)
        if answer is None or answer.state != "not_applicable":
            return None
        reasons[answer.reason or ""] = None
    return "; ".join(filter(None, reasons))
