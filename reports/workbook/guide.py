"""The first sheet: how to fill in the workbook, and what each rating means, in the language of the workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assessment.loading.spoken import confidence_word, rating_word
from locales.words import Words
from models.answers import Answers
from models.framework import Rating, Scale
from models.questionnaire import ModelFile, Questionnaire, QuickScan, QuickScanFile
from reports.workbook.form import ANSWERS_SHEET, HEAD_SHEET


@dataclass(frozen=True, slots=True)
class GuideLine:
    """One line of the guide: a short mark (a number, a letter) and a text."""

    kind: Literal["title", "heading", "text"]
    mark: str
    text: str


def guide(questionnaire: Questionnaire, answers: Answers, words: Words) -> Iterator[GuideLine]:
    """The lines of the guide."""
    if isinstance(questionnaire, QuickScan):
        head, steps, legend = questionnaire.file, _scan_steps(words), _scan_legend(questionnaire, words)
        return _guide(head, steps, legend, words)
    framework = questionnaire.framework(answers.framework)
    scale = framework.scale(answers.scale or framework.default_scale)
    return _guide(questionnaire.head, _model_steps(words), _model_legend(scale, words), words)


def _guide(
    head: ModelFile | QuickScanFile, steps: Iterator[str], legend: Iterator[GuideLine], words: Words
) -> Iterator[GuideLine]:
    yield GuideLine("title", "", words.text(head.name))
    yield GuideLine("text", "", words("Version {version}. A self-assessment.", version=head.version))
    yield GuideLine("heading", "", words("How to fill in this workbook"))
    for number, step in enumerate([*steps, *_last_steps(words)], start=1):
        yield GuideLine("text", str(number), step)
    yield GuideLine("heading", "", words("What may stand in the column rating"))
    yield from legend
    yield GuideLine("heading", "", words("About this questionnaire"))
    yield GuideLine("text", "", words.text(head.notice))


def _model_steps(words: Words) -> Iterator[str]:
    yield from _first_step(words)
    yield words(
        "Sheet {sheet}: choose a rating for each result of a process. Rate how your city has worked in the last "
        "twelve months, not the people.",
        sheet=ANSWERS_SHEET,
    )
    yield words(
        "The questions of the levels above 1 are folded: open them with the plus sign at the left as soon as "
        "the level below is reached. What you do not rate stays open."
    )
    yield words(
        "If a process does not concern your city at all, choose {not_applicable} in the line of the process and "
        "say why in the column reason. The processes of the basic set always count.",
        not_applicable=rating_word("not_applicable", words.language),
    )


def _scan_steps(words: Words) -> Iterator[str]:
    yield from _first_step(words)
    yield words(
        "Sheet {sheet}: choose for each question the number of the statement that describes your city best today. "
        "Optional questions may stay empty.",
        sheet=ANSWERS_SHEET,
    )


def _first_step(words: Words) -> Iterator[str]:
    yield words("Sheet {sheet}: enter your city. Everything else there may stay as it is.", sheet=HEAD_SHEET)


def _last_steps(words: Words) -> Iterator[str]:
    yield words(
        "Add a note (why this rating?), evidence (one piece a line: a document, a decision, a link) and how sure you "
        "are: {high}, {medium} or {low}.",
        **{level: confidence_word(level, words.language) for level in ("high", "medium", "low")},
    )
    yield words(
        "You may move, hide, colour and sort lines, and add sheets. Only the column id and the names in the first line "
        "of the sheet must stay."
    )
    yield words("Save as an Excel workbook (.xlsx), without macros and without a password.")


def _model_legend(scale: Scale, words: Words) -> Iterator[GuideLine]:
    below = Decimal(0)
    for rating in scale.ratings:
        yield GuideLine("text", rating.letter, _band(below, rating, words))
        below = rating.up_to
    yield _dont_know(words)
    yield GuideLine(
        "text",
        rating_word("not_applicable", words.language),
        words("This cannot concern your city. The column reason says why."),
    )


def _band(below: Decimal, rating: Rating, words: Words) -> str:
    low, high = (words.number(Fraction(bound), 0 if bound == int(bound) else 1) for bound in (below, rating.up_to))
    if below == 0:
        return words("{name}: {low} to {high} per cent", name=rating.name, low=low, high=high)
    return words("{name}: more than {low} to {high} per cent", name=rating.name, low=low, high=high)


def _scan_legend(scan: QuickScan, words: Words) -> Iterator[GuideLine]:
    for stage in scan.framework.stages:
        yield GuideLine("text", str(stage.stage), words.text(stage.name))
    yield _dont_know(words)


def _dont_know(words: Words) -> GuideLine:
    return GuideLine(
        "text",
        rating_word("dont_know", words.language),
        words("Nobody asked could judge it. The result stays open between its lowest and its highest value."),
    )
