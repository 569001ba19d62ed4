"""What stands above the ratings, moved: scope, chosen processes, framework, method, scale; and processes left out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.answers import Answer, Answers
from models.framework import Framework
from models.message import Message, say
from models.questionnaire import CapabilityModel, Questionnaire


def framed(after: Questionnaire, answers: Answers, processes: Mapping[str, str]) -> tuple[Answers, tuple[Message, ...]]:
    """The answers without ratings, fit for the new version, and a sentence for everything that could not stay.

    Args:
        after: the version to move to.
        answers: the former answers.
        processes: what each former process is called now; one that is gone is not in it.
    """
    bare = replace(answers, version=after.version, ratings={}, date=None)
    if not isinstance(after, CapabilityModel):
        return bare, ()
    told: list[Message] = []
    known = {each.id for each in after.frameworks}
    framework_id = answers.framework if answers.framework in known else None
    if answers.framework is not None and framework_id is None:
        told.append(say("The framework {framework} is gone; the usual one applies.", framework=answers.framework))
    framework = after.framework(framework_id)
    fitting = _fitting(replace(bare, framework=framework_id), framework, told)
    return _of_processes(fitting, after, processes, told), tuple(told)


def process_answers(
    answers: Answers, before: Questionnaire, processes: Mapping[str, str]
) -> tuple[Mapping[str, Answer], Sequence[str]]:
    """Answers to whole processes under their ids of now, and the ids of those that are gone."""
    whole = {each.id for each in before.processes} if isinstance(before, CapabilityModel) else set()
    said = {each: answers.ratings[each] for each in answers.ratings if each in whole}
    kept = {processes[each]: answer for each, answer in said.items() if each in processes}
    return kept, [each for each in said if each not in processes]


def _fitting(bare: Answers, framework: Framework, told: list[Message]) -> Answers:
    """Without a method, scale or level that the framework does not have."""
    kept = bare
    if bare.method is not None and bare.method not in framework.methods:
        told.append(say("The method {method} is gone; the usual one applies.", method=bare.method))
        kept = replace(kept, method=None)
    if bare.scale is not None and bare.scale not in {each.points for each in framework.scales}:
        told.append(say("The scale of {points} letters is gone; the usual one applies.", points=bare.scale))
        kept = replace(kept, scale=None)
    if bare.highest_level is not None and bare.highest_level > framework.highest_level:
        told.append(say("The highest level is {level} now.", level=framework.highest_level))
        kept = replace(kept, highest_level=framework.highest_level)
    return kept


def _of_processes(bare: Answers, after: CapabilityModel, processes: Mapping[str, str], told: list[Message]) -> Answers:
    scope = bare.scope
    if isinstance(scope, tuple):
        scope = _moved(scope, processes, told) or "full"
    chosen = None if bare.chosen is None else _moved(bare.chosen, processes, [])
    if chosen is not None and not _allowed(after, set(chosen)):
        told.append(say("The processes put forward for maturity level 4 have to be chosen anew."))
        chosen = None
    return replace(bare, scope=scope, chosen=chosen)


def _moved(ids: Sequence[str], processes: Mapping[str, str], told: list[Message]) -> tuple[str, ...]:
    gone = [each for each in ids if each not in processes]
    told.extend(say("The process {id} is gone; the assessment does not look at it any more.", id=each) for each in gone)
    return tuple(dict.fromkeys(processes[each] for each in ids if each in processes))


def _allowed(after: CapabilityModel, chosen: set[str]) -> bool:
    """Whether the maturity rule of the new version takes this choice."""
    rules = [level.chosen for level in after.head.maturity if level.chosen]
    return all(
        len(chosen) >= rule.at_least and chosen.issuperset(rule.named) and (not rule.one_of or chosen & {*rule.one_of})
        for rule in rules
    )
