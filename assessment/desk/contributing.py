"""The library of good practices: cities tell of one, an editor checks it, and then everybody may read it.

What is published can be traced: without a source and its day nothing is submitted. A city that changes or takes back
what was published takes it out of the library with the same click.
"""

import datetime
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.network_ports import ContributionStore
from assessment.desk.noting import about_city, about_house
from assessment.desk.ports import Clock, Ids
from models.assessment import City
from models.audit import Note
from models.authored import LANGUAGES
from models.contribution import PRACTICE_LIMIT, Contribution, ContributionState, KeptContribution, Published
from models.invented import MARK
from models.message import say
from models.people import Actor
from models.questionnaire import Library

_SOURCE_LIMIT = 500
_PROCESSES = 5
HIGHEST = 5
"""The highest level that a step can lead to."""

_EARLIEST = datetime.date(1990, 1, 1)


@dataclass(frozen=True)
class Contributing:
    """The use cases around contributions."""

    door: Door
    kept: ContributionStore
    library: Library
    clock: Clock
    ids: Ids

    def published(self, actor: Actor) -> tuple[Published, ...]:
        """What everybody may read, with a city's name only where it agreed to that. Raises `NotAllowed`."""
        self.door.house(actor, "read library")
        return tuple(_published(each) for each in self.kept.in_state("published"))

    def of_city(self, actor: Actor, city: str) -> tuple[KeptContribution, ...]:
        """Everything that a city wrote, newest first. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "contribute", city)
        return self.kept.of_city(city)

    def write(
        self, actor: Actor, city: str, contribution: Contribution, *, which: str | None = None, seen: int = 0
    ) -> str:
        """Keeps a contribution as a draft; what was submitted or published becomes one again.

        Args:
            actor: who does it.
            city: the city it belongs to.
            contribution: all of it.
            which: the id of the one that is changed; None for a new one.
            seen: the version that the person saw.

        Returns:
            Its id.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where something in it cannot be taken.
            ChangedMeanwhile: where somebody was faster.
        """
        now = self.door.city(actor, "contribute", city)
        cleaned, at = self._accepted(contribution), self.clock()
        if which is None:
            changed = KeptContribution(self.ids(), City(city, ""), cleaned)
        else:
            found = self._own(city, which)
            changed = replace(found, contribution=cleaned, state="draft", reason="", checked=None, version=seen + 1)
        note = about_city(now, "contribute", city, at, "written", contribution=changed.id)
        if not self.kept.keep(changed, person=now.id, at=at, note=note):
            raise ChangedMeanwhile
        return changed.id

    def submit(self, actor: Actor, city: str, which: str, *, seen: int) -> None:
        """Hands a draft to the editor. Raises as `write`; `NotAccepted` also without a source and its day."""
        now, found = self.door.city(actor, "contribute", city), self._own(city, which)
        said = found.contribution
        if found.state != "draft":
            raise NotAccepted(say("This one is on its way already."))
        if not said.source or said.source_day is None:
            raise NotAccepted(say("Please name the source and the day it is of: nothing enters the library without."))
        at = self.clock()
        note = about_city(now, "contribute", city, at, "submitted", contribution=which)
        self._move(found, "submitted", note, seen=seen)

    def remove(self, actor: Actor, city: str, which: str) -> None:
        """Takes a contribution away, wherever it stands. Raises `NotFound`, `NotAllowed`."""
        now, found = self.door.city(actor, "contribute", city), self._own(city, which)
        note = about_city(now, "contribute", city, self.clock(), "removed", contribution=which)
        self.kept.remove(found.id, note=note)

    def waiting(self, actor: Actor) -> tuple[KeptContribution, ...]:
        """What waits for the editor, the city named: who checks must be able to ask. Raises `NotAllowed`."""
        self.door.house(actor, "edit library")
        return self.kept.in_state("submitted")

    def publish(self, actor: Actor, which: str, *, seen: int) -> None:
        """Lets everybody read a contribution: the editor has looked at its source today.

        Raises:
            NotAllowed: where the person is no editor.
            NotFound: where nothing of this id waits.
            ChangedMeanwhile: where somebody was faster.
        """
        now, found = self.door.house(actor, "edit library"), self._submitted(which)
        at = self.clock()
        note = about_house(now, "edit library", at, "published", which)
        self._move(replace(found, checked=at.date()), "published", note, seen=seen)

    def decline(self, actor: Actor, which: str, reason: str, *, seen: int) -> None:
        """Sends a contribution back with a reason. Raises as `publish`, and `NotAccepted` without a reason."""
        now, found = self.door.house(actor, "edit library"), self._submitted(which)
        why = values.text(reason, _SOURCE_LIMIT)
        if why is None:
            raise NotAccepted(say("Please say why, so that the city can mend it."))
        at = self.clock()
        note = about_house(now, "edit library", at, "declined", which)
        self._move(replace(found, reason=why), "declined", note, seen=seen)

    def _own(self, city: str, which: str) -> KeptContribution:
        found = self.kept.get(which)
        if found is None or found.city.id != city:
            raise NotFound
        return found

    def _submitted(self, which: str) -> KeptContribution:
        found = self.kept.get(which)
        if found is None or found.state != "submitted":
            raise NotFound
        return found

    def _move(
        self,
        found: KeptContribution,
        state: ContributionState,
        note: Note,
        *,
        seen: int,
    ) -> None:
        changed = replace(found, state=state, version=seen + 1)
        if not self.kept.keep(changed, person=note.person, at=note.at, note=note):
            raise ChangedMeanwhile

    def _accepted(self, written: Contribution) -> Contribution:
        what = values.text(written.what, PRACTICE_LIMIT)
        if what is None:
            raise NotAccepted(say("Please say what your city does."))
        order = [each.id for each in self.library.models[0].processes]
        if not written.processes or not set(order).issuperset(written.processes) or written.language not in LANGUAGES:
            raise NotAccepted(say("Please name the processes that it is an example for."))
        if len(set(written.processes)) > _PROCESSES:
            raise NotAccepted(say("At most {count} processes: where it fits best it is found best.", count=_PROCESSES))
        _step(written)
        if written.source_day is not None and not _EARLIEST <= written.source_day <= self.clock().date():
            raise NotAccepted(say("The day of the source lies in the future or too far back."))
        cleaned = {
            "what": what,
            "processes": tuple(each for each in order if each in written.processes),
            "source": values.text(written.source, _SOURCE_LIMIT) or "",
            "address": values.address(written.address),
        }
        return written.model_copy(update=cleaned)


def _step(written: Contribution) -> None:
    lower, upper = written.from_level, written.to_level
    if (lower, upper) == (None, None):
        return
    if lower is None or upper is None or not 0 <= lower < upper <= HIGHEST:
        raise NotAccepted(say("A step leads from a level to a higher one, from 0 to {highest}.", highest=HIGHEST))


def _published(kept: KeptContribution) -> Published:
    name = kept.city.name if kept.contribution.named else None
    checked = kept.checked or datetime.date.min
    return Published(kept.contribution, checked, name, kept.city.id.startswith(MARK))
