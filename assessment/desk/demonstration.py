"""The demonstration network: invented cities, so that a house can be looked at before anybody has answered anything."""

from dataclasses import dataclass

from assessment.desk.city_ports import InventedStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted
from assessment.desk.noting import about_house
from assessment.desk.ports import Clock
from assessment.invented import make_network
from models.message import say
from models.people import Actor
from models.questionnaire import Library


@dataclass(frozen=True)
class Demonstration:
    """The use cases of putting it up and taking it down."""

    door: Door
    invented: InventedStore
    library: Library
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
        at = self.clock()
        note = about_house(now, "load demonstration", at, "loaded")
        if not self.invented.load(make_network(self.library.models[0], at), now, note):
            raise NotAccepted(say("The demonstration network is there already."))

    def remove(self, actor: Actor) -> None:
        """Takes it down with everything that came to it since. Raises as `load`."""
        now = self.door.house(actor, "load demonstration")
        note = about_house(now, "load demonstration", self.clock(), "removed")
        if not self.invented.remove(note):
            raise NotAccepted(say("The demonstration network is not there."))
