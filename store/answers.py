"""Answers: a current value with its version and an append-only event, written together by compare-and-set."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, bindparam, delete, func, insert, or_, select, update

from models.assessment import AnswerEvent, Change, Conflict, Outcome, Saved, StoredAnswer, StoredField, Value
from store.database import Database
from store.openness import ensure_open
from store.tables import account, answer, answer_event, person, unchecked
from store.upsert import insert_into
from store.values import decode, encode


@dataclass(frozen=True)
class SqlAnswers:
    """The answers of all assessments. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def answers(self, assessment: str, process: str | None = None) -> Mapping[str, StoredAnswer]:
        """All answers of an assessment, or only those of one process, by indicator."""
        query = _FIELDS.where(answer.c.assessment_id == assessment).order_by(answer.c.indicator)
        if process is not None:
            query = query.where(_belongs(answer, process))
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return MappingProxyType(dict(_answer(key, group) for key, group in groupby(rows, lambda row: row.indicator)))

    def save(self, changes: Sequence[Change]) -> tuple[Outcome, ...]:
        """Carries out all changes, or none of them where one conflicts; then only the conflicts come back.

        Raises `NotSaved` where the database could not take them, or the assessment is not being worked on any more.
        """
        try:
            return self.database.write(lambda connection: all_or_none(connection, changes))
        except ConflictsMet as met:
            return met.conflicts

    def decline(self, change: Change) -> None:
        """Keeps a wish that gave way to what stands there, in the history alone. The same `op` is kept once.

        Raises `NotSaved` where the database could not take it.
        """
        self.database.write(lambda connection: _decline(connection, change))

    def history(self, assessment: str, subject: str | None = None) -> tuple[AnswerEvent, ...]:
        """What happened to a question, to a process and all its questions, or to everything; oldest first."""
        query = _EVENTS.where(answer_event.c.assessment_id == assessment)
        if subject is not None:
            query = query.where(_belongs(answer_event, subject))
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_event(row) for row in rows)


