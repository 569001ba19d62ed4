"""Which results can stand together in one benchmark: the same questions, asked the same way, answered for certain."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.benchmark.publishing import Wish
from assessment.scoring.letters import letters
from models.answers import Answers
from models.benchmark import Cell, Depth, Layout, Profiled
from models.message import Message, say
from models.profile import Profile
from models.questionnaire import CapabilityModel

_CLASSES = (1,)
"""Two classes of levels: 0 and 1, where work depends on people, and 2 and more, where it is steered."""

_LETTER_CLASSES = (1,)
"""Two classes of letters: N and P, and L and F."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one city answered and what it came to, under the name or id by which it is told apart."""

    city: str
    answers: Answers
    result: Profile


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A city that is not counted, and why."""

    city: str
    why: Message


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be published together. `key` says what all of it has in common; only such editions share a register."""

    key: str
    depth: Depth
    layout: Layout
    profiles: tuple[Profiled, ...]
    left_out: tuple[LeftOut, ...]

    def wish(self, edition: str, cohort: str) -> Wish:
        """What is to be published, as this edition of this cohort."""
        return Wish(edition, cohort, self.profiles)


def gather(model: CapabilityModel, given: Sequence[Given]) -> Gathered:
    """Picks the results that can be compared: of all ways to ask, the one that most cities used.

    Args:
        model: the model that was answered.
        given: one result per city, with its answers.
    """
    ways = Counter(_way(each.result) for each in given)
    chosen = min(ways, key=lambda way: (-ways[way], way))
    asked = next(each.result for each in given if _way(each.result) == chosen)
    return gather_as(model, depth_of(asked), given)


def gather_as(model: CapabilityModel, depth: Depth, given: Sequence[Given]) -> Gathered:
    """Picks the results that were asked in this way."""
    alike = [each for each in given if depth_of(each.result) == depth]
    counted = [profiled(model, each) for each in alike]
    others = [
        LeftOut(each.city, say("Asked otherwise than most: other processes, method, scale or highest level."))
        for each in given
        if each not in alike
    ]
    empty = [
        LeftOut(each.contribution[0], say("No process is answered for certain.")) for each in counted if not each.values
    ]
    return Gathered(
        key=key_of(depth),
        depth=depth,
        layout=layout_of(model, depth),
        profiles=tuple(each for each in counted if each.values),
        left_out=(*others, *empty),
    )


def profiled(model: CapabilityModel, given: Given) -> Profiled:
    """What a city brings: whatever no open answer can move. The digest tells when any of it changed.

    That is the level of each process, and as steps from the worst letter the rating of each attribute and question.
    """
    result = given.result
    levels = {key: each.level for key, each in result.processes.items()}
    values = {key: level.low for key, level in levels.items() if level is not None and level.final}
    values |= _ratings(model, given)
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    return Profiled((given.city, digest), values)


def _ratings(model: CapabilityModel, given: Given) -> dict[Cell, int]:
    result, framework = given.result, model.framework(given.result.settings.framework)
    read = letters(framework, result.settings.scale)
    found = {
        attribute_cell(process.process, key): read.step(each.low)
        for process in result.processes.values()
        for key, each in process.attributes.items()
        if each.final
    }
    for process in result.processes:
        for each in model.indicators(process, framework):
            answer = given.answers.ratings.get(each.id)
            rated = None if answer is None or answer.state != "rated" else read.reading.get(answer.rating or "")
            if rated is not None and result.processes[process].level is not None:
                found[each.id] = read.step(rated)
    return found


def attribute_cell(process: str, attribute: str) -> Cell:
    """The cell of an attribute of a process."""
    return f"{process}/{attribute}"


def depth_of(result: Profile) -> Depth:
    """How a city was asked; results of the same depth can be compared."""
    used = result.settings
    scope = tuple(key for key, each in result.processes.items() if each.state != "out of scope")
    return Depth(
        result.questionnaire,
        result.rules_digest,
        used.framework,
        used.method,
        used.scale,
        used.highest_level,
        scope,
    )


def key_of(depth: Depth) -> str:
    """What editions of this depth share, and no other ones."""
    asked = [depth.framework, depth.method, depth.scale, depth.highest_level, list(depth.scope)]
    way = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]
    return f"{depth.questionnaire} {depth.rules_digest} {way}"


def _way(result: Profile) -> str:
    return key_of(depth_of(result))


def layout_of(model: CapabilityModel, depth: Depth) -> Layout:
    """What there is to publish at this depth."""
    framework, scope = model.framework(depth.framework), frozenset(depth.scope)
    attributes = framework.attributes_up_to(depth.highest_level)
    within = {each.id for each in attributes}
    parts: Mapping[Cell, tuple[Cell, ...]] = {
        each.id: tuple(process.id for process in model.processes_of(each.id) if process.id in scope)
        for each in model.head.dimensions
    }
    details = {
        process: (
            *(attribute_cell(process, each.id) for each in attributes),
            *(each.id for each in model.indicators(process, framework) if each.attribute in within),
        )
        for process in depth.scope
    }
    there = {dimension: cells for dimension, cells in parts.items() if cells}
    return Layout(there, 0, depth.highest_level, _CLASSES, details, _LETTER_CLASSES)
