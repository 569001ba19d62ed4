"""Works every number out again from nothing but its trace, in the plainest way, with code of its own.

It shares no line with the engine and knows the letters and rules by heart, so an error of the engine shows.
"""

from fractions import Fraction
from itertools import pairwise
from statistics import median

from models.message import Message
from models.profile import Settings, Trace

Ends = tuple[object, object]

ALL = {"AAA.1", "AAA.2", "BBB.1", "CCC.1", "CCC.2"}

NUMBERS = {
    4: {"N": 0, "P": 1, "L": 2, "F": 3},
    6: {"N": 0, "P-": 1, "P+": 2, "L-": 3, "L+": 4, "F": 5},
}
MIDDLES = {
    4: {"N": "7.5", "P": "32.5", "L": "67.5", "F": "92.5"},
    6: {"N": "7.5", "P-": "23.75", "P+": "41.25", "L-": "58.75", "L+": "76.25", "F": "92.5"},
}
ENDS = {4: ("15", "50", "85"), 6: ("15", "32.5", "50", "67.5", "85")}


def stated(value: Message) -> Ends | None:
    """The two ends that a trace states as its value; None where it states no number."""
    blanks = value.blanks
    if value.sentence == "no statement":
        return 0, 0
    if value.sentence == "{low} to {high}":
        return blanks["low"], blanks["high"]
    if value.sentence == "{value}":
        return blanks["value"], blanks["value"]
    return (blanks["level"], blanks["level"]) if value.sentence == "at least {level}" else None


def attribute(trace: Trace, method: str, points: int) -> Ends | None:
    """The letters of an attribute, from the leaves beneath it."""
    leaves = [leaf for leaf in map(_leaf, trace.inputs) if leaf is not None]
    if not leaves:
        return None
    scale = list(NUMBERS[points])
    low, high = ([(letter or scale[end], weight) for letter, weight in leaves] for end in (0, -1))
    return letter(low, method, points), letter(high, method, points)


def _leaf(trace: Trace) -> tuple[str | None, int] | None:
    """The letter of a leaf (None while open) and its weight; None where it does not count."""
    if str(trace.value) == "not applicable":
        return None
    weight = int(str(trace.rule.blanks.get("weight", 1)))
    return (None if str(trace.value) in ("unanswered", "don't know") else str(trace.value)), weight


def letter(cells: list[tuple[str, int]], method: str, points: int) -> str:
    """The letter of an attribute, from the letters of what it rests on with their weights."""
    scale = list(NUMBERS[points])
    every = [letter for letter, weight in cells for _ in range(weight)]
    if method == "lowest":
        return min(every, key=scale.index)
    if method == "survey-midpoints":
        percent = sum(Fraction(MIDDLES[points][letter]) for letter in every) / len(every)
        return scale[sum(percent > Fraction(end) for end in ENDS[points])]
    numbers = [Fraction(NUMBERS[points][letter]) for letter in every]
    figure = sum(numbers) / len(numbers) if method == "mean" else Fraction(median(numbers))
    return scale[int(figure + Fraction(1, 2))]


def level(trace: Trace, highest: int) -> Ends:
    """The level of a process, from the letters that its attributes state."""
    rated = {each.subject.split("/PA")[1]: stated(each.value) for each in trace.inputs}
    low, high = ({name: "-" if both is None else str(both[end])[0] for name, both in rated.items()} for end in (0, 1))
    return _level(low, highest), _level(high, highest)


def _level(letters: dict[str, str], highest: int) -> int:
    """The rule as it is written: its own attributes L or F, all those of lower levels F; the highest such level."""
    reached = [
        wanted
        for wanted in range(1, highest + 1)
        if all(
            letter in ("L", "F") if name[0] == str(wanted) else letter == "F"
            for name, letter in letters.items()
            if int(name[0]) <= wanted
        )
    ]
    return max(reached, default=0)


def mean(trace: Trace) -> Ends | None:
    """The mean of a dimension, from the levels that its processes state."""
    both = [stated(each.value) for each in trace.inputs]
    counted = [each for each in both if each is not None]
    if not counted:
        return None
    low, high = (Fraction(sum(int(str(each[end])) for each in counted), len(counted)) for end in (0, 1))
    return low, high


