"""What a city answered. Four states that are never the same: unanswered, don't know, not applicable, rated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from models.framework import Method, Points

Confidence = Literal["high", "medium", "low"]
State = Literal["rated", "dont_know", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one indicator or question. An unanswered one has no `Answer` at all, or only note and evidence.

    `rating` is a letter of the scale, or a quick-scan stage as a number in a string ("3"). `reason` is required
    where the state is not applicable.
    """

    state: State | None
    rating: str | None = None
    reason: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """One set of answers, as in an answers file. `None` means: not said here, so the default applies.

    `ratings` maps indicator ids (GOV.1.O1, GOV.1.GP2.1.1), question ids (QS01) and, for a process left out
    altogether, process ids to answers.
    """

    questionnaire: str
    version: str
    city: str
    ratings: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    framework: str | None = None
    method: Method | None = None
    scale: Points | None = None
    highest_level: int | None = None
    scope: Literal["basic", "full"] | tuple[str, ...] | None = None
    chosen: tuple[str, ...] | None = None
    date: str | None = None
    invented: bool = False
    language: Literal["de", "en"] | None = None
