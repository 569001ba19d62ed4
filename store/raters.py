"""Several raters: private ratings without any history, who has finished, opened spreads, and agreements.

A private rating comes out for its own person only. About everybody together there are counts, never rows.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, delete, func, insert, select, update

from models.assessment import Change, Outcome, Rated, Saved
from models.audit import Note
from models.raters import Agreement, Opening, PrivateOutcome, PrivateRating, PrivateWish, Since, Tally
from store.answers import NAME, carry_out
from store.audit import append
from store.database import Database
from store.openness import ensure_open
from store.tables import account, agreement, answer, assessment, finished_rating, opened_spread, person, private_rating
from store.upsert import insert_into
from store.values import decode, encode


@dataclass(frozen=True)
class SqlRaters:
    """What belongs to several raters. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def mine(self, assessment_id: str, person_id: str) -> Mapping[str, PrivateRating]:
        """What one person rated, by indicator."""
        own = (private_rating.c.assessment_id == assessment_id) & (private_rating.c.person_id == person_id)
        query = select(private_rating).where(own).order_by(private_rating.c.indicator)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return MappingProxyType({row.indicator: _rating(row) for row in rows})

    def keep(self, wish: PrivateWish) -> PrivateOutcome:
        """Keeps a private rating, where nobody was faster and the spread of its topic is not open."""
        return self.database.write(lambda connection: _keep(connection, wish))

    def any_rated(self, assessment_id: str) -> bool:
        """Whether anybody rated privately."""
        of = (private_rating.c.assessment_id == assessment_id) & private_rating.c.rating.is_not(None)
        query = select(private_rating.c.indicator).where(of).limit(1)
        return self.database.read(lambda connection: connection.execute(query).first()) is not None

    def finish(self, assessment_id: str, topic: str, person_id: str, *, done: bool) -> None:
        """Notes that somebody has finished a topic, or not any more. Raises `NotSaved` where nobody works on it."""

        def keep(connection: Connection) -> None:
            ensure_open(connection, assessment_id)
            row = {"assessment_id": assessment_id, "process": topic, "person_id": person_id}
            if done:
                connection.execute(insert_into(connection, finished_rating).values(row).on_conflict_do_nothing())
            else:
                these = (getattr(finished_rating.c, name) == value for name, value in row.items())
                connection.execute(delete(finished_rating).where(and_(*these)))

        self.database.write(keep)

    def finished_by(self, assessment_id: str, person_id: str) -> frozenset[str]:
        """The topics that one person has finished."""
        query = select(finished_rating.c.process).where(
            finished_rating.c.assessment_id == assessment_id, finished_rating.c.person_id == person_id
        )
        return frozenset(self.database.read(lambda connection: connection.execute(query).scalars().all()))

    def finished(self, assessment_id: str) -> Mapping[str, tuple[str | None, ...]]:
        """The names of those who have finished, by topic, in the order of the names."""
        query = (
            select(finished_rating.c.process, NAME)
            .join(person, person.c.id == finished_rating.c.person_id)
            .outerjoin(account, account.c.id == person.c.id)
            .where(finished_rating.c.assessment_id == assessment_id)
        )
        found: defaultdict[str, list[str | None]] = defaultdict(list)
        for row in self.database.read(lambda connection: connection.execute(query).all()):
            found[row.process].append(row.name)
        return {topic: tuple(sorted(names, key=lambda name: name or "")) for topic, names in found.items()}

    def openings(self, assessment_id: str) -> Mapping[str, tuple[Opening, ...]]:
        """Every opening of a spread, by topic, the oldest first."""
        query = select(opened_spread).where(opened_spread.c.assessment_id == assessment_id).order_by(opened_spread.c.at)
        found: defaultdict[str, list[Opening]] = defaultdict(list)
        for row in self.database.read(lambda connection: connection.execute(query).all()):
            found[row.process].append(Opening(row.at, row.taken_back))
        return {topic: tuple(openings) for topic, openings in found.items()}

    def open(
        self, assessment_id: str, topic: str, person_id: str, at: datetime.datetime, *, note: Note | None = None
    ) -> bool:
        """Opens a spread. False where it is open already."""

        def keep(connection: Connection) -> bool:
            # Whoever rates at this moment is through before, or finds the spread open.
            connection.execute(select(assessment.c.id).where(assessment.c.id == assessment_id).with_for_update())
            if connection.execute(select(opened_spread.c.at).where(_open(assessment_id, topic))).first() is not None:
                return False
            row = {"assessment_id": assessment_id, "process": topic, "person_id": person_id, "at": at}
            connection.execute(insert(opened_spread).values(row))
            append(connection, note)
            return True

        return self.database.write(keep)

    def take_back(self, assessment_id: str, topic: str, at: datetime.datetime, *, note: Note | None = None) -> bool:
        """Closes a spread again. False where it is not open."""

        def keep(connection: Connection) -> bool:
            statement = update(opened_spread).where(_open(assessment_id, topic)).values(taken_back=at)
            if connection.execute(statement.returning(opened_spread.c.at)).first() is None:
                return False
            append(connection, note)
            return True

        return self.database.write(keep)

    def tally(
        self, assessment_id: str, indicators: Collection[str], since: Sequence[datetime.datetime]
    ) -> Mapping[str, Tally]:
        """How many people chose what, by indicator, and what happened since each of these moments."""
        of = (private_rating.c.assessment_id == assessment_id) & private_rating.c.indicator.in_(indicators)
        chosen = (
            select(private_rating.c.indicator, private_rating.c.rating, func.count().label("people"))
            .where(of, private_rating.c.rating.is_not(None))
            .group_by(private_rating.c.indicator, private_rating.c.rating)
        )

        def look(connection: Connection) -> Mapping[str, Tally]:
            earlier = [_since(connection, of, each) for each in since]
            counts = _counted(connection.execute(chosen).all())
            known = sorted({*counts, *(key for each in earlier for key in each)})
            nobody = Since(0, 0)
            return {key: Tally(counts.get(key, {}), tuple(each.get(key, nobody) for each in earlier)) for key in known}

        return self.database.read(look)

    def agree(self, change: Change, reason: str) -> Outcome:
        """Keeps an agreed rating as the answer, and its reason beside it, both or neither."""

        def keep(connection: Connection) -> Outcome:
            ensure_open(connection, change.assessment)
            outcome = carry_out(connection, change)
            if isinstance(outcome, Saved):
                connection.execute(insert(agreement).values(_agreed_row(change, reason, outcome)))
            return outcome

        return self.database.write(keep)

    def agreements(self, assessment_id: str, indicator: str | None = None) -> Mapping[str, Agreement]:
        """The agreements that still stand, by indicator: the answer was not changed after them."""
        query = _AGREED.where(agreement.c.assessment_id == assessment_id)
        if indicator is not None:
            query = query.where(agreement.c.indicator == indicator)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return {row.indicator: _agreement(row) for row in rows}


