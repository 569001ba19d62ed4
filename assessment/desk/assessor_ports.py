"""What the use cases around assessors from outside need: judgements apart from answers, and whether they are shown."""

import datetime
from collections.abc import Mapping
from typing import Protocol

from models.assessor import Judgement, JudgementEvent, JudgementOutcome, JudgementWish, View
from models.audit import Note


class AssessorStore(Protocol):
    """What assessors say."""

    def of(self, assessment: str, person: str, revision: int | None = None) -> Mapping[str, Judgement]:
        """What one assessor says, by question; in a revision, what was frozen with its closing."""
        ...

    def keep(self, wish: JudgementWish) -> JudgementOutcome:
        """Keeps a judgement where nobody was faster. Raises `NotSaved` where the assessment is not worked on."""
        ...

    def history(self, assessment: str, person: str, indicator: str) -> tuple[JudgementEvent, ...]:
        """What one assessor said to a question, the oldest first."""
        ...

    def show(
        self, assessment: str, person: str, at: datetime.datetime, *, shown: bool, note: Note | None = None
    ) -> bool:
        """Shows a view to the city, or takes it back. False where it was so already. Raises `NotSaved` as `keep`."""
        ...

    def views(self, assessment: str) -> tuple[View, ...]:
        """Every view as it stands, and every one that was frozen with a closing, by name."""
        ...
