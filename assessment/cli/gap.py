"""`gap`: how far the answers are from a target, process by process."""

import argparse
from collections.abc import Iterator, Sequence

from assessment.cli.aims import Assessed, add_target, assessed, profile_target
from assessment.cli.command import Command, add_answers, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.cli.tables import aligned
from assessment.path import gaps
from models.message import say
from models.path import Gap
from reports.content.naming import interval, process_name

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
    short = gaps(found.profile, target)
    if arguments.json:
        print_json({"target": dict(target.levels), "gaps": [_as_json(gap) for gap in short]})
        return EXIT_FINE
    for line in _told(short, found):
        print(line)
    return EXIT_FINE


def _as_json(gap: Gap) -> dict[str, object]:
    now = None if gap.now is None else {"low": gap.now.low, "high": gap.now.high}
    return {"process": gap.process, "level": now, "target": gap.wanted, "missing": gap.levels}


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
