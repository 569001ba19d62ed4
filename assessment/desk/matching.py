"""The exchange finder: a city lets itself be found on its own terms, sees whom to talk to and why, and gets in touch.

Cities of the demonstration network find each other and nobody else. Whoever withdraws is gone with the same click.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.aiming import target_of
from assessment.desk import values
from assessment.desk.city_ports import CityStore, TargetStore
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.network_ports import ExchangeStore
from assessment.desk.noting import about_city
from assessment.desk.ports import Clock, Ids
from assessment.desk.signed_levels import SignedLevels
from assessment.matching import matches, suggested
from models.assessment import City
from models.invented import MARK
from models.matching import (
    MESSAGE_LIMIT,
    OFFICE_LIMIT,
    TOPICS,
    Candidate,
    Contact,
    KeptOffer,
    Match,
    Offer,
    Request,
    RequestState,
)
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True)
class Found:
    """A match with the name of the city, and whether a request between the two cities stands."""

    match: Match
    name: str
    stands: bool


@dataclass(frozen=True)
class Matching:
    """The use cases of the finder."""

    door: Door
    exchange: ExchangeStore
    cities: CityStore
    levels: SignedLevels
    targets: TargetStore
    library: Library
    clock: Clock
    ids: Ids

    def my_offer(self, actor: Actor, city: str) -> KeptOffer | None:
        """What a city shows, None where it is not in the finder. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "find partners", city)
        return self.exchange.offer(city)

    def my_levels(self, actor: Actor, city: str) -> Mapping[str, int]:
        """The levels that the city itself is compared by. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "find partners", city)
        return self.levels.of_city(city)

    def suggested(self, actor: Actor, city: str) -> Offer:
        """Ticks to begin with, from the city's own result; nothing sensitive. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "find partners", city)
        return suggested(self._model, self.levels.of_city(city), self._wanted(city))

    def offer(self, actor: Actor, city: str, offer: Offer, *, seen: int) -> None:
        """Lets a city be found, with what is ticked and nothing else.

        Args:
            actor: who does it.
            city: the city.
            offer: all that it shows from now on.
            seen: the version that the person saw; 0 where there was none.

        Raises:
            NotFound, NotAllowed: where the person may not speak for the city.
            NotAccepted: for an unknown process or topic, or without an office address.
            ChangedMeanwhile: where somebody was faster.
        """
        now = self.door.city(actor, "offer exchange", city)
        cleaned = self._accepted(offer)
        at = self.clock()
        count = len(cleaned.strong) + len(cleaned.wanted)
        note = about_city(now, "offer exchange", city, at, "offered", processes=str(count))
        if not self.exchange.keep_offer(city, cleaned, seen=seen, person=now.id, at=at, note=note):
            raise ChangedMeanwhile

    def withdraw(self, actor: Actor, city: str) -> None:
        """Takes a city out of the finder at once, with every request and every address. Raises `NotFound`."""
        now = self.door.city(actor, "offer exchange", city)
        if not self.exchange.withdraw(city, note=about_city(now, "offer exchange", city, self.clock(), "withdrawn")):
            raise ChangedMeanwhile

    def matches(self, actor: Actor, city: str) -> tuple[Found, ...]:
        """The cities to talk to, with reasons; none as long as the city itself shows nothing. Raises `NotFound`."""
        self.door.city(actor, "find partners", city)
        every = self.exchange.offers()
        offers = {each.city.id: each for each in every if _is_invented(each.city.id) is _is_invented(city)}
        if city not in offers:
            return ()
        busy = {each.other(city).id for each in self.exchange.requests(city) if each.stands}
        candidates = [self._candidate(each) for each in offers.values()]
        own = next(each for each in candidates if each.id == city)
        sensitive = frozenset(each.id for each in self._model.processes if each.sensitive)
        found = matches(own, candidates, [each.id for each in self._model.processes], sensitive)
        return tuple(Found(each, offers[each.city].city.name, each.city in busy) for each in found)

    def contacts(self, actor: Actor, city: str) -> tuple[Contact, ...]:
        """What a city asked and was asked. An address is among it only where both agreed. Raises `NotFound`."""
        self.door.city(actor, "find partners", city)
        return tuple(self._contact(each, city) for each in self.exchange.requests(city))

    def ask(self, actor: Actor, city: str, other: str, message: str) -> None:
        """Asks another city for an exchange.

        Args:
            actor: who does it.
            city: the city that asks.
            other: the city that is asked.
            message: the first words to it.

        Raises:
            NotFound, NotAllowed: where the person may not speak for the city.
            NotAccepted: where the other city is not among the matches, or a request stands already.
        """
        now = self.door.city(actor, "offer exchange", city)
        text = values.text(message, MESSAGE_LIMIT) or ""
        asked = next((each for each in self.matches(actor, city) if each.match.city == other), None)
        own = self.exchange.offer(city)
        if asked is None or own is None:
            raise NotAccepted(say("This city cannot be asked: it does not show itself to you, or not any more."))
        at = self.clock()
        new = Request(self.ids(), own.city, City(other, asked.name), text, "asked", at)
        note = about_city(now, "offer exchange", city, at, "asked", request=new.id)
        if not self.exchange.ask(new, person=now.id, note=note):
            raise NotAccepted(say("A request between your two cities stands already, or one of you has withdrawn."))

    def answer(self, actor: Actor, city: str, request: str, *, agree: bool, seen: int) -> None:
        """Agrees to a request that a city got, or declines it. Raises as `ask`, and `ChangedMeanwhile`."""
        now, found = self._own(actor, city, request)
        if found.asked.id != city or found.state != "asked":
            raise NotAccepted(say("There is nothing to answer here any more."))
        self._change(now, city, found, "accepted" if agree else "declined", seen)

    def end(self, actor: Actor, city: str, request: str, *, seen: int) -> None:
        """Takes a request back, or what was agreed to: neither side sees the other's address any more.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where it has ended already.
            ChangedMeanwhile: where somebody was faster.
        """
        now, found = self._own(actor, city, request)
        if not found.stands:
            raise NotAccepted(say("There is nothing to answer here any more."))
        self._change(now, city, found, "ended", seen)

    @property
    def _model(self) -> CapabilityModel:
        return self.library.models[0]

    def _wanted(self, city: str) -> Mapping[str, int]:
        """The levels that a city chose to reach; empty where it chose none."""
        kept = self.targets.of_city(city, self._model.id)
        target = None if kept is None else target_of(kept, self._model)
        return {} if target is None else target.levels

    def _own(self, actor: Actor, city: str, request: str) -> tuple[Actor, Request]:
        now = self.door.city(actor, "offer exchange", city)
        found = next((each for each in self.exchange.requests(city) if each.id == request), None)
        if found is None:
            raise NotFound
        return now, found

    def _change(self, now: Actor, city: str, found: Request, state: RequestState, seen: int) -> None:
        note = about_city(now, "offer exchange", city, self.clock(), state, request=found.id)
        if not self.exchange.answer(replace(found, state=state, version=seen + 1), note=note):
            raise ChangedMeanwhile

    def _contact(self, request: Request, city: str) -> Contact:
        other = request.other(city)
        theirs = self.exchange.offer(other.id) if request.state == "accepted" else None
        return Contact(request, other, request.asking.id == city, theirs.offer.office if theirs else None)

    def _candidate(self, kept: KeptOffer) -> Candidate:
        about = self.cities.profile(kept.city.id)
        size = about.profile.size_class if about else None
        return Candidate(kept.city.id, kept.offer, self.levels.of_city(kept.city.id), self._wanted(kept.city.id), size)

    def _accepted(self, offer: Offer) -> Offer:
        known = [each.id for each in self._model.processes]
        if not set(known).issuperset({*offer.strong, *offer.wanted}) or not set(TOPICS).issuperset(offer.topics):
            raise NotAccepted(say("One can only agree to what is asked."))
        if not (offer.strong or offer.wanted):
            raise NotAccepted(say("Please tick at least one process: a strength, or one in which you want to grow."))
        office = values.text(offer.office, OFFICE_LIMIT)
        if office is None:
            raise NotAccepted(say("Please give an address of your office: it is what both cities agree to exchange."))
        strong, wanted = (tuple(each for each in known if each in ticked) for ticked in (offer.strong, offer.wanted))
        languages = tuple(sorted(set(offer.languages)))
        return offer.model_copy(update={"strong": strong, "wanted": wanted, "languages": languages, "office": office})


def _is_invented(city: str) -> bool:
    return city.startswith(MARK)
