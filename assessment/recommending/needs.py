"""Which processes are below what the maturity levels ask for."""

from collections.abc import Iterator

from models.priorities import Need
from models.profile import ProcessResult, Profile
from models.questionnaire import CapabilityModel, Requirement


def needs(profile: Profile, model: CapabilityModel) -> tuple[Need, ...]:
    """The processes below what the maturity levels ask for, the most urgent first, each process once."""
    found: dict[str, Need] = {}
    for maturity in sorted(model.head.maturity, key=lambda each: each.level):
        here = [need for requirement in maturity.all_of for need in _below(requirement, maturity.level, profile, model)]
        for need in sorted(here, key=lambda need: not need.certain):
            found.setdefault(need.process, need)
    return tuple(found.values())


def required(requirement: Requirement, model: CapabilityModel) -> tuple[str, ...]:
    """The processes that a requirement is about, in its own order."""
    members = [process for set_id in requirement.sets for process in model.set_members(set_id)]
    return tuple(dict.fromkeys((*members, *requirement.processes)))


def was_answered(result: ProcessResult | None) -> bool:
    """False where nothing is known yet: then answering is the next step, not mending."""
    if result is None:
        return False
    leaves = (leaf for attribute in result.attributes.values() for leaf in attribute.trace.inputs)
    return any(leaf.answer is not None and leaf.answer.state == "rated" for leaf in leaves)


def _below(requirement: Requirement, maturity_level: int, profile: Profile, model: CapabilityModel) -> Iterator[Need]:
    if requirement.capability > profile.settings.highest_level:
        return
    for process_id in required(requirement, model):
        result = profile.processes.get(process_id)
        level = None if result is None else result.level
        if level is not None and level.low < requirement.capability and was_answered(result):
            certain = level.high < requirement.capability
            yield Need(process_id, level, requirement.capability, maturity_level, certain)
