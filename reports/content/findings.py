"""What to say first: strengths, then gaps, then the next steps. Screen and paper show the same ones.

The order of gaps and steps is the model's own: what lifts the next maturity level comes first, so the basic set
before the extended ones, and nobody is sent to a level that no rule for all cities asks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from assessment.recommending import AT_MOST, needs, priorities, was_answered
from locales.words import Words
from models.authored import Text
from models.framework import Framework
from models.path import ProfileTarget
from models.priorities import Need, Priority
from models.profile import AttributeResult, ProcessResult, Profile, Trace
from models.questionnaire import CapabilityModel
from reports.content.figures import assessed
from reports.content.naming import interval, is_enough, level_words, listed, process_name, step_of

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength, a gap or a next step: the process it is about, what there is to say, and a short remark.

    `priority` says of a next step why it stands where it stands.
    """

    process: str
    name: str
    text: str
    remark: str
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the order of next steps follows beside the model: the target of a city, and what is important to it."""

    target: ProfileTarget | None = None
    importance: Mapping[str, int] = field(default_factory=dict)


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Lack:
    """An attribute that is not yet rated as a level needs it."""

    attribute: str
    rated: AttributeResult
    needed: str


def strengths(profile: Profile, model: CapabilityModel, words: Words, *, most: int = 3) -> tuple[Finding, ...]:
    """What the city does well: the processes furthest up, with an outcome that is achieved."""
    framework = model.framework(profile.settings.framework)
    ranked = sorted(assessed(profile, model), key=lambda each: (-each[1].low, -_letters(each[0], framework)))
    found = (
        Finding(result.process, process_name(model, result.process, words), text, level_words(level, framework, words))
        for result, level in ranked
        if (text := best_outcome(result, model, framework, words)) is not None
    )
    return tuple(islice(found, most))


def _letters(result: ProcessResult, framework: Framework) -> int:
    return sum(step_of(framework, each.low) for each in result.attributes.values())


def best_outcome(result: ProcessResult, model: CapabilityModel, framework: Framework, words: Words) -> str | None:
    """The text of the outcome with the best rating, where it is at least largely achieved."""
    outcomes = {outcome.id: outcome for outcome in model.process(result.process).outcomes}
    rated = (leaf for leaf in leaves(result) if leaf.subject in outcomes)
    best = max(rated, key=lambda leaf: step_of(framework, _rating(leaf)), default=None)
    return words.text(outcomes[best.subject]) if best is not None and is_enough(framework, _rating(best)) else None


def leaves(result: ProcessResult) -> Iterator[Trace]:
    """What the attributes of a process rest on: one trace per indicator."""
    return (leaf for attribute in result.attributes.values() for leaf in attribute.trace.inputs)


def _rating(leaf: Trace) -> str | None:
    return None if leaf.answer is None or leaf.answer.state != "rated" else leaf.answer.rating


def gaps(
    profile: Profile, model: CapabilityModel, words: Words, *, most: int = 3, brief: bool = False
) -> tuple[Finding, ...]:
    """What is missing first: per process, what keeps the next level away and where it is weakest.

    What is named as a strength, because few processes were assessed, is no gap. A `brief` one says the second alone.
    """
    framework = model.framework(profile.settings.framework)
    strong = {each.process for each in strengths(profile, model, words)}
    lacking_ones = (need for need in needs(profile, model) if need.process not in strong)
    return tuple(
        Finding(
            need.process,
            process_name(model, need.process, words),
            _gap_text(need, profile, model, words, brief=brief),
            level_words(need.level, framework, words),
        )
        for need in islice(lacking_ones, most)
    )


def _gap_text(need: Need, profile: Profile, model: CapabilityModel, words: Words, *, brief: bool) -> str:
    if not need.certain:
        return words("Whether level {level} is reached depends on open answers.", level=need.capability)
    framework = model.framework(profile.settings.framework)
    names = {attribute.id: words.text(attribute.name) for attribute in framework.attributes}
    lacks = lacking(need.process, need.level.low + 1, profile, model)
    missing = listed([words("“{text}”", text=names[lack.attribute]) for lack in lacks], words)
    needed = words("Level {level} needs more of {attributes}.", level=need.level.low + 1, attributes=missing)
    weakest = _weakest(need.process, {lack.attribute for lack in lacks}, profile, model)
    if weakest is None:
        return needed
    if brief:
        return words("Furthest away: {statement}", statement=weakest)
    return words("{needed} Furthest away: {statement}", needed=needed, statement=weakest)


def _weakest(process_id: str, attributes: set[str], profile: Profile, model: CapabilityModel) -> Text | None:
    """The statement with the lowest rating among these attributes."""
    framework = model.framework(profile.settings.framework)
    texts = {each.id: each.text for each in model.indicators(process_id, framework) if each.attribute in attributes}
    found = (leaf for leaf in leaves(profile.processes[process_id]) if leaf.subject in texts and _rating(leaf))
    lowest = min(found, key=lambda leaf: step_of(framework, _rating(leaf)), default=None)
    return None if lowest is None else texts[lowest.subject]


def lacking(process_id: str, level: int, profile: Profile, model: CapabilityModel) -> tuple[Lack, ...]:
    """The attributes that a process still lacks for a level, with what they need."""
    framework = model.framework(profile.settings.framework)
    results, rule = profile.processes[process_id].attributes, framework.level_rule
    found = (
        Lack(each.id, results[each.id], rule.own if each.level == level else rule.below)
        for each in framework.attributes_up_to(min(level, profile.settings.highest_level))
    )
    return tuple(lack for lack in found if step_of(framework, lack.rated.low) < step_of(framework, lack.needed))


def next_steps(
    profile: Profile, model: CapabilityModel, words: Words, wishes: Wishes = NO_WISHES, *, most: int = AT_MOST
) -> tuple[Finding, ...]:
    """What to do first, from the recommendations of the model; at most five, since nobody acts on thirty.

    Where open answers may already show what is needed, the step is to clear them up. Processes of which nothing is
    known come last: their step is to rate them.

    Args:
        profile: where the city stands.
        model: the model it was assessed with.
        words: the language.
        wishes: what the city aims at, and how important each dimension is to it.
        most: how many are wanted at most.
    """
    ranked = priorities(profile, model, wishes.target, wishes.importance, most=None)
    found = (_next_step(each, profile, model, words) for each in ranked)
    steps = (step for step in found if step is not None)
    return tuple(islice(chain(steps, _to_be_rated(profile, model, words)), most))


def _to_be_rated(profile: Profile, model: CapabilityModel, words: Words) -> Iterator[Finding]:
    """The processes in scope of which nothing was rated, in the order of the process sets."""
    members = chain.from_iterable(each.processes for each in model.head.process_sets)
    for process_id in dict.fromkeys(members):
        result = profile.processes.get(process_id)
        if result is not None and result.level is not None and not was_answered(result):
            name, count = process_name(model, process_id, words), len(model.process(process_id).outcomes)
            text = words("Rate its {count} outcomes: how far is each of them achieved?", count=count)
            yield Finding(process_id, name, text, words("not rated yet"))


def _next_step(each: Priority, profile: Profile, model: CapabilityModel, words: Words) -> Finding | None:
    name = process_name(model, each.process, words)
    if not each.certain:
        text = _clear_up(list(_unsettled(each, profile, model)), words)
        return Finding(each.process, name, text, words("level {level}", level=interval(each.level, words)), each)
    remark = words("from level {low} to {next}", low=each.level.low, next=each.level.low + 1)
    return None if each.step is None else Finding(each.process, name, words.text(each.step.do), remark, each)


def _clear_up(indicators: list[str], words: Words) -> str:
    if len(indicators) > _MOST_NAMED:
        named = ", ".join(indicators[:_MOST_NAMED])
        return words("Clear up {count} open answers, first of all {ids}.", count=len(indicators), ids=named)
    return words("Clear up what is still open: {ids}.", ids=", ".join(indicators))


def _unsettled(need: Priority, profile: Profile, model: CapabilityModel) -> Iterator[str]:
    """What was asked and not rated, in the attributes that the next level waits for."""
    for lack in lacking(need.process, need.level.low + 1, profile, model):
        yield from (leaf.subject for leaf in lack.rated.trace.inputs if _is_open(leaf))


def _is_open(leaf: Trace) -> bool:
    return leaf.answer is None or leaf.answer.state not in ("rated", "not_applicable")


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
