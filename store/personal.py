"""What is kept about one person, found in all tables; and its erasure: the answers stay and the person goes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, delete, select, update

from models.audit import Note
from models.people import DELETED, Grant
from models.personal import Area, Erased, Item
from store.accounts import holders, lock_accounts
from store.audit import append
from store.database import Database
from store.tables import (
    account,
    agreement,
    answer,
    answer_event,
    assessment,
    assignment,
    audit_entry,
    branding,
    city_profile,
    city_resources,
    closing,
    contribution,
    evidence_file,
    exchange_offer,
    exchange_request,
    finished_rating,
    frozen_judgement,
    identity,
    judgement,
    judgement_event,
    one_time_code,
    opened_spread,
    page,
    person,
    private_rating,
    programme_event,
    programme_file,
    report_choice,
    report_comment,
    report_step,
    role_grant,
    room,
    room_leader,
    shown_view,
    target,
    web_session,
)

_JUDGED = ("indicator", "rating", "note", "evidence")
_CODE = ("purpose", "uses_left", "role", "city_id", "assessment_id")

_SOURCES: tuple[tuple[Area, Table, str, str | None, tuple[str, ...]], ...] = (
    ("session", web_session, "account_id", "begun", ("seen", "ends")),
    ("identity", identity, "account_id", None, ("issuer", "subject")),
    ("answer", answer_event, "author_id", "at", ("assessment_id", "indicator", "field", "kind", "value")),
    ("private rating", private_rating, "person_id", "at", ("assessment_id", "indicator", "rating", "note")),
    ("judgement", judgement_event, "person_id", "at", ("assessment_id", *_JUDGED)),
    ("signed judgement", frozen_judgement, "person_id", "at", ("assessment_id", "revision", *_JUDGED)),
    ("shown view", shown_view, "person_id", "at", ("assessment_id",)),
    ("finished", finished_rating, "person_id", None, ("assessment_id", "process")),
    ("opened spread", opened_spread, "person_id", "at", ("assessment_id", "process", "taken_back")),
    ("agreement", agreement, "person_id", "at", ("assessment_id", "indicator", "rating", "reason")),
    ("file", evidence_file, "person_id", "at", ("assessment_id", "indicator", "name", "size")),
    ("task", assignment, "person_id", None, ("assessment_id", "target")),
    ("city profile", city_profile, "person_id", "at", ("city_id", "profile")),
    ("target", target, "person_id", "at", ("city_id", "questionnaire", "named", "levels")),
    ("page", page, "author_id", "at", ("name", "language", "version", "text")),
    ("closing", closing, "person_id", "at", ("assessment_id", "revision")),
    ("offer", exchange_offer, "person_id", "at", ("city_id", "offer")),
    ("request", exchange_request, "person_id", "at", ("city_id", "message", "state")),
    ("event", programme_event, "person_id", "at", ("event",)),
    ("material", programme_file, "person_id", "at", ("name", "size")),
    ("contribution", contribution, "person_id", "at", ("contribution", "state")),
    ("resources", city_resources, "person_id", "at", ("city_id", "resources")),
    ("report look", branding, "person_id", "at", ("owner_kind", "look")),
    ("report comment", report_comment, "person_id", "at", ("assessment_id", "section", "text")),
    ("report step", report_step, "person_id", "at", ("assessment_id", "state", "remarks")),
    ("report choice", report_choice, "person_id", None, ("assessment_id", "choice")),
    ("room", room, "opened_by", "created", ("title", "ends")),
    ("led room", room_leader, "person_id", None, ("room_id",)),
    ("invitation", one_time_code, "made_by", "expires", _CODE),
    ("own link", one_time_code, "account_id", "expires", _CODE),
    ("deed", audit_entry, "person_id", "at", ("action", "subject", "subject_id", "detail")),
)
"""Where something about a person stands: the area, the table, its column of the person, its time, what it says."""

NAMED_ELSEWHERE: tuple[Column[Any], ...] = (
    account.c.id,
    role_grant.c.person_id,
    answer.c.author_id,
    judgement.c.person_id,
)
"""Columns of a person that need no area: account and roles are told as such, and what stands is the last event."""


def told_columns() -> tuple[Column[Any], ...]:
    """Every column of a person that has an area."""
    return tuple(table.c[who] for _, table, who, _, _ in _SOURCES)


_GOES: tuple[Column[Any], ...] = (
    identity.c.account_id,
    web_session.c.account_id,
    one_time_code.c.account_id,
    one_time_code.c.made_by,
    role_grant.c.person_id,
    private_rating.c.person_id,
    finished_rating.c.person_id,
    assignment.c.person_id,
    branding.c.owner_id,
    report_choice.c.person_id,
    room_leader.c.person_id,
    account.c.id,
)
"""What goes with a person, in an order that leaves no row pointing nowhere."""


@dataclass(frozen=True)
class SqlPersonal:
    """What is kept about people. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of(self, person_id: str) -> tuple[Item, ...]:
        """Everything about a person, area by area, oldest first."""
        return self.database.read(lambda connection: tuple(_items(connection, person_id)))

    def erase(self, person_id: str, *, note: Note | None = None, leaderless: bool = False) -> Erased:
        """Erases a person; what they did stays, without their name.

        Not the last administrator, and the last lead of a city only where it may be `leaderless`.
        """
        needed = ("administrator",) if leaderless else ("lead", "administrator")
        return self.database.write(lambda connection: _erase(connection, person_id, needed, note))


def _items(connection: Connection, person_id: str) -> Iterator[Item]:
    rows = connection.execute(select(assessment.c.id, assessment.c.title)).all()
    titles = {row.id: row.title for row in rows}
    for area, table, who, when, told in _SOURCES:
        columns = [table.c[name] for name in ((when, *told) if when else told)]
        query = select(*columns).where(table.c[who] == person_id).order_by(*columns[:1])
        for row in connection.execute(query).all():
            yield _item(area, row, when, told, titles)


def _item(
    area: Area, row: Row[*tuple[Any, ...]], when: str | None, told: tuple[str, ...], titles: dict[str, str]
) -> Item:
    about = {name: _plain(getattr(row, name)) for name in told}
    if "assessment_id" in about:
        about = {"assessment": titles.get(str(about.pop("assessment_id"))), **about}
    return Item(area, getattr(row, when) if when else None, about)


def _plain(value: Any) -> str | int | None:
    return value if isinstance(value, str | int | None) else value.isoformat()


def _erase(connection: Connection, person_id: str, needed: Collection[str], note: Note | None) -> Erased:
    lock_accounts(connection)
    if connection.execute(select(account.c.id).where(account.c.id == person_id)).first() is None:
        return "absent"
    held = connection.execute(select(role_grant).where(role_grant.c.person_id == person_id)).all()
    kept = (Grant(row.role, row.city_id) for row in held if row.role in needed)
    if any(holders(connection, each) == [person_id] for each in kept):
        return "last"
    for column in _GOES:
        connection.execute(delete(column.table).where(column == person_id))
    connection.execute(update(person).where(person.c.id == person_id).values(display_name=DELETED))
    append(connection, note)
    return "done"
