"""Says in our own words what argparse did not understand: it speaks English alone, otherwise with each version."""

import re
from collections.abc import Callable

from models.message import Message, say

_Said = Callable[[re.Match[str]], Message]
_KNOWN: tuple[tuple[str, _Said], ...] = (
    (r"the following arguments are required: (.+)", lambda found: say("missing: {names}", names=found[1])),
    (r"unrecognized arguments: (.+)", lambda found: say("not known: {names}", names=found[1])),
    (
        r"argument (.+?): expected (?:at least )?one argument",
        lambda found: say("{option} needs a value", option=found[1]),
    ),
    (
        r"argument (.+?): ignored explicit argument .*",
        lambda found: say("{option} takes no value", option=found[1]),
    ),
    (
        r"argument (.+?): invalid int value: '(.*)'",
        lambda found: say("{option} takes a whole number, not {value}", option=found[1], value=found[2]),
    ),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)",
        lambda found: say(
            "{option} cannot be {value}; there are {choices}",
            option=found[1],
            value=found[2],
            choices=found[3].replace("'", ""),
        ),
    ),
)


def not_understood(complaint: str) -> Message:
    """The complaint of argparse in words that can be translated; one that is not known here as it is."""
    for pattern, said in _KNOWN:
        if found := re.fullmatch(pattern, complaint):
            return said(found)
    return say("{problem}", problem=complaint)
