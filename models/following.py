"""An assessment that goes on from an earlier one: what stood there, and what the years do not share."""

from dataclasses import dataclass

from models.assessment import Assessment, Rated


@dataclass(frozen=True, slots=True)
class Former:
    """What an earlier assessment said to a question, and whether nobody has looked at it since it was taken over."""

    rated: Rated | None
    note: str | None
    unchecked: bool


@dataclass(frozen=True, slots=True)
class Break:
    """The questionnaire changed between two assessments, so their numbers do not compare one to one.

    `dropped` and `new` count the questions that only the earlier or only the later one asks.
    """

    before: str
    now: str
    dropped: int
    new: int


@dataclass(frozen=True, slots=True)
class Link:
    """How an assessment goes on from an earlier one.

    `former` is None where that one was erased since. `unchecked` counts by process what nobody has looked at again.
    """

    former: Assessment | None
    unchecked: tuple[tuple[str, int], ...]
    change: Break | None
