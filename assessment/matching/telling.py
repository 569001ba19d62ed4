"""A match in one sentence, seen from the city that looks."""

from models.matching import Match
from models.message import Message, say


def told(found: Match) -> Message:
    """Who could help whom, in what."""
    theirs, ours = _listed(found.theirs), _listed(found.ours)
    if theirs is None:
        return say("You are strong in {ours}, where they want to grow.", ours=ours or "")
    if ours is None:
        return say("Strong in {theirs}, where you want to grow.", theirs=theirs)
    return say("Strong in {theirs}, where you want to grow; you in {ours}, where they do.", theirs=theirs, ours=ours)


def _listed(processes: tuple[str, ...]) -> Message | str | None:
    """Ids as one says them: GOV.1, GOV.2 and CAP.1."""
    if len(processes) < 2:
        return next(iter(processes), None)
    return say("{first} and {last}", first=", ".join(processes[:-1]), last=processes[-1])
