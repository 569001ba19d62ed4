"""What assessors from outside say, apart from the city's answers: it can neither change them nor be changed by them.

What is shown when an assessment is closed is copied in the transaction of the closing, and stays as it was.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, literal, select, update

from models.assessment import Rated
from models.assessor import Judgement, JudgementEvent, JudgementOutcome, JudgementWish, View
from models.audit import Note
from store.answers import NAME
from store.audit import append
from store.database import Database
from store.openness import ensure_open
from store.tables import account, frozen_judgement, judgement, judgement_event, person, shown_view
from store.upsert import insert_into
from store.values import decode, encode

_SAID = ("rating", "note", "evidence", "version", "at")


@dataclass(frozen=True)
class SqlAssessors:
    """What assessors say. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of(self, assessment_id: str, person_id: str, revision: int | None = None) -> Mapping[str, Judgement]:
        """What one assessor says, by question; in a revision, what was frozen with its closing."""
        table = judgement if revision is None else frozen_judgement
        own = (table.c.assessment_id == assessment_id) & (table.c.person_id == person_id)
        if revision is not None:
            own &= frozen_judgement.c.revision == revision
        query = select(table).where(own).order_by(table.c.indicator)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return {row.indicator: _judgement(row) for row in rows}

    def keep(self, wish: JudgementWish) -> JudgementOutcome:
        """Keeps a judgement where nobody was faster. Raises `NotSaved` where the assessment is not worked on."""
        return self.database.write(lambda connection: _keep(connection, wish))

    def history(self, assessment_id: str, person_id: str, indicator: str) -> tuple[JudgementEvent, ...]:
        """What one assessor said to a question, the oldest first."""
        of = _of(judgement_event, assessment_id, person_id) & (judgement_event.c.indicator == indicator)
        query = select(judgement_event).where(of).order_by(judgement_event.c.number)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(JudgementEvent(row.number, _judgement(row)) for row in rows)

    def show(
        self, assessment_id: str, person_id: str, at: datetime.datetime, *, shown: bool, note: Note | None = None
    ) -> bool:
        """Shows a view to the city, or takes it back. False where it was so already. Raises `NotSaved` as `keep`."""

        def keep(connection: Connection) -> bool:
            ensure_open(connection, assessment_id)
            row = {"assessment_id": assessment_id, "person_id": person_id, "at": at}
            if shown:
                statement = insert_into(connection, shown_view).values(row).on_conflict_do_nothing()
                done = connection.execute(statement.returning(shown_view.c.at)).first() is not None
            else:
                gone = delete(shown_view).where(_of(shown_view, assessment_id, person_id)).returning(shown_view.c.at)
                done = connection.execute(gone).first() is not None
            append(connection, note if done else None)
            return done

        return self.database.write(keep)

    def views(self, assessment_id: str) -> tuple[View, ...]:
        """Every view as it stands, and every one that was frozen with a closing, by name."""
        now = (
            select(
                judgement.c.person_id, NAME, func.max(shown_view.c.at).label("shown"), literal(None).label("revision")
            )
            .outerjoin(
                shown_view,
                and_(
                    shown_view.c.assessment_id == judgement.c.assessment_id,
                    shown_view.c.person_id == judgement.c.person_id,
                ),
            )
            .join(person, person.c.id == judgement.c.person_id)
            .outerjoin(account, account.c.id == person.c.id)
            .where(judgement.c.assessment_id == assessment_id)
            .group_by(judgement.c.person_id, NAME)
        )
        frozen = (
            select(
                frozen_judgement.c.person_id,
                NAME,
                func.max(frozen_judgement.c.at).label("shown"),
                frozen_judgement.c.revision,
            )
            .join(person, person.c.id == frozen_judgement.c.person_id)
            .outerjoin(account, account.c.id == person.c.id)
            .where(frozen_judgement.c.assessment_id == assessment_id)
            .group_by(frozen_judgement.c.person_id, NAME, frozen_judgement.c.revision)
        )
        rows = self.database.read(lambda c: [*c.execute(now).all(), *c.execute(frozen).all()])
        views = (View(row.person_id, row.name, row.shown, row.revision) for row in rows)
        return tuple(sorted(views, key=lambda view: (view.name or "", view.person, view.revision or 0)))


