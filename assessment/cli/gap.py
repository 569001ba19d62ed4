"""`gap`: how far the answers are from a target, process by process."""

import argparse
import textwrap
from collections.abc import Iterator, Sequence

from assessment.cli.aims import Assessed, add_target, assessed, profile_target
from assessment.cli.command import Command, add_answers, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.cli.tables import aligned
from assessment.path import gaps
from assessment.recommending import priorities
from locales.words import Words
from locales.words import words as words_in
from models.message import say
from models.path import Gap
from models.priorities import Priority
from reports.content.grounds import ground_words
from reports.content.naming import interval, process_name

_WIDTH = 100
_MANUAL = Manual(
    name="gap",
    purpose=say("see how far the answers are from a target"),
    synopsis=(
        "--answers FILE --target NAME|FILE [--framework ID] [--method mean|median|survey-midpoints|lowest] "
        "[--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Lists the processes that fall short of the target, the widest gap first. Open answers count at their "
            "worst. A process that the assessment does not look at stands last, because nobody knows its level."
        ),
        say("Then names what to turn to first, at most five processes, each with the ground for it and what to do."),
    ),
    examples=(
        ("python -m assessment gap --answers city.yaml --target solid", say("Hold a city against a named target:")),
        ("python -m assessment gap --answers city.yaml --target ours.yaml --json", say("Against the city's own:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    add_target(parser, required=True)
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    found = assessed(arguments, surroundings)
    target = profile_target(arguments.target, found.model)
    short, first = gaps(found.profile, target), priorities(found.profile, found.model, target)
    if arguments.json:
        words = words_in(arguments.language or "en")
        print_json(
            {
                "target": dict(target.levels),
                "gaps": [_as_json(gap) for gap in short],
                "priorities": [_priority(each, words) for each in first],
            }
        )
        return EXIT_FINE
    for line in (*_told(short, found), *_first(first, found)):
        print(line)
    return EXIT_FINE


def _as_json(gap: Gap) -> dict[str, object]:
    now = None if gap.now is None else {"low": gap.now.low, "high": gap.now.high}
    return {"process": gap.process, "level": now, "target": gap.wanted, "missing": gap.levels}


def _priority(each: Priority, words: Words) -> dict[str, object]:
    return {
        "process": each.process,
        "level": {"low": each.level.low, "high": each.level.high},
        "target": each.wanted,
        "ground": each.ground,
        "maturity": each.maturity_level,
        "do": None if each.step is None else words.text(each.step.do),
    }


def _first(first: Sequence[Priority], found: Assessed) -> Iterator[str]:
    """What to turn to first and why; where answers are missing, that is what to do."""
    words = found.words
    if not first:
        return
    yield ""
    yield words("What to do first")
    for number, each in enumerate(first, 1):
        do = words("Answer what is open.") if each.step is None else words.text(each.step.do)
        name = process_name(found.model, each.process, words)
        told = words("{process} ({why}): {do}", process=name, why=ground_words(each.ground, words), do=do)
        yield from textwrap.wrap(told, _WIDTH, initial_indent=f"{number:2}. ", subsequent_indent="    ")


def _told(short: Sequence[Gap], found: Assessed) -> Iterator[str]:
    words = found.words
    if not short:
        yield words("The target is reached already.")
        return
    rows = [[words("Process"), words("Level"), words("Target")]]
    for gap in short:
        level = words("not assessed") if gap.now is None else interval(gap.now, words)
        rows.append([process_name(found.model, gap.process, words), level, str(gap.wanted)])
    yield from aligned(rows)


GAP = Command(_MANUAL, _add_arguments, _run)
