"""What is kept around the reports of an assessment: comments by section, the steps of a report, and last choices."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from models.audit import Note
from models.reporting import Choice, Comment, Standing, Step
from store.audit import append
from store.database import Database
from store.tables import person as people
from store.tables import report_choice, report_comment, report_step
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlReports:
    """Comments, steps and choices. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def comments(self, assessment: str) -> tuple[Comment, ...]:
        """All comments of an assessment, by section."""
        query = (
            select(report_comment, people.c.display_name)
            .join(people)
            .where(report_comment.c.assessment_id == assessment)
            .order_by(report_comment.c.section)
        )
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(Comment(row.section, row.text, row.display_name, row.at, row.version) for row in rows)

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
        wanted = {"text": text, "version": seen + 1, "person_id": person, "at": at}

        def write(connection: Connection) -> bool:
            done = _comment(connection, (assessment, section), wanted, seen)
            append(connection, note if done else None)
            return done

        return self.database.write(write)

    def standing(self, assessment: str) -> Standing:
        """How far the report is."""
        query = (
            select(report_step, people.c.display_name)
            .join(people)
            .where(report_step.c.assessment_id == assessment)
            .order_by(report_step.c.number)
        )
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return Standing(
            tuple(
                Step(row.number, row.state, row.person_id, row.display_name, row.at, row.remarks, row.made_from)
                for row in rows
            )
        )

    def step(self, assessment: str, new: Step, *, note: Note | None = None) -> bool:
        """Keeps a step. False where somebody took one with this number first."""
        row = {
            "assessment_id": assessment,
            "number": new.number,
            "state": new.state,
            "remarks": new.remarks,
            "made_from": new.made_from,
            "person_id": new.person,
            "at": new.at,
        }

        def write(connection: Connection) -> bool:
            statement = insert_into(connection, report_step).values(row).on_conflict_do_nothing()
            written = connection.execute(statement.returning(report_step.c.number)).one_or_none() is not None
            append(connection, note if written else None)
            return written

        return self.database.write(write)

    def choice(self, person: str, assessment: str) -> Choice:
        """What somebody chose last; empty at first."""
        this = (report_choice.c.person_id == person) & (report_choice.c.assessment_id == assessment)
        query = select(report_choice.c.choice).where(this)
        found = self.database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        return {} if found is None else {str(name): str(value) for name, value in json.loads(found).items()}

    def remember(self, person: str, assessment: str, choice: Choice) -> None:
        """Keeps what somebody chose."""
        text = json.dumps(dict(choice))
        row = {"person_id": person, "assessment_id": assessment, "choice": text}

        def write(connection: Connection) -> None:
            new = insert_into(connection, report_choice).values(row)
            keys = ["person_id", "assessment_id"]
            connection.execute(new.on_conflict_do_update(index_elements=keys, set_={"choice": text}))

        self.database.write(write)


def _comment(connection: Connection, key: tuple[str, str], wanted: Mapping[str, object], seen: int) -> bool:
    """Writes, changes or takes away one comment; whether it was still the one that was seen."""
    this = (report_comment.c.assessment_id == key[0]) & (report_comment.c.section == key[1])
    still = this & (report_comment.c.version == seen)
    if wanted["text"] is None:
        gone = connection.execute(delete(report_comment).where(still).returning(report_comment.c.version))
        return gone.one_or_none() is not None
    if seen == 0:
        row = {"assessment_id": key[0], "section": key[1], **wanted}
        new = insert_into(connection, report_comment).values(row).on_conflict_do_nothing()
        return connection.execute(new.returning(report_comment.c.version)).one_or_none() is not None
    changed = update(report_comment).where(still).values(wanted).returning(report_comment.c.version)
    return connection.execute(changed).one_or_none() is not None
