"""Who was asked to answer what. It gives nobody a right and hides nothing from anybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.assessment import Assessment
from models.raters import Topic


@dataclass(frozen=True, slots=True)
class Delegation:
    """A topic or a whole dimension (`target` is its id) that was given to a person. `name` is None where unnamed."""

    target: str
    person: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the city to whom something can be given."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Share:
    """A topic with its progress, who has it, and how many of its answers nobody has looked at again.

    `answered` of `asked` counts what is open now; `removed` says that the city leaves it out as a whole.
    """

    topic: Topic
    answered: int
    asked: int
    removed: bool
    people: tuple[Delegation, ...]
    unchecked: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do in it."""
        done = self.removed or self.answered == self.asked
        return done and not self.unchecked


@dataclass(frozen=True, slots=True)
class Plan:
    """An assessment with its topics, who has which, and who could have one."""

    assessment: Assessment
    shares: tuple[Share, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one person in one assessment."""

    assessment: Assessment
    shares: tuple[Share, ...]


def given(delegations: Iterable[Delegation], topic: Topic) -> tuple[Delegation, ...]:
    """What of it covers a topic: given as itself, or with its dimension; each person once."""
    covering = (each for each in delegations if each.target in (topic.id, topic.dimension.id))
    return tuple({each.person: each for each in covering}.values())
