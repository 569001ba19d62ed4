"""`report`: answers become a report: to read and keep, to edit, to reckon with, to paste."""

import argparse
import sys
from pathlib import Path

from assessment.cli.answers import Scored, scored
from assessment.cli.batch import add_batch, is_batch, run_batch
from assessment.cli.before import beside
from assessment.cli.command import (
    Command,
    Misused,
    add_answers,
    add_json,
    add_language,
    add_output,
    add_settings,
    keep_input,
)
from assessment.cli.files import write_output
from assessment.cli.forms import form_of
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import in_words, print_written
from assessment.cli.surroundings import Surroundings
from locales.words import words as words_in
from models.facts import REPORT_VERSIONS
from models.message import say
from models.profile import Profile
from models.reporting import REPORT_STATES, ReportState
from reports import kinds
from reports.document import Report
from reports.forms import write
from reports.handout import Occasion, case_on
from reports.kinds import KINDS, Kind

_STATES: dict[str, ReportState] = {state.replace(" ", "-"): state for state in REPORT_STATES}

_KINDS = tuple(kind.id for kind in KINDS.values() if not {"published figures", "measures"} & set(kind.needs))
"""The kinds that can be made of answers alone."""

_MANUAL = Manual(
    name="report",
    purpose=say("write a report on answers: as PDF, DOCX, XLSX or text"),
    synopsis=(
        "--answers FILE -o FILE.pdf|.docx|.xlsx|.txt [--kind KIND] [--version internal|public|consultant] "
        "[--state draft|fact-check|confirmed|released] [--sections ID,ID,...] [--earlier FILE ...] [--framework ID] "
        "[--method mean|median|survey-midpoints|lowest] [--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Scores an answers file or a filled-in workbook and writes a report on it; the ending of the file says in "
            "which form. The PDF is accessible (PDF/UA-1) and fit for archives (PDF/A-2a), the DOCX is for editing, "
            "the XLSX holds the figures behind every chart and table. The same answers give the same file."
        ),
        say(
            "Kinds: {kinds}. Without --kind it is the full report, or that of the quick scan.",
            kinds=", ".join(_KINDS),
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
            "python -m assessment report --answers our-answers.xlsx -o public.pdf --version public",
            say("Write it for everybody, without notes, evidence and sensitive processes:"),
        ),
        (
            "python -m assessment report --answers city.yaml --kind council -o council.docx",
            say("Write a paper for the council to paste into your own template:"),
        ),
        (
            "python -m assessment report --answers 2026.yaml --earlier 2022.yaml --earlier 2024.yaml -o report.pdf",
            say("Show how the city changed over three assessments:"),
        ),
        (
            "python -m assessment report --answers city.yaml -o draft.docx --state draft --sections summary,profile",
            say("Write two parts of the full report as a draft to edit:"),
        ),
        (
            "python -m assessment report --answers cities --batch-template -o reports.xlsx",
            say("Write a workbook with a row for each city in a folder of answers:"),
        ),
        (
            "python -m assessment report --answers cities --batch reports.xlsx -o reports.zip",
            say("Make a report for each of its rows, in two processes at once:"),
        ),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    add_output(parser, "FILE", Help(say("The file to write; its ending says in which form.")))
    parser.add_argument("--kind", choices=_KINDS, help=Help(say("Which report.")))
    parser.add_argument(
        "--version",
        choices=REPORT_VERSIONS,
        help=Help(
            say(
                "For whom. Public leaves out notes, evidence, names, and the processes that the model marks as "
                "sensitive; consultant leaves out names. Default: public for mayor and council, else internal."
            )
        ),
    )
    parser.add_argument("--public", action="store_true", help=Help(say("The same as --version public.")))
    parser.add_argument(
        "--state",
        choices=tuple(_STATES),
        default="released",
        help=Help(say("How far it is; printed on every page until it is released.")),
    )
    parser.add_argument(
        "--sections", metavar="ID,ID,...", help=Help(say("Only these parts. A wrong id prints those there are."))
    )
    parser.add_argument(
        "--earlier",
        type=Path,
        action="append",
        metavar="FILE",
        help=Help(
            say(
                "Answers of the same city at an earlier date. May be given several times: the report compares with the "
                "last of them and draws how the dimensions moved over all of them."
            )
        ),
    )
    add_batch(parser)
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    if is_batch(arguments):
        return run_batch(arguments, surroundings)
    for each in (arguments.answers, *(arguments.earlier or ())):
        keep_input(each, arguments.output)
    found = scored(arguments, surroundings)
    kind = _kind(arguments, found)
    form = form_of(arguments.output, kind, kind.forms[0])
    if not arguments.json:
        for warning in found.warnings:
            print(in_words(warning, found.words), file=sys.stderr)
    write_output(arguments.output, write(_report(kind, found, arguments, surroundings), form))
    print_written([arguments.output], words_in(surroundings.language), as_json=arguments.json)
    return EXIT_FINE


def _kind(arguments: argparse.Namespace, found: Scored) -> Kind:
    usual = "full" if isinstance(found.result, Profile) else "quick-scan"
    return KINDS[arguments.kind or usual]


def _report(kind: Kind, found: Scored, arguments: argparse.Namespace, surroundings: Surroundings) -> Report:
    version = arguments.version or ("public" if arguments.public else kind.version)
    occasion = Occasion(surroundings.today, version=version, state=_STATES[arguments.state])
    context = beside(found, arguments, surroundings.questionnaires, surroundings.today)
    asked, given, result = found.questionnaire, found.answers, found.result
    subject = case_on(asked, given, result, found.words, occasion=occasion, context=context)
    lacking = kinds.missing(kind, subject)
    if lacking:
        raise Misused(say("the {kind} report needs: {needs}", kind=kind.id, needs=", ".join(lacking)))
    if arguments.sections is None:
        return kinds.report(kind, subject)
    wanted = [each.strip() for each in arguments.sections.split(",") if each.strip()]
    known = [each.id for each in kinds.parts_of(kind, subject)]
    unknown = [each for each in wanted if each not in known]
    if unknown or not wanted:
        raise Misused(
            say("there is no section {id}; there are {ids}", id=", ".join(unknown) or "–", ids=", ".join(known))
        )
    return kinds.report(kind, subject, wanted)


REPORT = Command(_MANUAL, _add_arguments, _run)
