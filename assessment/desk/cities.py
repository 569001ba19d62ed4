"""A city as its own people see and change it: its name and its profile."""

from dataclasses import dataclass

from assessment.desk import values
from assessment.desk.city_ports import CityStore
from assessment.desk.city_profiles import accepted
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NameTaken
from assessment.desk.noting import about_city
from assessment.desk.ports import Clock
from models.city_profile import CityProfile, KeptProfile
from models.people import Actor
from models.questionnaire import Library


@dataclass(frozen=True)
class Cities:
    """The use cases around a city itself."""

    door: Door
    cities: CityStore
    library: Library
    clock: Clock

    def profile(self, actor: Actor, city: str) -> KeptProfile | None:
        """The profile of a city, None as long as nobody wrote one. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "read city", city)
        return self.cities.profile(city)

    def write_profile(self, actor: Actor, city: str, profile: CityProfile, *, seen: int) -> None:
        """Keeps a profile.

        Args:
            actor: who does it.
            city: the city's id.
            profile: all of it.
            seen: the version that the person saw; 0 where there was none.

        Raises:
            NotFound, NotAllowed: where the person may not.
            ProfileRefused: with what is wrong in which field.
            ChangedMeanwhile: where somebody was faster.
        """
        now = self.door.city(actor, "change city", city)
        at = self.clock()
        dimensions = [each.id for each in self.library.models[0].head.dimensions]
        cleaned = accepted(profile, dimensions, at.date())
        note = about_city(now, "change city", city, at, "profile", version=str(seen + 1))
        if not self.cities.keep_profile(city, cleaned, seen=seen, person=now.id, at=at, note=note):
            raise ChangedMeanwhile

    def rename(self, actor: Actor, city: str, name: str, *, seen: str) -> None:
        """Gives a city another name.

        Args:
            actor: who does it.
            city: the city's id.
            name: the new name.
            seen: the name that the person saw.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for an empty name, or one that another city has.
            ChangedMeanwhile: where somebody was faster.
        """
        now = self.door.city(actor, "change city", city)
        note = about_city(now, "change city", city, self.clock(), "name")
        match self.cities.rename(city, values.name(name), seen=seen, note=note):
            case "taken":
                raise NameTaken
            case "moved":
                raise ChangedMeanwhile
            case "done":
                return
