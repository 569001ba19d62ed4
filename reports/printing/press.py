"""Processes that print reports, started anew as programs of their own, so that they work under every server.

An order goes in as one line, a line of JSON comes back; the report itself is written to a file, so that no process
ever holds more than one. Whoever takes too long is ended, and a fresh process takes the next order.
"""

import json
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

_ROOT = Path(__file__).parent.parent.parent
_BEFORE_A_FRESH_ONE = 25
"""Reports that one process prints: what a process learnt of a city must not live for long."""

SECONDS = 60.0
"""How long one report may take."""

Result = Literal["done", "refused", "too long", "broken", "cancelled"]
_RESULTS: dict[str, Result] = {"done": "done", "refused": "refused"}
"""What a process may answer; everything else means that it is broken."""


@dataclass(frozen=True, slots=True)
class Job:
    """A report to print: its name for whoever waits, the order as JSON, and the file it goes to.

    `look` asks for pictures of some pages instead (the first one from 0, how many): they go beside that file.
    """

    name: str
    order: str
    to: Path
    look: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job. `why` is for people where an order was refused, for the log where something broke.

    `pages` is how many pages there are, where pictures were asked for.
    """

    job: Job
    result: Result
    why: str = ""
    pages: int = 0


@dataclass
class Pool:
    """Prints jobs in a few processes at once, and hands the outcomes back in the order of the jobs.

    Args:
        questionnaires: the folder of the questionnaires.
        at_once: how many processes.
        seconds: how long one report may take.
        command: what is started; tests start something else.
    """

    questionnaires: Path
    at_once: int = 2
    seconds: float = SECONDS
    command: tuple[str, ...] = (sys.executable, "-m", "reports.printing.worker")
    _stopped: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Begins no further report; the one that is being printed is thrown away."""
        self._stopped.set()

    def printed(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes, in the order of the jobs. Jobs are taken as they are needed, so that there may be many."""
        free: queue.SimpleQueue[_Process] = queue.SimpleQueue()
        processes = [_Process(self) for _ in range(self.at_once)]
        for each in processes:
            free.put(each)
        waiting: deque[Future[Outcome]] = deque()
        with ThreadPoolExecutor(self.at_once) as hands:
            try:
                for job in jobs:
                    waiting.append(hands.submit(self._one, job, free))
                    if len(waiting) > 2 * self.at_once:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                self._stopped.set()
                for each in processes:
                    each.end()

    def stopped(self) -> bool:
        """Whether nothing further is to be printed."""
        return self._stopped.is_set()

    def _one(self, job: Job, free: "queue.SimpleQueue[_Process]") -> Outcome:
        process = free.get()
        try:
            return Outcome(job, "cancelled") if self.stopped() else process.printed(job)
        finally:
            free.put(process)


class _Process:
    """One process and the line to it; begun with the first order, and anew after each accident."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._running: subprocess.Popen[bytes] | None = None
        self._printed = 0

    def printed(self, job: Job) -> Outcome:
        try:
            answer = self._asked(job)
        except TimeoutError:
            self.end()
            return Outcome(job, "too long")
        if answer is None:
            self.end()
            return Outcome(job, "cancelled" if self._pool.stopped() else "broken")
        self._printed += 1
        if self._printed >= _BEFORE_A_FRESH_ONE:
            self.end()
        result, pages = _RESULTS.get(answer.get("result", ""), "broken"), answer.get("pages", "0")
        return Outcome(job, result, answer.get("why", ""), int(pages))

    def end(self) -> None:
        """Ends the process, whatever it does."""
        running, self._running, self._printed = self._running, None, 0
        if running is None:
            return
        running.kill()
        for pipe in (running.stdin, running.stdout):
            if pipe is not None:
                pipe.close()
        running.wait()

    def _asked(self, job: Job) -> dict[str, str] | None:
        """The answer to an order; None where none will come. Raises `TimeoutError`."""
        order = {
            "order": job.order,
            "to": str(job.to),
            "questionnaires": str(self._pool.questionnaires),
            "look": job.look,
        }
        line = json.dumps(order).encode() + b"\n"
        try:
            running = self._begun()
            return _in_time(lambda: _exchange(running, line), self._pool)
        except (BrokenPipeError, ConnectionError, ValueError):
            return None

    def _begun(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            self._running = subprocess.Popen(  # noqa: S603 - a program of ours, with no word from outside
                self._pool.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT
            )
        return self._running


def _exchange(running: "subprocess.Popen[bytes]", line: bytes) -> dict[str, str] | None:
    if running.stdin is None or running.stdout is None:
        return None
    running.stdin.write(line)
    running.stdin.flush()
    answer = running.stdout.readline()
    return json.loads(answer) if answer else None


def _in_time(work: Callable[[], dict[str, str] | None], pool: Pool) -> dict[str, str] | None:
    """The result of `work`; None where nobody waits for it any more. Raises `TimeoutError` where it takes too long.

    The thread is left behind then: ending the process that it waits for ends it too.
    """
    answers: queue.SimpleQueue[dict[str, str] | None] = queue.SimpleQueue()

    def go() -> None:
        try:
            answers.put(work())
        except (OSError, ValueError):
            answers.put(None)

    threading.Thread(target=go, daemon=True).start()
    left = pool.seconds
    while left > 0 and not pool.stopped():
        step = min(left, 0.2)
        try:
            return answers.get(timeout=step)
        except queue.Empty:
            left -= step
    if pool.stopped():
        return None
    raise TimeoutError
