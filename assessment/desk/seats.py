"""What people do by phone in a live room. They have no account: the secret of a phone opens the room it sits in.

A phone answers for one city and sees of the others what everybody sees. So these use cases take no actor and ask no
policy: there is nothing that a secret could open beside its own room and its own city.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from assessment.benchmark.calibration import LEVELS, QUESTIONS
from assessment.desk import values
from assessment.desk.account_ports import AttemptStore, Tokens
from assessment.desk.city_ports import CohortStore
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH
from assessment.desk.errors import CodeSpent, NotAccepted, NotFound
from assessment.desk.ports import Clock, Ids
from assessment.desk.room_ports import RoomStore, SeatStore
from assessment.desk.room_sets import narrowed, stages
from assessment.desk.room_tries import RoomTries
from assessment.desk.room_views import RoomViews
from assessment.scoring import quick_profile
from models.answers import Answer, Answers
from models.authored import Language
from models.message import say
from models.profile import StageProfile
from models.room import (
    DONT_KNOW,
    ITEM_KINDS,
    MOST_CITIES,
    MOST_OF_A_CITY,
    RATINGS,
    Item,
    Rating,
    Room,
    RoomAnswers,
    RoomCity,
    RoomOutcome,
    RoomWish,
    Seat,
    SeatView,
)

CITY_CODE_LENGTH = 5
_OP_LONGEST = 64
_PLACES = ("1", "2")


@dataclass(frozen=True)
class Seats:
    """The use cases of phones in live rooms.

    `kept` is how long what was said in a room can be taken into an account, and a phone is known.
    """

    rooms: RoomStore
    seats: SeatStore
    views: RoomViews
    cohorts: CohortStore
    attempts: AttemptStore
    tokens: Tokens
    clock: Clock
    ids: Ids
    kept: timedelta

    def enter(self, code: str, address: str) -> str:
        """Lets a phone into the room with this code; the secret of the phone, for its browser alone.

        Raises:
            CodeSpent: where no open room has this code.
            TooManyTries: where too many wrong codes came from this address.
        """
        with self._tries.counted(address) as right:
            room = self.rooms.by_code(_typed(code))
            if room is None or not room.open_at(self.clock()):
                raise CodeSpent
            right()
        secret = self.tokens.session()
        self.seats.arrive(Seat(self.tokens.fingerprint(secret), room.id, self.clock()))
        return secret

    def name_city(self, phone: str, name: str, *, agreed: bool) -> None:
        """Brings a city into the room. Raises `NotFound`, `NotAccepted`."""
        seat, room = self._seated(phone)
        _agree(agreed=agreed)
        if seat.city is not None:
            raise NotAccepted(say("This phone answers for a city already."))
        new = RoomCity(self.ids(), room.id, values.name(name)[:80], self._city_code(), self.clock())
        outcome = self.seats.found(seat.fingerprint, new)
        if outcome == "full":
            raise NotAccepted(
                say(
                    "{most} cities are in this room, and no more fit. If yours is among them, enter its code below; "
                    "otherwise tell the trainer, who can take out what does not belong here.",
                    most=MOST_CITIES,
                )
            )
        if outcome != "done":
            raise NotAccepted(
                say("A city of this name is in the room already. Ask your colleagues for its code and enter it below.")
            )

    def join_city(self, phone: str, code: str, address: str, *, agreed: bool) -> None:
        """Lets a phone answer for a city that is in the room, by the code on its other phones.

        Raises `NotFound`, `NotAccepted`, `CodeSpent`, `TooManyTries`.
        """
        seat, _ = self._seated(phone)
        _agree(agreed=agreed)
        if seat.city is not None:
            raise NotAccepted(say("This phone answers for a city already."))
        with self._tries.counted(address) as right:
            outcome = self.seats.sit(seat.fingerprint, _typed(code))
            if outcome == "gone":
                raise CodeSpent
            right()
        if outcome == "full":
            raise NotAccepted(say("{most} phones answer for this city already, and no more can.", most=MOST_OF_A_CITY))

    def view(self, phone: str) -> SeatView:
        """The room as this phone sees it. Raises `NotFound`."""
        seat, room = self._seated(phone)
        view = self.views.view(room)
        city = next((each for each in view.cities if each.id == seat.city), None)
        if city is None:
            return SeatView(view, replace(seat, city=None), None, self._expected(room, view.cities))
        answers = self.seats.answers([city.id]).get(city.id, {})
        return SeatView(view, seat, city, (), answers, self.seats.items([city.id]))

    def answer(self, phone: str, rating: Rating, question: str, value: str, *, seen: int, op: str) -> RoomOutcome:
        """Says something for the city of this phone.

        Args:
            phone: the secret of the phone.
            rating: 0 for the calibration case, else 1 or 2.
            question: the question, or the process of the case.
            value: a stage or a level, or that they do not know.
            seen: the version that the phone showed.
            op: names the wish; one that comes again is carried out once.

        Raises:
            NotFound: where the phone sits in no room, or answers for no city.
            NotAccepted: for what was not asked.
        """
        room, city = self._for_city(phone)
        if value not in self._offered(room, rating, question) or not 1 <= len(op) <= _OP_LONGEST:
            raise NotAccepted(say("One can only choose what is offered."))
        if self._is_over(room):
            return RoomOutcome("fixed", self._said(city, rating).get(question))
        return self.seats.keep(RoomWish(city, rating, question, value, seen, op, self.clock()))

    def finish(self, phone: str, rating: Rating, *, done: bool = True) -> None:
        """Hands a rating in, or takes it back before it is revealed. Raises `NotFound`, `NotAccepted`."""
        room, city = self._for_city(phone)
        if rating not in RATINGS or (done and not self._said(city, rating)):
            raise NotAccepted(say("Nothing is answered yet."))
        if self._is_over(room) or not self.seats.finish(city, rating, done=done):
            raise NotAccepted(say("This rating is over. What you answered stands."))

    def result(self, phone: str, rating: Rating = 1) -> StageProfile | None:
        """What the city of this phone said in a rating, as a profile; None before it said anything."""
        room, city = self._for_city(phone)
        if not self._said(city, rating):
            return None
        asked = narrowed(self.views.figuring.scan(room), room.questions)
        return quick_profile(asked, self._answers(room, city, rating))

    def take_along(self, phone: str, language: Language) -> Answers:
        """What the city said last, as an answers file to go on with. Raises `NotFound`."""
        room, city = self._for_city(phone)
        newest: Rating = 2 if self._said(city, 2) else 1
        return replace(self._answers(room, city, newest), language=language)

    def put(self, phone: str, item: Item) -> None:
        """Puts something on the table for the city of this phone, shows it to all, or takes it back.

        Raises:
            NotFound: where the phone answers for no city.
            NotAccepted: for what is not offered, or where a score would give other cities away.
        """
        room, city = self._for_city(phone)
        parts = self.views.figuring.layout(room).parts
        places = parts if item.kind == "score" else _PLACES
        if item.kind not in ITEM_KINDS or item.dimension not in parts or item.place not in places:
            raise NotAccepted(say("One can only choose what is offered."))
        if self._is_over(room):
            raise NotAccepted(say("This room is over."))
        if item.kind != "score":
            self.seats.put(replace(item, city=city, value=""))
            return
        self._lay_open(room, replace(item, city=city, dimension=item.place))

    def promise(self, phone: str) -> str:
        """Makes the code with which a lead takes the answers of this city into an account. Raises `NotFound`."""
        _, city = self._for_city(phone)
        code = self.tokens.code(CODE_ALPHABET, CODE_LENGTH)
        self.seats.promise(city, self.tokens.fingerprint(code))
        return code

    def withdraw(self, phone: str) -> None:
        """Takes everything that the city of this phone said out of the room. What was revealed stays.

        Raises `NotFound`.
        """
        _, city = self._for_city(phone)
        self.rooms.erase_city(city)

    @property
    def _tries(self) -> RoomTries:
        return RoomTries(self.attempts, self.tokens, self.clock)

    def _seated(self, phone: str) -> tuple[Seat, Room]:
        seat = self.seats.seat(self.tokens.fingerprint(phone)) if phone else None
        room = None if seat is None else self.rooms.get(seat.room)
        if seat is None or room is None or self.clock() >= seat.at + self.kept:
            raise NotFound
        return seat, room

    def _for_city(self, phone: str) -> tuple[Room, str]:
        seat, room = self._seated(phone)
        if seat.city is None:
            raise NotFound
        return room, seat.city

    def _is_over(self, room: Room) -> bool:
        return not room.open_at(self.clock())

    def _expected(self, room: Room, there: tuple[RoomCity, ...]) -> tuple[str, ...]:
        """Cities of the cohort that let the others see their name, and are not here yet."""
        members = self.cohorts.members(room.cohort) if room.cohort else ()
        here = {each.name.casefold() for each in there}
        named = (each.city.name for each in members if "names" in each.consents)
        return tuple(each for each in named if each.casefold() not in here)

    def _offered(self, room: Room, rating: Rating, question: str) -> tuple[str, ...]:
        if rating == 0:
            return (*LEVELS, DONT_KNOW) if question in {each.process for each in QUESTIONS} else ()
        asked = {each.id: each for each in self.views.figuring.scan(room).file.questions if each.id in room.questions}
        if rating not in RATINGS or question not in asked:
            return ()
        return (*(str(each.stage) for each in asked[question].anchors), DONT_KNOW)

    def _said(self, city: str, rating: Rating) -> RoomAnswers:
        return self.seats.answers([city]).get(city, {}).get(rating, {})

    def _answers(self, room: Room, city: str, rating: Rating) -> Answers:
        name = next(each.name for each in self.rooms.cities(room.id) if each.id == city)
        return as_answers(room, name, self._said(city, rating))

    def _city_code(self) -> str:
        return self.tokens.code(CODE_ALPHABET, CITY_CODE_LENGTH)

    def _lay_open(self, room: Room, item: Item) -> None:
        """Shows a score by name, where no other city is given away; what was shown was known, and stays so."""
        figuring = self.views.figuring
        found = stages(self._said(item.city, 2) or self._said(item.city, 1), figuring.layout(room).parts[item.place])
        if not found:
            raise NotAccepted(say("Nothing is answered yet."))
        if item.shown and not figuring.may_lay_open(room, item.city, item.place):
            raise NotAccepted(
                say("If you showed this too, the score of another city could be worked out. It stays with you.")
            )
        mean = Fraction(sum(found.values()), len(found))
        self.seats.put(replace(item, value=str(mean) if item.shown else ""))


def as_answers(room: Room, city: str, said: RoomAnswers) -> Answers:
    """What a city said in a room, in the form of an answers file of the quick scan."""
    ratings = {
        key: Answer("dont_know") if each.value == DONT_KNOW else Answer("rated", each.value)
        for key, each in said.items()
        if key in room.questions
    }
    return Answers(room.questionnaire, room.questionnaire_version, city, ratings, date=room.created.date().isoformat())


def _agree(*, agreed: bool) -> None:
    if not agreed:
        raise NotAccepted(say("Please agree to what happens with your answers, or leave the room."))


def _typed(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter in CODE_ALPHABET)[:CODE_LENGTH]
