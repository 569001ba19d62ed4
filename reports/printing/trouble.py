"""Why no report came out, in words for people: what happened, and what they can do about it.

What the log needs to mend a mistake of the program is not said here; it stands in the outcome.
"""

import signal
import traceback
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

from models.authored import Text
from models.message import Blank, Message, say
from models.problem import InputRefused

Result = Literal["done", "refused", "too long", "too large", "no room", "ended", "broken", "cancelled", "gone"]
"""What may become of a report. Of these `ended` and `broken` are ours to mend."""

OURS: frozenset[Result] = frozenset(("ended", "broken"))
"""What nobody but whoever keeps the program can mend: each gets an incident number, and the log a line."""

_MOST_SAID = 3

_HAPPENED: Mapping[Result, Message] = {
    "refused": say("The report cannot be made of these answers"),
    "too long": say("It took too long and was given up"),
    "too large": say("It needed more memory than one report may take"),
    "no room": say("There is no room left on the disk"),
    "ended": say("The process that made it ended before its time"),
    "broken": say("Something broke on our side"),
    "cancelled": say("It was cancelled before its turn"),
    "gone": say("What it is made of is no longer there, or no longer open to you"),
}
_SHORTER = say("Choose fewer parts, or shorten very long texts")
_TELL = say("Order it again; if it happens again, tell whoever runs this installation the number of the incident")
_REMEDY: Mapping[Result, Message] = {
    "refused": say("Expected is a report that can be made of these answers"),
    "too long": _SHORTER,
    "too large": _SHORTER,
    "no room": say("Make room on the disk, then order it again"),
    "ended": _TELL,
    "broken": _TELL,
    "cancelled": say("Order it again if it is still wanted"),
    "gone": say("Expected is the name of a city whose assessment is open to you"),
}


def happened(result: Result) -> Message:
    """What happened, where nothing more exact is known. Not for `done`."""
    return _HAPPENED[result]


def remedy(result: Result) -> Message:
    """What can be done about it. Not for `done`."""
    return _REMEDY[result]


def took(seconds: float) -> Message:
    """That a report was given up after so many seconds."""
    return say("It took longer than {seconds} seconds and was given up", seconds=f"{seconds:g}")


def ended_by(code: int | None) -> Message:
    """How the process ended.

    Args:
        code: what it ended with; the number of a signal, below zero, where the system ended it. None: it still ran, and
            answered nothing that could be understood.
    """
    if code is None:
        return say("The process that made it answered nothing that can be understood")
    if code == -signal.SIGKILL:
        return say("The system ended the process that made it, most likely because the computer ran out of memory")
    if code < 0:
        return say("The system ended the process that made it (signal {number})", number=-code)
    return say("The process that made it ended before its time (code {code})", code=code)


def said_by(refused: InputRefused) -> tuple[Message, ...]:
    """What was found and expected, problem by problem; the first few."""
    return tuple(_as_one(refused))


def _as_one(refused: InputRefused) -> Iterator[Message]:
    for each in refused.problems[:_MOST_SAID]:
        yield each.found
        yield each.expected


def place_of(error: BaseException) -> str:
    """The kind of an error and where it came up, for the log. Its text stays out: it may quote what people wrote."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}".rstrip()


def as_plain(message: Message) -> dict[str, Any]:
    """The message in a form that travels between processes and can be kept. A fraction becomes what is shown of it."""
    return {"sentence": message.sentence, "blanks": {name: _plain(each) for name, each in message.blanks.items()}}


def from_plain(told: Mapping[str, Any]) -> Message:
    """The message that such a form was written of."""
    return Message(told["sentence"], MappingProxyType({name: _blank(each) for name, each in told["blanks"].items()}))


def _plain(blank: Blank) -> Any:
    match blank:
        case Message():
            return as_plain(blank)
        case Text():
            return blank.model_dump()
        case Fraction():
            return str(Message("{number}", {"number": blank}))
    return blank


def _blank(told: Any) -> Blank:
    if isinstance(told, dict):
        return from_plain(told) if "sentence" in told else Text(**told)
    return str(told) if not isinstance(told, int) else told
