"""`trend`: how a city changed from one answers file to the next."""

import argparse
import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from assessment.cli.answers import read_any
from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import refused
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.cli.tables import aligned
from assessment.loading import load_library
from assessment.trend import past, trends
from locales.words import Words
from locales.words import words as words_in
from models.answers import Answers
from models.message import say
from models.problem import InputRefused, Problem
from models.questionnaire import CapabilityModel, Library
from models.trend import Break, Change, Past, Span, Trend
from reports.content.trend import findings, process_rows
from reports.content.trend_words import break_words, model_of, moment, span_words
from reports.document import Items, Paragraph

_MANUAL = Manual(
    name="trend",
    purpose=say("see how a city changed from one assessment to the next"),
    synopsis="FILE [FILE ...] [--language de|en] [--json]",
    description=(
        say(
            "Lays answers of one city in a row, by the day that each file names, and says what rose and what fell "
            "between the last two, then the dimensions and processes over time. Files without a day keep the order "
            "in which they are named. Quick scans stand apart from assessments."
        ),
        say(
            "Where the questions or rules changed from one version of the questionnaire to the next there is a break, "
            "with the share of questions that are the same in both. Each file is scored with the version it names."
        ),
    ),
    examples=(
        ("python -m assessment trend 2024.yaml 2026.xlsx", say("Compare two assessments:")),
        ("python -m assessment trend 2024.yaml 2026.yaml --json | jq '.trends[0].changes'", say("For a program:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    files = Help(say("Answers as a YAML file or a filled-in workbook, in the version of the questions they name."))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=files)
    add_language(parser, usually=say("that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    library = load_library(surroundings.questionnaires)
    found = trends(_pasts(arguments.files, library), library)
    if arguments.json:
        print_json({"trends": [_as_json(each) for each in found]})
        return EXIT_FINE
    words = words_in(arguments.language or surroundings.language)
    for each in found:
        for told in _told(each, words):
            print(told)
    return EXIT_FINE


def _pasts(files: Sequence[Path], library: Library) -> list[Past]:
    """The results of all files. Raises `InputRefused` with every problem of every file."""
    read: list[tuple[Path, Answers]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            read.append((file, read_any(file, library, _NOTHING_SAID).answers))
        except InputRefused as wrong:
            problems.extend(wrong.problems)
    if problems:
        raise InputRefused(problems)
    for file, answers in read[1:]:
        if answers.city != read[0][1].city:
            found = say("These answers are of {city}", city=answers.city)
            raise refused(file, found, say("Expected is the city of the first file, {city}", city=read[0][1].city))
    dated = all(answers.date for _, answers in read)
    return [_past(file, answers, library, dated=dated) for file, answers in read]


_NOTHING_SAID = argparse.Namespace(framework=None, scale=None, highest_level=None)


def _past(file: Path, answers: Answers, library: Library, *, dated: bool) -> Past:
    questionnaire = library.questionnaire(answers.questionnaire, answers.version)
    day = datetime.date.fromisoformat(answers.date) if dated and answers.date else None
    return past(str(file), file.name, questionnaire, answers, date=day)


def _told(trend: Trend, words: Words) -> Iterator[str]:
    of = trend.last.questionnaire
    yield words.text(of.head.name if isinstance(of, CapabilityModel) else of.file.name)
    for block in findings(trend, words):
        match block:
            case Paragraph():
                yield "".join(span.text for span in block.content)
            case Items():
                yield from (f"  {''.join(span.text for span in each)}" for each in block.items)
    for number, each in sorted(trend.breaks.items()):
        if number < len(trend.pasts) - 1:
            yield break_words(each, words, moment(trend.pasts[number], words))
    yield ""
    yield from aligned(list(_dimensions(trend, words)))
    if trend.changes:
        yield ""
        yield from aligned(process_rows(trend, words))
    yield ""


def _dimensions(trend: Trend, words: Words) -> Iterator[list[str]]:
    yield [words("Dimension"), *(moment(each, words) for each in trend.pasts)]
    names = {each.id: words.text(each.name) for each in model_of(trend.last).head.dimensions}
    for key, spans in trend.dimensions.items():
        if any(spans):
            yield [names[key], *(_mean(each, words) for each in spans)]


def _mean(span: Span | None, words: Words) -> str:
    if span is None:
        return span_words(None, words)
    if span.low == span.high:
        return words.number(span.low)
    return words("{low} to {high}", low=words.number(span.low), high=words.number(span.high))


def _as_json(trend: Trend) -> dict[str, object]:
    return {
        "questionnaire": trend.last.questionnaire.id,
        "results": [_result(each) for each in trend.pasts],
        "breaks": [{"before_result": number, **_break(each)} for number, each in sorted(trend.breaks.items())],
        "dimensions": {key: list(map(_span, spans)) for key, spans in trend.dimensions.items()},
        "processes": {key: list(map(_span, spans)) for key, spans in trend.processes.items()},
        "changes": [_change(each) for each in trend.changes],
    }


def _result(each: Past) -> dict[str, object]:
    return {
        "file": each.key,
        "date": None if each.date is None else each.date.isoformat(),
        "version": each.questionnaire.version,
        "rules_digest": each.questionnaire.rules_digest,
    }


def _break(each: Break) -> dict[str, object]:
    return {
        "differences": list(each.differences),
        "same_questions": _share(each.alike),
        "same_questions_of_processes": {key: _share(share) for key, share in each.of_processes.items()},
    }


def _share(share: Fraction) -> dict[str, object]:
    """Exact, and as a decimal for those who only look."""
    return {"exact": str(share), "share": round(float(share), 4)}


def _change(each: Change) -> dict[str, object]:
    return {"process": each.subject, "change": each.shift, "before": _span(each.before), "now": _span(each.now)}


def _span(span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {"low": round(float(span.low), 4), "high": round(float(span.high), 4), "at_least": span.at_least}


TREND = Command(_MANUAL, _add_arguments, _run)
