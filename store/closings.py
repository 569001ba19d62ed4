"""Records of assessments and their closings. A closing is one row that holds everything its result came from."""

import dataclasses
import datetime
import json
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, exists, func, insert, select, update

from models.assessment import Assessment
from models.audit import Note
from models.closing import REDACTED, Closing, OpenEnds, RecordText, Redactable, Redaction
from models.record import Conduct, Record, StoredRecord
from store.assessments import replace_record
from store.assessors import freeze
from store.audit import append
from store.database import Database
from store.openness import is_open
from store.tables import (
    account,
    agreement,
    answer,
    answer_event,
    assessment_record,
    closing,
    evidence_file,
    person,
    private_rating,
    unchecked,
)
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlClosings:
    """Records and closings. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def record(self, assessment_id: str) -> StoredRecord | None:
        """What was written so far."""
        query = select(assessment_record).where(assessment_record.c.assessment_id == assessment_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else StoredRecord(_record(json.loads(row.record)), row.version)

    def keep_record(self, assessment_id: str, record: Record, seen: int) -> bool:
        """Keeps the record. False where somebody was faster, or the assessment is not being worked on."""
        text = record_text(record)
        return self.database.write(lambda connection: _keep_record(connection, assessment_id, text, seen))

    def closings(self, assessment_id: str) -> tuple[Closing, ...]:
        """Every closing, oldest first."""
        query = _CLOSINGS.where(closing.c.assessment_id == assessment_id).order_by(closing.c.revision)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_closing(row) for row in rows)

    def answer_count(self, assessment_id: str) -> int:
        """A number that grows with every change to an answer."""
        return self.database.read(lambda connection: _answer_count(connection, assessment_id))

    def close(
        self, new: Closing, closed: Assessment, counted: int, *, note: Note | None = None
    ) -> Literal["done", "changed", "answered"]:
        """Keeps a closing and the closed assessment, both or neither.

        Only while the answers are those counted; "changed" also where another record stands there than in the closing.
        """

        def keep(connection: Connection) -> Literal["done", "changed"]:
            # Whoever saves an answer or the record holds the assessment; after this line neither comes in any more.
            if not replace_record(connection, closed):
                return "changed"
            if _other_record(connection, new):
                raise _RecordChangedMeanwhile
            if _answer_count(connection, closed.id) != counted:
                raise _AnsweredMeanwhile
            connection.execute(insert(closing).values(closing_row(new)))
            freeze(connection, closed.id, new.revision)
            append(connection, note)
            return "done"

        try:
            return self.database.write(keep)
        except _AnsweredMeanwhile:
            return "answered"
        except _RecordChangedMeanwhile:
            return "changed"

    def reopen(self, opened: Assessment, at: datetime.datetime, because: str, *, note: Note | None = None) -> bool:
        """Keeps the assessment as taken up again, and why. False where somebody was faster."""

        def keep(connection: Connection) -> bool:
            if not replace_record(connection, opened):
                return False
            former = (closing.c.assessment_id == opened.id) & (closing.c.revision == opened.revision - 1)
            connection.execute(update(closing).where(former).values(reopened=at, reopened_because=because))
            append(connection, note)
            return True

        return self.database.write(keep)

    def open_ends(self, assessment_id: str) -> OpenEnds:
        """What has to be settled."""
        carried = select(unchecked.c.indicator).where(unchecked.c.assessment_id == assessment_id)
        # An agreement stands as long as the answer was not changed after it.
        stands = (
            (answer.c.assessment_id == agreement.c.assessment_id)
            & (answer.c.indicator == agreement.c.indicator)
            & (answer.c.field == "rating")
            & (answer.c.version == agreement.c.version)
        )
        agreed = select(agreement.c.indicator).join(answer, stands).where(agreement.c.assessment_id == assessment_id)
        apart = select(private_rating.c.indicator).where(
            private_rating.c.assessment_id == assessment_id,
            private_rating.c.rating.is_not(None),
            private_rating.c.indicator.not_in(agreed),
        )

        def look(connection: Connection) -> OpenEnds:
            first, second = (frozenset(connection.execute(each).scalars()) for each in (carried, apart))
            return OpenEnds(first, second)

        return self.database.read(look)

    def was_agreed(self, assessment_id: str, indicator: str) -> bool:
        """Whether people ever agreed on a question and said why."""
        agreed = (agreement.c.assessment_id == assessment_id) & (agreement.c.indicator == indicator)
        query = select(exists(select(agreement.c.number).where(agreed)))
        return bool(self.database.read(lambda connection: connection.execute(query).scalar_one()))

    def redact_record(self, assessment_id: str, field: RecordText, *, note: Note | None = None) -> None:
        """Puts a mark in the place of a text of the record, as it stands and in every closing."""

        def keep(connection: Connection) -> None:
            _mark_record(connection, assessment_record, assessment_record.c.assessment_id == assessment_id, field)
            _mark_record(connection, closing, closing.c.assessment_id == assessment_id, field)
            append(connection, note)

        self.database.write(keep)

    def redact(self, wish: Redaction, *, note: Note | None = None) -> None:
        """Puts a mark in the place of a text, in its value, its history and the closings, all of them or none.

        Files that were evidence go with the lines that named them.
        """

        def keep(connection: Connection) -> None:
            if wish.field == "agreement":
                agreed = (agreement.c.assessment_id == wish.assessment) & (agreement.c.indicator == wish.indicator)
                connection.execute(update(agreement).where(agreed).values(reason=REDACTED))
            else:
                for table in (answer, answer_event):
                    _mark(connection, table, wish)
            if wish.field == "evidence":
                files = evidence_file.c.assessment_id == wish.assessment, evidence_file.c.indicator == wish.indicator
                connection.execute(delete(evidence_file).where(*files))
            for revision, (inputs, digest) in wish.closings.items():
                this = (closing.c.assessment_id == wish.assessment) & (closing.c.revision == revision)
                connection.execute(update(closing).where(this).values(inputs=inputs, inputs_digest=digest))
            append(connection, note)

        self.database.write(keep)


def _mark(connection: Connection, table: Table, wish: Redaction) -> None:
    """Puts the mark into every value of a field; where only a part of the value is text, into that."""
    field = "rating" if wish.field == "reason" else wish.field
    this = (table.c.assessment_id == wish.assessment) & (table.c.indicator == wish.indicator) & (table.c.field == field)
    for value in connection.execute(select(table.c.value).where(this, table.c.value.is_not(None)).distinct()).scalars():
        marked = json.dumps(_marked(json.loads(value), wish.field), ensure_ascii=False, sort_keys=True)
        connection.execute(update(table).where(this, table.c.value == value).values(value=marked))


def _marked(value: Any, field: Redactable) -> object:
    match field:
        case "evidence":
            return [REDACTED]
        case "reason":
            return {**value, "reason": REDACTED} if value.get("reason") else value
        case _:
            return REDACTED


def _mark_record(connection: Connection, table: Table, these: ColumnElement[bool], field: RecordText) -> None:
    for text in connection.execute(select(table.c.record).where(these).distinct()).scalars():
        told = json.loads(text)
        within = told.get("record", told)
        if within.get(field):
            within[field] = REDACTED
            marked = json.dumps(told, ensure_ascii=False, sort_keys=True)
            connection.execute(update(table).where(these, table.c.record == text).values(record=marked))


class _RecordChangedMeanwhile(Exception):  # noqa: N818 - undoes a closing whose record nobody signed
    pass


class _AnsweredMeanwhile(Exception):  # noqa: N818 - undoes a closing that would have missed an answer
    pass


_CLOSINGS = (
    select(closing, func.coalesce(person.c.display_name, account.c.login).label("signer"))
    .join(person, person.c.id == closing.c.person_id)
    .outerjoin(account, account.c.id == person.c.id)
)


def _keep_record(connection: Connection, assessment_id: str, text: str, seen: int) -> bool:
    if not is_open(connection, assessment_id):
        return False
    table = assessment_record
    if seen == 0:
        first = insert_into(connection, table).values(assessment_id=assessment_id, record=text, version=1)
        statement = first.on_conflict_do_nothing().returning(table.c.version)
        return connection.execute(statement).one_or_none() is not None
    this = (table.c.assessment_id == assessment_id) & (table.c.version == seen)
    change = update(table).where(this).values(record=text, version=seen + 1).returning(table.c.version)
    return connection.execute(change).one_or_none() is not None


def _other_record(connection: Connection, new: Closing) -> bool:
    query = select(assessment_record.c.record).where(assessment_record.c.assessment_id == new.assessment)
    standing = connection.execute(query).scalar_one_or_none()
    return standing is not None and _record(json.loads(standing)) != new.record


def _answer_count(connection: Connection, assessment_id: str) -> int:
    query = select(func.coalesce(func.sum(answer.c.version), 0)).where(answer.c.assessment_id == assessment_id)
    return int(connection.execute(query).scalar_one())


def record_text(record: Record) -> str:
    """A record as it is kept."""
    return json.dumps(_told(record), ensure_ascii=False, sort_keys=True)


def _told(value: Record | Conduct) -> dict[str, object]:
    plain = dataclasses.asdict(value)
    return {key: each.isoformat() if isinstance(each, datetime.date) else each for key, each in plain.items()}


def _record(told: dict[str, Any]) -> Record:
    days = {key: datetime.date.fromisoformat(told[key]) for key in ("first_day", "last_day") if told.get(key)}
    return Record(**{**told, **days})


def _conduct(told: dict[str, Any]) -> Conduct:
    return Conduct(**{**told, "processes": tuple(told["processes"])})


def closing_row(of: Closing) -> dict[str, object]:
    """A closing as its row."""
    told = {"record": _told(of.record), "conduct": _told(of.conduct), "signed_as": of.signed_as}
    return {
        "assessment_id": of.assessment,
        "revision": of.revision,
        "record": json.dumps(told, ensure_ascii=False, sort_keys=True),
        "inputs": of.inputs,
        "inputs_digest": of.inputs_digest,
        "questionnaire_version": of.questionnaire_version,
        "digest": of.digest,
        "rules_digest": of.rules_digest,
        "person_id": of.person_id,
        "at": of.at,
    }


def _closing(row: Row[*tuple[Any, ...]]) -> Closing:
    told = json.loads(row.record)
    return Closing(
        assessment=row.assessment_id,
        revision=row.revision,
        record=_record(told["record"]),
        conduct=_conduct(told["conduct"]),
        signed_as=told["signed_as"],
        inputs=row.inputs,
        inputs_digest=row.inputs_digest,
        questionnaire_version=row.questionnaire_version,
        digest=row.digest,
        rules_digest=row.rules_digest,
        person_id=row.person_id,
        at=row.at,
        signer=row.signer,
        reopened=row.reopened,
        reopened_because=row.reopened_because,
    )
