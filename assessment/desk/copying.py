"""Backups from the administrator's page: make one, look them over, take one away, put one back."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted, NotFound
from assessment.desk.noting import about_house
from assessment.desk.own_data import PersonalStore
from assessment.desk.ports import AssessmentStore, AuditStore, Clock
from assessment.desk.redacting import REDACT, Redactions
from models.audit import Note
from models.copies import Copy, PutBack
from models.message import Message, say
from models.people import Actor


class CopyStore(Protocol):
    """Copies of the database."""

    @property
    def possible(self) -> bool:
        """Whether this program can make copies of the database that it uses."""
        ...

    def all(self) -> tuple[Copy, ...]:
        """Every copy, newest first."""
        ...

    def make(self, at: datetime.datetime) -> Copy:
        """Makes a copy while others go on saving. Raises `OSError` where it could not be made."""
        ...

    def file(self, name: str) -> Path | None:
        """Where a copy is, None where there is none of this name."""
        ...

    def put_back(self, name: str, at: datetime.datetime) -> PutBack:
        """Puts a copy in the place of the database, which is kept as a copy itself."""
        ...


_WHY: dict[PutBack, Message] = {
    "unusable": say("This copy is damaged. Nothing was changed; take another one."),
    "newer": say("A newer version of the program made this copy. Nothing was changed; update the program first."),
    "busy": say(
        "Somebody is using the database right now. Nothing was changed. Try again in a moment; where the app runs in "
        "several processes, stop them and use the command line."
    ),
}


@dataclass(frozen=True)
class Backups:
    """The use cases around copies of the database."""

    door: Door
    copies: CopyStore
    audit: AuditStore
    clock: Clock
    personal: PersonalStore
    assessments: AssessmentStore
    redactions: Redactions

    def possible(self, actor: Actor) -> bool:
        """Whether copies can be made here; of a database server they are made with its own tools. `NotAllowed`."""
        self.door.house(actor, "keep backups")
        return self.copies.possible

    def all(self, actor: Actor) -> tuple[Copy, ...]:
        """Every copy, newest first. Raises `NotAllowed`."""
        self.door.house(actor, "keep backups")
        return self.copies.all()

    def make(self, actor: Actor) -> Copy:
        """Makes a copy. Raises `NotAllowed`, and `NotAccepted` where it cannot be made."""
        now = self._may(actor)
        at = self.clock()
        try:
            made = self.copies.make(at)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NotAccepted(say("The copy could not be made: {reason}", reason=reason)) from error
        self.audit.add(about_house(now, "keep backups", at, "made", made.name, name=made.name))
        return made

    def take(self, actor: Actor, name: str) -> Path:
        """The file of a copy, to be taken away. Raises `NotAllowed`, `NotFound`."""
        now = self.door.house(actor, "keep backups")
        path = self.copies.file(name)
        if path is None:
            raise NotFound
        self.audit.add(about_house(now, "keep backups", self.clock(), "taken", name, name=name))
        return path

    def put_back(self, actor: Actor, name: str) -> None:
        """Puts a copy in the place of the database. Afterwards everybody has to sign in again.

        Whoever was erased since the copy was made is erased again, also where a city has no other lead in the copy, and
        so is every text that was taken out.

        Raises:
            NotAllowed: where the person may not.
            NotFound: where there is no such copy.
            NotAccepted: where it cannot be put back; then nothing was changed.
        """
        now = self._may(actor)
        at = self.clock()
        gone = [each.note for each in self.audit.entries() if each.note.action in ("erase person", REDACT)]
        done = self.copies.put_back(name, at)
        if done == "unknown":
            raise NotFound
        if done != "done":
            raise NotAccepted(_WHY[done])
        self.audit.add(about_house(now, "keep backups", at, "restored", name, name=name))
        # A copy brings back people who had themselves erased after it was made, and texts that were taken out.
        for note in gone:
            self._again(replace(note, at=at, person=now.id))

    def _again(self, note: Note) -> None:
        if note.action == REDACT:
            found = self.assessments.get(note.subject_id)
            if found is not None:
                self.redactions.again(found, note)
        else:
            # Who administers the house gives the city another lead; somebody's wish to be erased does not wait for it.
            self.personal.erase(note.subject_id, note=note, leaderless=True)

    def _may(self, actor: Actor) -> Actor:
        now = self.door.house(actor, "keep backups")
        if not self.copies.possible:
            raise NotAccepted(
                say("The database is a PostgreSQL server. Copy it with pg_dump and put it back with pg_restore.")
            )
        return now
