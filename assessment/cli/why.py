"""`why`: how one number came about, down to the answers."""

import argparse
import textwrap
from collections.abc import Iterator

from assessment.cli.answers import scored
from assessment.cli.command import Command, Misused, add_answers, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.loading.spelling import likeliest, listed
from assessment.scoring import trace_as_json
from assessment.why import subject_named, traces
from locales.words import Words
from locales.words import words as words_in
from models.message import Message, say
from models.profile import Trace

_WIDTH = 100
_MANUAL = Manual(
    name="why",
    purpose=say("explain a number, down to the answers"),
    synopsis=(
        "--answers FILE --of SUBJECT [--framework ID] [--method mean|median|survey-midpoints|lowest] [--scale 4|6] "
        "[--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Prints the value, the rule in words, what keeps the next level away, and the same for everything that "
            "the number rests on, each answer with its evidence."
        ),
        say(
            "SUBJECT is maturity, a dimension (GOV), a process (GOV.1), an attribute of one (GOV.1/PA2.1), a question "
            "(GOV.1.O1, GOV.1.GP2.1.1), or a question of the quick scan (QS01)."
        ),
    ),
    examples=(
        ("python -m assessment why --answers city.yaml --of GOV.1", say("Why does a process have this level?")),
        ("python -m assessment why --answers city.yaml --of maturity --json", say("For another program:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    parser.add_argument("--of", required=True, metavar="SUBJECT", help=Help(say("What the number is about.")))
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    found = scored(arguments, surroundings)
    known = traces(found.result)
    subject = subject_named(arguments.of, known)
    if subject is None:
        raise Misused(_unknown(arguments.of, list(known)))
    trace = known[subject]
    if arguments.json:
        print_json(trace_as_json(trace, words_in(arguments.language or "en").say))
        return EXIT_FINE
    for line in _told(trace, found.words, ""):
        print(line)
    return EXIT_FINE


def _unknown(written: str, known: list[str]) -> Message:
    close = likeliest(written, known)
    if close is None:
        ids = listed(known, 5)
        return say("there is no number about {subject} in this result (there are {ids})", subject=written, ids=ids)
    return say(
        "there is no number about {subject} in this result (did you mean {close}?)", subject=written, close=close
    )


def _told(trace: Trace, words: Words, indent: str) -> Iterator[str]:
    yield from _wrapped(f"{trace.subject}: {words.say(trace.value)}", indent)
    yield from _wrapped(words.say(trace.rule), indent + "  ")
    for block in trace.blocks:
        yield from _wrapped(words("Missing: {what}", what=block), indent + "  ")
    for line in _answer(trace, words):
        yield from _wrapped(line, indent + "  ")
    for each in trace.inputs:
        yield from _told(each, words, indent + "    ")


def _answer(trace: Trace, words: Words) -> Iterator[str]:
    if trace.answer is not None:
        if trace.answer.note:
            yield words("Note: {note}", note=trace.answer.note)
        for evidence in trace.answer.evidence:
            yield words("Evidence: {evidence}", evidence=evidence)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")


WHY = Command(_MANUAL, _add_arguments, _run)
