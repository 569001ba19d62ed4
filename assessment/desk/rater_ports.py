"""What the use cases around several raters need from outside.

What a person rated alone comes out by that person's id only; about everybody together only counts come out.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from models.assessment import Change, Outcome
from models.audit import Note
from models.raters import Agreement, Opening, PrivateOutcome, PrivateRating, PrivateWish, Tally


class RaterStore(Protocol):
    """Private ratings, who has finished, which spreads are open, and what was agreed."""

    def mine(self, assessment: str, person: str) -> Mapping[str, PrivateRating]:
        """What one person rated, by indicator."""
        ...

    def keep(self, wish: PrivateWish) -> PrivateOutcome:
        """Keeps a private rating, where nobody was faster and the spread of its topic is not open."""
        ...

    def any_rated(self, assessment: str) -> bool:
        """Whether anybody rated privately."""
        ...

    def finish(self, assessment: str, topic: str, person: str, *, done: bool) -> None:
        """Notes that somebody has finished a topic, or not any more."""
        ...

    def finished_by(self, assessment: str, person: str) -> frozenset[str]:
        """The topics that one person has finished."""
        ...

    def finished(self, assessment: str) -> Mapping[str, tuple[str | None, ...]]:
        """The names of those who have finished, by topic, in the order of the names."""
        ...

    def openings(self, assessment: str) -> Mapping[str, tuple[Opening, ...]]:
        """Every opening of a spread, by topic, the oldest first."""
        ...

    def open(
        self, assessment: str, topic: str, person: str, at: datetime.datetime, *, note: Note | None = None
    ) -> bool:
        """Opens a spread. False where it is open already."""
        ...

    def take_back(self, assessment: str, topic: str, at: datetime.datetime, *, note: Note | None = None) -> bool:
        """Closes a spread again. False where it is not open."""
        ...

    def tally(
        self, assessment: str, indicators: Collection[str], since: Sequence[datetime.datetime]
    ) -> Mapping[str, Tally]:
        """How many people chose what, by indicator, and what happened since each of these moments."""
        ...

    def agree(self, change: Change, reason: str) -> Outcome:
        """Keeps an agreed rating as the answer, and its reason beside it, both or neither."""
        ...

    def agreements(self, assessment: str, indicator: str | None = None) -> Mapping[str, Agreement]:
        """The agreements that still stand, by indicator: the answer was not changed after them."""
        ...
