"""Which results can stand together in one benchmark: the same questions, asked the same way, answered for certain."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.benchmark.publishing import Wish
from models.benchmark import Cell, Layout, Profiled
from models.message import Message, say
from models.profile import Profile, Settings
from models.questionnaire import CapabilityModel

_CLASSES = (1,)
"""Two classes of levels: 0 and 1, where work depends on people, and 2 and more, where it is steered."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A city that is not counted, and why."""

    city: str
    why: Message


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be published together. `key` says what all of it has in common; only such editions share a register."""

    key: str
    layout: Layout
    profiles: tuple[Profiled, ...]
    left_out: tuple[LeftOut, ...]

    def wish(self, edition: str, cohort: str) -> Wish:
        """What is to be published, as this edition of this cohort."""
        return Wish(edition, cohort, self.profiles)


def gather(model: CapabilityModel, results: Sequence[Profile]) -> Gathered:
    """Picks the results that can be compared: of all ways to ask, the one that most cities used.

    Args:
        model: the model that was answered.
        results: one result per city.
    """
    ways = Counter(_way(result) for result in results)
    chosen = min(ways, key=lambda way: (-ways[way], way))
    asked = next(result for result in results if _way(result) == chosen)
    counted = [profiled(result) for result in results if _way(result) == chosen]
    others = [
        LeftOut(result.city, say("Asked otherwise than most: other processes, method, scale or highest level."))
        for result in results
        if _way(result) != chosen
    ]
    empty = [
        LeftOut(each.contribution[0], say("No process is answered for certain.")) for each in counted if not each.values
    ]
    return Gathered(
        key=f"{model.id} {model.rules_digest} {chosen}",
        layout=_layout(model, asked),
        profiles=tuple(each for each in counted if each.values),
        left_out=(*others, *empty),
    )


def profiled(result: Profile) -> Profiled:
    """What a city brings: the level of each process that no open answer can move. The digest tells when any changed."""
    levels = {key: each.level for key, each in result.processes.items()}
    values = {key: level.low for key, level in levels.items() if level is not None and level.final}
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    return Profiled((result.city, digest), values)


def _way(result: Profile) -> str:
    """How a city was asked; results with the same one can be compared."""
    used: Settings = result.settings
    scope = [key for key, each in result.processes.items() if each.state != "out of scope"]
    asked = [used.framework, used.method, used.scale, used.highest_level, scope]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]


def _layout(model: CapabilityModel, asked: Profile) -> Layout:
    parts: Mapping[Cell, tuple[Cell, ...]] = {
        each.id: tuple(
            process.id for process in model.processes_of(each.id) if asked.processes[process.id].state != "out of scope"
        )
        for each in model.head.dimensions
    }
    there = {dimension: cells for dimension, cells in parts.items() if cells}
    return Layout(there, 0, asked.settings.highest_level, _CLASSES)
