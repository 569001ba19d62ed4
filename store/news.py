"""What was answered of late, by anybody in any process: which question of which assessment, in the order of commits.

Numbers of events are given out before their commit, so on PostgreSQL a smaller one may appear after a larger one.
Each look therefore goes back over the last seconds, and what was told already is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import func, select

from store.database import Database
from store.tables import answer_event

LOOK_BACK_SECONDS = 30.0
"""Longer than any transaction that saves an answer."""

BEGIN_BEFORE = 200
"""How many numbers back the first look goes: more than are ever on their way at once."""

_NEWEST = select(func.coalesce(func.max(answer_event.c.number), 0))


@dataclass
class News:
    """One reader of the news. Not for several threads at once.

    `seconds` is a clock that only goes forward.
    """

    database: Database
    seconds: Callable[[], float]
    _floor: int = 0
    _told: dict[tuple[int, str], float] = field(default_factory=dict)

    def begin(self) -> None:
        """From here on; what stands there already is no news."""
        newest = self.database.read(lambda connection: connection.execute(_NEWEST).scalar_one())
        self._floor = max(0, newest - BEGIN_BEFORE)
        self.read()

    def read(self) -> tuple[tuple[str, str], ...]:
        """Assessments and questions that something happened to since the last look."""
        now = self.seconds()
        found = [each for each in self._events() if each[:2] not in self._told]
        self._told.update({each[:2]: now for each in found})
        self._forget(now - LOOK_BACK_SECONDS)
        return tuple((assessment, question) for _, assessment, question in found)

    def _events(self) -> list[tuple[int, str, str]]:
        columns = (answer_event.c.number, answer_event.c.assessment_id, answer_event.c.indicator)
        query = select(*columns).where(answer_event.c.number > self._floor).order_by(answer_event.c.number)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        if not rows:
            # Where an assessment was deleted, SQLite gives the last numbers out once more.
            self._floor = min(self._floor, self.database.read(lambda each: each.execute(_NEWEST).scalar_one()))
        return [(number, assessment, question) for number, assessment, question in rows]

    def _forget(self, before: float) -> None:
        old = [key for key, told in self._told.items() if told < before]
        for key in old:
            del self._told[key]
        self._floor = max([self._floor, *(number for number, _ in old)])
