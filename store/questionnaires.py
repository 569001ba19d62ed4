"""Questionnaires as they were: kept as long as an assessment or a closing was answered with them."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, union

from models.kept_questionnaire import KeptQuestionnaire
from store.database import Database
from store.tables import assessment, closing, kept_questionnaire
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlQuestionnaires:
    """The questionnaires that were in use since there is something to answer."""

    database: Database

    def keep(self, in_use: Sequence[KeptQuestionnaire]) -> None:
        """Keeps those in use, and lets go of former ones that nobody answered."""

        def work(connection: Connection) -> None:
            statement = insert_into(connection, kept_questionnaire).on_conflict_do_nothing()
            connection.execute(statement, [_row(each) for each in in_use])
            answered = union(select(assessment.c.digest), select(closing.c.digest))
            former = kept_questionnaire.c.digest.not_in([each.digest for each in in_use])
            unanswered = kept_questionnaire.c.digest.not_in(answered)
            connection.execute(delete(kept_questionnaire).where(former, unanswered))

        if in_use:
            self.database.write(work)

    def all(self) -> tuple[KeptQuestionnaire, ...]:
        """Everything that is kept."""
        query = select(kept_questionnaire).order_by(kept_questionnaire.c.id, kept_questionnaire.c.version)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(
            KeptQuestionnaire(row.digest, row.id, row.version, zlib.decompress(row.content).decode()) for row in rows
        )


def _row(each: KeptQuestionnaire) -> dict[str, object]:
    content = zlib.compress(each.text.encode(), 9)
    return {"digest": each.digest, "id": each.id, "version": each.version, "content": content}
