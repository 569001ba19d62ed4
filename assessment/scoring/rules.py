"""What answers must keep to before they are scored, as questions that can be asked of them.

Whoever reads answers asks, and refuses what breaks a rule with its place in the file. The engine itself scores such
answers all the same: ratings above the highest level are ignored, and processes that must stay are still left out.
"""

from dataclasses import dataclass

from assessment.scoring.scope import left_out
from models.answers import Answers
from models.framework import Framework
from models.questionnaire import CapabilityModel


def left_out_but_needed(model: CapabilityModel, answers: Answers) -> tuple[str, ...]:
    """The processes that are left out although the model does not allow it for any in their sets."""
    needed = {process for each in model.head.tailoring.never_in_sets for process in model.set_members(each)}
    return tuple(process for process in left_out(model, answers) if process in needed)


def left_out_too_many(model: CapabilityModel, answers: Answers) -> int:
    """How many more processes are left out than the model allows; 0 where it is within the limit."""
    return max(0, len(left_out(model, answers)) - model.head.tailoring.at_most)


def rated_above(model: CapabilityModel, answers: Answers, framework: Framework, highest_level: int) -> tuple[str, ...]:
    """The indicators that are rated although they belong to a level above the highest one in scope."""
    above = {attribute.id for attribute in framework.attributes if attribute.level > highest_level}
    every = (each for process in model.processes for each in model.indicators(process.id, framework))
    ids = (each.id for each in every if each.attribute in above)
    return tuple(each for each in ids if each in answers.ratings and answers.ratings[each].state == "rated")


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a city's choice of processes lacks: so many more, these named ones, one of those."""

    more: int
    named: tuple[str, ...]
    one_of: tuple[str, ...]


def chosen_lack(model: CapabilityModel, chosen: tuple[str, ...]) -> Lacking:
    """What these chosen processes lack so that they could ever fulfil the model's rule over chosen processes."""
    rules = [level.chosen for level in model.head.maturity if level.chosen is not None]
    return Lacking(
        more=max((0, *(rule.at_least - len(set(chosen)) for rule in rules))),
        named=tuple(each for rule in rules for each in rule.named if each not in chosen),
        one_of=tuple(each for rule in rules if not set(chosen).intersection(rule.one_of) for each in rule.one_of),
    )