def freeze(connection: Connection, assessment_id: str, revision: int) -> None:
    """Copies what assessors show into a closing, in its transaction."""
    shown = select(shown_view.c.person_id).where(shown_view.c.assessment_id == assessment_id)
    names = ("assessment_id", "revision", "person_id", "indicator", *_SAID)
    rows = select(
        judgement.c.assessment_id,
        literal(revision),
        judgement.c.person_id,
        judgement.c.indicator,
        *(judgement.c[name] for name in _SAID),
    ).where(judgement.c.assessment_id == assessment_id, judgement.c.person_id.in_(shown))
    connection.execute(insert(frozen_judgement).from_select(names, rows))


def _keep(connection: Connection, wish: JudgementWish) -> JudgementOutcome:
    ensure_open(connection, wish.assessment)
    standing = _standing(connection, wish)
    now = _now(standing, wish)
    if standing is not None and standing.op == wish.op:
        return JudgementOutcome("saved", now)
    wished = wish.judgement
    if standing is not None and (now.rated, now.note, now.evidence) == (wished.rated, wished.note, wished.evidence):
        return JudgementOutcome("saved", now)
    if now.version != wish.seen or not _compare_and_set(connection, wish):
        return JudgementOutcome("conflict", _now(_standing(connection, wish), wish))
    of = {"assessment_id": wish.assessment, "person_id": wish.person, "indicator": wished.indicator}
    connection.execute(insert(judgement_event).values({**of, **_values(wish)}))
    kept = Judgement(wished.indicator, wished.rated, wished.note, wished.evidence, wish.seen + 1, wish.at)
    return JudgementOutcome("saved", kept)


def _compare_and_set(connection: Connection, wish: JudgementWish) -> bool:
    values = {**_values(wish), "op": wish.op}
    if wish.seen == 0:
        of = {"assessment_id": wish.assessment, "person_id": wish.person, "indicator": wish.judgement.indicator}
        statement = insert_into(connection, judgement).values({**of, **values}).on_conflict_do_nothing()
        return connection.execute(statement.returning(judgement.c.version)).first() is not None
    seen = _this(wish) & (judgement.c.version == wish.seen)
    changed = update(judgement).where(seen).values(values).returning(judgement.c.version)
    return connection.execute(changed).first() is not None


def _values(wish: JudgementWish) -> dict[str, object]:
    said = wish.judgement
    return {
        "rating": encode(said.rated),
        "note": said.note,
        "evidence": encode(said.evidence) if said.evidence else None,
        "version": wish.seen + 1,
        "at": wish.at,
    }


def _standing(connection: Connection, wish: JudgementWish) -> Row[*tuple[Any, ...]] | None:
    return connection.execute(select(judgement).where(_this(wish))).one_or_none()


def _now(standing: Row[*tuple[Any, ...]] | None, wish: JudgementWish) -> Judgement:
    return Judgement(wish.judgement.indicator) if standing is None else _judgement(standing)


def _this(wish: JudgementWish) -> ColumnElement[bool]:
    return _of(judgement, wish.assessment, wish.person) & (judgement.c.indicator == wish.judgement.indicator)


def _of(table: Any, assessment_id: str, person_id: str) -> ColumnElement[bool]:
    return and_(table.c.assessment_id == assessment_id, table.c.person_id == person_id)


def _judgement(row: Row[*tuple[Any, ...]]) -> Judgement:
    rated, evidence = decode("rating", row.rating), decode("evidence", row.evidence)
    return Judgement(
        row.indicator,
        rated if isinstance(rated, Rated) else None,
        row.note,
        evidence if isinstance(evidence, tuple) else (),
        row.version,
        row.at,
    )
