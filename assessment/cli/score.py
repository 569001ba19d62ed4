"""`score`: what answers amount to, for people and for programs."""

import argparse
import sys

from assessment.cli.answers import scored
from assessment.cli.command import Command, add_answers, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Manual
from assessment.cli.printing import in_words, print_json, problem_json
from assessment.cli.surroundings import Surroundings
from assessment.cli.telling import tell
from assessment.scoring import as_json
from locales.words import words as words_in
from models.message import say

_MANUAL = Manual(
    name="score",
    purpose=say("score answers: profile, levels, and why"),
    synopsis=(
        "--answers FILE [--framework ID] [--method mean|median|survey-midpoints|lowest] [--scale 4|6] "
        "[--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Reads an answers file or a filled-in workbook and prints the profile: per process its level and the "
            "ratings of its attributes, per dimension the mean, then what keeps each process from its next "
            "level, what to bear in mind, and last the maturity level of the city. Answers that are missing or "
            "unknown make ranges, never guesses."
        ),
        say(
            "With --json the same is printed for programs, with the trace of each number down to the answers. Its keys "
            "are explained in docs/method/scores-json.md. A provisional result is no error."
        ),
    ),
    examples=(
        ("python -m assessment score --answers our-answers.xlsx", say("Score a filled-in workbook:")),
        ("python -m assessment score --answers city.yaml --method lowest", say("See what the strictest method says:")),
        (
            "python -m assessment score --answers city.yaml --json | jq '.processes[\"PAR.2\"].level'",
            say("Hand one level to another program:"),
        ),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    found = scored(arguments, surroundings)
    if arguments.json:
        # Programs get English sentences unless they ask for others, whoever filled in the answers.
        words = words_in(arguments.language or "en")
        warnings = [problem_json(warning, words) for warning in found.warnings]
        print_json({**as_json(found.result, words.say), "warnings": warnings})
        return EXIT_FINE
    for warning in found.warnings:
        print(in_words(warning, found.words), file=sys.stderr)
    for line in tell(found):
        print(line)
    return EXIT_FINE


SCORE = Command(_MANUAL, _add_arguments, _run)
