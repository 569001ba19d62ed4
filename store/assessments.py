"""Assessments, the cities they belong to and the people who belong to cities."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from models.assessment import Assessment, AssessmentSettings, Change, City
from models.audit import Note
from models.people import Actor
from store.answers import add_events, mark_unchecked
from store.audit import append
from store.cities import holder_of
from store.database import Database
from store.room_seats import use_claim
from store.tables import assessment, city, metadata, person, role_grant
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlAssessments:
    """The records of assessments. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def remember(self, actor: Actor) -> None:
        """Notes a person and the name that stands beside what they do from now on shown."""

        def note(connection: Connection) -> None:
            names = {"display_name": actor.display_name}
            statement = insert_into(connection, person).values(id=actor.id, **names)
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=names))

        self.database.write(note)

    def cities_of(self, person_id: str) -> tuple[City, ...]:
        """The cities a person belongs to, by name."""
        own = select(role_grant.c.city_id).where(role_grant.c.person_id == person_id)
        query = select(city).where(city.c.id.in_(own)).order_by(city.c.name)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(City(row.id, row.name) for row in rows)

    def city_named(self, name: str) -> City | None:
        """The city of this name, whether written large or small."""

        def find(connection: Connection) -> City | None:
            held = holder_of(connection, name)
            row = connection.execute(select(city).where(city.c.id == held)).one_or_none()
            return None if row is None else City(row.id, row.name)

        return self.database.read(find)

    def add(
        self,
        new: Assessment,
        person_id: str,
        answers: Sequence[Change] = (),
        unchecked: Collection[str] = (),
        *,
        note: Note | None = None,
        claim: str | None = None,
    ) -> bool:
        """Keeps a new assessment with its first answers; a city that is new too, and then the person leads it.

        `unchecked` are the questions whose answers come from an earlier assessment and were not looked at since.
        `claim` is the fingerprint of the code by which answers are taken over from a room; it serves once. False, and
        nothing kept, where it does not serve any more.
        """

        def keep(connection: Connection) -> bool:
            if claim is not None and not use_claim(connection, claim):
                return False
            if _is_new(connection, new.city):
                lead = {"person_id": person_id, "role": "lead", "place": new.city.id, "city_id": new.city.id}
                connection.execute(insert(role_grant).values(lead))
            connection.execute(insert(assessment).values(assessment_row(new)))
            add_events(connection, answers)
            mark_unchecked(connection, new.id, unchecked)
            append(connection, note)
            return True

        return self.database.write(keep)

    def get(self, assessment_id: str) -> Assessment | None:
        """The assessment with this id."""
        query = _ASSESSMENTS.where(assessment.c.id == assessment_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return _assessment(row) if row is not None else None

    def of_cities(self, cities: Collection[str], opened: Collection[str] = ()) -> tuple[Assessment, ...]:
        """All assessments of these cities, and the opened ones, newest first."""
        wanted = assessment.c.city_id.in_(cities) | assessment.c.id.in_(opened)
        query = _ASSESSMENTS.where(wanted).order_by(assessment.c.created.desc(), assessment.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_assessment(row) for row in rows)

    def replace(self, changed: Assessment, *, note: Note | None = None) -> bool:
        """Keeps a changed record, whose version is one above the version seen. False where somebody was faster."""

        def keep(connection: Connection) -> bool:
            done = replace_record(connection, changed)
            append(connection, note if done else None)
            return done

        return self.database.write(keep)

    def delete(self, assessment_id: str, *, note: Note | None = None) -> None:
        """Erases an assessment with everything that belongs to it."""

        def erase(connection: Connection) -> None:
            for table in metadata.sorted_tables[::-1]:
                if "assessment_id" in table.c:
                    connection.execute(delete(table).where(table.c.assessment_id == assessment_id))
            connection.execute(
                update(assessment).where(assessment.c.follows_id == assessment_id).values(follows_id=None)
            )
            connection.execute(delete(assessment).where(assessment.c.id == assessment_id))
            append(connection, note)

        self.database.write(erase)


def replace_record(connection: Connection, changed: Assessment) -> bool:
    """As `SqlAssessments.replace`, as part of a larger transaction."""
    still_seen = (assessment.c.id == changed.id) & (assessment.c.version == changed.version - 1)
    statement = update(assessment).where(still_seen).values(assessment_row(changed)).returning(assessment.c.id)
    return connection.execute(statement).one_or_none() is not None


def _is_new(connection: Connection, wanted: City) -> bool:
    statement = insert_into(connection, city).values(id=wanted.id, name=wanted.name).on_conflict_do_nothing()
    return connection.execute(statement.returning(city.c.id)).one_or_none() is not None


_ASSESSMENTS = select(assessment, city.c.name.label("city_name")).join(city, city.c.id == assessment.c.city_id)


def assessment_row(of: Assessment) -> dict[str, object]:
    """The record of an assessment as its table keeps it."""
    settings = of.settings
    return {
        "id": of.id,
        "city_id": of.city.id,
        "title": of.title,
        "questionnaire": of.questionnaire,
        "questionnaire_version": of.questionnaire_version,
        "digest": of.digest,
        "rules_digest": of.rules_digest,
        "framework": settings.framework,
        "method": settings.method,
        "scale": settings.scale,
        "highest_level": settings.highest_level,
        "scope": json.dumps(settings.scope),
        "chosen": None if settings.chosen is None else json.dumps(settings.chosen),
        "state": of.state,
        "invented": int(of.invented),
        "created": of.created,
        "version": of.version,
        "way": of.way,
        "revision": of.revision,
        "follows_id": of.follows,
        "answers_due": of.answers_due,
        "papers_due": of.papers_due,
        "committee_day": of.committee_day,
    }


def _assessment(row: Row[*tuple[Any, ...]]) -> Assessment:
    return Assessment(
        id=row.id,
        city=City(row.city_id, row.city_name),
        title=row.title,
        questionnaire=row.questionnaire,
        questionnaire_version=row.questionnaire_version,
        digest=row.digest,
        rules_digest=row.rules_digest,
        settings=_settings(row),
        state=row.state,
        invented=bool(row.invented),
        created=row.created,
        version=row.version,
        way=row.way,
        revision=row.revision,
        follows=row.follows_id,
        answers_due=row.answers_due,
        papers_due=row.papers_due,
        committee_day=row.committee_day,
    )


def _settings(row: Row[*tuple[Any, ...]]) -> AssessmentSettings:
    scope: Any = json.loads(row.scope)
    return AssessmentSettings(
        framework=row.framework,
        method=row.method,
        scale=row.scale,
        highest_level=row.highest_level,
        scope=tuple(scope) if isinstance(scope, list) else scope,
        chosen=None if row.chosen is None else tuple(json.loads(row.chosen)),
    )
