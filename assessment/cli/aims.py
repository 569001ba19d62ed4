"""Where a city wants to be, as the command line says it: a process, a maturity level, a named target, or its own."""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from assessment.cli.answers import Scored, scored
from assessment.cli.command import Misused
from assessment.cli.files import read_input
from assessment.cli.manual import Help
from assessment.cli.surroundings import Surroundings
from assessment.cli.unknown import unknown_process
from assessment.loading import read_target
from assessment.path import levels_of
from locales.words import Words
from models.answers import Answers
from models.message import say
from models.path import MaturityTarget, ProfileTarget, Target
from models.profile import Profile
from models.questionnaire import CapabilityModel

_PROCESS = re.compile(r"([A-Z]{3}\.\d{1,2})=(\d)")


@dataclass(frozen=True)
class Assessed:
    """The answers to a capability model with what came out, and the words to say it in."""

    model: CapabilityModel
    answers: Answers
    profile: Profile
    words: Words


def assessed(arguments: argparse.Namespace, surroundings: Surroundings) -> Assessed:
    """Reads and scores answers for which there can be a target. Raises as `scored` does, and for a quick scan."""
    found: Scored = scored(arguments, surroundings)
    if not isinstance(found.questionnaire, CapabilityModel) or not isinstance(found.result, Profile):
        raise Misused(say("a quick scan has stages and no levels to aim at; this needs an assessment"))
    return Assessed(found.questionnaire, found.answers, found.result, found.words)


def add_target(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """The option for a profile to aim at."""
    told = Help(say("A target of the model (first-steps, solid, ambitious), or a file with the city's own."))
    parser.add_argument("--target", required=required, metavar="NAME|FILE", help=told)


def add_aims(parser: argparse.ArgumentParser) -> None:
    """The options for everything that there can be a path to."""
    aim = Help(say("A process and the level it is to reach, such as GOV.1=2; may be given several times."))
    parser.add_argument("--process", action="append", metavar="ID=LEVEL", help=aim)
    parser.add_argument("--maturity", type=int, metavar="LEVEL", help=Help(say("A maturity level of the city.")))
    add_target(parser, required=False)


def aim(arguments: argparse.Namespace, found: Assessed) -> Target:
    """What the options aim at. Raises `Misused` where they name nothing, several things, or what does not exist."""
    given = [name for name in ("process", "maturity", "target") if getattr(arguments, name) is not None]
    if len(given) != 1:
        raise Misused(say("name what to aim at, in one way: --process, --maturity or --target"))
    if arguments.maturity is not None:
        return _maturity(arguments.maturity, found.model)
    return profile_target(arguments.target, found.model) if arguments.target else _processes(arguments, found.model)


def profile_target(written: str, model: CapabilityModel) -> ProfileTarget:
    """A named target, or the one in a file. Raises `Misused`, `InputRefused`."""
    named = {target.id: target for target in model.head.targets}
    if written in named:
        return levels_of(model, named[written])
    path = Path(written)
    if not path.suffix and not path.exists():
        raise Misused(
            say(
                "there is no target {name}, and no file of this name; there are {names}",
                name=written,
                names=", ".join(named),
            )
        )
    return read_target(read_input(path), str(path), model)


def _maturity(level: int, model: CapabilityModel) -> MaturityTarget:
    levels = [each.level for each in model.head.maturity if each.level]
    if level not in levels:
        raise Misused(
            say(
                "maturity is a level from {lowest} to {highest}, not {level}",
                lowest=min(levels),
                highest=max(levels),
                level=level,
            )
        )
    return MaturityTarget(level)


def _processes(arguments: argparse.Namespace, model: CapabilityModel) -> ProfileTarget:
    wanted: dict[str, int] = {}
    known, highest = [process.id for process in model.processes], model.framework().highest_level
    for written in arguments.process:
        parts = _PROCESS.fullmatch(written)
        if parts is None:
            raise Misused(say("{found} is not of the form GOV.1=2", found=written))
        process, level = parts[1], int(parts[2])
        if process not in known:
            raise Misused(unknown_process(process, known))
        if not 1 <= level <= highest:
            raise Misused(say("a process has levels from 1 to {highest}, not {level}", highest=highest, level=level))
        wanted[process] = max(level, wanted.get(process, 0))
    return ProfileTarget(wanted)