class ConflictsMet(Exception):  # noqa: N818 - named for what happened
    """Carries conflicts out of a transaction that must be rolled back."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        self.conflicts = conflicts


def _this_field(table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.assessment_id == bindparam("of_assessment"),
        table.c.indicator == bindparam("of_indicator"),
        table.c.field == bindparam("of_field"),
    )


_AUTHOR = person.alias("author")
_THEIRS = account.alias("theirs")

# Somebody who gave no name is called by their login name, here as on every screen.
NAME = func.coalesce(person.c.display_name, account.c.login).label("name")
_AUTHORS_NAME = func.coalesce(_AUTHOR.c.display_name, _THEIRS.c.login)

_FIELDS = (
    select(answer.c.indicator, answer.c.field, answer.c.value, answer.c.version, NAME, answer.c.at)
    .join(person, person.c.id == answer.c.author_id)
    .outerjoin(account, account.c.id == person.c.id)
)

_EVENTS = (
    select(answer_event, NAME)
    .join(person, person.c.id == answer_event.c.author_id)
    .outerjoin(account, account.c.id == person.c.id)
    .order_by(answer_event.c.number)
)

_STANDING = (
    select(answer.c.value, answer.c.version, answer.c.at, _AUTHORS_NAME.label("name"), NAME.label("me"))
    .select_from(person)
    .outerjoin(account, account.c.id == person.c.id)
    .outerjoin(answer, _this_field(answer))
    .outerjoin(_AUTHOR, _AUTHOR.c.id == answer.c.author_id)
    .outerjoin(_THEIRS, _THEIRS.c.id == _AUTHOR.c.id)
    .where(person.c.id == bindparam("me"))
)

_CARRIED_OUT = _EVENTS.where(
    _this_field(answer_event), answer_event.c.op == bindparam("of_op"), answer_event.c.kind != "declined"
)

_CHANGE = (
    update(answer)
    .where(_this_field(answer), answer.c.version == bindparam("seen"))
    .values(value=bindparam("new"), version=answer.c.version + 1, author_id=bindparam("author"), at=bindparam("now"))
    .returning(answer.c.version)
)

_APPEND = insert(answer_event)

_LOOKED_AT = delete(unchecked).where(
    unchecked.c.assessment_id == bindparam("of_assessment"), unchecked.c.indicator == bindparam("of_indicator")
)


def add_events(connection: Connection, changes: Sequence[Change]) -> None:
    """The first answers of a new assessment, in bulk: nobody can have changed them meanwhile."""
    if changes:
        connection.execute(insert(answer), [current_row(change) for change in changes])
        connection.execute(insert(answer_event), [event_row(change, 1) for change in changes])


def mark_unchecked(connection: Connection, assessment: str, indicators: Iterable[str]) -> None:
    """Marks answers that were taken over from an earlier assessment and not looked at since."""
    rows = [{"assessment_id": assessment, "indicator": each} for each in sorted(indicators)]
    if rows:
        connection.execute(insert(unchecked), rows)


def all_or_none(connection: Connection, changes: Sequence[Change]) -> tuple[Outcome, ...]:
    """Carries all changes out as part of a larger transaction. Raises `ConflictsMet` where one conflicts."""
    ensure_open(connection, *(change.assessment for change in changes))
    outcomes = tuple(carry_out(connection, change) for change in changes)
    conflicts = tuple(each for each in outcomes if isinstance(each, Conflict))
    if conflicts:
        raise ConflictsMet(conflicts)
    return outcomes


def _decline(connection: Connection, change: Change) -> None:
    row = event_row(change, _standing(connection, change).version)
    connection.execute(insert_into(connection, answer_event).values(row).on_conflict_do_nothing())


def carry_out(connection: Connection, change: Change) -> Outcome:
    """Carries one change out as part of a larger transaction, unless it conflicts; then nothing is written."""
    standing = _standing(connection, change)
    if standing.version == change.seen and standing.value != change.value:
        if _compare_and_set(connection, change):
            now = StoredField(change.value, change.seen + 1, standing.me, change.at)
            return Saved(change.indicator, change.field, now)
        # A lost race, possible where several may write at once: the other one may have wished the same.
        standing = _standing(connection, change)
    if standing.value == change.value:
        return Saved(change.indicator, change.field, standing.now(change), changed=False)
    if (before := _carried_out(connection, change)) is not None:
        return Saved(change.indicator, change.field, before, changed=False)
    return Conflict(change.indicator, change.field, standing.now(change), change.value)


@dataclass(frozen=True)
class _Standing:
    """What stands in the field, and the name of whoever wishes to change it."""

    value: Value | None
    version: int
    author: str | None
    at: datetime.datetime | None
    me: str | None

    def now(self, change: Change) -> StoredField:
        return StoredField(self.value, self.version, self.author, self.at or change.at)


def _standing(connection: Connection, change: Change) -> _Standing:
    row = connection.execute(_STANDING, _key(change) | {"me": change.author}).one()
    return _Standing(decode(change.field, row.value), row.version or 0, row.name, row.at, row.me)


def _carried_out(connection: Connection, change: Change) -> StoredField | None:
    """What this very wish brought about when it came before."""
    row = connection.execute(_CARRIED_OUT, _key(change) | {"of_op": change.op}).one_or_none()
    return _field(row) if row is not None else None


def _compare_and_set(connection: Connection, change: Change) -> bool:
    """One statement that writes only where the version is still the one that was seen; with it, the event.

    Whoever changes an answer has looked at it, so a mark from taking over goes with the same transaction.
    """
    if change.seen == 0:
        statement = insert_into(connection, answer).on_conflict_do_nothing().returning(answer.c.version)
        written = connection.execute(statement, current_row(change)).one_or_none()
    else:
        values = {"new": encode(change.value), "seen": change.seen, "author": change.author, "now": change.at}
        written = connection.execute(_CHANGE, _key(change) | values).one_or_none()
    if written is not None:
        connection.execute(_APPEND, event_row(change, written.version))
        connection.execute(_LOOKED_AT, {"of_assessment": change.assessment, "of_indicator": change.indicator})
    return written is not None


def _key(change: Change) -> dict[str, object]:
    return {"of_assessment": change.assessment, "of_indicator": change.indicator, "of_field": change.field}


def _belongs(table: Table, subject: str) -> ColumnElement[bool]:
    """The question itself, or what is below it: GOV.1 holds GOV.1.O1 but not GOV.10.O1."""
    return or_(table.c.indicator == subject, table.c.indicator.startswith(f"{subject}.", autoescape=True))


def current_row(change: Change) -> dict[str, object]:
    """A first answer as its table keeps it."""
    return {
        "assessment_id": change.assessment,
        "indicator": change.indicator,
        "field": change.field,
        "value": encode(change.value),
        "version": 1,
        "author_id": change.author,
        "at": change.at,
    }


def event_row(change: Change, version: int) -> dict[str, object]:
    """A change as the history keeps it."""
    return {**current_row(change), "version": version, "kind": change.kind, "op": change.op}


def _answer(indicator: str, rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[str, StoredAnswer]:
    return indicator, StoredAnswer(indicator, MappingProxyType({row.field: _field(row) for row in rows}))


def _field(row: Row[*tuple[Any, ...]]) -> StoredField:
    return StoredField(decode(row.field, row.value), row.version, row.name, row.at)


def _event(row: Row[*tuple[Any, ...]]) -> AnswerEvent:
    value = decode(row.field, row.value)
    return AnswerEvent(row.number, row.indicator, row.field, row.version, row.kind, value, row.name, row.at)
