"""The programme: who announces, who reads, and the material that belongs to an event.

Events of a cohort are announced by its trainer and read by its cities. Events of the house are announced by whoever
administers it, and read by everybody who has signed in.
"""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessment.desk import filetypes, values
from assessment.desk.city_ports import CohortStore
from assessment.desk.door import Door, Held, in_house, may, to_city, to_cohort
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotAllowed, NotFound
from assessment.desk.network_ports import ProgrammeStore
from assessment.desk.noting import about_house
from assessment.desk.ports import Clock, Ids
from assessment.desk.space import Space, boundless, ensure_space
from models.audit import Note
from models.cohort import Cohort
from models.message import say
from models.people import Actor
from models.programme import MATERIAL_FILES, ZONES, Event, KeptEvent, Link, MaterialFile, Programme

_LINKS = 20
_LONGEST = 366


@dataclass(frozen=True)
class Programmes:
    """The use cases around events."""

    door: Door
    kept: ProgrammeStore
    cohorts: CohortStore
    clock: Clock
    ids: Ids
    space: Space = boundless

    def mine(self, actor: Actor) -> Programme:
        """All that the person may see, by day; nothing for a visitor."""
        now = self.door.present(actor)
        led = tuple(each for each in self.cohorts.all() if may(tuple(to_cohort(now, each.id)), "write programme"))
        joined = {
            member.cohort.id
            for city in now.cities()
            if may(tuple(to_city(now, city)), "read programme")
            for member in self.cohorts.of_city(city)
        }
        events = [event for key in {each.id for each in led} | joined for event in self.kept.of_cohort(key)]
        if may(tuple(in_house(now)), "read programme"):
            events += self.kept.of_house()
        ordered = tuple(sorted(events, key=lambda each: (each.event.first_day, each.id)))
        return Programme(ordered, self._files(ordered), led)

    def of_cohort(self, actor: Actor, cohort: str) -> tuple[KeptEvent, ...]:
        """The events of a cohort, for who leads it. Raises `NotFound`."""
        self.door.cohort(actor, "read programme", cohort)
        return self.kept.of_cohort(cohort)

    def show(self, actor: Actor, event: str) -> KeptEvent:
        """One event. Raises `NotFound`."""
        return self._readable(actor, event)

    def announce(self, actor: Actor, cohort: str | None, event: Event) -> KeptEvent:
        """Announces an event.

        Args:
            actor: who does it.
            cohort: the cohort it is for; None for everybody in the house.
            event: the event.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where something in it cannot be taken.
        """
        now, of = self._announcing(actor, cohort)
        new = KeptEvent(self.ids(), of, accepted(event))
        at = self.clock()
        self.kept.keep(new, person=now.id, at=at, note=_note(now, new, at, "announced"))
        return new

    def change(self, actor: Actor, event_id: str, event: Event, *, seen: int) -> None:
        """Changes an event. Raises as `announce`, and `ChangedMeanwhile`."""
        now, found = self._own(actor, event_id)
        changed = replace(found, event=accepted(event), version=seen + 1)
        at = self.clock()
        if not self.kept.keep(changed, person=now.id, at=at, note=_note(now, changed, at, "changed")):
            raise ChangedMeanwhile

    def cancel(self, actor: Actor, event_id: str) -> None:
        """Takes an event out of the programme, with its files. Raises `NotFound`, `NotAllowed`."""
        now, found = self._own(actor, event_id)
        self.kept.remove(found.id, note=_note(now, found, self.clock(), "removed"))

    def may_attach(self, actor: Actor, event_id: str) -> None:
        """Asked before a file is read at all. Raises `NotFound`, `NotAllowed`."""
        self._own(actor, event_id)

    def attach(self, actor: Actor, event_id: str, name: str, content: bytes) -> MaterialFile:
        """Puts a file to an event.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for a file of another kind, one that is too large, one more than fit, a name twice, or
                little space on the disk.
        """
        now, found = self._own(actor, event_id)
        wished = filetypes.file_name(name)
        media_type = filetypes.media_type(wished, content)
        before = self.kept.files([found.id])
        if len(before) >= MATERIAL_FILES:
            raise NotAccepted(say("An event has {limit} files at most.", limit=MATERIAL_FILES))
        if wished in {each.name for each in before}:
            raise NotAccepted(say("There is a file called {name} already. Take it away first.", name=wished))
        ensure_space(self.space, len(content))
        at, digest = self.clock(), hashlib.sha256(content).hexdigest()
        file = MaterialFile(self.ids(), found.id, wished, media_type, len(content), digest, at)
        self.kept.attach(file, content, person=now.id, note=_note(now, found, at, "file added"))
        return file

    def detach(self, actor: Actor, event_id: str, file: str) -> None:
        """Takes a file away from an event. Raises `NotFound`, `NotAllowed`."""
        now, found = self._own(actor, event_id)
        self.kept.detach(found.id, file, note=_note(now, found, self.clock(), "file removed"))

    def fetch(self, actor: Actor, event_id: str, file: str) -> tuple[MaterialFile, bytes]:
        """A file of an event with its content. Raises `NotFound`."""
        found = self.kept.fetch(self._readable(actor, event_id).id, file)
        if found is None:
            raise NotFound
        return found

    def _announcing(self, actor: Actor, cohort: str | None) -> tuple[Actor, Cohort | None]:
        if cohort is None:
            return self.door.house(actor, "write programme"), None
        now = self.door.cohort(actor, "write programme", cohort)
        found = self.cohorts.get(cohort)
        if found is None:
            raise NotFound
        return now, found

    def _own(self, actor: Actor, event_id: str) -> tuple[Actor, KeptEvent]:
        """An event that the person may change. Where they may not even read it, there is none."""
        found, now = self._readable(actor, event_id), self.door.present(actor)
        if not may(self._held(now, found), "write programme"):
            raise NotAllowed
        return now, found

    def _readable(self, actor: Actor, event_id: str) -> KeptEvent:
        now, found = self.door.present(actor), self.kept.get(event_id)
        if found is None or not may(self._held(now, found), "read programme"):
            raise NotFound
        return found

    def _held(self, now: Actor, of: KeptEvent) -> tuple[Held, ...]:
        """How a person stands to an event: through the house, through its cohort, or through a city in that."""
        if of.cohort is None:
            return tuple(in_house(now))
        cities = (member.city.id for member in self.cohorts.members(of.cohort.id))
        return (*to_cohort(now, of.cohort.id), *(held for city in cities for held in to_city(now, city)))

    def _files(self, events: Iterable[KeptEvent]) -> dict[str, tuple[MaterialFile, ...]]:
        every = self.kept.files([each.id for each in events])
        ids = dict.fromkeys(each.event for each in every)
        return {key: tuple(each for each in every if each.event == key) for key in ids}


