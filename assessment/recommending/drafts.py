"""Drafts of measures: from a process that is to go up, or from the steps of a path, in words the library has."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assessment.recommending.ladder import step_from
from models.authored import Language, Text
from models.framework import Framework
from models.measures import MeasureDraft
from models.path import Path, Stretch
from models.profile import ProcessResult, Profile
from models.questionnaire import CapabilityModel, Process
from models.recommendations import Step

_PLANNED = ("once", "year")
_OPEN_ENDED = "; "


def draft(profile: Profile, model: CapabilityModel, process: str, language: Language) -> MeasureDraft:
    """A draft of what leads a process to its next level.

    Args:
        profile: where the city stands.
        model: the model it was assessed with.
        process: a process with a level.
        language: in which it is written.

    Raises:
        KeyError: for a process that the profile does not know.
    """
    result, framework = profile.processes[process], model.framework(profile.settings.framework)
    begins = 0 if result.level is None else result.level.low
    level = min(begins + 1, profile.settings.highest_level)
    return _draft(model, process, level, tuple(_short(result, framework, level)), language)


def drafts_along(path: Path, profile: Profile, model: CapabilityModel, language: Language) -> tuple[MeasureDraft, ...]:
    """A draft for each level of each process on a path, in its order, with the indicators that it raises."""
    framework = model.framework(profile.settings.framework)
    return tuple(each for stretch in path.stretches for each in _along(stretch, model, framework, language))


def _along(
    stretch: Stretch, model: CapabilityModel, framework: Framework, language: Language
) -> Iterator[MeasureDraft]:
    levels = {attribute.id: attribute.level for attribute in framework.attributes}
    raised: dict[int, list[str]] = {}
    for step in stretch.steps:
        # What an attribute below still lacks is made up for on the first level of the way.
        raised.setdefault(max(levels[step.attribute], stretch.begins + 1), []).append(step.indicator)
    for level in sorted(raised):
        yield _draft(model, stretch.process, level, raised[level], language)


def _draft(
    model: CapabilityModel, process_id: str, level: int, indicators: Sequence[str], language: Language
) -> MeasureDraft:
    process, step = model.process(process_id), step_from(model, process_id, level - 1)
    figure = next((each.indicator for each in model.recommendations if each.process == process_id), None)
    return MeasureDraft(
        title=(process.name if step is None else step.do).in_language(language),
        process=process_id,
        indicators=tuple(indicators),
        level=level,
        days=_days(step),
        evidence=_joined(_evidence(step, process, level), language),
        indicator="" if figure is None else figure.in_language(language),
    )


def _short(result: ProcessResult, framework: Framework, level: int) -> Iterator[str]:
    """What is asked about up to a level and is not rated at its best."""
    best = framework.level_rule.below
    counts = {rating.letter: rating.counts_as for scale in framework.scales for rating in scale.ratings}
    for attribute in framework.attributes_up_to(level):
        for leaf in result.attributes[attribute.id].trace.inputs:
            answer = leaf.answer
            if answer is None or answer.state == "dont_know" or (answer.rating and counts[answer.rating] != best):
                yield leaf.subject


def _days(step: Step | None) -> Decimal | None:
    """The upper end of what a step takes once, or in a year; None where the library knows it per case alone."""
    efforts = () if step is None or step.worked_out is None else step.worked_out.effort
    known = [each.most for each in efforts if each.unit == "days" and each.per in _PLANNED]
    return sum(known, Decimal(0)) if known else None


def _evidence(step: Step | None, process: Process, level: int) -> Iterable[Text]:
    if step is not None and step.worked_out is not None:
        return step.worked_out.evidence
    return process.work_products if level == 1 else ()


def _joined(texts: Iterable[Text], language: Language) -> str:
    return _OPEN_ENDED.join(text.in_language(language) for text in texts)
