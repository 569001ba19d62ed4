"""`demo`: answers of invented cities, to play with; and a whole network of them in the app."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from assessment.cli.backup import DATABASE_SETTINGS
from assessment.cli.command import Command, add_force, add_json, add_language
from assessment.cli.demo_loading import load_network
from assessment.cli.files import check_free, make_folder, read_input, write_output
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json, print_written
from assessment.cli.surroundings import Surroundings
from assessment.loading import load_library, parse_answers
from locales.words import words as words_in
from models.message import say
from models.problem import InputRefused
from models.questionnaire import Library
from reports import workbook

_EXAMPLES = "examples"
_AS_WORKBOOK = "birkenfurt.yaml"
_MANUAL = Manual(
    name="demo",
    purpose=say("write example answers of invented cities"),
    synopsis="(-o FOLDER [--force] | --load) [--language de|en] [--json]",
    description=(
        say(
            "Writes example answers into a folder, which is made if need be: a small town (birkenfurt.xlsx, a "
            "filled-in workbook), a mid-size city (musterstadt.yaml, the case that trainings discuss, with its "
            "model solution), a large one (brueckenhafen.yaml), and a quick scan (talbrueck-quick-scan.yaml). "
            "All cities, people and facts are invented, and the files say so."
        ),
        say(
            "A file of the same name that holds something else is only replaced with --force; without, nothing "
            "is written. Other files in the folder are left alone."
        ),
        say(
            "With --load the database of the app gets the demonstration network instead: twelve invented cities, three "
            "cohorts, two years of answers. Whoever administers the app leads them, and can remove them there."
        ),
    ),
    examples=(
        ("python -m assessment demo -o examples", say("Write the examples:")),
        ("python -m assessment score --answers examples/musterstadt.yaml", say("And score one of them:")),
        ("python -m assessment demo --load", say("Load the demonstration network into the app:")),
    ),
    environment=DATABASE_SETTINGS,
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--output", type=Path, metavar="FOLDER", help=Help(say("The folder to write to.")))
    where.add_argument(
        "--load", action="store_true", help=Help(say("Load the demonstration network into the database of the app."))
    )
    add_force(parser)
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    if arguments.load:
        return _load(arguments, surroundings)
    library = load_library(surroundings.questionnaires)
    files = dict(_files(surroundings.questionnaires / _EXAMPLES, library))
    written = {arguments.output / name: data for name, data in files.items()}
    in_the_way = [check_free(path, data) for path, data in written.items() if not arguments.force]
    if any(in_the_way):
        raise InputRefused([problem for problem in in_the_way if problem is not None])
    make_folder(arguments.output)
    for path, data in written.items():
        write_output(path, data)
    words = words_in(arguments.language or surroundings.language)
    print_written(written, words, as_json=arguments.json)
    return EXIT_FINE


def _load(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    network = load_network(surroundings)
    counts = {
        "cities": len(network.cities),
        "assessments": sum(len(each.assessments) for each in network.cities),
        "cohorts": len({each.cohort.id for each in network.memberships}),
    }
    if arguments.json:
        print_json({"loaded": counts})
        return EXIT_FINE
    words = words_in(arguments.language or surroundings.language)
    print(words("Loaded: {cities} invented cities, {assessments} assessments, {cohorts} cohorts", **counts))
    return EXIT_FINE


def _files(folder: Path, library: Library) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*.yaml")):
        data = read_input(path)
        if path.name == _AS_WORKBOOK:
            yield path.with_suffix(".xlsx").name, _workbook(data, path, library)
        else:
            yield path.name, _without_editor_line(data)


def _workbook(data: bytes, path: Path, library: Library) -> bytes:
    answers = parse_answers(data, str(path), library)
    return workbook.write(library.questionnaire(answers.questionnaire), answers, words_in(answers.language or "en"))


def _without_editor_line(data: bytes) -> bytes:
    """Without the first line, which leads editors to a schema that is only found beside the questionnaires."""
    first, _, rest = data.partition(b"\n")
    return rest if b"$schema=" in first else data


DEMO = Command(_MANUAL, _add_arguments, _run)
