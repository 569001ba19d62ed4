"""`verify`: a report is held against the inputs that travel inside it."""

import argparse
from pathlib import Path

from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import read_bytes
from assessment.cli.manual import EXIT_FINE, EXIT_INPUT_WRONG, Help, Manual
from assessment.cli.printing import print_json, print_problems
from assessment.cli.surroundings import Surroundings
from assessment.loading import load_library
from locales.words import words as words_in
from models.message import say
from reports.provenance.checking import Verdict, check

_MOST_BYTES = 64_000_000

_MANUAL = Manual(
    name="verify",
    purpose=say("check that a report prints what its inputs give"),
    synopsis="FILE.pdf [--language de|en] [--json]",
    description=(
        say(
            "Takes the answers and settings out of a report (PDF), scores them again, makes every page again, and "
            "compares each printed figure and letter with the ones that come out. A changed figure is named with its "
            "page and heading. Where the same version of this program wrote the file, the look of the pages is "
            "compared as well."
        ),
        say(
            "A public version can be checked like any other: it holds the answers that it shows. A logo is not "
            "compared. A DOCX is made to be edited and cannot be checked; check the PDF of the same report."
        ),
    ),
    examples=(
        ("python -m assessment verify report.pdf", say("Check a report that somebody handed in:")),
        ("python -m assessment verify report.pdf --json", say("The same, for a program:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=Help(say("The report to check.")))
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    data = read_bytes(arguments.file, _MOST_BYTES)
    verdict = check(data, str(arguments.file), load_library(surroundings.questionnaires))
    words = words_in(arguments.language or ("en" if arguments.json else surroundings.language))
    if verdict.problems:
        print_problems(verdict.problems, words, as_json=arguments.json)
        return EXIT_INPUT_WRONG
    if arguments.json:
        print_json(_as_json(verdict))
        return EXIT_FINE
    print(words("Every figure is the one that its inputs give: {count} compared.", count=verdict.figures))
    if not verdict.looks:
        print(
            words(
                "{software} wrote the file, which is not the version that is here: the look of its pages was not "
                "compared.",
                software=verdict.software,
            )
        )
    return EXIT_FINE


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "verified": True,
        "figures": verdict.figures,
        "kind": verdict.kind,
        "version": verdict.version,
        "software": verdict.software,
        "looks_compared": verdict.looks,
    }


VERIFY = Command(_MANUAL, _add_arguments, _run)
