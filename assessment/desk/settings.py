"""Whether the settings of an assessment fit its model: nothing unknown, nothing that could never be scored."""

from collections.abc import Iterable
from dataclasses import replace

from assessment.desk import values
from assessment.desk.errors import NotAccepted
from models.assessment import AssessmentSettings, Days, Scope
from models.framework import Framework
from models.message import Message, say
from models.questionnaire import CapabilityModel, ChosenRule


def accepted(model: CapabilityModel, wished: AssessmentSettings) -> AssessmentSettings:
    """The settings with processes in the model's order. Raises `NotAccepted`."""
    framework = _framework(model, wished)
    if wished.method is not None and wished.method not in framework.methods:
        raise NotAccepted(_unknown(wished.method, framework.methods))
    if wished.scale is not None and wished.scale not in (each.points for each in framework.scales):
        raise NotAccepted(_unknown(wished.scale, (each.points for each in framework.scales)))
    if wished.highest_level is not None and not 1 <= wished.highest_level <= framework.highest_level:
        raise NotAccepted(_unknown(wished.highest_level, range(1, framework.highest_level + 1)))
    scope = _scope(model, wished.scope)
    return replace(wished, scope=scope, chosen=_chosen(model, wished.chosen))


def ordered(days: Days) -> Days:
    """The days, where each comes after the one before. Raises `NotAccepted`."""
    known = [values.day(each) for each in (days.answers_due, days.papers_due, days.committee_day) if each is not None]
    if known != sorted(known):
        raise NotAccepted(
            say("Answers come first, then the papers, then the committee: the days are in another order.")
        )
    return days


def _framework(model: CapabilityModel, wished: AssessmentSettings) -> Framework:
    try:
        return model.framework(wished.framework)
    except KeyError:
        raise NotAccepted(_unknown(str(wished.framework), (each.id for each in model.frameworks))) from None


def _scope(model: CapabilityModel, wished: Scope) -> Scope:
    if wished == "basic" or wished == "full":  # noqa: PLR1714 - said apart, so that what remains is known to be ids
        return wished
    if not wished:
        raise NotAccepted(say("Choose at least one process."))
    return _in_order(model, wished)


def _in_order(model: CapabilityModel, wished: Iterable[str]) -> tuple[str, ...]:
    ids = set(wished)
    known = tuple(each.id for each in model.processes)
    for unknown in sorted(ids.difference(known)):
        raise NotAccepted(_unknown(unknown, known))
    return tuple(each for each in known if each in ids)


def _chosen(model: CapabilityModel, wished: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if wished is None:
        return None
    ordered = _in_order(model, wished)
    for rule in (each.chosen for each in model.head.maturity if each.chosen is not None):
        _fulfils(rule, ordered)
    return ordered


def _fulfils(rule: ChosenRule, chosen: tuple[str, ...]) -> None:
    if len(chosen) < rule.at_least:
        raise NotAccepted(say("Choose at least {number} processes to put forward.", number=rule.at_least))
    missing = [each for each in rule.named if each not in chosen]
    if missing:
        raise NotAccepted(say("{processes} must be among the processes put forward.", processes=", ".join(missing)))
    if rule.one_of and not set(rule.one_of).intersection(chosen):
        raise NotAccepted(
            say("One of {processes} must be among the processes put forward.", processes=", ".join(rule.one_of))
        )


def _unknown(found: str | int, known: Iterable[str | int]) -> Message:
    return say("{found} is not known here. Choose one of {known}.", found=found, known=", ".join(map(str, known)))