def accepted(event: Event) -> Event:
    """The event with its texts cleaned. Raises `NotAccepted`."""
    for day in (event.first_day, event.last_day):
        values.day(day)
    if not event.first_day <= event.last_day <= event.first_day + datetime.timedelta(days=_LONGEST):
        raise NotAccepted(say("The last day must not be before the first one, nor more than a year after it."))
    if event.zone not in ZONES:
        known = ", ".join(ZONES)
        raise NotAccepted(say("{found} is not known here. Choose one of {known}.", found=event.zone, known=known))
    _times(event)
    return event.model_copy(
        update={
            "title": values.name(event.title),
            "place": values.text(event.place, values.NAME_LIMIT) or "",
            "link": values.address(event.link),
            "about": values.text(event.about) or "",
            "result": values.text(event.result) or "",
            "links": tuple(
                Link(title=values.name(each.title), address=values.address(each.address)) for each in event.links
            )[:_LINKS],
        }
    )


def _times(event: Event) -> None:
    if event.ends is not None and event.begins is None:
        raise NotAccepted(say("An event that has an end needs a beginning."))
    same_day = event.first_day == event.last_day
    if same_day and event.begins is not None and event.ends is not None and event.ends <= event.begins:
        raise NotAccepted(say("The event must end after it begins."))


def _note(now: Actor, of: KeptEvent, at: datetime.datetime, how: str) -> Note:
    if of.cohort is None:
        return about_house(now, "write programme", at, how, of.id)
    return Note(at, now.id, "write programme", "cohort", of.cohort.id, None, {"how": how, "event": of.id})
