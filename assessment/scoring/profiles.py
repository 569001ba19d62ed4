"""The whole result of a capability assessment, from the model and the answers alone.

Everything here is pure and exact: the same model, framework and answers give the same profile, in any order, years
later. Input that breaks a rule of `docs/method/scoring.md` is refused by whoever reads it; the engine itself always
gives a result and never guesses: what it cannot read counts as unanswered.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from assessment.scoring.dimensions import mean
from assessment.scoring.maturity import maturity
from assessment.scoring.processes import Assessed, assess, out_of_scope, removed
from assessment.scoring.scope import in_scope, left_out
from assessment.scoring.settings import Yardstick, yardstick
from models.answers import Answers
from models.framework import Method, Points
from models.profile import Completeness, DimensionResult, ProcessResult, Profile
from models.questionnaire import CapabilityModel, Indicator


def profile(
    model: CapabilityModel,
    answers: Answers,
    *,
    framework: str | None = None,
    method: Method | None = None,
    scale: Points | None = None,
    highest_level: int | None = None,
) -> Profile:
    """Scores one set of answers.

    Args:
        model: The capability model that was answered.
        answers: What the city said; where it sets method, scale, framework or highest level, that wins over defaults.
        framework: The id of the framework to use; wins over the answers.
        method: How ratings of indicators become the rating of an attribute; wins over the answers.
        scale: 4 or 6 letters; wins over the answers.
        highest_level: The highest capability level in scope; wins over the answers.

    Raises:
        KeyError: for a framework that was not loaded with the model.
    """
    stick = yardstick(model, answers, framework=framework, method=method, scale=scale, highest_level=highest_level)
    every = dict(_assess_all(model, answers, stick))
    processes = MappingProxyType({key: each.result for key, each in every.items()})
    city = maturity(model, answers, processes, stick.settings.highest_level)
    return Profile(
        questionnaire=model.id,
        version=model.version,
        digest=model.digest,
        rules_digest=model.rules_digest,
        city=answers.city,
        settings=stick.settings,
        processes=processes,
        dimensions=MappingProxyType(_dimensions(model, processes)),
        maturity=city.level,
        maturity_trace=city.trace,
        completeness=_together(every),
        flags=(*(flag for each in every.values() for flag in each.flags), *city.flags),
    )


def _assess_all(model: CapabilityModel, answers: Answers, stick: Yardstick) -> Iterator[tuple[str, Assessed]]:
    scope, removals = in_scope(model, answers), left_out(model, answers)
    for process in (each.id for each in model.processes):
        if process not in scope:
            yield process, out_of_scope(process)
        elif process in removals:
            yield process, removed(process, _asked(model, process, stick), removals[process])
        else:
            yield process, assess(process, _asked(model, process, stick), answers, stick)


def _asked(model: CapabilityModel, process: str, stick: Yardstick) -> tuple[Indicator, ...]:
    """What can be rated in a process, up to the highest level in scope."""
    asked = {attribute.id for attribute in stick.attributes}
    return tuple(each for each in model.indicators(process, stick.framework) if each.attribute in asked)


def _dimensions(model: CapabilityModel, processes: Mapping[str, ProcessResult]) -> dict[str, DimensionResult]:
    members = {
        each.id: [processes[process.id] for process in model.processes_of(each.id)] for each in model.head.dimensions
    }
    names = {process.id: process.name for process in model.processes}
    return {dimension: mean(dimension, results, names) for dimension, results in members.items()}


def _together(every: Mapping[str, Assessed]) -> Completeness:
    counts = [each.completeness for each in every.values()]
    return Completeness(
        asked=sum(each.asked for each in counts),
        rated=sum(each.rated for each in counts),
        not_applicable=sum(each.not_applicable for each in counts),
        dont_know=sum(each.dont_know for each in counts),
    )