_AGREED = (
    select(agreement, NAME)
    .join(person, person.c.id == agreement.c.person_id)
    .outerjoin(account, account.c.id == person.c.id)
    .join(
        answer,
        (answer.c.assessment_id == agreement.c.assessment_id)
        & (answer.c.indicator == agreement.c.indicator)
        & (answer.c.field == "rating")
        & (answer.c.version == agreement.c.version),
    )
    .order_by(agreement.c.number)
)


def _keep(connection: Connection, wish: PrivateWish) -> PrivateOutcome:
    of_wish = (assessment.c.id == wish.assessment) & (assessment.c.state == "draft")
    way = connection.execute(select(assessment.c.way).where(of_wish).with_for_update(read=True)).scalar_one_or_none()
    standing = _standing(connection, wish)
    if standing is not None and standing.op == wish.op:
        return PrivateOutcome("saved", _rating(standing))
    open_now = select(opened_spread.c.at).where(_open(wish.assessment, wish.topic))
    if way != "privately" or connection.execute(open_now).first() is not None:
        return PrivateOutcome("frozen", _now(standing, wish))
    if standing is not None and (_rating(standing).rated, standing.note) == (wish.rated, wish.note):
        # Nothing moved: whoever says the same again must not count as one who changed since an earlier picture.
        return PrivateOutcome("saved", _rating(standing))
    if _now(standing, wish).version == wish.seen and _compare_and_set(connection, wish):
        kept = PrivateRating(wish.indicator, wish.rated, wish.note, wish.seen + 1, wish.at)
        return PrivateOutcome("saved", kept)
    return PrivateOutcome("conflict", _now(_standing(connection, wish), wish))


