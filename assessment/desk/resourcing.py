"""What a city's international work costs today, process by process, entered by its lead, next to what is planned."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.desk.network_ports import ResourceStore
from assessment.desk.noting import about_city
from assessment.desk.ports import Clock
from models.message import say
from models.people import Actor
from models.questionnaire import Library
from models.resources import EUROS_LIMIT, HOURS_LIMIT, KeptResources, Outlay, Resources

_EARLIEST = 2000


@dataclass(frozen=True)
class Resourcing:
    """The use cases around resources."""

    door: Door
    kept: ResourceStore
    library: Library
    clock: Clock

    def of_city(self, actor: Actor, city: str) -> KeptResources | None:
        """What a city entered, None as long as nobody did. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "read city", city)
        return self.kept.of_city(city)

    def write(self, actor: Actor, city: str, resources: Resources, *, seen: int) -> None:
        """Keeps what one year costs.

        Args:
            actor: who does it.
            city: the city.
            resources: all of it.
            seen: the version that the person saw; 0 where there was none.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for an unknown process, a negative or senseless number, or a year that is none.
            ChangedMeanwhile: where somebody was faster.
        """
        now = self.door.city(actor, "change city", city)
        at = self.clock()
        if not _EARLIEST <= resources.year <= at.year + 1:
            raise NotAccepted(
                say("The year lies between {earliest} and {latest}.", earliest=_EARLIEST, latest=at.year + 1)
            )
        cleaned = resources.model_copy(update={"outlays": self._accepted(resources.outlays)})
        note = about_city(now, "change city", city, at, "resources", version=str(seen + 1))
        if not self.kept.keep(city, cleaned, seen=seen, person=now.id, at=at, note=note):
            raise ChangedMeanwhile

    def _accepted(self, outlays: Mapping[str, Outlay]) -> dict[str, Outlay]:
        order = [each.id for each in self.library.models[0].processes]
        if not set(order).issuperset(outlays):
            raise NotAccepted(say("One of these processes is not known here."))
        for each in outlays.values():
            _check(each)
        return {key: outlays[key] for key in order if key in outlays and not outlays[key].is_open}


def _check(outlay: Outlay) -> None:
    hours, euros = outlay.hours or 0, (outlay.own_funds or 0, outlay.third_party_funds or 0)
    if not 0 <= hours <= HOURS_LIMIT or any(not 0 <= each <= EUROS_LIMIT for each in euros):
        raise NotAccepted(say("Hours and euros are whole numbers from 0 up; one of them is out of any reason."))
