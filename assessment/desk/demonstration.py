"""The demonstration network: invented cities, so that a house can be looked at before anybody has answered anything."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.desk.city_ports import InventedStore
from assessment.desk.closing import Freezing, Signature
from assessment.desk.closing_ports import AnswerFreezer
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import answers_up_to_level
from assessment.desk.invented_editions import invented_editions, signed_results
from assessment.desk.noting import about_house
from assessment.desk.ports import Clock
from assessment.invented import make_network, measures
from models.assessment import Change, StoredAnswer
from models.invented import InventedAssessment, Network
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True)
class Demonstration:
    """The use cases of putting it up and taking it down."""

    door: Door
    invented: InventedStore
    library: Library
    freezer: AnswerFreezer
    clock: Clock

    def present(self, actor: Actor) -> bool:
        """Whether it is there. Raises `NotAllowed`."""
        self.door.house(actor, "load demonstration")
        return self.invented.present()

    def load(self, actor: Actor) -> None:
        """Puts it up, all of it or nothing. The person leads its cities and cohorts.

        Raises:
            NotAllowed: where the person may not.
            NotAccepted: where it is there already.
        """
        now = self.door.house(actor, "load demonstration")
        if self.invented.present():
            raise _there_already()
        at = self.clock()
        note = about_house(now, "load demonstration", at, "loaded")
        if not self.invented.load(signed_network(self.library, self.freezer, at), now, note):
            raise _there_already()

    def remove(self, actor: Actor) -> None:
        """Takes it down with everything that came to it since. Raises as `load`."""
        now = self.door.house(actor, "load demonstration")
        note = about_house(now, "load demonstration", self.clock(), "removed")
        if not self.invented.remove(note):
            raise NotAccepted(say("The demonstration network is not there."))


def _there_already() -> NotAccepted:
    return NotAccepted(say("The demonstration network is there already."))


def signed_network(library: Library, freezer: AnswerFreezer, now: datetime.datetime) -> Network:
    """The network as it would stand now, with a closing for each assessment that is closed, and what came of it."""
    model = library.models[0]
    network = make_network(model, now)
    names, freezing = dict(network.people), Freezing(model, freezer)
    cities = (
        replace(city, assessments=tuple(_signed(each, model, freezing, names) for each in city.assessments))
        for city in network.cities
    )
    signed = replace(network, cities=tuple(cities))
    results = signed_results(signed, model, freezer)
    profiles = {city: [each.result for _, each in found] for city, found in results.items()}
    return replace(
        signed,
        published=invented_editions(signed, model, results, now),
        measures=tuple(measures(model, signed.cities, profiles, now.date())),
    )


def _signed(
    of: InventedAssessment, model: CapabilityModel, freezing: Freezing, names: Mapping[str, str]
) -> InventedAssessment:
    """Signed by whoever answered first, on the last day of the record."""
    if of.record is None or of.record.last_day is None:
        return of
    person = of.answers[0].author
    noon = datetime.datetime.combine(of.record.last_day, datetime.time(12), datetime.UTC)
    answers = answers_up_to_level(model, of.assessment, _standing(of.answers))
    signature = Signature(person, names[person], of.record.assessors, noon)
    return replace(of, closing=freezing.closing(of.assessment, answers, of.record, signature))


def _standing(changes: Sequence[Change]) -> dict[str, StoredAnswer]:
    """What stands after these changes."""
    standing: dict[str, StoredAnswer] = {}
    for each in changes:
        if each.value is not None:
            before = standing.get(each.indicator, StoredAnswer(each.indicator))
            standing[each.indicator] = before.filled(each.field, each.value)
    return standing
