"""`check`: every problem of questionnaires and answers, before anybody relies on them."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import read_input
from assessment.cli.looking import Found, looked_for
from assessment.cli.manual import EXIT_FINE, EXIT_INPUT_WRONG, Help, Manual
from assessment.cli.printing import print_json, print_problems, problem_json
from assessment.cli.surroundings import Surroundings
from assessment.loading import check, load_library
from locales.words import Words
from locales.words import words as words_in
from models.message import say
from models.problem import InputRefused, Problem, in_reading_order
from reports.workbook import read

_MANUAL = Manual(
    name="check",
    purpose=say("find every problem in questionnaires and answers"),
    synopsis="[FILE|FOLDER ...] [--strict] [--language de|en] [--json]",
    description=(
        say(
            "Reads questionnaires, answers files and filled-in workbooks, and prints each problem with its "
            "place, what was found, what was expected and the likeliest remedy. All problems are found in one "
            "run. Without a name, the questionnaires that come with the program are checked; in a folder, and in "
            "those below it, the files that end in .yaml, .yml or .xlsx."
        ),
        say(
            "A missing translation, or an answer that will not count, is a warning: it is printed and does no harm, "
            "unless --strict is given."
        ),
    ),
    examples=(
        ("python -m assessment check", say("Check the questionnaires:")),
        ("python -m assessment check our-answers.xlsx", say("Check a filled-in workbook before the workshop:")),
        ("python -m assessment check --strict --json questionnaires > problems.json", say("Check in a pipeline:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER", help=Help(say("What to check.")))
    parser.add_argument("--strict", action="store_true", help=Help(say("Let warnings count as problems.")))
    add_language(parser, usually=say("that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    words = words_in(arguments.language or ("en" if arguments.json else surroundings.language))
    files = looked_for(arguments.paths or [surroundings.questionnaires])
    problems = in_reading_order([*files.problems, *_problems(files, surroundings)])
    if arguments.json:
        print_json({"problems": [problem_json(each, words) for each in problems], "checked": files.count})
    else:
        print_problems(problems, words, as_json=False)
        print(_summary(problems, words))
        print(words("Files checked: {count}", count=files.count))
    counted = [problem for problem in problems if arguments.strict or problem.severity == "error"]
    return EXIT_INPUT_WRONG if counted else EXIT_FINE


def _problems(files: Found, surroundings: Surroundings) -> Iterator[Problem]:
    # A workbook that is called a text file is found in its folder too; there it is no text.
    workbooks = {str(each) for each in files.workbooks}
    texts = check(files.texts, questionnaires=surroundings.questionnaires)
    yield from (each for each in texts if each.place.file not in workbooks)
    for workbook in files.workbooks:
        yield from _of_workbook(workbook, surroundings)


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
