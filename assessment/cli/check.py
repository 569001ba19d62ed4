"""`check`: every problem of questionnaires and answers, before anybody relies on them."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import read_input
from assessment.cli.manual import EXIT_FINE, EXIT_INPUT_WRONG, Manual
from assessment.cli.printing import print_problems
from assessment.cli.surroundings import Surroundings
from assessment.loading import check, load_library
from locales.words import Words
from locales.words import words as words_in
from models.problem import InputRefused, Problem
from reports.workbook import is_workbook, read

_MANUAL = Manual(
    name="check",
    purpose="find every problem in questionnaires and answers",
    synopsis="[FILE|FOLDER ...] [--strict] [--language de|en] [--json]",
    description=(
        "Reads questionnaires, answers files and filled-in workbooks, and prints each problem with its place, what "
        "was found, what was expected and the likeliest remedy. All problems are found in one run. Without a name, "
        "the questionnaires that come with the program are checked.",
        "A missing translation, or an answer that will not count, is a warning: it is printed and does no harm, "
        "unless --strict is given.",
    ),
    examples=(
        ("python -m assessment check", "Check the questionnaires:"),
        ("python -m assessment check our-answers.xlsx", "Check a filled-in workbook before the workshop:"),
        ("python -m assessment check --strict --json questionnaires > problems.json", "Check in a pipeline:"),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER", help="What to check.")
    parser.add_argument("--strict", action="store_true", help="Let warnings count as problems.")
    add_language(parser, usually="that of the terminal; with --json English")
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    words = words_in(arguments.language or ("en" if arguments.json else surroundings.language))
    problems = tuple(_problems(arguments.paths or [surroundings.questionnaires], surroundings))
    print_problems(problems, words, as_json=arguments.json)
    if not arguments.json:
        print(_summary(problems, words))
    counted = [problem for problem in problems if arguments.strict or problem.severity == "error"]
    return EXIT_INPUT_WRONG if counted else EXIT_FINE


def _problems(paths: Sequence[Path], surroundings: Surroundings) -> Iterator[Problem]:
    workbooks = [workbook for path in paths for workbook in _workbooks(path)]
    others = [path for path in paths if path not in workbooks]
    yield from check(others, questionnaires=surroundings.questionnaires)
    for workbook in workbooks:
        yield from _of_workbook(workbook, surroundings)


def _workbooks(path: Path) -> Iterable[Path]:
    """The workbooks that a name stands for. What a spreadsheet program keeps beside an open one is none."""
    if path.is_dir():
        return sorted(each for each in path.rglob("*.xlsx") if not each.name.startswith(("~$", ".~")))
    return [path] if path.is_file() and is_workbook(read_input(path)) else []


def _of_workbook(path: Path, surroundings: Surroundings) -> tuple[Problem, ...]:
    try:
        return read(read_input(path), str(path), load_library(surroundings.questionnaires)).warnings
    except InputRefused as refused:
        return refused.problems


def _summary(problems: Sequence[Problem], words: Words) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    if not problems:
        return words("No problems found.")
    return words("Errors: {errors}. Warnings: {warnings}.", errors=errors, warnings=len(problems) - errors)


CHECK = Command(_MANUAL, _add_arguments, _run)
