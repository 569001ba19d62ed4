"""Reads a city's own target: which process is to reach which level."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from assessment.loading.binding import Bound, bind
from assessment.loading.reader import read
from assessment.loading.spelling import did_you_mean, one_of
from assessment.loading.tree import EACH
from models.authored import PROCESS_ID, Authored
from models.message import say
from models.path import ProfileTarget
from models.problem import InputRefused, Problem, in_reading_order
from models.questionnaire import CapabilityModel

_LEVELS = "levels"


class TargetFile(Authored):
    """The form of a target file."""

    questionnaire: str = Field(description="Id of the model that the processes are of.")
    levels: dict[Annotated[str, Field(pattern=PROCESS_ID)], Annotated[int, Field(ge=1, le=9)]] = Field(
        min_length=1, description="Process by process the capability level it is to reach."
    )


def read_target(data: bytes, file: str, model: CapabilityModel) -> ProfileTarget:
    """The target in a YAML file.

    Args:
        data: the file's bytes.
        file: its name, as people are to see it in problems.
        model: the model that was answered.

    Raises:
        InputRefused: with every problem of the file.
    """
    bound = bind(read(data, file), TargetFile, None)
    problems = (*bound.problems, *(_unfit(bound, model) if bound.tree.values else ()))
    if problems or bound.value is None:
        raise InputRefused(in_reading_order(problems))
    return ProfileTarget(
        {process.id: level for process in model.processes if (level := bound.value.levels.get(process.id))}
    )


def _unfit(file: Bound[TargetFile], model: CapabilityModel) -> Iterator[Problem]:
    about = file.tree.at(("questionnaire",))
    if isinstance(about, str) and about != model.id:
        yield file.problem(
            ("questionnaire",),
            say("The target is about {found}", found=about),
            say("The answers are to {id}", id=model.id),
        )
    known = [process.id for process in model.processes]
    levels = file.tree.at((_LEVELS,))
    for process in levels if isinstance(levels, dict) else ():
        if process not in known:
            yield file.problem(
                (_LEVELS, process),
                say("There is no process {id}", id=process),
                one_of(known),
                did_you_mean(process, known),
                at_key=True,
            )
    highest = model.framework().highest_level
    for path, level in file.tree.each(_LEVELS, EACH):
        if isinstance(level, int) and level > highest:
            yield file.problem(
                path,
                say("There is no level {level}", level=level),
                say("Expected is a level from 1 to {highest}", highest=highest),
            )
