"""The quick scan: a stage per question, a mean per dimension, and never a maturity level.

Don't know and unanswered core questions keep a dimension open: the interval puts the lowest and the highest stage
for them. Optional questions count once they are answered; until then they are ignored.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from assessment.scoring import flags
from assessment.scoring.traces import between
from models.answers import Answer, Answers
from models.framework import Stage, StageFramework
from models.message import Message, say
from models.profile import Completeness, Flag, StageDimension, StageProfile, StageResult, Trace
from models.questionnaire import Question, QuickScan


@dataclass(frozen=True, slots=True)
class _Heard:
    """One question as the engine reads it. `stage` is None while it is open or not applicable."""

    question: Question
    answer: Answer | None
    stage: int | None

    @property
    def state(self) -> str | None:
        """What was said; None while nothing was."""
        return None if self.answer is None else self.answer.state

    @property
    def asked(self) -> bool:
        """Whether the question counts in its dimension."""
        if self.state == "not_applicable":
            return False
        return self.question.core or self.stage is not None or self.state == "dont_know"


def quick_profile(scan: QuickScan, answers: Answers) -> StageProfile:
    """Reads one set of answers to a quick scan. An answer that is no stage of the framework counts as unanswered."""
    heard = {each.id: _hear(each, answers, scan.framework) for each in scan.file.questions}
    results = {key: _result(each, scan.framework) for key, each in heard.items()}
    groups = {each.id: [heard[question.id] for question in scan.questions_of(each.id)] for each in scan.dimensions}
    dimensions = {key: _dimension(key, group, results, scan.framework) for key, group in groups.items()}
    return StageProfile(
        questionnaire=scan.id,
        version=scan.version,
        digest=scan.digest,
        rules_digest=scan.rules_digest,
        city=answers.city,
        framework=scan.framework.id,
        questions=MappingProxyType(results),
        dimensions=MappingProxyType(dimensions),
        completeness=_completeness(heard.values()),
        flags=(*_question_flags(heard.values()), *_dimension_flags(dimensions.values())),
    )


def _hear(question: Question, answers: Answers, framework: StageFramework) -> _Heard:
    answer = answers.ratings.get(question.id)
    stages = {str(each.stage): each.stage for each in framework.stages}
    stage = stages.get(answer.rating or "") if answer is not None and answer.state == "rated" else None
    return _Heard(question, answer, stage)


def _result(heard: _Heard, framework: StageFramework) -> StageResult:
    stage = next((each for each in framework.stages if each.stage == heard.stage), None)
    trace = Trace(heard.question.id, _value(heard), _rule(heard, stage, framework), answer=heard.answer)
    return StageResult(
        question=heard.question.id,
        process=heard.question.process,
        stage=heard.stage,
        dont_know=heard.state == "dont_know",
        indicates_level=None if stage is None else stage.indicates_level,
        trace=trace,
        indicates_or_more=stage is not None and stage.or_more,
    )


def _value(heard: _Heard) -> Message:
    if heard.stage is not None:
        return say("{value}", value=heard.stage)
    if heard.state == "not_applicable":
        return say("not applicable")
    return say("don't know") if heard.state == "dont_know" else say("unanswered")


def _rule(heard: _Heard, stage: Stage | None, framework: StageFramework) -> Message:
    if stage is not None:
        level = say("{level} or more", level=stage.indicates_level) if stage.or_more else str(stage.indicates_level)
        return say("Stage {stage} as answered; may indicate capability level {level}.", stage=stage.stage, level=level)
    if heard.answer is not None and heard.state == "not_applicable":
        return say("Left out: {reason}", reason=heard.answer.reason or "")
    if not heard.asked:
        return say("Optional and unanswered: ignored.")
    return say("Open: may turn out anything from {worst} to {best}.", worst=framework.lowest, best=framework.highest)


def _dimension(
    dimension: str, group: Sequence[_Heard], results: Mapping[str, StageResult], framework: StageFramework
) -> StageDimension:
    asked = [each.stage for each in group if each.asked]
    answered = [stage for stage in asked if stage is not None]
    low = _mean([framework.lowest if stage is None else stage for stage in asked])
    high = _mean([framework.highest if stage is None else stage for stage in asked])
    mean = _mean(answered) if len(answered) >= framework.answers_for_mean else None
    inputs = tuple(results[each.question.id].trace for each in group)
    value = say("no mean") if low is None or high is None else between(low, high)
    trace = Trace(dimension, value, _dimension_rule(mean, framework), inputs)
    return StageDimension(dimension, low, high, mean, len(answered), len(asked), trace)


def _dimension_rule(mean: Fraction | None, framework: StageFramework) -> Message:
    rule = say(
        "Mean of the stages, open questions at {worst} for the low end and at {best} for the high end.",
        worst=framework.lowest,
        best=framework.highest,
    )
    if mean is None:
        count = framework.answers_for_mean
        return say("{rule} Fewer than {count} answers: no mean of the answered ones.", rule=rule, count=count)
    return say("{rule} Mean of the answered ones: {mean}.", rule=rule, mean=mean)


def _mean(stages: Sequence[int]) -> Fraction | None:
    return Fraction(sum(stages), len(stages)) if stages else None


def _completeness(heard: Iterable[_Heard]) -> Completeness:
    """Counts the questions that count in their dimensions, and those that the city left out."""
    every = list(heard)
    left_out = sum(each.state == "not_applicable" for each in every)
    return Completeness(
        asked=sum(each.asked for each in every) + left_out,
        rated=sum(each.stage is not None for each in every),
        not_applicable=left_out,
        dont_know=sum(each.state == "dont_know" for each in every),
    )


def _question_flags(heard: Iterable[_Heard]) -> Iterator[Flag]:
    for each in heard:
        if each.answer is not None and each.state == "not_applicable":
            yield flags.left_out(each.question.id, each.answer.reason or "")
        if each.answer is not None and each.stage is not None and each.answer.confidence == "low":
            yield flags.low_confidence(each.question.id)


def _dimension_flags(dimensions: Iterable[StageDimension]) -> Iterator[Flag]:
    for each in dimensions:
        if each.low is not None and each.high is not None and each.low != each.high:
            yield flags.open_mean(each.dimension, each.low, each.high)
        if each.mean is None:
            yield flags.few_answers(each.dimension, each.answered)
