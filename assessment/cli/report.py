"""`report`: answers become a report on paper."""

import argparse
import sys

from assessment.cli.answers import Scored, scored
from assessment.cli.command import (
    Command,
    add_answers,
    add_json,
    add_language,
    add_output,
    add_settings,
    keep_ending,
    keep_input,
)
from assessment.cli.files import write_output
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import in_words, print_written
from assessment.cli.surroundings import Surroundings
from locales.words import words as words_in
from models.facts import ReportVersion
from models.message import say
from reports import pdf
from reports.content import build
from reports.handout import Occasion, facts_on

_MANUAL = Manual(
    name="report",
    purpose=say("write the report on answers as a PDF"),
    synopsis=(
        "--answers FILE -o FILE [--public] [--framework ID] [--method mean|median|survey-midpoints|lowest] "
        "[--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Scores an answers file or a filled-in workbook and writes the full report: profile, levels with their "
            "reasons, first steps, one page per process, method, and all answers. The PDF is accessible (PDF/UA-1) and "
            "fit for archives (PDF/A-2a); the same answers give the same file."
        ),
        say(
            "An old file of the same name is replaced once the new one is complete. Where the answers name no "
            "date, the report carries today's."
        ),
    ),
    examples=(
        (
            "python -m assessment report --answers city.yaml -o report.pdf",
            say("Write the report in the city's language:"),
        ),
        (
            "python -m assessment report --answers our-answers.xlsx -o council.pdf --public",
            say("Write it for the council, without notes, evidence and sensitive processes:"),
        ),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    add_output(parser, "FILE", Help(say("The PDF to write.")))
    parser.add_argument(
        "--public",
        action="store_true",
        help=Help(say("Leave out notes, evidence, and the processes that the model marks as sensitive.")),
    )
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    keep_input(arguments.answers, arguments.output)
    keep_ending(arguments.output, "pdf")
    found = scored(arguments, surroundings)
    if not arguments.json:
        for warning in found.warnings:
            print(in_words(warning, found.words), file=sys.stderr)
    version: ReportVersion = "public" if arguments.public else "internal"
    write_output(arguments.output, _pdf(found, Occasion(surroundings.today, version=version)))
    print_written([arguments.output], words_in(surroundings.language), as_json=arguments.json)
    return EXIT_FINE


def _pdf(found: Scored, occasion: Occasion) -> bytes:
    facts = facts_on(found.answers, occasion)
    return pdf.write(build(found.questionnaire, found.answers, found.result, found.words, facts=facts))


REPORT = Command(_MANUAL, _add_arguments, _run)
