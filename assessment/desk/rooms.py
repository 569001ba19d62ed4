"""What trainers do with a live room: open it, show one thing after another, reveal. They see no city's answers.

Whoever opened a room leads it, whoever they appoint, and the trainers of its cohort. What is revealed, and to whom, is
decided by `assessment.benchmark.rooms` alone: the trainers obey too.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.account_ports import AccountStore, Tokens
from assessment.desk.door import Door, Held, may
from assessment.desk.entrance import CODE_ALPHABET
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.policy import Action
from assessment.desk.ports import Clock, Ids
from assessment.desk.room_ports import RoomStore
from assessment.desk.room_sets import QUESTION_SETS, QuestionSet, chosen
from assessment.desk.room_views import RoomViews
from models.audit import Note
from models.authored import LANGUAGES, Language
from models.message import say
from models.people import Actor, Grant
from models.questionnaire import Library
from models.room import PHASES, STEPS, Phase, Room, RoomView, Step

CODE_LENGTH = 6
"""30 bits, for some hours and with few tries: short enough to be typed from a wall."""

MOST_HOURS = 72
MOST_MINUTES = 120

NEEDS: dict[Step, Phase] = {"rating": "first", "group": "between", "question": "between", "paired": "after"}
"""How far a room has to be before something can be shown."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a room is to be: its questions, the language of its projector, and for how many hours it is open."""

    title: str
    questions: QuestionSet = "one"
    language: Language = "de"
    cohort: str | None = None
    hours: int = 12


