"""Processes that save without pause and say which saves were acknowledged. They wait to be killed.

Run as `python -m tests.store.storm`, this is where such processes come from: for each line `ADDRESS RUN MODE` on
standard input it forks one, which is much faster than starting Python anew. On standard output stand the process id
of the fork, a line for each acknowledged save, and `END` once it is dead. Where nothing is acknowledged any more it
ends by itself. MODE `true` is the product; `early` is the control, whose writer acknowledges what is only queued.
"""

import os
import random
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from models.assessment import NotSaved, Saved, StoredField
from store.answers import SqlAnswers
from store.database import Database, open_database
from store.writer import Writer
from tests.store.samples import MOMENT, change

T = TypeVar("T")

THREADS = 8
QUESTIONS = 60
PATIENCE_SECONDS = 60
END = "END"


@dataclass(frozen=True)
class EarlyWriter:
    """Acknowledges what is only queued."""

    writer: Writer
    queue: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    def run(self, work: Callable[[Connection], T]) -> T:
        """Does not wait for the commit."""
        self.queue.submit(self.writer.run, work)
        return (Saved("", "note", StoredField(None, 0, None, MOMENT)),)  # type: ignore[return-value]

    def close(self) -> None:
        """Closes the writer behind it."""
        self.writer.close()


def main() -> None:
    """Forks a process that saves for each line that comes in, one after the other."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _tell(str(os.getpid()))
            save_until_killed(*line.split())
        os.waitpid(child, 0)
        _tell(END)


def save_until_killed(url: str, run: str, mode: str) -> NoReturn:
    """Saves from several threads until the process is killed."""
    database = open_database(url)
    if mode == "early":
        database = Database(database.readers, EarlyWriter(database.writer))
    answers = SqlAnswers(database)
    for number in range(THREADS):
        threading.Thread(target=_save_on_and_on, args=(answers, f"{run}-{number}"), daemon=True).start()
    while True:
        threading.Event().wait()


def _save_on_and_on(answers: SqlAnswers, name: str) -> None:
    chance, turn = random.Random(name), 0  # noqa: S311 - a dice, no secret
    while True:
        turn += 1
        try:
            _save(answers, f"{name}-{turn}", f"GOV.1.O{chance.randrange(QUESTIONS)}")
        except (NotSaved, DBAPIError, OSError):  # the server is away; whoever is told so tries again after a breath
            threading.Event().wait(0.2)


def _save(answers: SqlAnswers, op: str, indicator: str) -> None:
    stored = answers.answers("a1", indicator).get(indicator)
    wish = change(op, stored.version("note") if stored else 0, op, indicator=indicator, field="note")
    (outcome,) = answers.save([wish])
    if isinstance(outcome, Saved):
        _tell(op)


def _tell(line: str) -> None:
    signal.alarm(0 if line == END else PATIENCE_SECONDS)
    # One write of less than a page into a pipe is never torn, not even by a kill.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    main()
