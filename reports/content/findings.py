"""What to say first: strengths, then gaps, then the next steps. Screen and paper show the same ones.

The order of gaps and steps is the model's own: what lifts the next maturity level comes first, so the basic set
before the extended ones, and nobody is sent to a level that no rule for all cities asks for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from locales.words import Words
from models.answers import Answers
from models.framework import Framework
from models.profile import AttributeResult, LevelInterval, ProcessResult, Profile
from models.questionnaire import CapabilityModel, Requirement
from reports.content.figures import assessed
from reports.content.naming import attribute_letter, attribute_name, level_words, listed, process_name


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength, a gap or a next step: the process it is about, what there is to say, and a short remark."""

    process: str
    name: str
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class Need:
    """A process below the capability that a maturity level asks for; `certain` when no open answer can mend it."""

    process: str
    level: LevelInterval
    capability: int
    maturity_level: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Lack:
    """An attribute that is not yet rated as a level needs it."""

    attribute: str
    rated: AttributeResult
    needed: str


def strengths(
    profile: Profile, model: CapabilityModel, answers: Answers, words: Words, *, most: int = 3
) -> tuple[Finding, ...]:
    """What the city does well: the processes furthest up, with an outcome that is achieved."""
    framework = model.framework(profile.settings.framework)
    ranked = sorted(assessed(profile, model), key=lambda each: (-each[1].low, -_letters(each[0], profile, model)))
    found = (
        Finding(
            result.process, process_name(model, result.process, words), outcome, level_words(level, framework, words)
        )
        for result, level in ranked
        if (outcome := best_outcome(result.process, profile, model, answers, words)) is not None
    )
    return tuple(islice(found, most))


def _letters(result: ProcessResult, profile: Profile, model: CapabilityModel) -> int:
    scale = model.framework(profile.settings.framework).scale(profile.settings.scale)
    return sum(scale.letters.index(each.low) for each in result.attributes.values() if each.low is not None)


def best_outcome(
    process_id: str, profile: Profile, model: CapabilityModel, answers: Answers, words: Words
) -> str | None:
    """The text of the outcome with the best rating, where it is at least largely achieved."""
    framework = model.framework(profile.settings.framework)
    letters = framework.scale(profile.settings.scale).letters
    enough = letters.index(own_letter(framework, profile))
    rated = [
        (letters.index(answer.rating), outcome)
        for outcome in model.process(process_id).outcomes
        if (answer := answers.ratings.get(outcome.id)) is not None and answer.rating in letters
    ]
    best = max(rated, key=lambda each: each[0], default=None)
    return words.text(best[1]) if best is not None and best[0] >= enough else None


def own_letter(framework: Framework, profile: Profile) -> str:
    """The lowest letter of the scale in use that the attributes of a level itself need."""
    return _first_letter(framework, profile, framework.level_rule.own)


def _first_letter(framework: Framework, profile: Profile, counts_as: str) -> str:
    ratings = framework.scale(profile.settings.scale).ratings
    return next(rating.letter for rating in ratings if rating.counts_as == counts_as)


def gaps(profile: Profile, model: CapabilityModel, words: Words, most: int = 3) -> tuple[Finding, ...]:
    """What is missing first: per process, the attributes that keep the next level away."""
    framework = model.framework(profile.settings.framework)
    return tuple(
        Finding(
            need.process,
            process_name(model, need.process, words),
            missing_words(need.process, need.level.low + 1, profile, model, words),
            level_words(need.level, framework, words),
        )
        for need in needs(profile, model)[:most]
    )


def missing_words(process_id: str, level: int, profile: Profile, model: CapabilityModel, words: Words) -> str:
    """What keeps a process from a level, in one sentence."""
    framework = model.framework(profile.settings.framework)
    attributes = {attribute.id: attribute for attribute in framework.attributes}
    parts = [
        words(
            "{attribute} is rated {rated} and needs {needed}",
            attribute=attribute_name(attributes[lack.attribute], words),
            rated=attribute_letter(lack.rated, words),
            needed=lack.needed,
        )
        for lack in lacking(process_id, level, profile, model)
    ]
    return words("For level {level}: {parts}.", level=level, parts=listed(parts, words))


def lacking(process_id: str, level: int, profile: Profile, model: CapabilityModel) -> tuple[Lack, ...]:
    """The attributes that a process still lacks for a level, with what they need."""
    framework = model.framework(profile.settings.framework)
    letters = framework.scale(profile.settings.scale).letters
    results = profile.processes[process_id].attributes
    found = []
    for attribute in framework.attributes_up_to(min(level, profile.settings.highest_level)):
        rule = framework.level_rule
        needed = _first_letter(framework, profile, rule.own if attribute.level == level else rule.below)
        rated = results[attribute.id]
        if rated.low is None or letters.index(rated.low) < letters.index(needed):
            found.append(Lack(attribute.id, rated, needed))
    return tuple(found)


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


def _below(requirement: Requirement, maturity_level: int, profile: Profile, model: CapabilityModel) -> Iterator[Need]:
    if requirement.capability > profile.settings.highest_level:
        return
    for process_id in required(requirement, model):
        result = profile.processes.get(process_id)
        level = None if result is None else result.level
        if level is not None and level.low < requirement.capability and _was_answered(result):
            certain = level.high < requirement.capability
            yield Need(process_id, level, requirement.capability, maturity_level, certain)


def _was_answered(result: ProcessResult | None) -> bool:
    """False where nothing is known yet: then answering is the next step, not mending."""
    return result is not None and any(
        any(leaf.answer is not None and leaf.answer.state is not None for leaf in each.trace.inputs)
        for each in result.attributes.values()
    )


def next_steps(profile: Profile, model: CapabilityModel, words: Words, most: int = 5) -> tuple[Finding, ...]:
    """What to do first, from the recommendations of the model; at most five, since nobody acts on thirty."""
    found = []
    for need in needs(profile, model):
        text = step_text(need.process, need.level.low, model, words)
        if text is not None:
            remark = words("from level {low} to level {next}", low=need.level.low, next=need.level.low + 1)
            found.append(Finding(need.process, process_name(model, need.process, words), text, remark))
    return tuple(found[:most])


def step_text(process_id: str, from_level: int, model: CapabilityModel, words: Words) -> str | None:
    """What the model recommends for one step of a process; None where it has no recommendation."""
    return next(
        (
            words.text(step.do)
            for each in model.recommendations
            if each.process == process_id
            for step in each.steps
            if step.from_level == from_level
        ),
        None,
    )