def maturity(trace: Trace, settings: Settings) -> tuple[int, int, bool]:
    """Both ends of the maturity of a city with the tiny model, and whether its scope cuts it off.

    From the levels that its processes state and the candidates that it names.
    """
    both = {each.subject: stated(each.value) for each in trace.inputs if "/" not in each.subject}
    low, high = ({key: int(str(each[end])) for key, each in both.items() if each is not None} for end in (0, 1))
    candidates = choice(trace, "maturity/4/chosen")["candidates"]
    worst, best = (_maturity(levels, set(both), candidates, settings.highest_level) for levels in (low, high))
    judged = best < 5 and _judged(set(both), settings.highest_level)[best + 1]
    removed = {key for key, each in both.items() if each is None}
    may_count = (set(ALL) if settings.chosen is None else candidates) - removed
    return worst, best, worst == best < 5 and not judged and not (best == 3 and _never_at_four(may_count, removed))


def maturity_at(trace: Trace, settings: Settings, levels: dict[str, int]) -> int:
    """The maturity of the city of this trace if its processes stood at these levels."""
    scope = {each.subject for each in trace.inputs if "/" not in each.subject}
    return _maturity(levels, scope, choice(trace, "maturity/4/chosen")["candidates"], settings.highest_level)


def choice(trace: Trace, subject: str) -> dict[str, set[str]]:
    """What the trace says about a rule over chosen processes: the ids in each blank of it."""
    (found,) = (below for each in trace.inputs for below in each.inputs if below.subject == subject)
    told = {name: str(blank) for name, blank in found.rule.blanks.items()}
    return {name: set() if ids == "no process" else set(ids.split(", ")) for name, ids in told.items()}


def _maturity(levels: dict[str, int], scope: set[str], candidates: set[str], highest: int) -> int:
    sets = {"AAA.1": 1, "BBB.1": 1, "AAA.2": 2, "CCC.1": 2}
    judged = _judged(scope, highest)
    strong = {key for key in candidates if levels.get(key, 0) >= 4}
    holds = [
        True,
        all(levels[key] >= 1 for key, since in sets.items() if key in levels and since == 1),
        all(levels[key] >= 2 for key in sets if key in levels),
        all(levels[key] >= 3 for key in sets if key in levels),
        levels.get("CCC.2", 0) >= 3 and len(strong) >= 2 and "AAA.2" in strong and bool(strong & {"BBB.1", "CCC.1"}),
        any(levels[key] >= 5 for key in strong),
    ]
    return next((below for below, above in pairwise(range(6)) if not (judged[above] and holds[above])), 5)


def _judged(scope: set[str], highest: int) -> list[bool]:
    sets = ALL - {"CCC.2"}
    asked = [set(), {"AAA.1", "BBB.1"}, sets, sets, ALL, ALL]
    return [level <= highest and asked[level] <= scope for level in range(6)]


def _never_at_four(may_count: set[str], removed: set[str]) -> bool:
    return "CCC.2" in removed or "AAA.2" not in may_count or may_count.isdisjoint({"BBB.1", "CCC.1"})


def counted(trace: Trace) -> str:
    """A count about the assessment, as it is shown, from the answers or levels beneath it."""
    if trace.subject == "assessed":
        return str(len(trace.inputs))
    if trace.subject == "certain":
        both = [ends for each in trace.inputs if (ends := stated(each.value)) is not None]
        return f"{sum(low == high for low, high in both)} of {len(both)}"
    leaves = [leaf for part in trace.inputs for leaf in part.inputs]
    rated = [leaf for leaf in leaves if leaf.answer is not None and leaf.answer.state == "rated"]
    unsure = [leaf for leaf in leaves if leaf.answer is not None and leaf.answer.state == "dont_know"]
    left_out = [leaf for leaf in leaves if leaf.answer is not None and leaf.answer.state == "not_applicable"]
    shown = [leaf for leaf in rated if leaf.answer is not None and leaf.answer.evidence]
    return {
        "dont-know": str(len(unsure)),
        "evidence": f"{len(shown)} of {len(rated)}",
        "completeness": f"{len(rated) + len(left_out)} of {len(leaves)}",
    }[trace.subject]
