"""Strengths held against needs: who could help whom in what, and how much speaks for it.

A city is strong for another one in a process where it let that be known, where its level is at least the one that the
other wants to reach, and above the other's level. An open answer counts as the worst one, on both sides.
"""

from collections.abc import Collection, Iterable, Sequence

from models.matching import TOPICS, Candidate, Match, Size

PER_PROCESS = 3
"""What one process in which one of both can help speaks for, and what it adds that help goes both ways."""

PER_TOPIC, MOST_TOPICS = 1, 3
FOR_LANGUAGE = 2
FOR_SIZE: dict[Size | None, int] = {"same": 2, "next": 1, None: 0}


def matches(
    city: Candidate, others: Iterable[Candidate], order: Sequence[str], sensitive: Collection[str]
) -> tuple[Match, ...]:
    """The cities that could help this one, or be helped by it; what speaks for most comes first.

    Args:
        city: the city that looks.
        others: all cities that let themselves be found; the city itself among them is passed over.
        order: the processes in the order of the model.
        sensitive: those of them that are named only where both cities ticked so.
    """
    found = (_match(city, each, order, sensitive) for each in others if each.id != city.id)
    return tuple(sorted((each for each in found if each.theirs or each.ours), key=_rank))


def can_help(
    giver: Candidate, taker: Candidate, order: Sequence[str], sensitive: Collection[str] = ()
) -> tuple[str, ...]:
    """The processes in which one city is strong where another wants to grow, in the order of the model."""
    both = giver.offer.sensitive and taker.offer.sensitive
    return tuple(each for each in order if (both or each not in sensitive) and _is_strong(giver, taker, each))


def _is_strong(giver: Candidate, taker: Candidate, process: str) -> bool:
    if process not in giver.offer.strong or process not in taker.offer.wanted:
        return False
    level, theirs = giver.levels.get(process), taker.levels.get(process)
    if level is None or theirs is None:
        return False
    needed = taker.targets.get(process, theirs + 1)
    return level >= needed > theirs


def _match(city: Candidate, other: Candidate, order: Sequence[str], sensitive: Collection[str]) -> Match:
    theirs, ours = can_help(other, city, order, sensitive), can_help(city, other, order, sensitive)
    languages = tuple(sorted({*city.offer.languages} & {*other.offer.languages}))
    topics = tuple(each for each in TOPICS if each in city.offer.topics and each in other.offer.topics)
    size = _size(city, other)
    weight = (
        PER_PROCESS * (len(theirs) + len(ours) + bool(theirs and ours))
        + FOR_LANGUAGE * bool(languages)
        + PER_TOPIC * min(len(topics), MOST_TOPICS)
        + FOR_SIZE[size]
    )
    return Match(other.id, theirs, ours, languages, topics, size, weight)


def _size(city: Candidate, other: Candidate) -> Size | None:
    if city.size_class is None or other.size_class is None:
        return None
    match abs(city.size_class - other.size_class):
        case 0:
            return "same"
        case 1:
            return "next"
    return None


def _rank(found: Match) -> tuple[int, int, str]:
    """What speaks for most first; then where more can be learned; then by id, so that the order is always the same."""
    return -found.weight, -len(found.theirs), found.city
