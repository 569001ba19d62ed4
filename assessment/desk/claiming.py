"""Taking what a city said in a live room into an account: it becomes a quick scan of that city, with an owner."""

import datetime
from dataclasses import dataclass

from assessment.desk.account_ports import AccountStore
from assessment.desk.door import Door
from assessment.desk.entrance import Entrance
from assessment.desk.errors import CodeSpent
from assessment.desk.exchange import Exchange
from assessment.desk.ports import Clock
from assessment.desk.room_ports import SeatStore
from assessment.desk.seats import as_answers
from models.assessment import Assessment
from models.people import Actor


@dataclass(frozen=True)
class Claiming:
    """The use case of a lead who was in a room, or whose colleagues were."""

    door: Door
    entrance: Entrance
    accounts: AccountStore
    seats: SeatStore
    exchange: Exchange
    clock: Clock
    kept: datetime.timedelta

    def claim(self, actor: Actor, city: str, code: str, address: str) -> Assessment:
        """Begins a quick scan of a city with the answers that this code belongs to; the newest rating of the day.

        The code serves once, as long as the room keeps the answers, also where two use it at the same moment; a phone
        of the city makes another one.

        Raises:
            NotFound, NotAllowed: where the person may not begin assessments of the city.
            CodeSpent: where the code does not serve.
            TooManyTries: where one has to wait first.
        """
        self.door.city(actor, "begin assessment", city)
        claim = self.entrance.tried(code, address)
        found = self.seats.claimed(claim, self.clock() - self.kept)
        if found is None:
            raise CodeSpent
        room, there = found
        said = self.seats.answers([there.id]).get(there.id, {})
        name = next(each.name for each in self.accounts.cities() if each.id == city)
        file = as_answers(room, name, said.get(2) or said.get(1) or {})
        return self.exchange.begin_from(actor, file, room.title, claim=claim)
