"""How changes get into the database: on SQLite through one thread that commits waiting saves together.

One connection writes, so no two writers ever wait for a lock in SQLite itself, and one flush to disk serves
everybody who waits. A save is acknowledged only after its commit. Each has its own savepoint: one that fails
spoils none of the others.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitTimeout
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from models.assessment import NotSaved
from store.postgresql import unable

T = TypeVar("T")
Work = Callable[[Connection], T]

QUEUE_LIMIT = 1_000
"""Saves that may wait; at measured speed about one second of work."""

BATCH_LIMIT = 64
"""Saves that share one commit; keeps the longest wait short."""

PATIENCE_SECONDS = 30.0
"""How long a save waits in the queue before it is withdrawn."""


class Writer(Protocol):
    """Carries out work in a transaction and returns its result after the commit."""

    def run(self, work: Work[T]) -> T:
        """The result of `work`, committed. Raises `NotSaved` where the database could not take it."""
        ...

    def close(self) -> None:
        """Finishes what waits and takes nothing more."""
        ...


@dataclass(frozen=True)
class DirectWriter:
    """For a database that lets many write at once: a transaction per piece of work."""

    engine: Engine

    def run(self, work: Work[T]) -> T:
        """The result of `work`, committed."""
        try:
            with self.engine.begin() as connection:
                return work(connection)
        except (SQLAlchemyError, OSError) as error:
            if unable(error):
                raise NotSaved from error
            raise

    def close(self) -> None:
        """Lets go of the connections."""
        self.engine.dispose()


@dataclass(frozen=True)
class _Job:
    work: Work[Any]
    future: "Future[Any]"


class GroupWriter:
    """For SQLite: one thread, one connection, one commit for all that wait."""

    def __init__(
        self, engine: Engine, queue_limit: int = QUEUE_LIMIT, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._engine = engine
        self._patience = patience_seconds
        self._queue: queue.Queue[_Job | None] = queue.Queue(queue_limit)
        self._door = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name="hanse-writer", daemon=True)
        self._thread.start()

    def run(self, work: Work[T]) -> T:
        """Queues the work and waits for its commit."""
        future = self.submit(work)
        try:
            return future.result(self._patience)
        except WaitTimeout:
            if future.cancel():
                raise NotSaved("the database takes too long") from None
            return future.result()

    def submit(self, work: Work[T]) -> "Future[T]":
        """Queues the work. What comes back is fulfilled after its commit, and can be cancelled until it begins."""
        future: Future[T] = Future()
        with self._door:
            if self._closed:
                raise NotSaved("the store is shutting down")
            try:
                self._queue.put_nowait(_Job(work, future))
            except queue.Full:
                raise NotSaved("too many changes are waiting") from None
        return future

    def close(self) -> None:
        """Commits what waits, refuses what comes, ends the thread and lets go of the connection."""
        with self._door:
            already, self._closed = self._closed, True
        if not already:
            self._queue.put(None)
        self._thread.join()
        self._engine.dispose()

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            batch, last = self._with_waiting(job)
            self._commit([each for each in batch if each.future.set_running_or_notify_cancel()])
            if last:
                return

    def _with_waiting(self, first: _Job) -> tuple[list[_Job], bool]:
        batch = [first]
        while len(batch) < BATCH_LIMIT:
            try:
                job = self._queue.get_nowait()
            except queue.Empty:
                return batch, False
            if job is None:
                return batch, True
            batch.append(job)
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        try:
            with self._engine.begin() as connection:
                answers = [_attempt(connection, job) for job in batch]
        except Exception as error:  # noqa: BLE001 - whatever it was, everybody who waits must hear of it
            answers = [_refusal(job, error) for job in batch]
        for answer in answers:
            answer()


def _attempt(connection: Connection, job: _Job) -> Callable[[], None]:
    """Does one piece of work in its own savepoint; hands back how to tell its owner, once the commit is through."""
    try:
        with connection.begin_nested():
            result = job.work(connection)
    except OperationalError:
        # Disk full or broken: SQLite may have rolled back the whole transaction, so nobody's save can be promised.
        raise
    except Exception as error:  # noqa: BLE001 - belongs to the owner of this work alone
        return partial(job.future.set_exception, error)
    return partial(job.future.set_result, result)


def _refusal(job: _Job, error: Exception) -> Callable[[], None]:
    refusal = NotSaved(str(error)) if isinstance(error, DBAPIError) else error
    return partial(job.future.set_exception, refusal)
