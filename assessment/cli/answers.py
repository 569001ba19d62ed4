"""Answers as a command gets them: read from either form, with the settings of the command line held against them."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from assessment.cli.command import Misused
from assessment.cli.files import read_input
from assessment.cli.looking import answers_in
from assessment.cli.surroundings import Surroundings
from assessment.loading import CommandLine, Reading, load_library, read_answers
from assessment.scoring import score
from locales.words import Words
from locales.words import words as words_in
from models.answers import Answers
from models.framework import Framework, Method, Points
from models.message import say
from models.problem import InputRefused, Problem
from models.profile import Result
from models.questionnaire import CapabilityModel, Library, Questionnaire
from reports.workbook import is_workbook, read


class Settings(TypedDict):
    """The settings of the command line; None where it says nothing."""

    framework: str | None
    method: Method | None
    scale: Points | None
    highest_level: int | None


@dataclass(frozen=True)
class Scored:
    """Answers, what was asked, what came out, and the words to say it in."""

    questionnaire: Questionnaire
    answers: Answers
    warnings: tuple[Problem, ...]
    result: Result
    words: Words


def read_any(path: Path, library: Library, arguments: argparse.Namespace) -> Reading:
    """The answers in a file of either form. Raises `InputRefused`.

    Args:
        path: the file.
        library: the questionnaires there are.
        arguments: the options; a scale, a framework and a highest level among them decide what may be answered.
    """
    data = read_input(path)
    reader = read if is_workbook(data) else read_answers
    said = CommandLine(arguments.framework, arguments.scale, arguments.highest_level)
    return reader(data, str(path), library, said)


def read_folder(folder: Path, library: Library, arguments: argparse.Namespace) -> tuple[Answers, ...]:
    """The answers of all files in a folder, as `read_any` reads them. Raises `InputRefused` with all problems."""
    problems: list[Problem] = []
    found: list[Answers] = []
    for path in answers_in(folder):
        try:
            found.append(read_any(path, library, arguments).answers)
        except InputRefused as refused:
            problems += refused.problems
    if problems:
        raise InputRefused(problems)
    return tuple(found)


def scored(arguments: argparse.Namespace, surroundings: Surroundings) -> Scored:
    """Reads and scores the answers that the options name.

    Raises:
        InputRefused: where the answers have problems.
        Misused: where a setting does not exist for these answers.
    """
    library = load_library(surroundings.questionnaires)
    reading = read_any(arguments.answers, library, arguments)
    questionnaire = library.questionnaire(reading.answers.questionnaire, reading.answers.version)
    settings = settings_of(arguments)
    _check(settings, questionnaire, reading.answers)
    result = score(questionnaire, reading.answers, **settings)
    language = arguments.language or reading.answers.language or surroundings.language
    return Scored(questionnaire, reading.answers, reading.warnings, result, words_in(language))


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings as the options say them."""
    return Settings(
        framework=arguments.framework,
        method=arguments.method,
        scale=arguments.scale,
        highest_level=arguments.highest_level,
    )


def _check(settings: Settings, questionnaire: Questionnaire, answers: Answers) -> None:
    if not isinstance(questionnaire, CapabilityModel):
        if any(value is not None for value in settings.values()):
            raise Misused(say("a quick scan has no framework, method, scale or highest level to choose"))
        return
    known = {framework.id: framework for framework in questionnaire.frameworks}
    wanted = settings["framework"] or answers.framework or questionnaire.head.framework
    if wanted not in known:
        raise Misused(say("there is no framework {id}; there are {ids}", id=wanted, ids=", ".join(known)))
    _check_against(settings, known[wanted])


def _check_against(settings: Settings, framework: Framework) -> None:
    if settings["method"] not in (None, *framework.methods):
        method = settings["method"] or ""
        raise Misused(say("{framework} does not know the method {method}", framework=framework.id, method=method))
    if settings["scale"] not in (None, *(scale.points for scale in framework.scales)):
        points = settings["scale"] or 0
        raise Misused(say("{framework} has no scale of {points} letters", framework=framework.id, points=points))
    if settings["highest_level"] not in (None, *range(1, framework.highest_level + 1)):
        highest, level = framework.highest_level, settings["highest_level"] or 0
        raise Misused(
            say("the highest level is a number from 1 to {highest}, not {level}", highest=highest, level=level)
        )
