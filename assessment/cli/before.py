"""What a report on the command line lays beside the result: the same city on earlier days, scored alike."""

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assessment.cli.answers import Scored, read_any, settings_of
from assessment.cli.command import Misused
from assessment.loading import load_library
from assessment.trend import course, past, trends
from models.answers import Answers
from models.message import say
from models.profile import Profile
from models.questionnaire import Library
from models.trend import Past
from reports.content.case import Context, Earlier


def beside(found: Scored, arguments: argparse.Namespace, questionnaires: Path, today: datetime.date) -> Context:
    """The last earlier result, and how the dimensions moved over all of them.

    Args:
        found: the result.
        arguments: the options; those that decide how the result is scored hold for the earlier ones too.
        questionnaires: the folder of the questionnaires.
        today: the day of the result, where its answers name none.

    Raises:
        InputRefused: where a file cannot be read.
        Misused: where one is about something else, or names no day before that of the result.
    """
    if not arguments.earlier:
        return Context()
    library = load_library(questionnaires)
    day = datetime.date.fromisoformat(found.answers.date) if found.answers.date else today
    before = [_read(each, found, library, arguments, day) for each in arguments.earlier]
    now = past("", "", found.questionnaire, _settled(found.answers, arguments), date=day)
    row = trends([*before, now], library)[0]
    return Context(earlier=_last(row.pasts[:-1], found), course=course(row))


def _last(before: Sequence[Past], found: Scored) -> Earlier | None:
    last = before[-1]
    if last.date is None or not isinstance(last.result, Profile):
        return None
    alike = last.questionnaire.rules_digest == found.questionnaire.rules_digest
    return Earlier(found.words.date(last.date), last.date, last.result, alike)


def _read(path: Path, found: Scored, library: Library, arguments: argparse.Namespace, now: datetime.date) -> Past:
    answers = read_any(path, library, arguments).answers
    if answers.questionnaire != found.questionnaire.id:
        raise Misused(say("{file} answers another questionnaire than the report is about", file=str(path)))
    if answers.city.casefold() != found.answers.city.casefold():
        raise Misused(say("{file} is about another city: {city}", file=str(path), city=answers.city))
    if answers.date is None:
        raise Misused(say("{file} names no date; an earlier assessment needs one", file=str(path)))
    day = datetime.date.fromisoformat(answers.date)
    if day >= now:
        raise Misused(
            say(
                "{file} is of {day}, which is not before {now}",
                file=str(path),
                day=day.isoformat(),
                now=now.isoformat(),
            )
        )
    return past(
        "", "", library.questionnaire(answers.questionnaire, answers.version), _settled(answers, arguments), date=day
    )


def _settled(answers: Answers, arguments: argparse.Namespace) -> Answers:
    """The answers with the settings that the options name."""
    said = settings_of(arguments)
    return replace(
        answers,
        framework=said["framework"] or answers.framework,
        method=said["method"] or answers.method,
        scale=said["scale"] or answers.scale,
        highest_level=said["highest_level"] or answers.highest_level,
    )
