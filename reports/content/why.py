"""Why a number is what it is: its trace as indented lines, for the screen and for the appendix."""

from dataclasses import dataclass

from locales.words import Words
from models.profile import Trace


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One line of a why-tree: how far it is indented (0 first), what it is about, and its value and rule in words."""

    depth: int
    subject: str
    text: str


def why(trace: Trace, words: Words, depth: int = 0) -> tuple[WhyLine, ...]:
    """The trace as lines, from the number down to the answers it rests on.

    The answers behind one number stand in a single line, so that a process stays readable.
    """
    answers = [each for each in trace.inputs if _is_answer(each)]
    below = [each for each in trace.inputs if not _is_answer(each)]
    return (
        WhyLine(depth, trace.subject, words("{value}. {rule}", value=trace.value, rule=trace.rule)),
        *(WhyLine(depth + 1, trace.subject, words.say(block)) for block in trace.blocks),
        *((WhyLine(depth + 1, trace.subject, _row(answers, words)),) if answers else ()),
        *(line for each in below for line in why(each, words, depth + 1)),
    )


def _is_answer(trace: Trace) -> bool:
    """True for what a person was asked: it rests on nothing else and is no part of a longer id."""
    return not trace.inputs and "/" not in trace.subject


def _row(answers: list[Trace], words: Words) -> str:
    return ", ".join(words("{name}: {figure}", name=each.subject, figure=each.value) for each in answers)
