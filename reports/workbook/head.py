"""The details of an assessment, key by key, as they stand in the workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from locales.words import Words
from models.answers import Answers
from models.authored import LANGUAGES
from models.framework import Framework
from models.questionnaire import Questionnaire, QuickScan


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One detail. `fixed` ones identify the questionnaire and are not for filling in."""

    key: str
    value: str
    meaning: str
    fixed: bool = False
    choices: Sequence[str] = ()


def head(questionnaire: Questionnaire, answers: Answers, words: Words) -> tuple[HeadLine, ...]:
    """The details of these answers; what was not said stays blank."""
    lines = [*_every(answers, words)]
    if not isinstance(questionnaire, QuickScan):
        lines += _settings(questionnaire.framework(answers.framework), answers, words)
    return (*lines, *_last(answers, words))


def _every(answers: Answers, words: Words) -> Iterator[HeadLine]:
    leave = words("Leave as it is.")
    yield HeadLine("questionnaire", answers.questionnaire, leave, fixed=True)
    yield HeadLine("version", answers.version, leave, fixed=True)
    yield HeadLine("city", answers.city, words("The name of your city. Required."))
    yield HeadLine("date", answers.date or "", words("The day of the assessment, as 2025-03-31 or 31.03.2025."))


def _settings(framework: Framework, answers: Answers, words: Words) -> Iterator[HeadLine]:
    yield HeadLine(
        "scope",
        answers.scope if isinstance(answers.scope, str) else ", ".join(answers.scope or ()),
        words("Which processes you assess: basic, full, or ids with commas between them. Blank: full."),
    )
    levels = [str(level.level) for level in framework.levels if level.level > 0]
    yield HeadLine(
        "highest_level",
        str(answers.highest_level or ""),
        words("The highest level you assess. Blank: all levels."),
        choices=levels,
    )
    yield HeadLine(
        "method",
        answers.method or "",
        words("How ratings are summed up for an attribute. Blank: {method}.", method=framework.default_method),
        choices=framework.methods,
    )
    yield HeadLine(
        "scale",
        str(answers.scale or ""),
        words("4 letters (N, P, L, F), or 6 with P-, P+, L- and L+. Blank: {points}.", points=framework.default_scale),
        choices=[str(scale.points) for scale in framework.scales],
    )
    yield HeadLine(
        "chosen",
        ", ".join(answers.chosen or ()),
        words("Only for maturity level 4: the processes that your city puts forward, with commas between them."),
    )
    yield HeadLine(
        "framework",
        answers.framework or "",
        words("The measurement framework. Blank: {framework}.", framework=framework.name),
    )


def _last(answers: Answers, words: Words) -> Iterator[HeadLine]:
    yield HeadLine(
        "language",
        answers.language or "",
        words("The language of result and report, unless another one is asked for."),
        choices=LANGUAGES,
    )
    if answers.invented:
        yield HeadLine("invented", "true", words("These answers were invented as an example."), fixed=True)
