"""Reading the trail: who did what on which day, for the lead of a city and for whoever administers the house.

Only days are told. Exact times show when somebody works: they are for that person, and for an administrator who has to
clear up an incident, says which, and leaves a note by looking.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assessment.desk import values
from assessment.desk.account_ports import AccountStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted, NotFound
from assessment.desk.noting import about_house
from assessment.desk.ports import AssessmentStore, AuditStore, Clock
from models.audit import AuditEntry, AuditLine, Verdict
from models.message import say
from models.people import Actor

LONGEST_LOOK = datetime.timedelta(days=7)
"""Days that one look at exact times may cover."""

REASON_LIMIT = 500


@dataclass(frozen=True)
class Auditing:
    """The use cases around the trail."""

    door: Door
    audit: AuditStore
    accounts: AccountStore
    assessments: AssessmentStore
    clock: Clock

    def of_city(self, actor: Actor, city: str) -> tuple[AuditLine, ...]:
        """What was done in a city, newest first. Raises `NotFound`, `NotAllowed`."""
        self.door.city(actor, "see audit", city)
        if city not in {each.id for each in self.accounts.cities()}:
            raise NotFound
        return self._told(self.audit.entries(city))

    def of_house(self, actor: Actor) -> tuple[AuditLine, ...]:
        """What was done anywhere, newest first. Raises `NotAllowed`."""
        self.door.house(actor, "see audit")
        return self._told(self.audit.entries())

    def verified(self, actor: Actor) -> Verdict:
        """Whether the trail fits together. Raises `NotAllowed`."""
        self.door.house(actor, "see audit")
        return self.audit.verified()

    def exact_times(
        self, actor: Actor, reason: str, first: datetime.date, last: datetime.date
    ) -> tuple[AuditLine, ...]:
        """What was done on a few days, with exact times, newest first. The look is noted with its reason.

        Args:
            actor: who looks.
            reason: the incident that has to be cleared up.
            first: the first day.
            last: the last day.

        Raises:
            NotAllowed: where the person may not look.
            NotAccepted: without a reason, or for too many days.
        """
        now = self.door.house(actor, "see exact times")
        why = values.text(reason, REASON_LIMIT)
        if why is None:
            raise NotAccepted(say("Please say which incident you are looking into. It stands in the trail afterwards."))
        if not first <= last <= first + LONGEST_LOOK:
            raise NotAccepted(say("Choose a first and a last day, at most {days} days apart.", days=LONGEST_LOOK.days))
        days = {"first": first.isoformat(), "last": last.isoformat()}
        self.audit.add(about_house(now, "see exact times", self.clock(), "looked", reason=why, **days))
        within = [each for each in self.audit.entries() if first <= each.note.at.date() <= last]
        return self._told(within, exact=True)

    def _told(self, entries: Iterable[AuditEntry], *, exact: bool = False) -> tuple[AuditLine, ...]:
        people = {each.id: each.name for each in self.accounts.all()}
        cities = {each.id: each.name for each in self.accounts.cities()}
        titles = {each.id: each.title for each in self.assessments.of_cities(cities)}
        names: dict[str, Mapping[str, str]] = {"account": people, "city": cities, "assessment": titles}
        lines = (_line(each, people.get, names, exact=exact) for each in entries)
        return tuple(reversed(tuple(lines)))


def _line(
    entry: AuditEntry, person: Callable[[str], str | None], names: Mapping[str, Mapping[str, str]], *, exact: bool
) -> AuditLine:
    note = entry.note
    about = names.get(note.subject, {}).get(note.subject_id)
    whom = person(note.detail.get("account") or note.detail.get("taker") or "")
    at = note.at if exact else None
    return AuditLine(entry.number, note.at.date(), person(note.person), note.action, about, whom, note.detail, at)
