"""Finds the command that is meant, runs it, and turns what happens into an exit code."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

from assessment.cli.account import ACCOUNT
from assessment.cli.audit import AUDIT
from assessment.cli.backup import BACKUP
from assessment.cli.benchmark import BENCHMARK
from assessment.cli.check import CHECK
from assessment.cli.command import Command, Misused
from assessment.cli.demo import DEMO
from assessment.cli.gap import GAP
from assessment.cli.manual import (
    EXIT_INPUT_WRONG,
    EXIT_INTERRUPTED,
    EXIT_PIPE_CLOSED,
    EXIT_USAGE,
    PROGRAM,
    Help,
    Manual,
    ManualParser,
)
from assessment.cli.match import MATCH
from assessment.cli.migrate import MIGRATE
from assessment.cli.path import PATH
from assessment.cli.printing import print_problems
from assessment.cli.report import REPORT
from assessment.cli.restore import RESTORE
from assessment.cli.schemas import SCHEMAS_COMMAND
from assessment.cli.score import SCORE
from assessment.cli.surroundings import Surroundings
from assessment.cli.template import TEMPLATE
from assessment.cli.trend import TREND
from assessment.cli.verify import VERIFY
from assessment.cli.why import WHY
from assessment.loading.system import reason
from locales.product import NAME, SOFTWARE
from locales.words import Words
from locales.words import words as words_in
from models.authored import LANGUAGES, Language
from models.message import say
from models.problem import InputRefused, Place, Problem

COMMANDS: Mapping[str, Command] = {
    command.manual.name: command
    for command in (
        TEMPLATE,
        CHECK,
        SCORE,
        WHY,
        GAP,
        PATH,
        TREND,
        MIGRATE,
        BENCHMARK,
        MATCH,
        REPORT,
        VERIFY,
        DEMO,
        BACKUP,
        RESTORE,
        AUDIT,
        ACCOUNT,
        SCHEMAS_COMMAND,
    )
}

_MANUAL = Manual(
    name="",
    purpose=say("{name}: find out how mature a city's urban diplomacy is", name=NAME),
    synopsis="COMMAND [OPTION ...]",
    description=(
        say(
            "Writes questionnaires to fill in, checks and scores the answers, and makes a report of them; copies "
            "what the app keeps, and puts it back. Everything happens on this computer; nothing is stored but "
            "what is asked for."
        ),
    ),
    commands=tuple((name, command.manual.purpose) for name, command in COMMANDS.items()),
    examples=(
        ("python -m assessment demo -o examples", say("Write example answers of invented cities:")),
        ("python -m assessment score --answers examples/musterstadt.yaml", say("Score one of them:")),
        ("python -m assessment report --help", say("Read the manual page of one command:")),
    ),
)


def main(argv: Sequence[str], surroundings: Surroundings) -> int:
    """Runs one command.

    Args:
        argv: the words after `python -m assessment`.
        surroundings: what the command finds around it.

    Returns:
        The exit code, as every manual page explains it.
    """
    try:
        code = _dispatched(argv, surroundings)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has gone (`| head`).
        return _without_output(EXIT_PIPE_CLOSED)
    except OSError as error:
        return _output_failed(error, surroundings)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return code


def _dispatched(argv: Sequence[str], surroundings: Surroundings) -> int:
    command = COMMANDS.get(argv[0]) if argv else None
    try:
        if command is None:
            return _without_command(argv, words_in(surroundings.language))
        return _run(command, argv[1:], surroundings)
    except SystemExit as ended:
        # argparse ends --help, --version and wrong usage like this.
        return int(ended.code or 0)


def _without_command(argv: Sequence[str], words: Words) -> int:
    parser = ManualParser(_MANUAL, words)
    parser.add_argument("--version", action="version", version=SOFTWARE, help=Help(say("Print the version and exit.")))
    parser.add_argument("command", choices=tuple(COMMANDS), metavar="COMMAND")
    parser.parse_args(argv)
    return EXIT_USAGE


def _run(command: Command, argv: Sequence[str], surroundings: Surroundings) -> int:
    parser = ManualParser(command.manual, words_in(_asked(argv) or surroundings.language))
    command.add_arguments(parser)
    arguments = parser.parse_args(argv)
    try:
        return command.run(arguments, surroundings)
    except Misused as misused:
        if not arguments.json:
            parser.refuse(misused.message)
        print_problems([_misuse(misused, command)], words_in(arguments.language or "en"), as_json=True)
        return EXIT_USAGE
    except InputRefused as refused:
        language = arguments.language or ("en" if arguments.json else surroundings.language)
        print_problems(refused.problems, words_in(language), as_json=arguments.json)
        return EXIT_INPUT_WRONG


def _asked(argv: Sequence[str]) -> Language | None:
    """The language that the options ask for; so that also what cannot be understood is answered in it."""
    apart = [value for name, value in pairwise((*argv, "")) if name == "--language"]
    said = [*apart, *(each.removeprefix("--language=") for each in argv if each.startswith("--language="))]
    return next((each for each in LANGUAGES if each in said), None)


def _misuse(misused: Misused, command: Command) -> Problem:
    """What was not understood, for programs."""
    expected = say("{command} explains the options", command=f"{command.manual.call} --help")
    return Problem(Place("command line"), "", misused.message, expected)


def _output_failed(error: OSError, surroundings: Surroundings) -> int:
    """What was printed could not be written: the disk is full, for instance."""
    with suppress(OSError):
        words = words_in(surroundings.language)
        message = words("The output cannot be written: {reason}", reason=reason(error))
        print(f"{PROGRAM}: {message}", file=sys.stderr, flush=True)
    return _without_output(EXIT_INPUT_WRONG)


def _without_output(code: int) -> int:
    """The exit code, after what Python still wants to flush at the end was sent nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return code
