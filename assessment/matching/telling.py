"""A match in one sentence, seen from the city that looks."""

from models.matching import Match
from models.message import Message, say


def told(found: Match, most: int | None = None) -> Message:
    """Who could help whom, in what.

    Args:
        found: the match.
        most: how many processes are named on either side before the rest is only counted; None for all.
    """
    theirs, ours = _listed(found.theirs, most), _listed(found.ours, most)
    if theirs is None:
        return say("You are strong in {ours}, where they want to grow.", ours=ours or "")
    if ours is None:
        return say("Strong in {theirs}, where you want to grow.", theirs=theirs)
    return say("Strong in {theirs}, where you want to grow; you in {ours}, where they do.", theirs=theirs, ours=ours)


def _listed(processes: tuple[str, ...], most: int | None) -> Message | str | None:
    """Ids as one says them: GOV.1, GOV.2 and CAP.1. Where only one would be left to count, it is named as well."""
    if most is not None and len(processes) > most + 1:
        return say("{first} and {count} more", first=", ".join(processes[:most]), count=len(processes) - most)
    if len(processes) < 2:
        return next(iter(processes), None)
    return say("{first} and {last}", first=", ".join(processes[:-1]), last=processes[-1])
