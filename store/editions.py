"""Published editions with what each city brought: written once, read as a whole, never changed.

Two editions of one key can never take the same number, so whoever publishes has seen every edition before theirs.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from models.audit import Note
from models.benchmark import Contribution, Depth, KeptEdition, KeptRegister, Profiled
from models.cohort import Consent, Membership
from store.audit import append
from store.database import Database
from store.edition_text import read_edition, write_edition
from store.tables import cohort_city, edition, edition_city
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlEditions:
    """The editions. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def register(self, key: str) -> KeptRegister:
        """Every edition of a key, of all cohorts, oldest first, with what each contribution said."""

        def look(connection: Connection) -> KeptRegister:
            said = select(edition_city).where(edition_city.c.key == key)
            profiles = (_profiled(row) for row in connection.execute(said))
            editions = tuple(_editions(connection, edition.c.key == key))
            return KeptRegister(editions, MappingProxyType({each.contribution: each for each in profiles}))

        return self.database.read(look)

    def counting(self, cities: Collection[str]) -> tuple[KeptRegister, ...]:
        """The registers of all keys in whose editions one of these cities counts."""
        of_these = select(edition_city.c.key).where(edition_city.c.city_id.in_(list(cities))).distinct()
        keys = self.database.read(lambda connection: connection.execute(of_these).scalars().all())
        return tuple(self.register(key) for key in sorted(keys))

    def of_cohort(self, cohort: str) -> tuple[KeptEdition, ...]:
        """The editions of a cohort, oldest first."""
        return self._those(edition.c.cohort_id == cohort)

    def of_network(self, *, invented: bool) -> tuple[KeptEdition, ...]:
        """The editions over the whole network, of real cities or of invented ones, oldest first."""
        return self._those(edition.c.cohort_id.is_(None) & (edition.c.invented == int(invented)))

    def publish(
        self,
        new: Sequence[KeptEdition],
        brought: Sequence[Profiled],
        standing: Sequence[Membership],
        needed: Consent,
        notes: Sequence[Note] = (),
    ) -> bool:
        """Keeps editions, all or none. False where somebody published meanwhile, or a city does not agree any more."""

        def keep(connection: Connection) -> bool:
            if not (_is_next(connection, new[0]) and all(_still_agrees(connection, each, needed) for each in standing)):
                return False
            keep_editions(connection, new, brought)
            for each in notes:
                append(connection, each)
            return True

        return self.database.write(keep)

    def _those(self, where: ColumnElement[bool]) -> tuple[KeptEdition, ...]:
        return self.database.read(lambda connection: tuple(_editions(connection, where)))


def keep_editions(connection: Connection, new: Sequence[KeptEdition], brought: Sequence[Profiled]) -> None:
    """Writes editions of one key, and what cities brought to them."""
    rows = [contribution_row(new[0].key, each) for each in brought]
    if rows:
        connection.execute(insert_into(connection, edition_city).on_conflict_do_nothing(), rows)
    connection.execute(insert(edition), [edition_row(each) for each in new])


def _is_next(connection: Connection, new: KeptEdition) -> bool:
    last = select(func.coalesce(func.max(edition.c.number), 0)).where(edition.c.key == new.key)
    return int(connection.execute(last).scalar_one()) + 1 == new.number


def _still_agrees(connection: Connection, of: Membership, needed: Consent) -> bool:
    this = (cohort_city.c.cohort_id == of.cohort.id) & (cohort_city.c.city_id == of.city.id)
    terms = select(cohort_city.c.consents).where(this, cohort_city.c.left.is_(None)).with_for_update()
    found = connection.execute(terms).scalar_one_or_none()
    return found is not None and needed in json.loads(found)


def _editions(connection: Connection, where: ColumnElement[bool]) -> Iterator[KeptEdition]:
    query = select(edition).where(where).order_by(edition.c.at, edition.c.key, edition.c.number)
    return (_kept(row) for row in connection.execute(query))


def edition_row(of: KeptEdition) -> dict[str, object]:
    """An edition as its table keeps it."""
    content = {"edition": write_edition(of.edition), "depth": asdict(of.depth)}
    return {
        "id": of.edition.id,
        "cohort_id": of.edition.cohort or None,
        "key": of.key,
        "number": of.number,
        "peers": of.peers,
        "invented": int(of.invented),
        "before_id": of.before,
        "at": of.at,
        "content": json.dumps(content, ensure_ascii=False, sort_keys=True),
    }


def contribution_row(key: str, of: Profiled) -> dict[str, object]:
    """A contribution as its table keeps it."""
    city, digest = of.contribution
    return {"key": key, "city_id": city, "digest": digest, "content": json.dumps(dict(of.values), sort_keys=True)}


def _kept(row: Row[*tuple[Any, ...]]) -> KeptEdition:
    told = json.loads(row.content)
    depth = Depth(**{**told["depth"], "scope": tuple(told["depth"]["scope"])})
    return KeptEdition(
        edition=read_edition(row.id, row.cohort_id or "", told["edition"]),
        key=row.key,
        number=row.number,
        depth=depth,
        peers=row.peers,
        at=row.at,
        invented=bool(row.invented),
        before=row.before_id,
    )


def _profiled(row: Row[*tuple[Any, ...]]) -> Profiled:
    who: Contribution = (row.city_id, row.digest)
    return Profiled(who, MappingProxyType(json.loads(row.content)))
