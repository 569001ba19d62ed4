"""Which process has to reach which level so that a target is reached at least cost.

A profile says so itself. A maturity level names some and leaves others to choose: so many of the candidates at such a
level, some of them by name. The choice is made exactly, by walking the candidates once and keeping, for each way the
rules can be filled so far, the cheapest one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from assessment.path.stretches import Ground
from assessment.scoring.choices import Choice
from assessment.scoring.conditions import Conditions
from assessment.scoring.grounds import Grounds
from models.message import Message, say
from models.path import Hindrance

Filled = tuple[tuple[int, bool], ...]
"""For each rule over candidates: how many count so far (no more than needed), and whether one of its own is there."""


@dataclass(frozen=True, slots=True, order=True)
class _Draft:
    """Levels for the candidates so far; the better of two is the smaller."""

    cost: int = 0
    count: int = 0
    raised: tuple[int, ...] = ()
    levels: tuple[int, ...] = ()

    def then(self, place: int, level: int, cost: int, count: int) -> "_Draft":
        """The same with the level of one more candidate."""
        raised = (*self.raised, place) if cost else self.raised
        return _Draft(self.cost + cost, self.count + count, raised, (*self.levels, level))


Levels = Mapping[str, int]


def for_maturity(
    wanted: Sequence[Conditions], grounds: Grounds, processes: Mapping[str, Ground], *, most: int = 1
) -> tuple[tuple[Levels, ...], tuple[Hindrance, ...]]:
    """The levels that fulfil the conditions of all these maturity levels at least cost, or what is in the way.

    Args:
        wanted: the conditions of every maturity level up to the one that is wanted.
        grounds: what they are held against.
        processes: the assessed processes, each as it stands.
        most: how many choices of the same cost are wanted at most, the best one first.
    """
    hindrances = tuple(_out_of_reach(wanted))
    if hindrances:
        return (), hindrances
    needed = _named(wanted, processes)
    hindrances = tuple(_hindered(needed, processes))
    if hindrances:
        return (), hindrances
    choices = [choice for each in wanted for choice in each.choices]
    candidates = [each for each in grounds.candidates if each in processes]
    chosen = _choose(choices, candidates, needed, processes, most)
    if not chosen:
        return (), (Hindrance("maturity", say("Too few of the processes that may be chosen can reach the level.")),)
    return tuple({**needed, **each} for each in chosen), ()


def for_profile(
    levels: Mapping[str, int], grounds: Grounds, processes: Mapping[str, Ground]
) -> tuple[Mapping[str, int], tuple[Hindrance, ...]]:
    """The levels of a profile that can be reached, and what is in the way of the others."""
    absent = [Hindrance(key, _absent(key, grounds)) for key in levels if key not in processes]
    there = {key: level for key, level in levels.items() if key in processes}
    hindered = tuple(_hindered(there, processes))
    out = {each.subject for each in hindered}
    return {key: level for key, level in there.items() if key not in out}, (*absent, *hindered)


def _absent(process: str, grounds: Grounds) -> Message:
    if process in grounds.removed:
        return say("The city left this process out as not applicable.")
    return say("This process is not part of the assessment.")


def _out_of_reach(wanted: Sequence[Conditions]) -> Iterator[Hindrance]:
    for each in wanted:
        subject = f"maturity/{each.level.level}"
        if each.never:
            yield from (Hindrance(subject, why) for why in each.never)
        elif each.beyond_scope():
            why = say("Maturity level {level} asks for more than is in scope.", level=each.level.level)
            yield Hindrance(subject, why)


def _named(wanted: Sequence[Conditions], processes: Mapping[str, Ground]) -> dict[str, int]:
    """The highest level that any condition asks of each process by name or as a member of a set."""
    needed: dict[str, int] = {}
    for each in wanted:
        asked = [(process, level) for process, level in each.asked() if process in processes]
        named = [(process, choice.floor) for choice in each.choices for process in choice.rule.named]
        for process, level in (*asked, *named):
            needed[process] = max(level, needed.get(process, 0))
    return needed


def _hindered(levels: Mapping[str, int], processes: Mapping[str, Ground]) -> Iterator[Hindrance]:
    found = ((key, processes[key].hindrance(level)) for key, level in levels.items())
    return (Hindrance(key, why) for key, why in found if why is not None)


def _choose(
    choices: Sequence[Choice],
    candidates: Sequence[str],
    needed: Mapping[str, int],
    processes: Mapping[str, Ground],
    most: int,
) -> list[dict[str, int]]:
    empty: Filled = tuple((0, not choice.rule.one_of) for choice in choices)
    drafts: dict[Filled, list[_Draft]] = {empty: [_Draft()]}
    for place, process in enumerate(candidates):
        following: defaultdict[Filled, set[_Draft]] = defaultdict(set)
        floor = needed.get(process, 0)
        for level, cost, count in _offers(floor, choices, processes[process]):
            for filled, before in drafts.items():
                after = tuple(_filled(*pair, process, level) for pair in zip(choices, filled, strict=True))
                # A level that costs nothing is no choice: the process has it already. One that costs something may
                # still change no further rating, only one of them by more letters.
                kept = level if cost else floor
                following[after].update(draft.then(place, kept, cost, count) for draft in before)
        drafts = {filled: nsmallest(most, every) for filled, every in following.items()}
    full: Filled = tuple((choice.rule.at_least, True) for choice in choices)
    best = drafts.get(full, [])
    return [
        {key: level for key, level in zip(candidates, each.levels, strict=True) if level}
        for each in best
        if each.cost == best[0].cost
    ]


def _offers(floor: int, choices: Sequence[Choice], ground: Ground) -> Iterator[tuple[int, int, int]]:
    """The levels that are worth considering for a candidate, with what each costs beyond its floor."""
    base_cost, base_count = ground.price(floor) if floor else (0, 0)
    for level in sorted({floor, *(choice.floor for choice in choices if choice.floor > floor)}):
        if level == floor:
            yield level, 0, 0
        elif ground.hindrance(level) is None:
            cost, count = ground.price(level)
            yield level, cost - base_cost, count - base_count


def _filled(choice: Choice, before: tuple[int, bool], process: str, level: int) -> tuple[int, bool]:
    count, one_of = before
    if level < choice.floor:
        return before
    return min(count + 1, choice.rule.at_least), one_of or process in choice.rule.one_of
