"""A process that saves without pause and says on standard output which saves were acknowledged. It waits to be killed.

Run as `python -m tests.store.storm ADDRESS RUN MODE`. MODE `true` is the product; `early` is the control, whose writer
acknowledges as soon as a save is queued.
"""

import os
import random
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from models.assessment import NotSaved, Saved, StoredField
from store.answers import SqlAnswers
from store.database import Database, open_database
from store.writer import GroupWriter
from tests.store.samples import MOMENT, change

T = TypeVar("T")

THREADS = 8
QUESTIONS = 60


@dataclass(frozen=True)
class EarlyWriter:
    """Acknowledges what is only queued."""

    writer: GroupWriter

    def run(self, work: Callable[[Connection], T]) -> T:
        """Does not wait for the commit."""
        self.writer.submit(work)
        return (Saved("", "note", StoredField(None, 0, None, MOMENT)),)  # type: ignore[return-value]

    def close(self) -> None:
        """Closes the writer behind it."""
        self.writer.close()


def main(url: str, run: str, mode: str) -> None:
    """Saves from several threads until the process is killed."""
    database = open_database(url)
    if mode == "early":
        assert isinstance(database.writer, GroupWriter)
        database = Database(database.readers, EarlyWriter(database.writer))
    answers = SqlAnswers(database)
    for number in range(THREADS):
        threading.Thread(target=_save_on_and_on, args=(answers, f"{run}-{number}"), daemon=True).start()
    threading.Event().wait()


def _save_on_and_on(answers: SqlAnswers, name: str) -> None:
    chance, turn = random.Random(name), 0  # noqa: S311 - a dice, no secret
    while True:
        turn += 1
        op, indicator = f"{name}-{turn}", f"GOV.1.O{chance.randrange(QUESTIONS)}"
        stored = answers.answers("a1", indicator).get(indicator)
        wish = change(op, stored.version("note") if stored else 0, op, indicator=indicator, field="note")
        try:
            (outcome,) = answers.save([wish])
        except NotSaved:
            continue
        if isinstance(outcome, Saved):
            os.write(sys.stdout.fileno(), f"{op}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
