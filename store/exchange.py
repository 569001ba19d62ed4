"""What cities offer each other, and who asked whom. A city that withdraws is gone at once, with all it was asked."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from models.assessment import City
from models.audit import Note
from models.matching import KeptOffer, Offer, Request
from store.audit import append
from store.database import Database
from store.tables import city, exchange_offer, exchange_request
from store.versions import keep_version


@dataclass(frozen=True)
class SqlExchange:
    """Offers and requests. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def offers(self) -> tuple[KeptOffer, ...]:
        """Every offer that stands, by name of the city."""
        query = _OFFERS.order_by(city.c.name, city.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_offer(row) for row in rows)

    def offer(self, city_id: str) -> KeptOffer | None:
        """The offer of a city."""
        query = _OFFERS.where(city.c.id == city_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else _offer(row)

    def keep_offer(
        self,
        city_id: str,
        offer: Offer,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps an offer where the version seen (0 for none) still stands. False where somebody was faster."""
        values = {"offer": offer.model_dump_json(), "person_id": person, "at": at}

        def keep(connection: Connection) -> bool:
            kept = keep_version(connection, exchange_offer, {"city_id": city_id}, values, seen)
            append(connection, note if kept else None)
            return kept

        return self.database.write(keep)

    def withdraw(self, city_id: str, *, note: Note | None = None) -> bool:
        """Takes an offer away and ends what the city asked or was asked. False where there is none."""
        of_it = (exchange_request.c.city_id == city_id) | (exchange_request.c.asked_id == city_id)
        stands = exchange_request.c.state.in_(("asked", "accepted"))
        ended = {"state": "ended", "version": exchange_request.c.version + 1}

        def erase(connection: Connection) -> bool:
            gone = delete(exchange_offer).where(exchange_offer.c.city_id == city_id)
            if connection.execute(gone.returning(exchange_offer.c.city_id)).one_or_none() is None:
                return False
            connection.execute(update(exchange_request).where(of_it & stands).values(ended))
            append(connection, note)
            return True

        return self.database.write(erase)

    def requests(self, city_id: str) -> tuple[Request, ...]:
        """Everything that a city asked or was asked, newest first."""
        of_it = (exchange_request.c.city_id == city_id) | (exchange_request.c.asked_id == city_id)
        query = _REQUESTS.where(of_it).order_by(exchange_request.c.at.desc(), exchange_request.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_request(row) for row in rows)

    def ask(self, new: Request, *, person: str, note: Note | None = None) -> bool:
        """Keeps a request. False where one of both cities is not to be found any more, or one between them stands."""

        def keep(connection: Connection) -> bool:
            pair = (new.asking.id, new.asked.id)
            offering = select(exchange_offer.c.city_id).where(exchange_offer.c.city_id.in_(pair)).with_for_update()
            if len(connection.execute(offering).all()) < len(pair) or _stands(connection, *pair):
                return False
            row = request_row(new) | {"person_id": person}
            connection.execute(insert(exchange_request).values(row))
            append(connection, note)
            return True

        return self.database.write(keep)

    def answer(self, changed: Request, *, note: Note | None = None) -> bool:
        """Keeps a changed request, whose version is one above the version seen. False where somebody was faster."""

        def keep(connection: Connection) -> bool:
            key, values = {"id": changed.id}, {"state": changed.state}
            kept = keep_version(connection, exchange_request, key, values, changed.version - 1)
            append(connection, note if kept else None)
            return kept

        return self.database.write(keep)


_ASKED = city.alias("asked")
_OFFERS = select(exchange_offer, city.c.name.label("city_name")).join(city, city.c.id == exchange_offer.c.city_id)
_REQUESTS = (
    select(exchange_request, city.c.name.label("asking_name"), _ASKED.c.name.label("asked_name"))
    .join(city, city.c.id == exchange_request.c.city_id)
    .join(_ASKED, _ASKED.c.id == exchange_request.c.asked_id)
)


def offer_row(of: KeptOffer, person: str) -> dict[str, object]:
    """An offer as its table keeps it."""
    return {
        "city_id": of.city.id,
        "offer": of.offer.model_dump_json(),
        "version": of.version,
        "person_id": person,
        "at": of.at,
    }


def request_row(of: Request) -> dict[str, object]:
    """A request as its table keeps it, without the person."""
    return {
        "id": of.id,
        "city_id": of.asking.id,
        "asked_id": of.asked.id,
        "message": of.message,
        "state": of.state,
        "at": of.at,
        "version": of.version,
    }


def _stands(connection: Connection, first: str, second: str) -> bool:
    """Whether a request between two cities, whichever way, waits or was agreed to."""
    between = exchange_request.c.city_id.in_((first, second)) & exchange_request.c.asked_id.in_((first, second))
    stands = exchange_request.c.state.in_(("asked", "accepted"))
    return connection.execute(select(exchange_request.c.id).where(between & stands).limit(1)).first() is not None


def _offer(row: Row[*tuple[Any, ...]]) -> KeptOffer:
    return KeptOffer(City(row.city_id, row.city_name), Offer.model_validate_json(row.offer), row.version, row.at)


def _request(row: Row[*tuple[Any, ...]]) -> Request:
    asking, asked = City(row.city_id, row.asking_name), City(row.asked_id, row.asked_name)
    return Request(row.id, asking, asked, row.message, row.state, row.at, row.version)
