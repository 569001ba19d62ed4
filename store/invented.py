"""The demonstration network: loaded in one transaction, and taken out again with everything that came to it since."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, insert, select

from models.assessment import Change
from models.audit import Note
from models.invented import MARK, InventedAssessment, InventedCity, Network
from models.people import Actor, Grant
from store.accounts import give
from store.answers import current_row, event_row, mark_unchecked
from store.assessments import assessment_row
from store.audit import append
from store.cities import lock_names
from store.closings import closing_row, record_text
from store.cohorts import cohort_row, membership_row
from store.contributions import contribution_row
from store.database import Database
from store.editions import keep_editions
from store.exchange import offer_row, request_row
from store.measures import measure_row
from store.programme import programme_row
from store.resources import resources_row
from store.rooms import erase_rooms
from store.tables import (
    answer,
    answer_event,
    assessment,
    assessment_record,
    assignment,
    city,
    city_profile,
    city_resources,
    closing,
    cohort,
    cohort_city,
    contribution,
    edition,
    exchange_offer,
    exchange_request,
    measure,
    metadata,
    person,
    programme_event,
    programme_file,
    room,
)


@dataclass(frozen=True)
class SqlInvented:
    """The network. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def present(self) -> bool:
        """Whether it is there."""
        return self.database.read(_present)

    def load(self, network: Network, led_by: Actor | None, note: Note | None = None) -> bool:
        """Keeps all of it, or nothing where it is there already."""

        def keep(connection: Connection) -> bool:
            lock_names(connection)
            if _present(connection):
                return False
            connection.execute(insert(person), [{"id": key, "display_name": name} for key, name in network.people])
            for each in network.cities:
                _keep_city(connection, each, network.people[0][0])
            _keep_cohorts(connection, network)
            _keep_exchange(connection, network)
            _let_in(connection, network, led_by)
            for published in network.published:
                keep_editions(connection, published.editions, published.brought)
            append(connection, note)
            return True

        return self.database.write(keep)

    def remove(self, note: Note | None = None) -> bool:
        """Erases its cities with everything in them, its cohorts and people. False where it is not there."""

        def erase(connection: Connection) -> bool:
            lock_names(connection)
            if not _present(connection):
                return False
            _erase(connection)
            append(connection, note)
            return True

        return self.database.write(erase)


def _present(connection: Connection) -> bool:
    return connection.execute(select(city.c.id).where(city.c.id.startswith(MARK)).limit(1)).first() is not None


def _keep_city(connection: Connection, of: InventedCity, writer: str) -> None:
    connection.execute(insert(city).values(id=of.city.id, name=of.city.name))
    at = of.assessments[0].assessment.created
    profile = of.profile.model_dump_json(exclude_defaults=True)
    row = {"city_id": of.city.id, "profile": profile, "version": 1, "person_id": writer, "at": at}
    connection.execute(insert(city_profile).values(row))
    for each in of.assessments:
        _keep_assessment(connection, each)


def _keep_assessment(connection: Connection, of: InventedAssessment) -> None:
    key = of.assessment.id
    connection.execute(insert(assessment).values(assessment_row(of.assessment)))
    _keep_answers(connection, of.answers)
    mark_unchecked(connection, key, of.unchecked)
    given = [{"assessment_id": key, "target": each.target, "person_id": each.person} for each in of.delegations]
    if given:
        connection.execute(insert(assignment), given)
    if of.record is not None:
        record = {"assessment_id": key, "record": record_text(of.record), "version": 1}
        connection.execute(insert(assessment_record).values(record))
    if of.closing is not None:
        connection.execute(insert(closing).values(closing_row(of.closing)))


def _keep_answers(connection: Connection, changes: Sequence[Change]) -> None:
    """Every change as an event, and of each field the last one as what stands."""
    versions: Counter[tuple[str, str]] = Counter()
    current: dict[tuple[str, str], dict[str, object]] = {}
    events = []
    for change in changes:
        field = (change.indicator, change.field)
        versions[field] += 1
        events.append(event_row(change, versions[field]))
        current[field] = current_row(change) | {"version": versions[field]}
    if events:
        connection.execute(insert(answer), list(current.values()))
        connection.execute(insert(answer_event), events)


def _keep_cohorts(connection: Connection, network: Network) -> None:
    cohorts = {each.cohort.id: each.cohort for each in network.memberships}
    connection.execute(insert(cohort), [cohort_row(each) for each in cohorts.values()])
    connection.execute(insert(cohort_city), [membership_row(each) for each in network.memberships])


def _keep_exchange(connection: Connection, network: Network) -> None:
    """What the cities do with each other; all of it is said to be entered by the first person."""
    writer = network.people[0][0]
    began = min(each.cohort.created for each in network.memberships)
    rows: tuple[tuple[Table, list[dict[str, object]]], ...] = (
        (exchange_offer, [offer_row(each, writer) for each in network.offers]),
        (exchange_request, [request_row(each) | {"person_id": writer} for each in network.requests]),
        (programme_event, [programme_row(each, writer, began) for each in network.events]),
        (contribution, [contribution_row(each, writer, began) for each in network.contributions]),
        (measure, [measure_row(each) for each in network.measures]),
        (city_resources, [resources_row(city.id, kept, writer) for city, kept in network.resources]),
    )
    for table, kept in rows:
        if kept:
            connection.execute(insert(table), kept)


def _let_in(connection: Connection, network: Network, led_by: Actor | None) -> None:
    leader = led_by.id if led_by else network.people[0][0]
    for each in network.cities:
        give(connection, leader, Grant("lead", each.city.id))
    for key in {each.cohort.id for each in network.memberships}:
        give(connection, leader, Grant("trainer", cohort=key))


def _erase_events(connection: Connection) -> None:
    """Invented events, and everything that was announced in an invented cohort, with the files."""
    invented = programme_event.c.id.startswith(MARK) | programme_event.c.cohort_id.startswith(MARK)
    doomed = select(programme_event.c.id).where(invented).scalar_subquery()
    connection.execute(delete(programme_file).where(programme_file.c.event_id.in_(doomed)))
    connection.execute(delete(programme_event).where(invented))


def _erase(connection: Connection) -> None:
    # Those over the whole network belong to no cohort; a city that is not invented never counts in one of them.
    connection.execute(delete(edition).where(edition.c.invented == 1))
    _erase_events(connection)
    doomed = select(assessment.c.id).where(assessment.c.city_id.startswith(MARK)).scalar_subquery()
    erase_rooms(connection, room.c.cohort_id.startswith(MARK))
    for table in metadata.sorted_tables[::-1]:
        if "assessment_id" in table.c:
            connection.execute(delete(table).where(table.c.assessment_id.in_(doomed)))
        for column in ("city_id", "cohort_id"):
            if column in table.c and table.name not in ("assessment", "audit_entry"):
                connection.execute(delete(table).where(table.c[column].startswith(MARK)))
    connection.execute(delete(assessment).where(assessment.c.city_id.startswith(MARK)))
    for table in (cohort, city):
        connection.execute(delete(table).where(table.c.id.startswith(MARK)))
    look = metadata.tables["branding"]
    connection.execute(delete(look).where(look.c.owner_id.startswith(MARK)))
    own = metadata.tables["role_grant"]
    connection.execute(delete(own).where(own.c.person_id.startswith(MARK)))
    connection.execute(delete(person).where(person.c.id.startswith(MARK)))
