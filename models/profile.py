"""What the engine works out from answers: intervals, levels, flags, and the trace of every number."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from models.answers import Answer
from models.assessment import Scope
from models.framework import Method, Points
from models.message import Message

Origin = Literal["command line", "answers file", "default"]


@dataclass(frozen=True, slots=True)
class Trace:
    """How a number came about: what it is about, its value, the rule in words, and the traces it rests on.

    `subject` is an id (GOV.1.O1, GOV.1/PA2.1, GOV.1, GOV, maturity). `blocks` says what keeps the next level away.
    `answer` is what a person said, where the trace is about one indicator or question that was answered.
    """

    subject: str
    value: Message
    rule: Message
    inputs: tuple["Trace", ...] = ()
    blocks: tuple[Message, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader of the number should know. `code` is listed on the method page."""

    code: str
    subject: str
    text: Message


@dataclass(frozen=True, slots=True)
class AttributeResult:
    """The rating of one process attribute: letters `low` and `high`, None where it is not rated."""

    attribute: str
    low: str | None
    high: str | None
    mean_low: Fraction | None
    mean_high: Fraction | None
    not_applicable: bool
    trace: Trace

    @property
    def final(self) -> bool:
        """True when no missing answer can move it."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class LevelInterval:
    """A level that is at least `low` and at most `high`. `at_least` marks a value cut off by the scope."""

    low: int
    high: int
    at_least: bool = False

    @property
    def final(self) -> bool:
        """True when no missing answer can move it."""
        return self.low == self.high


ProcessState = Literal["assessed", "removed", "out of scope"]


@dataclass(frozen=True, slots=True)
class ProcessResult:
    """One process: its state, its level and the ratings of its attributes."""

    process: str
    state: ProcessState
    level: LevelInterval | None
    attributes: Mapping[str, AttributeResult]
    reason_removed: str | None
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One axis of the radar: the unweighted mean of its processes' levels (informative), and its lowest process."""

    dimension: str
    low: Fraction | None
    high: Fraction | None
    lowest_process: str | None
    trace: Trace


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what is in scope was answered. `share` is (rated + not applicable) / asked."""

    asked: int
    rated: int
    not_applicable: int
    dont_know: int

    @property
    def share(self) -> Fraction:
        """Between 0 and 1; 1 where nothing was asked."""
        return Fraction(self.rated + self.not_applicable, self.asked) if self.asked else Fraction(1)


@dataclass(frozen=True, slots=True)
class Settings:
    """What was used to score, each with where it came from.

    `chosen` are the processes that the city put forward; None where any process in scope may count.
    """

    framework: str
    method: Method
    scale: Points
    highest_level: int
    origins: Mapping[str, Origin]
    scope: Scope = "full"
    chosen: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The whole result of a capability assessment."""

    questionnaire: str
    version: str
    digest: str
    rules_digest: str
    city: str
    settings: Settings
    processes: Mapping[str, ProcessResult]
    dimensions: Mapping[str, DimensionResult]
    maturity: LevelInterval
    maturity_trace: Trace
    completeness: Completeness
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class StageResult:
    """One quick-scan question: the stage (None while open), and the capability level it may indicate.

    `indicates_or_more` is true where the stage may also stand for higher levels.
    """

    question: str
    process: str
    stage: int | None
    dont_know: bool
    indicates_level: int | None
    trace: Trace
    indicates_or_more: bool = False


@dataclass(frozen=True, slots=True)
class StageDimension:
    """One axis of the quick scan: mean over answered questions, and the interval with core questions still open."""

    dimension: str
    low: Fraction | None
    high: Fraction | None
    mean: Fraction | None
    answered: int
    asked: int
    trace: Trace


@dataclass(frozen=True, slots=True)
class StageProfile:
    """The whole result of a quick scan. It never holds a maturity level."""

    questionnaire: str
    version: str
    digest: str
    rules_digest: str
    city: str
    framework: str
    questions: Mapping[str, StageResult]
    dimensions: Mapping[str, StageDimension]
    completeness: Completeness
    flags: tuple[Flag, ...]


Result = Profile | StageProfile
