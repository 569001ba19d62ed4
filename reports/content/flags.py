"""What a reader should bear in mind: the flags of the scoring engine, gathered by kind and in plain words."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from locales.words import Words
from models.message import Message, say
from models.profile import Flag
from reports.document import Line, Span, line

MEANINGS: dict[str, Message] = {
    "spread": say("Ratings within one attribute lie far apart; the letter in the middle hides that."),
    "hides-an-N": say("An attribute holds a rating “not achieved”, whatever its own letter."),
    "no-evidence": say("The best rating was given without naming evidence."),
    "low-confidence": say("The people who answered were not sure."),
    "not-applicable-attribute": say("Nothing of an attribute can be rated, so its level is out of reach."),
    "capped": say("The assessment did not look any further, so the level may be higher."),
    "provisional": say("Answers are open, so the result is a range."),
    "removed": say("Left out as not applicable, with a reason."),
    "few-answers": say("Too few answers for a mean."),
}
"""What each flag means. A code that is not listed here says with its own text what it is about."""


def flag_lines(flags: Iterable[Flag], words: Words, where: Callable[[list[str]], str]) -> tuple[Line, ...]:
    """A line per kind of flag: what it means, and `where` it applies, made from the subjects."""
    by_code: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        by_code[flag.code].append(flag)
    return tuple(_line(code, group, words, where) for code, group in by_code.items())


def _line(code: str, group: list[Flag], words: Words, where: Callable[[list[str]], str]) -> Line:
    if code not in MEANINGS:
        return line(Span(words.say(group[0].text), strong=True))
    subjects = list(dict.fromkeys(flag.subject for flag in group))
    return line(Span(words.say(MEANINGS[code]), strong=True), f" {where(subjects)}")
