"""`template`: a questionnaire to fill in, as a workbook, as a file or on paper."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce

from assessment.cli.blank import blank_yaml
from assessment.cli.command import Command, Misused, add_force, add_json, add_language, add_output, keep_ending
from assessment.cli.files import check_free, write_output
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_written
from assessment.cli.surroundings import Surroundings
from assessment.cli.unknown import unknown_process
from assessment.loading import load_library
from assessment.loading.spelling import did_you_mean
from assessment.scoring.scope import in_scope
from locales.words import Words
from locales.words import words as words_in
from models.answers import Answers
from models.assessment import Scope
from models.message import say
from models.problem import InputRefused
from models.questionnaire import CapabilityModel, Library, Questionnaire, QuickScan
from reports import pdf, workbook
from reports.paper import USUAL_LEVEL, questionnaire_paper

_MANUAL = Manual(
    name="template",
    purpose=say("write a questionnaire to fill in"),
    synopsis=(
        "--questionnaire urban-diplomacy|quick-scan --format xlsx|yaml|pdf -o FILE [--language de|en] "
        "[--processes basic|ID,ID,...] [--levels N] [--force] [--json]"
    ),
    description=(
        say(
            "Writes a blank questionnaire: a workbook for a spreadsheet program, an answers file for a text "
            "editor, or an accessible paper questionnaire as a PDF. Ids are the same in all of them; what is "
            "written on paper can be typed into either. Filled in, workbook and file go into score and report."
        ),
        say(
            "In the workbook the questions of the higher levels are folded away, so that asking for all of them costs "
            "nothing. Paper asks up to level {level} unless --levels says otherwise.",
            level=USUAL_LEVEL,
        ),
        say("A file of that name that holds something else, such as answers, is only replaced with --force."),
    ),
    examples=(
        (
            "python -m assessment template --questionnaire quick-scan --format xlsx --language de -o schnellcheck.xlsx",
            say("Twenty minutes for a first look, in German:"),
        ),
        (
            "python -m assessment template --questionnaire urban-diplomacy --format xlsx --processes basic --levels 2 "
            "-o basic.xlsx",
            say("The nine basic processes, for a small town:"),
        ),
        (
            "python -m assessment template --questionnaire urban-diplomacy --format pdf --processes PAR.1,PAR.2 "
            "-o partnerships.pdf",
            say("Two processes on paper, for a department:"),
        ),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--questionnaire",
        required=True,
        metavar="ID",
        help=Help(say("urban-diplomacy for an assessment, or quick-scan.")),
    )
    parser.add_argument(
        "--format", required=True, choices=tuple(_FORMATS), help=Help(say("Workbook, text file or paper."))
    )
    add_output(parser, "FILE", Help(say("The file to write.")))
    add_language(parser, usually=say("that of the terminal"))
    parser.add_argument(
        "--processes",
        metavar="basic|ID,ID,...",
        help=Help(say("Ask about the basic set, or about these processes. Default: all.")),
    )
    parser.add_argument("--levels", type=int, metavar="N", help=Help(say("Ask up to this level. Default: all levels.")))
    add_force(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    keep_ending(arguments.output, arguments.format)
    library = load_library(surroundings.questionnaires)
    questionnaire = _questionnaire(library, arguments.questionnaire)
    words = words_in(arguments.language or surroundings.language)
    answers = _blank(questionnaire, arguments, words)
    data = _FORMATS[arguments.format](questionnaire, answers, words)
    in_the_way = None if arguments.force else check_free(arguments.output, data)
    if in_the_way is not None:
        raise InputRefused([in_the_way])
    write_output(arguments.output, data)
    print_written([arguments.output], words_in(surroundings.language), as_json=arguments.json)
    return EXIT_FINE


def _questionnaire(library: Library, wanted: str) -> Questionnaire:
    if wanted not in library.ids:
        hint = did_you_mean(wanted, library.ids) or say("There are {ids}.", ids=", ".join(library.ids))
        raise Misused(say("there is no questionnaire {id}. {hint}", id=wanted, hint=hint))
    return library.questionnaire(wanted)


def _blank(questionnaire: Questionnaire, arguments: argparse.Namespace, words: Words) -> Answers:
    """Answers without any answer: they say what is to be asked."""
    blank = Answers(questionnaire.id, questionnaire.version, city="", language=words.language)
    if not isinstance(questionnaire, CapabilityModel):
        if arguments.processes is not None or arguments.levels is not None:
            raise Misused(say("a quick scan always asks all of its questions: no --processes, no --levels"))
        return blank
    highest = questionnaire.framework().highest_level
    if arguments.levels not in (None, *range(1, highest + 1)):
        raise Misused(
            say("--levels takes a number from 1 to {highest}, not {level}", highest=highest, level=arguments.levels)
        )
    return replace(blank, scope=_scope(questionnaire, arguments.processes), highest_level=arguments.levels)


def _scope(model: CapabilityModel, wanted: str | None) -> Scope | None:
    if wanted is None or wanted == "full":
        return None
    if wanted == "basic":
        return "basic"
    ids = tuple(dict.fromkeys(part.strip() for part in wanted.split(",") if part.strip()))
    known = [process.id for process in model.processes]
    unknown = [unknown_process(each, known) for each in ids if each not in known]
    if unknown:
        raise Misused(reduce(lambda before, each: say("{before}; {part}", before=before, part=each), unknown))
    if not ids:
        raise Misused(say("--processes names no process"))
    return ids


def _xlsx(questionnaire: Questionnaire, answers: Answers, words: Words) -> bytes:
    return workbook.write(questionnaire, answers, words)


def _yaml(questionnaire: Questionnaire, answers: Answers, words: Words) -> bytes:
    return blank_yaml(questionnaire, answers, words).encode()


def _paper(questionnaire: Questionnaire, answers: Answers, words: Words) -> bytes:
    processes = None if isinstance(questionnaire, QuickScan) else sorted(in_scope(questionnaire, answers))
    highest = answers.highest_level or USUAL_LEVEL
    return pdf.write(questionnaire_paper(questionnaire, words, processes, highest_level=highest))


_FORMATS: Mapping[str, Callable[[Questionnaire, Answers, Words], bytes]] = {
    "xlsx": _xlsx,
    "yaml": _yaml,
    "pdf": _paper,
}

TEMPLATE = Command(_MANUAL, _add_arguments, _run)
