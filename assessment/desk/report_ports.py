"""What reports need from outside: where their looks, comments, steps and choices are kept, and who cleans logos."""

import datetime
from dataclasses import dataclass
from typing import Protocol

from models.audit import Note
from models.branding import Branding, KeptBranding, Owner
from models.reporting import Choice, Comment, Standing, Step


class BrandingStore(Protocol):
    """The looks of cities and consultants."""

    def of(self, owner: Owner) -> KeptBranding | None:
        """The branding of an owner."""
        ...

    def keep(
        self,
        owner: Owner,
        branding: Branding,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps it where the version seen (0 for none) still stands. False where somebody was faster."""
        ...


class ReportStore(Protocol):
    """Comments, steps and choices."""

    def comments(self, assessment: str) -> tuple[Comment, ...]:
        """All comments of an assessment, by section."""
        ...

    def keep_comment(
        self,
        assessment: str,
        section: str,
        text: str | None,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps a comment where the version seen still stands; None takes it away. False where somebody was faster."""
        ...

    def standing(self, assessment: str) -> Standing:
        """How far the report is."""
        ...

    def step(self, assessment: str, new: Step, *, note: Note | None = None) -> bool:
        """Keeps a step. False where somebody took one with this number first."""
        ...

    def choice(self, person: str, assessment: str) -> Choice:
        """What somebody chose last; empty at first."""
        ...

    def remember(self, person: str, assessment: str, choice: Choice) -> None:
        """Keeps what somebody chose."""
        ...


class Logos(Protocol):
    """Makes a clean picture of one that came from outside."""

    def __call__(self, data: bytes, name: str) -> bytes:
        """The picture, written anew. Raises `InputRefused`."""
        ...


@dataclass(frozen=True)
class ReportStores:
    """Where everything around reports is kept."""

    brandings: BrandingStore
    reports: ReportStore
