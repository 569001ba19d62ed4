"""How wide the columns of a table are: as its author wants, but no word is torn while a neighbour has room left."""

from collections.abc import Sequence
from itertools import accumulate, takewhile

_MOST_GROWTH = 1.5
"""How much wider than wanted a column becomes at most: one endless word does not push the others aside."""
_LEAST = 0.5
"""The share of what is wanted that a column keeps in any case."""


def least(wanted: float) -> float:
    """The width that a column keeps, whatever its neighbours need."""
    return wanted * _LEAST


def most(wanted: float) -> float:
    """The width beyond which a column does not grow: what is wider is torn."""
    return wanted * _MOST_GROWTH


def evened(wanted: Sequence[float], needed: Sequence[float]) -> list[float]:
    """The widths of the columns, together as wide as what is wanted.

    Args:
        wanted: what the author of the table wants, column by column.
        needed: the widths in which nothing is torn, none more than `most`.

    Returns:
        what is needed where that is more than wanted; the other columns give up what they can spare for it, all the
        same share. Where they cannot spare enough, those come first that lack least, so that most have what they need.
    """
    pairs = [(want, max(need, least(want))) for want, need in zip(wanted, needed, strict=True)]
    spare = sum(max(0.0, want - need) for want, need in pairs)
    lacks = sorted((need - want, number) for number, (want, need) in enumerate(pairs) if need > want)
    given = [*takewhile(lambda so_far: so_far <= spare, accumulate(lack for lack, _ in lacks))]
    helped = {number for _, number in lacks[: len(given)]}
    share = given[-1] / spare if given else 0.0
    return [
        need if number in helped else want - share * max(0.0, want - need) for number, (want, need) in enumerate(pairs)
    ]
