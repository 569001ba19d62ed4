"""`migrate`: answers to one version of a questionnaire become answers to the next; a list says what became of each."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from assessment.cli.answers import read_any
from assessment.cli.command import (
    Command,
    Misused,
    add_answers,
    add_force,
    add_json,
    add_language,
    keep_ending,
    keep_input,
)
from assessment.cli.files import check_free, read_input, refused, write_output
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.loading import dump_answers, load_library, parse_answers
from assessment.loading.mappings import read_mapping
from assessment.moving import move
from locales.words import Words
from locales.words import words as words_in
from models.answers import Answers
from models.mapping import MappingFile
from models.message import say
from models.moving import Move
from models.problem import InputRefused
from models.questionnaire import Library
from reports.content.moving import AWAY, KINDS, REASONS

_MANUAL = Manual(
    name="migrate",
    purpose=say("move answers to a newer version of the questionnaire"),
    synopsis="--answers OLD --mapping FILE (-o NEW [--force] | --dry-run) [--language de|en] [--json]",
    description=(
        say(
            "Takes answers from the version that they name to the one that the mapping leads to, and lists what "
            "carries over, what has to be asked again and what falls away. Nothing is guessed: a rating that is not "
            "certain any more is asked again, and its note and evidence go along."
        ),
        say(
            "Both versions have to be in the folder of the questionnaires; how to keep an earlier one there, and how "
            "to write a mapping, says questionnaires/README.md. The old file is never changed. The new one names no "
            "day: it is a new assessment."
        ),
        say("With --dry-run nothing is written."),
    ),
    examples=(
        (
            "python -m assessment migrate --answers 2024.yaml --mapping from-1.0.0.yaml --dry-run",
            say("See what would happen:"),
        ),
        (
            "python -m assessment migrate --answers 2024.yaml --mapping from-1.0.0.yaml -o 2026.yaml",
            say("Begin the next assessment:"),
        ),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    mapping = Help(say("The mapping from the version of the answers to the next, a YAML file."))
    parser.add_argument("--mapping", required=True, type=Path, metavar="FILE", help=mapping)
    parser.add_argument("-o", "--output", type=Path, metavar="NEW", help=Help(say("The answers file to write.")))
    parser.add_argument("--dry-run", action="store_true", help=Help(say("Only list what would happen.")))
    add_force(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    _check(arguments)
    library = load_library(surroundings.questionnaires)
    nothing = argparse.Namespace(framework=None, scale=None, highest_level=None)
    answers = read_any(arguments.answers, library, nothing).answers
    mapping = read_mapping(read_input(arguments.mapping), str(arguments.mapping), library)
    _fit(arguments, answers, mapping)
    before = library.questionnaire(mapping.questionnaire, mapping.before)
    after = library.questionnaire(mapping.questionnaire, mapping.after)
    moved = move(before, after, answers, mapping)
    data = dump_answers(moved.answers).encode()
    _still_answers(data, arguments, library)
    if not arguments.dry_run:
        taken = None if arguments.force else check_free(arguments.output, data)
        if taken is not None:
            raise InputRefused([taken])
        write_output(arguments.output, data)
    if arguments.json:
        print_json(_as_json(moved, arguments))
        return EXIT_FINE
    words = words_in(arguments.language or answers.language or surroundings.language)
    for line in _told(moved, arguments, words):
        print(line)
    return EXIT_FINE


def _check(arguments: argparse.Namespace) -> None:
    if arguments.dry_run == (arguments.output is not None):
        raise Misused(say("name a file to write with -o, or ask for --dry-run"))
    if arguments.output is not None:
        keep_input(arguments.answers, arguments.output)
        keep_input(arguments.mapping, arguments.output)
        keep_ending(arguments.output, "yaml")


def _fit(arguments: argparse.Namespace, answers: Answers, mapping: MappingFile) -> None:
    if (answers.questionnaire, answers.version) != (mapping.questionnaire, mapping.before):
        found = say("The answers are to {id} {version}", id=answers.questionnaire, version=answers.version)
        expected = say("The mapping begins with {id} {version}", id=mapping.questionnaire, version=mapping.before)
        raise refused(arguments.answers, found, expected)


def _still_answers(data: bytes, arguments: argparse.Namespace, library: Library) -> None:
    """Raises `InputRefused` where the new version does not let a city leave out what the old one let it leave out."""
    parse_answers(data, str(arguments.output or arguments.answers), library)


def _told(moved: Move, arguments: argparse.Namespace, words: Words) -> Iterator[str]:
    yield from (words.say(each) for each in moved.settings)
    yield words("Carries over: {count}", count=len(moved.carried))
    for carried in moved.carried:
        how = f" ({words.say(KINDS[carried.kind])})" if carried.kind in KINDS else ""
        yield f"  {', '.join(carried.before)} -> {carried.after}{how}"
    yield words("Has to be asked: {count}", count=len(moved.again))
    for again in moved.again:
        why = words.text(again.why) if again.why is not None else words.say(REASONS[again.reason])
        yield f"  {again.after}: {why}"
    yield words("Falls away: {count}", count=len(moved.away))
    for away in moved.away:
        yield f"  {away.before}: {words.text(away.why) if away.why is not None else words.say(AWAY)}"
    if arguments.dry_run:
        yield words("Nothing was written.")
    else:
        yield words("Written: {file}", file=str(arguments.output))


def _as_json(moved: Move, arguments: argparse.Namespace) -> dict[str, object]:
    return {
        "carried": [{"from": list(each.before), "to": each.after, "kind": each.kind} for each in moved.carried],
        "again": [{"from": list(each.before), "to": each.after, "reason": each.reason} for each in moved.again],
        "away": [{"from": each.before} for each in moved.away],
        "settings": [str(each) for each in moved.settings],
        "written": None if arguments.dry_run else str(arguments.output),
    }


MIGRATE = Command(_MANUAL, _add_arguments, _run)