def _now(standing: Row[*tuple[Any, ...]] | None, wish: PrivateWish) -> PrivateRating:
    return PrivateRating(wish.indicator) if standing is None else _rating(standing)


def _compare_and_set(connection: Connection, wish: PrivateWish) -> bool:
    values = {"rating": encode(wish.rated), "note": wish.note, "op": wish.op, "at": wish.at, "version": wish.seen + 1}
    if wish.seen == 0:
        row = {"assessment_id": wish.assessment, "indicator": wish.indicator, "person_id": wish.person, **values}
        statement = insert_into(connection, private_rating).values(row).on_conflict_do_nothing()
        return connection.execute(statement.returning(private_rating.c.version)).first() is not None
    seen = _this(wish) & (private_rating.c.version == wish.seen)
    changed = update(private_rating).where(seen).values(values).returning(private_rating.c.version)
    return connection.execute(changed).first() is not None


def _standing(connection: Connection, wish: PrivateWish) -> Row[*tuple[Any, ...]] | None:
    return connection.execute(select(private_rating).where(_this(wish))).one_or_none()


def _this(wish: PrivateWish) -> ColumnElement[bool]:
    return and_(
        private_rating.c.assessment_id == wish.assessment,
        private_rating.c.indicator == wish.indicator,
        private_rating.c.person_id == wish.person,
    )


def _open(assessment_id: str, topic: str) -> ColumnElement[bool]:
    return and_(
        opened_spread.c.assessment_id == assessment_id,
        opened_spread.c.process == topic,
        opened_spread.c.taken_back.is_(None),
    )


def _rating(row: Row[*tuple[Any, ...]]) -> PrivateRating:
    rated = decode("rating", row.rating)
    return PrivateRating(row.indicator, rated if isinstance(rated, Rated) else None, row.note, row.version, row.at)


def _counted(rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        rated = decode("rating", row.rating)
        if isinstance(rated, Rated):
            found[row.indicator][rated.rating or rated.state] += row.people
    return found


def _since(connection: Connection, of: ColumnElement[bool], moment: datetime.datetime) -> dict[str, Since]:
    # Somebody whose rating was changed later may have had another one before; a first version cannot have been there.
    later = private_rating.c.at > moment
    before = ~later | (private_rating.c.version > 1)
    counted = select(
        private_rating.c.indicator,
        func.sum(case((before, 1), else_=0)).label("raters"),
        func.sum(case((later, 1), else_=0)).label("changed"),
    )
    rows = connection.execute(counted.where(of).group_by(private_rating.c.indicator)).all()
    return {row.indicator: Since(row.raters, row.changed) for row in rows}


def _agreed_row(change: Change, reason: str, saved: Saved) -> dict[str, object]:
    return {
        "assessment_id": change.assessment,
        "indicator": change.indicator,
        "rating": encode(change.value),
        "reason": reason,
        "version": saved.now.version,
        "person_id": change.author,
        "at": change.at,
    }


def _agreement(row: Row[*tuple[Any, ...]]) -> Agreement:
    rated = decode("rating", row.rating)
    if not isinstance(rated, Rated):
        raise TypeError("an agreement holds a rating")
    return Agreement(row.indicator, rated, row.reason, row.name, row.at)
