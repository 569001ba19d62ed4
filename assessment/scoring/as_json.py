"""A result as the plain values that `score --json` prints; every key is explained in `docs/method/scores-json.md`.

Numbers are rounded here, once, to four decimals; `null` stands where there is no number, never zero.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from fractions import Fraction

from models.answers import Answer
from models.message import Message
from models.profile import (
    AttributeResult,
    Completeness,
    DimensionResult,
    Flag,
    LevelInterval,
    ProcessResult,
    Profile,
    Result,
    Settings,
    StageDimension,
    StageProfile,
    StageResult,
    Trace,
)

Words = Callable[[Message], str]
"""Puts a message into the words of one language."""


def as_json(result: Result, words: Words | None = None) -> dict[str, object]:
    """The result as dictionaries, lists, texts and numbers.

    Args:
        result: A profile or a quick scan's stage profile.
        words: Puts messages into words; English sentences unless given.
    """
    in_words = words or str
    return _profile(result, in_words) if isinstance(result, Profile) else _stage_profile(result, in_words)


def trace_as_json(trace: Trace, words: Words | None = None) -> dict[str, object]:
    """One trace with everything below it, as in the result."""
    return _trace(trace, words or str)


def _profile(result: Profile, words: Words) -> dict[str, object]:
    told = _by_process(result.flags)
    return {
        **_head(result),
        "method": result.settings.method,
        "settings": _settings(result.settings),
        "processes": {key: _process(each, told[key], words) for key, each in result.processes.items()},
        "dimensions": {key: _dimension(each) for key, each in result.dimensions.items()},
        "maturity": _level(result.maturity),
        **_completeness(result.completeness),
        "flags": _flags(result.flags, words),
        "trace": {
            "maturity": _trace(result.maturity_trace, words, result.processes),
            "dimensions": {key: _trace(each.trace, words, result.processes) for key, each in result.dimensions.items()},
        },
    }


def _stage_profile(result: StageProfile, words: Words) -> dict[str, object]:
    return {
        **_head(result),
        "method": "stages",
        "settings": {"framework": {"value": result.framework, "origin": "default"}},
        "questions": {key: _question(each, result.flags, words) for key, each in result.questions.items()},
        "dimensions": {key: _stage_dimension(each) for key, each in result.dimensions.items()},
        "maturity": None,
        **_completeness(result.completeness),
        "flags": _flags(result.flags, words),
        "trace": {
            "dimensions": {key: _trace(each.trace, words, result.questions) for key, each in result.dimensions.items()}
        },
    }


def _head(result: Result) -> dict[str, object]:
    return {
        "questionnaire": {
            "id": result.questionnaire,
            "version": result.version,
            "digest": result.digest,
            "rules_digest": result.rules_digest,
        },
        "city": result.city,
    }


def _settings(settings: Settings) -> dict[str, object]:
    values = {
        "framework": settings.framework,
        "method": settings.method,
        "scale": settings.scale,
        "highest_level": settings.highest_level,
        "scope": settings.scope if isinstance(settings.scope, str) else list(settings.scope),
        "chosen": None if settings.chosen is None else list(settings.chosen),
    }
    return {key: {"value": value, "origin": settings.origins[key]} for key, value in values.items()}


def _by_process(flags: Iterable[Flag]) -> Mapping[str, Sequence[Flag]]:
    """The flags about each process, about one of its attributes (GOV.1/PA2.1) or indicators (GOV.1.GP2.1.1)."""
    found: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        found[".".join(flag.subject.partition("/")[0].split(".")[:2])].append(flag)
    return found


def _process(result: ProcessResult, flags: Iterable[Flag], words: Words) -> dict[str, object]:
    return {
        "state": result.state,
        "reason_removed": result.reason_removed,
        "level": None if result.level is None else _level(result.level),
        "attributes": {key: _attribute(each) for key, each in result.attributes.items()},
        "flags": _flags(flags, words),
        "trace": None if result.trace is None else _trace(result.trace, words),
    }


def _attribute(result: AttributeResult) -> dict[str, object]:
    return {
        "low": result.low,
        "high": result.high,
        "figure_low": _rounded(result.mean_low),
        "figure_high": _rounded(result.mean_high),
        "not_applicable": result.not_applicable,
    }


def _level(level: LevelInterval) -> dict[str, object]:
    return {"low": level.low, "high": level.high, "at_least": level.at_least}


def _dimension(result: DimensionResult) -> dict[str, object]:
    return {"low": _rounded(result.low), "high": _rounded(result.high), "lowest_process": result.lowest_process}


def _question(result: StageResult, flags: Iterable[Flag], words: Words) -> dict[str, object]:
    return {
        "process": result.process,
        "stage": result.stage,
        "dont_know": result.dont_know,
        "indicates_level": result.indicates_level,
        "indicates_or_more": result.indicates_or_more,
        "flags": _flags([flag for flag in flags if flag.subject == result.question], words),
        "trace": _trace(result.trace, words),
    }


def _stage_dimension(result: StageDimension) -> dict[str, object]:
    return {
        "low": _rounded(result.low),
        "high": _rounded(result.high),
        "mean": _rounded(result.mean),
        "answered": result.answered,
        "asked": result.asked,
    }


def _completeness(completeness: Completeness) -> dict[str, object]:
    return {
        "completeness": _rounded(completeness.share),
        "counts": {
            "asked": completeness.asked,
            "rated": completeness.rated,
            "not_applicable": completeness.not_applicable,
            "dont_know": completeness.dont_know,
        },
    }


def _flags(flags: Iterable[Flag], words: Words) -> list[Mapping[str, str]]:
    return [{"code": str(flag.code), "subject": flag.subject, "text": words(flag.text)} for flag in flags]


def _trace(trace: Trace, words: Words, elsewhere: Container[str] = ()) -> dict[str, object]:
    """A trace with everything below it; what is printed `elsewhere` is only referred to, by its subject."""
    answered = {} if trace.answer is None else {"answer": _answer(trace.answer)}
    return {
        "subject": trace.subject,
        "value": words(trace.value),
        "rule": words(trace.rule),
        "inputs": [
            {"see": each.subject} if each.subject in elsewhere else _trace(each, words, elsewhere)
            for each in trace.inputs
        ],
        "blocks": [words(each) for each in trace.blocks],
        **answered,
    }


def _answer(answer: Answer) -> dict[str, object]:
    """What was said, without the note: notes are for those who answer and are no reason for a number."""
    said = {
        "state": answer.state,
        "rating": answer.rating,
        "reason": answer.reason,
        "evidence": list(answer.evidence),
        "confidence": answer.confidence,
    }
    return {key: value for key, value in said.items() if value}


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else (value * 10_000 + Fraction(1, 2)).__floor__() / 10_000
