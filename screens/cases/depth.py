"""What each depth of an assessment is called, and what it asks of people, in words."""

from typing import Literal

from assessment.planning.effort import Depth, Effort, minutes_of
from locales.words import Words
from models.questionnaire import QuickScan

SCAN: Literal["scan"] = "scan"
"""The depth that is another questionnaire: one question for each process."""


def describe_scan(scan: QuickScan, words: Words) -> str:
    """The effort of a quick scan in words, for planning."""
    core = sum(each.core for each in scan.file.questions)
    return words(
        "{core} questions and {more} optional ones · about {minutes} minutes for each person",
        core=core,
        more=len(scan.file.questions) - core,
        minutes=minutes_of(scan),
    )


def name_of(depth: Depth | Literal["scan"], words: Words) -> str:
    """What a depth is called."""
    return {
        "scan": words("Quick scan"),
        "basic": words("Basic set"),
        "chosen": words("Chosen processes"),
        "full": words("All processes"),
    }[depth]


def describe(effort: Effort, words: Words) -> str:
    """The effort in words, for planning."""
    if not effort.processes:
        return words("Choose the processes below.")
    hours = effort.hours_together
    return words(
        "{processes} · {first} to {most} ratings · about {minutes} minutes alone, {hours} in a workshop",
        processes=words.many(effort.processes, "1 process", "{count} processes"),
        first=effort.ratings_first,
        most=effort.ratings_most,
        minutes=effort.minutes_alone,
        hours=words.many(hours, "1 hour", "{hours} hours", hours=words.number(hours, 0 if hours.is_integer() else 1)),
    )
