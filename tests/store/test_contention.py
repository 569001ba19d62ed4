"""Many people at once: nobody's change is lost or stored twice, and nobody is told of a lock."""

import random
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, quantiles
from time import perf_counter

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from assessment.desk.ports import AnswerStore
from models.assessment import Change, Conflict, NotSaved, Outcome, Saved
from store.database import Database, open_database, sqlite_path
from store.sqlite import MODULE
from store.writer import DirectWriter
from tests.figures import Note
from tests.parts import rounds
from tests.store.conftest import stores_on
from tests.store.samples import change

PEOPLE = 16
ROUNDS = rounds(usual=313, soak=6_250)  # 5,000 contested saves, in `make soak` 100,000
CONTROL_ROUNDS = rounds(usual=2, soak=100)
QUESTIONS = 5
NOTES = rounds(usual=20, soak=300)  # that each of 32 people saves


@dataclass
class Tally:
    """Who was told "saved", by round, and who was shown as a conflict what they had seen before."""

    accepted: list[tuple[int, int]] = field(default_factory=list)
    stale: list[Conflict] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, turn: int, seen: int, outcome: Outcome) -> None:
        with self.lock:
            if isinstance(outcome, Conflict):
                self.stale += [outcome] if outcome.now.version <= seen else []
            elif outcome.changed:
                self.accepted.append((turn, outcome.now.version))


@dataclass
class Round:
    """What everybody fights for now, and the version that everybody has seen of it."""

    store: AnswerStore
    number: int = -1
    seen: int = 0

    @property
    def indicator(self) -> str:
        return f"GOV.1.O{self.number % QUESTIONS}"

    def begin_next(self) -> None:
        self.number += 1
        stored = self.store.answers("a1", self.indicator).get(self.indicator)
        self.seen = stored.version("note") if stored else 0


def _fight(store: AnswerStore, turns: int = ROUNDS) -> Tally:
    """In each round all have seen the same version of a question and write something else; 3 of 10 send it twice."""
    tally, now = Tally(), Round(store)
    start = threading.Barrier(PEOPLE, now.begin_next, timeout=60)

    def person(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a dice, no secret
        for turn in range(turns):
            start.wait()
            op, seen = f"op-{number}-{turn}", now.seen
            wish = change(f"{number} in {turn}", seen, op, indicator=now.indicator, field="note")
            for _ in range(2 if chance.random() < 0.3 else 1):
                tally.note(turn, seen, store.save([wish])[0])

    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(person, range(PEOPLE)))
    return tally


def _faults(store: AnswerStore, tally: Tally) -> list[str]:
    winners = Counter(turn for turn, _ in tally.accepted)
    faults = [f"{count} saves accepted in round {turn}" for turn, count in winners.items() if count != 1]
    faults += [f"a conflict over {each.indicator} that shows nothing new" for each in tally.stale]
    for indicator, answer in store.answers("a1").items():
        events = store.history("a1", indicator)
        now = answer.fields["note"]
        if [each.version for each in events] != list(range(1, now.version + 1)) or events[-1].value != now.value:
            faults.append(f"the history of {indicator} does not lead to what stands there")
    return faults


@dataclass(frozen=True)
class CarelessStore:
    """The control: it looks at the version that stands there instead of the one that the person saw."""

    store: AnswerStore

    def answers(self, assessment: str, process: str | None = None):  # type: ignore[no-untyped-def]
        return self.store.answers(assessment, process)

    def history(self, assessment: str, subject: str):  # type: ignore[no-untyped-def]
        return self.store.history(assessment, subject)

    def save(self, changes: Sequence[Change]) -> tuple[Outcome, ...]:
        outcome = self.store.save(changes)
        while not isinstance(outcome[0], Saved):
            (wish,) = changes
            unseen = change(wish.value, outcome[0].now.version, wish.op, indicator=wish.indicator, field=wish.field)
            outcome = self.store.save([unseen])
        return outcome


@pytest.mark.soak
def test_of_sixteen_who_change_the_same_thing_one_wins_and_fifteen_hear_of_it(database: Database, note: Note) -> None:
    store = stores_on(database).begun().answers
    tally = _fight(store)
    faults = _faults(store, tally)
    engine = database.readers.dialect.name
    note(f"{PEOPLE * ROUNDS} contested saves on {engine}: {len(tally.accepted)} won, {len(faults)} faults")
    assert faults == []
    assert len(tally.accepted) == ROUNDS


@pytest.mark.soak
def test_a_store_that_overwrites_unseen_changes_is_caught(sqlite: Database, note: Note) -> None:
    store = CarelessStore(stores_on(sqlite).begun().answers)
    faults = _faults(store, _fight(store, CONTROL_ROUNDS))
    note(f"{PEOPLE * CONTROL_ROUNDS} contested saves on a store that overwrites: {len(faults)} faults")
    assert faults != []


@pytest.mark.soak
def test_thirty_two_people_save_at_once_without_an_error(database: Database, note: Note) -> None:
    store = stores_on(database).begun().answers
    note(f"32 people at once on {database.readers.dialect.name}: {_save_at_once([store])}")
    assert len(store.answers("a1")) == 32 * NOTES


@pytest.mark.soak
def test_a_database_without_the_one_writer_is_caught(sqlite: Database, sqlite_url: str, note: Note) -> None:
    path = sqlite_path(sqlite_url)
    assert path is not None
    careless = create_engine(f"sqlite:///{path}", module=MODULE, connect_args={"timeout": 0.2}, pool_size=32)
    database = Database(sqlite.readers, DirectWriter(careless))
    stores_on(sqlite).begun()
    with pytest.raises((NotSaved, DBAPIError)) as error:
        _save_at_once([stores_on(database).answers])
    careless.dispose()
    note(f"32 people at once on a database that takes its lock late: {type(error.value).__name__}")


def test_two_processes_share_one_file_without_an_error(sqlite: Database, sqlite_url: str) -> None:
    store = stores_on(sqlite).begun().answers
    other = open_database(sqlite_url)
    try:
        _save_at_once([store, stores_on(other).answers])
    finally:
        other.close()
    assert len(store.answers("a1")) == 32 * NOTES


def _save_at_once(stores: Sequence[AnswerStore]) -> str:
    """Lets 32 people save notes, all beginning at the same moment, spread over the stores; says how long they took."""
    start = threading.Barrier(32, timeout=60)

    def person(number: int) -> list[float]:
        store, moments = stores[number % len(stores)], []
        start.wait()
        for turn in range(NOTES):
            moments.append(perf_counter())
            wish = change(f"{turn}", 0, f"op-{turn}", indicator=f"GOV.{number}.O{turn}", field="note")
            assert isinstance(store.save([wish])[0], Saved)
        return [*moments, perf_counter()]

    with ThreadPoolExecutor(32) as people:
        moments = list(people.map(person, range(32)))
    took = [1000 * (after - before) for each in moments for before, after in pairwise(each)]
    speed = len(took) / (max(map(max, moments)) - min(map(min, moments)))
    slow = quantiles(took, n=100)[98]
    return f"{len(took)} saves, {speed:.0f} a second, half within {median(took):.0f} ms, 99 % within {slow:.0f} ms"
