"""Answers that were taken over from one process for others, and the mark that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from models.assessment import Change, Outcome
from store.answers import ConflictsMet, all_or_none
from store.database import Database
from store.tables import answer, same_as
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlSameAs:
    """The marks. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def take_over(self, changes: Sequence[Change], source: str) -> tuple[Outcome, ...]:
        """Carries all changes out and marks them, or none of them where one conflicts; then only these come back."""
        try:
            return self.database.write(lambda connection: _keep(connection, changes, source))
        except ConflictsMet as met:
            return met.conflicts

    def marks(self, assessment: str) -> Mapping[str, str]:
        """The questions whose answer is still the one that was taken over, each with the question it came from."""
        rows = self.database.read(lambda connection: connection.execute(_MARKS, {"of": assessment}).all())
        return {row.indicator: row.source for row in rows}


_THERE, _HERE = answer.alias("there"), answer.alias("here")

# Another answer in either place, and the mark is gone: what is called the same must be the same.
_MARKS = (
    select(same_as.c.indicator, same_as.c.source)
    .join(
        _HERE,
        (_HERE.c.assessment_id == same_as.c.assessment_id)
        & (_HERE.c.indicator == same_as.c.indicator)
        & (_HERE.c.field == "rating")
        & (_HERE.c.version == same_as.c.version),
    )
    .join(
        _THERE,
        (_THERE.c.assessment_id == same_as.c.assessment_id)
        & (_THERE.c.indicator == same_as.c.source)
        & (_THERE.c.field == "rating")
        & (_THERE.c.value == _HERE.c.value),
    )
    .where(same_as.c.assessment_id == bindparam("of"))
)


def _keep(connection: Connection, changes: Sequence[Change], source: str) -> tuple[Outcome, ...]:
    outcomes = all_or_none(connection, changes)
    for change, outcome in zip(changes, outcomes, strict=True):
        mark = {"source": source, "version": outcome.now.version}
        row = {"assessment_id": change.assessment, "indicator": change.indicator, **mark}
        statement = insert_into(connection, same_as).values(row)
        connection.execute(statement.on_conflict_do_update(index_elements=["assessment_id", "indicator"], set_=mark))
    return outcomes
