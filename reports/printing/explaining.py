"""Why no report came out, put into words."""

from collections.abc import Sequence

from locales.words import Words
from models.message import Message
from reports.printing.trouble import Result, happened, remedy

_ENDS = (".", "!", "?")


def explained(words: Words, result: Result, said: Sequence[Message], incident: str = "") -> str:
    """What happened, and what to do, in whole sentences.

    Args:
        words: the language.
        result: what became of the report.
        said: what is known more exactly, first what happened, then what to do.
        incident: the number under which the log tells the rest, where there is something for us to mend.
    """
    parts = list(map(words.say, said or (happened(result),)))
    if len(parts) == 1:
        parts.append(words.say(remedy(result)))
    if incident:
        parts.append(words("Incident {number}", number=incident))
    return " ".join(each if each.endswith(_ENDS) else f"{each}." for each in parts)
