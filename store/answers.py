"""Answers: a current value with its version and an append-only event, written together by compare-and-set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, insert, or_, select, update

from models.assessment import AnswerEvent, Change, Conflict, Outcome, Saved, StoredAnswer, StoredField
from store.database import Database
from store.tables import answer, answer_event, person
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

        Raises `NotSaved` where the database could not take them.
        """
        try:
            return self.database.write(lambda connection: _all_or_none(connection, changes))
        except _Conflicts as met:
            return met.conflicts

    def history(self, assessment: str, subject: str) -> tuple[AnswerEvent, ...]:
        """What happened to a question, or to a process and all its questions, oldest first."""
        query = _EVENTS.where(answer_event.c.assessment_id == assessment, _belongs(answer_event, subject))
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_event(row) for row in rows)


class _Conflicts(Exception):  # noqa: N818 - carries conflicts out of a transaction that must be rolled back
    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        self.conflicts = conflicts


_FIELDS = select(
    answer.c.indicator, answer.c.field, answer.c.value, answer.c.version, person.c.display_name, answer.c.at
).join(person, person.c.id == answer.c.author_id)

_EVENTS = (
    select(answer_event, person.c.display_name)
    .join(person, person.c.id == answer_event.c.author_id)
    .order_by(answer_event.c.number)
)


def add_events(connection: Connection, changes: Sequence[Change]) -> None:
    """The first answers of a new assessment, in bulk: nobody can have changed them meanwhile."""
    if changes:
        connection.execute(insert(answer), [_current_row(change) for change in changes])
        connection.execute(insert(answer_event), [_event_row(change, 1) for change in changes])


def _all_or_none(connection: Connection, changes: Sequence[Change]) -> tuple[Outcome, ...]:
    outcomes = tuple(_carry_out(connection, change) for change in changes)
    conflicts = tuple(each for each in outcomes if isinstance(each, Conflict))
    if conflicts:
        raise _Conflicts(conflicts)
    return outcomes


def _carry_out(connection: Connection, change: Change) -> Outcome:
    # Asked again after a lost race: on an engine with several writers the other one may have wished the same.
    return (
        _nothing_to_do(connection, change)
        or _compare_and_set(connection, change)
        or _nothing_to_do(connection, change)
        or _conflict(connection, change)
    )


def _nothing_to_do(connection: Connection, change: Change) -> Saved | None:
    """Where this very wish was carried out before, or the field stands as wished already."""
    repeated = connection.execute(_EVENTS.where(*_same_field(answer_event, change), answer_event.c.op == change.op))
    if (row := repeated.one_or_none()) is not None:
        return Saved(change.indicator, change.field, _field(row), changed=False)
    current = _current(connection, change)
    if current.value == change.value:
        return Saved(change.indicator, change.field, current, changed=False)
    return None


def _compare_and_set(connection: Connection, change: Change) -> Saved | None:
    """One statement that writes only where the version is still the one that was seen."""
    if change.seen == 0:
        statement = insert_into(connection, answer).values(_current_row(change)).on_conflict_do_nothing()
        written = connection.execute(statement.returning(answer.c.version)).one_or_none()
    else:
        version = change.seen + 1
        values = {"value": encode(change.value), "version": version, "author_id": change.author, "at": change.at}
        still_seen = and_(*_same_field(answer, change), answer.c.version == change.seen)
        changed = update(answer).where(still_seen).values(values)
        written = connection.execute(changed.returning(answer.c.version)).one_or_none()
    if written is None:
        return None
    connection.execute(insert(answer_event).values(_event_row(change, written.version)))
    return Saved(change.indicator, change.field, _current(connection, change))


def _conflict(connection: Connection, change: Change) -> Conflict:
    return Conflict(change.indicator, change.field, _current(connection, change), change.value)


def _current(connection: Connection, change: Change) -> StoredField:
    row = connection.execute(_FIELDS.where(*_same_field(answer, change))).one_or_none()
    return _field(row) if row is not None else StoredField(None, 0, None, change.at)


def _same_field(table: Table, change: Change) -> tuple[ColumnElement[bool], ...]:
    return (
        table.c.assessment_id == change.assessment,
        table.c.indicator == change.indicator,
        table.c.field == change.field,
    )


def _belongs(table: Table, subject: str) -> ColumnElement[bool]:
    """The question itself, or what is below it: GOV.1 holds GOV.1.O1 but not GOV.10.O1."""
    return or_(table.c.indicator == subject, table.c.indicator.startswith(f"{subject}.", autoescape=True))


def _current_row(change: Change) -> dict[str, object]:
    return {
        "assessment_id": change.assessment,
        "indicator": change.indicator,
        "field": change.field,
        "value": encode(change.value),
        "version": 1,
        "author_id": change.author,
        "at": change.at,
    }


def _event_row(change: Change, version: int) -> dict[str, object]:
    return {**_current_row(change), "version": version, "kind": change.kind, "op": change.op}


def _answer(indicator: str, rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[str, StoredAnswer]:
    return indicator, StoredAnswer(indicator, MappingProxyType({row.field: _field(row) for row in rows}))


def _field(row: Row[*tuple[Any, ...]]) -> StoredField:
    return StoredField(decode(row.field, row.value), row.version, row.display_name, row.at)


def _event(row: Row[*tuple[Any, ...]]) -> AnswerEvent:
    value = decode(row.field, row.value)
    return AnswerEvent(row.number, row.indicator, row.field, row.version, row.kind, value, row.display_name, row.at)
