"""What to say where somebody names a process that does not exist."""

from collections.abc import Sequence

from assessment.loading.spelling import likeliest, listed, parts_of
from models.message import Message, say


def unknown_process(process: str, known: Sequence[str]) -> Message:
    """What a person may have meant who named a process that does not exist."""
    by_parts = {parts_of(each): each for each in known}
    close = by_parts.get(parts_of(process)) or likeliest(process, known)
    if close is None:
        return say("there is no process {id} (there are {ids})", id=process, ids=listed(known, 5))
    return say("there is no process {id} (did you mean {word}?)", id=process, word=close)
