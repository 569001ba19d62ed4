"""What a city's own result says about its strengths and needs, before it ticks anything."""

from collections.abc import Mapping

from models.matching import Offer
from models.profile import Profile
from models.questionnaire import CapabilityModel

STRONG_FROM = 2
"""The level from which a process is suggested as a strength: from there on, the work does not hang on one person."""

MOST = 5
"""Processes that are suggested on either side; more says nothing any more."""


def lowest_levels(result: Profile) -> dict[str, int]:
    """The level of each assessed process, at the low end."""
    found = ((key, each.level) for key, each in result.processes.items() if each.state == "assessed")
    return {key: level.low for key, level in found if level is not None}


def suggested(model: CapabilityModel, levels: Mapping[str, int], targets: Mapping[str, int]) -> Offer:
    """Ticks to begin with: the highest levels as strengths, the widest gaps to the targets as needs, nothing sensitive.

    Args:
        model: the model that was answered.
        levels: the city's own levels.
        targets: its targets; without one for a process, low levels come first.
    """
    open_ones = [each.id for each in model.processes if each.id in levels and not each.sensitive]
    strong = sorted((each for each in open_ones if levels[each] >= STRONG_FROM), key=lambda each: -levels[each])[:MOST]
    behind = [each for each in open_ones if each not in strong and targets.get(each, levels[each] + 1) > levels[each]]
    wanted = sorted(behind, key=lambda each: (levels[each] - targets.get(each, levels[each] + 1), levels[each]))[:MOST]
    return Offer(strong=_ordered(open_ones, strong), wanted=_ordered(open_ones, wanted))


def _ordered(order: list[str], chosen: list[str]) -> tuple[str, ...]:
    return tuple(each for each in order if each in chosen)
