"""Many people at once: nobody's change is lost or stored twice, and nobody is told of a lock."""

import random
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from assessment.desk.ports import AnswerStore
from models.assessment import Change, Conflict, Outcome, Saved
from store.database import Database, open_database
from tests.parts import rounds
from tests.store.conftest import stores_on
from tests.store.samples import change

PEOPLE = 16
ROUNDS = rounds(usual=10, soak=6_250)  # in `make soak` 100,000 contested saves
QUESTIONS = 5


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


def _fight(store: AnswerStore, turns: int = ROUNDS) -> Tally:
    """In each round everybody sees the same version of a question and writes something else; 3 of 10 send it twice."""
    tally, start = Tally(), threading.Barrier(PEOPLE, timeout=60)

    def person(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a dice, no secret
        for turn in range(turns):
            indicator = f"GOV.1.O{turn % QUESTIONS}"
            stored = store.answers("a1", indicator).get(indicator)
            seen = stored.version("note") if stored else 0
            start.wait()
            wish = change(f"{number} in {turn}", seen, f"op-{number}-{turn}", indicator=indicator, field="note")
            for _ in range(2 if chance.random() < 0.3 else 1):
                tally.note(turn, seen, store.save([wish])[0])
            start.wait()

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
def test_of_sixteen_who_change_the_same_thing_one_wins_and_fifteen_hear_of_it(database: Database) -> None:
    store = stores_on(database).begun().answers
    tally = _fight(store)
    assert _faults(store, tally) == []
    assert len(tally.accepted) == ROUNDS


def test_a_store_that_overwrites_unseen_changes_is_caught(sqlite: Database) -> None:
    store = CarelessStore(stores_on(sqlite).begun().answers)
    assert _faults(store, _fight(store, turns=2)) != []


def test_thirty_two_people_save_at_once_without_an_error(sqlite: Database) -> None:
    store = stores_on(sqlite).begun().answers
    _save_at_once([store])
    assert len(store.answers("a1")) == 32 * 20


def test_two_processes_share_one_file_without_an_error(sqlite: Database, sqlite_url: str) -> None:
    store = stores_on(sqlite).begun().answers
    other = open_database(sqlite_url)
    try:
        _save_at_once([store, stores_on(other).answers])
    finally:
        other.close()
    assert len(store.answers("a1")) == 32 * 20


def _save_at_once(stores: Sequence[AnswerStore]) -> None:
    """Lets 32 people save 20 notes each, all beginning at the same moment, spread over the stores."""
    start = threading.Barrier(32, timeout=60)

    def person(number: int) -> None:
        store = stores[number % len(stores)]
        start.wait()
        for turn in range(20):
            wish = change(f"{turn}", 0, f"op-{turn}", indicator=f"GOV.{number}.O{turn}", field="note")
            assert isinstance(store.save([wish])[0], Saved)

    with ThreadPoolExecutor(32) as people:
        list(people.map(person, range(32)))