@dataclass(frozen=True)
class Rooms:
    """The use cases of trainers around live rooms."""

    door: Door
    rooms: RoomStore
    views: RoomViews
    accounts: AccountStore
    library: Library
    tokens: Tokens
    clock: Clock
    ids: Ids

    def open(self, actor: Actor, wish: Opening) -> Room:
        """Opens a room, which the person leads.

        Raises:
            NotAllowed: where the person may not open rooms.
            NotFound: where they do not lead the cohort.
            NotAccepted: for an empty title, an unknown set or language, or too many hours.
        """
        now = self.door.house(actor, "open room")
        if wish.cohort is not None:
            self.door.cohort(actor, "read cohort", wish.cohort)
        title, at = values.name(wish.title), self.clock()
        if wish.questions not in QUESTION_SETS or wish.language not in LANGUAGES:
            raise NotAccepted(say("One can only choose what is offered."))
        if not 1 <= wish.hours <= MOST_HOURS:
            raise NotAccepted(say("A room is open for 1 to {hours} hours.", hours=MOST_HOURS))
        scan = self.library.quick_scans[0]
        new = Room(
            id=self.ids(),
            title=title,
            questionnaire=scan.id,
            questionnaire_version=scan.version,
            questions=chosen(scan, wish.questions),
            code=self._code(),
            language=wish.language,
            created=at,
            ends=at + datetime.timedelta(hours=wish.hours),
            opened_by=now.id,
            cohort=wish.cohort,
            leaders=frozenset({now.id}),
        )
        note = self._note(now, "open room", new.id, how="opened")
        while not self.rooms.add(new, note):
            new = replace(new, code=self._code())
        return new

    def mine(self, actor: Actor) -> tuple[Room, ...]:
        """The rooms that the person leads, the newest first; none for anybody else."""
        now = self.door.present(actor)
        return tuple(each for each in self.rooms.led(now.id, now.led) if may(tuple(to_room(now, each)), "lead room"))

    def show(self, actor: Actor, room: str) -> RoomView:
        """A room: who is there and has finished, what was revealed, what lies on the table. Raises `NotFound`.

        Works out what a reveal shows, where the process that was about to did not come so far.
        """
        return self.views.worked_out(self._led(actor, room))

    def watch(self, actor: Actor, room: str) -> RoomView:
        """The same for the projector, which looks often and works nothing out. Raises `NotFound`."""
        return self.views.view(self._led(actor, room))

    def move(self, actor: Actor, room: str, step: Step, *, seen: int, question: str | None = None) -> None:
        """Shows something else on the projector, and first on the phones; `over` ends the room.

        Raises:
            NotFound: where there is no such room for this person.
            NotAccepted: where the room is not that far yet, or has no such question.
            ChangedMeanwhile: where another trainer was faster.
        """
        found = self._led(actor, room)
        if step not in STEPS or not found.reached(NEEDS.get(step, "before")):
            raise NotAccepted(say("The room is not that far yet."))
        if step == "question" and question not in found.questions:
            raise NotAccepted(say("One can only choose what is offered."))
        self._change(actor, replace(found, step=step, shown=question if step == "question" else None), seen)

    def begin(self, actor: Actor, room: str, phase: Phase, *, seen: int) -> None:
        """Begins the first rating, or the second one. Raises as `move`."""
        found = self._led(actor, room)
        if phase not in ("first", "second") or PHASES.index(phase) != PHASES.index(found.phase) + 1:
            raise NotAccepted(say("The room is not that far yet."))
        self._change(actor, replace(found, phase=phase, step="rating", timer=None, shown=None), seen, how="begun")

    def reveal(self, actor: Actor, room: str, *, seen: int) -> None:
        """Ends the rating that is under way, fixes what was said in it, and publishes one edition.

        The first one closes the roster: from then on those are counted who had finished. Raises as `move`.
        """
        found = self._led(actor, room)
        if found.phase not in ("first", "second"):
            raise NotAccepted(say("The room is not that far yet."))
        first = found.phase == "first"
        changed = replace(
            found, phase="between" if first else "after", step="group" if first else "paired", timer=None, shown=None
        )
        roster = [each.id for each in self.rooms.cities(found.id) if 1 in each.finished] if first else []
        self._change(actor, changed, seen, counted=roster, how="revealed")
        self.views.worked_out(changed)

    def solve(self, actor: Actor, room: str, *, seen: int) -> None:
        """Opens the model solution of the calibration case. Raises as `move`."""
        self._change(actor, replace(self._led(actor, room), solved=True, step="calibration"), seen, how="solved")

    def time(self, actor: Actor, room: str, minutes: int, *, seen: int) -> None:
        """Sets the timer to so many minutes from now; with 0 it goes. Raises as `move`."""
        found = self._led(actor, room)
        if not 0 <= minutes <= MOST_MINUTES:
            raise NotAccepted(say("The timer runs for 1 to {minutes} minutes.", minutes=MOST_MINUTES))
        ends = self.clock() + datetime.timedelta(minutes=minutes) if minutes else None
        self._change(actor, replace(found, timer=ends), seen)

    def speak(self, actor: Actor, room: str, language: Language, *, seen: int) -> None:
        """Gives the projector another language. Raises as `move`."""
        found = self._led(actor, room)
        if language not in LANGUAGES:
            raise NotAccepted(say("One can only choose what is offered."))
        self._change(actor, replace(found, language=language), seen)

    def take_out(self, actor: Actor, room: str, city: str) -> None:
        """Takes a city out that came in by mistake, before the first reveal. Raises `NotFound`, `NotAccepted`."""
        found = self._led(actor, room)
        if found.reached("between"):
            raise NotAccepted(say("The roster is closed: the figures were revealed."))
        if city not in {each.id for each in self.rooms.cities(found.id)}:
            raise NotFound
        self.rooms.erase_city(city, self._note(actor, "lead room", found.id, how="took out"))

    def appoint(self, actor: Actor, room: str, login: str) -> None:
        """Lets another trainer lead the room too. Raises `NotFound`, `NotAccepted`."""
        found = self._led(actor, room)
        account = self.accounts.by_login(login.strip().casefold())
        if account is None or Grant("trainer") not in account.grants:
            raise NotAccepted(say("No trainer has this login name."))
        self.rooms.appoint(found.id, account.id, self._note(actor, "lead room", found.id, how="appointed"))

    def _led(self, actor: Actor, room: str) -> Room:
        now, found = self.door.present(actor), self.rooms.get(room)
        if found is None or not may(tuple(to_room(now, found)), "lead room"):
            raise NotFound
        return found

    def _change(
        self, actor: Actor, changed: Room, seen: int, *, counted: Sequence[str] = (), how: str | None = None
    ) -> None:
        note = None if how is None else self._note(actor, "lead room", changed.id, how=how, phase=changed.phase)
        if changed.version != seen or not self.rooms.freeze(replace(changed, version=seen + 1), counted, note):
            raise ChangedMeanwhile

    def _code(self) -> str:
        return self.tokens.code(CODE_ALPHABET, CODE_LENGTH)

    def _note(self, actor: Actor, action: Action, room: str, **detail: str) -> Note:
        return Note(self.clock(), actor.id, action, "room", room, None, detail)


def to_room(actor: Actor, room: Room) -> Sequence[Held]:
    """How a person stands to a room."""
    led = actor.id in room.leaders
    return [
        (grant.role, "led" if led or (grant.cohort is not None and grant.cohort == room.cohort) else "foreign")
        for grant in actor.grants
    ]
