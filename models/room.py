"""A workshop of one day: cities in one room answer the same few questions by phone, without an account.

The unit is the city, however many phones. A rating is 1 for the first of the day and 2 for the one after; 0 are the
ratings of the calibration case, which is about an invented city.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from models.authored import Language
from models.benchmark import Figures
from models.message import Message

Phase = Literal["before", "first", "between", "second", "after"]
PHASES: tuple[Phase, ...] = get_args(Phase)
"""How far a room is: before the first rating, in it, after its figures were revealed, in the second one, after that."""

Step = Literal["joining", "calibration", "rating", "group", "question", "table", "paired", "over"]
STEPS: tuple[Step, ...] = get_args(Step)
"""What the projector shows, and the phones offer first."""

Rating = Literal[0, 1, 2]
RATINGS: tuple[Rating, ...] = get_args(Rating)

ItemKind = Literal["offer", "want", "score"]
ITEM_KINDS: tuple[ItemKind, ...] = get_args(ItemKind)

MOST_CITIES = 100
"""Cities in one room. More than any workshop has: the code hangs on the wall, and whoever reads it can bring cities."""

MOST_WAITING = 1000
"""Phones in one room that answer for no city. Where more come, those that came first have to enter the code again."""

MOST_OF_A_CITY = 100
"""Phones that answer for one city."""

Seated = Literal["done", "taken", "full", "gone"]
"""What became of a city that comes into a room: `taken` where one of this name is in, `full` where so many are in that
no more fit, `gone` where no phone is. The same of a phone that comes to a city."""

DONT_KNOW = "dont_know"
"""What an answer holds beside the number of a stage or a level."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room. `questions` were chosen before it opened and stay; `language` is the projector's own.

    `shown` is the question on the projector while people look for a consensus. `solved` says that the model solution of
    the calibration case is open. `version` counts what the trainers did.
    """

    id: str
    title: str
    questionnaire: str
    questionnaire_version: str
    questions: tuple[str, ...]
    code: str
    language: Language
    created: datetime.datetime
    ends: datetime.datetime
    opened_by: str
    cohort: str | None = None
    leaders: frozenset[str] = frozenset()
    phase: Phase = "before"
    step: Step = "joining"
    shown: str | None = None
    solved: bool = False
    timer: datetime.datetime | None = None
    version: int = 1

    def reached(self, phase: Phase) -> bool:
        """Whether the room is at this phase or beyond it."""
        return PHASES.index(self.phase) >= PHASES.index(phase)

    def open_at(self, now: datetime.datetime) -> bool:
        """Whether somebody may still do something in it."""
        return now < self.ends and self.step != "over"


@dataclass(frozen=True, slots=True)
class RoomCity:
    """A city in a room, by the name it gave itself. `code` lets its further phones in.

    `finished` are the ratings that it handed in. `counted` says that it is in the figures of the first reveal: the
    roster closes there, and its first answers stay as they are.
    """

    id: str
    room: str
    name: str
    code: str
    joined: datetime.datetime
    finished: frozenset[int] = frozenset()
    counted: bool = False
    phones: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """A phone in a room, by the fingerprint of its secret; `city` is None until it has said for whom it answers."""

    fingerprint: str
    room: str
    at: datetime.datetime
    city: str | None = None


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """What a city says to a question now: a stage or a level as text, or `DONT_KNOW`. `version` counts its changes."""

    value: str
    version: int


@dataclass(frozen=True, slots=True)
class RoomWish:
    """That a phone wants its city to answer. `seen` is the version it saw; `op` names the wish, which counts once."""

    city: str
    rating: Rating
    question: str
    value: str
    seen: int
    op: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class RoomOutcome:
    """What became of a wish: saved; or another phone was faster; or these answers are fixed. `now` is what stands."""

    kind: Literal["saved", "conflict", "fixed"]
    now: RoomAnswer | None


RoomAnswers = Mapping[str, RoomAnswer]
"""The answers of one city in one rating, by question."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something a city puts on the open table: an offer, a want, or its own score in a dimension.

    `place` tells the two offers and the two wants apart; for a score it is the dimension. Nobody but the city sees an
    item that is not `shown`. `value` is the score as it was when it was laid open.
    """

    city: str
    kind: ItemKind
    place: str
    dimension: str
    shown: bool
    value: str = ""


@dataclass(frozen=True, slots=True)
class RoomCell:
    """The figures of a dimension or a question in an edition: of one rating, or of two side by side; or why none."""

    cell: str
    figures: tuple[Figures, ...] = ()
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class RoomEdition:
    """What one reveal showed, for good. `count` are the cities in it, `ratings` those that stand side by side."""

    number: int
    at: datetime.datetime
    rules: str
    count: int
    ratings: tuple[Rating, ...]
    cells: tuple[RoomCell, ...]

    def of(self, cell: str) -> RoomCell | None:
        """What stands there about a dimension or a question; None where the number of cities promises nothing."""
        return next((each for each in self.cells if each.cell == cell), None)


@dataclass(frozen=True, slots=True)
class Clinic:
    """Cities that could talk about one dimension: some offer, some want."""

    dimension: str
    offering: tuple[str, ...]
    wanting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The score that a city laid open, by its name."""

    city: str
    dimension: str
    value: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room as everybody in it may see it: who is there and has finished, what was revealed, what lies on the table.

    `rated` counts the cities that rated the calibration case; `levels` how many of them chose each level, by process,
    once the solution is open.
    """

    room: Room
    cities: tuple[RoomCity, ...]
    editions: tuple[RoomEdition, ...] = ()
    clinics: tuple[Clinic, ...] = ()
    scores: tuple[Score, ...] = ()
    rated: int = 0
    levels: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def newest(self) -> RoomEdition | None:
        """What was revealed last."""
        return self.editions[-1] if self.editions else None

    def finished(self, rating: Rating) -> int:
        """How many cities handed this rating in."""
        return sum(rating in each.finished for each in self.cities)


@dataclass(frozen=True, slots=True)
class SeatView:
    """A room as one phone sees it: all that everybody sees, and of answers those of its own city."""

    view: RoomView
    seat: Seat
    city: RoomCity | None
    expected: tuple[str, ...] = ()
    answers: Mapping[Rating, RoomAnswers] = field(default_factory=lambda: MappingProxyType({}))
    items: tuple[Item, ...] = ()

    @property
    def room(self) -> Room:
        """The room."""
        return self.view.room


def is_fixed(room: Room, city: RoomCity, rating: Rating) -> bool:
    """Whether what a city says in a rating can change no more, or not yet.

    The case is fixed by its solution. The first rating begins when the trainers say so, and is fixed for those who are
    counted; who came late goes on for themselves. The second rating is open until its own reveal.
    """
    if room.step == "over":
        return True
    if rating == 0:
        return room.solved
    if rating == 1:
        return room.phase == "before" or city.counted
    return room.phase != "second"
