"""Processes that print reports, started anew as programs of their own, so that they work under every server.

An order goes in as one line, a line of JSON comes back; the report itself is written to a file, so that no process
ever holds more than one. Whoever takes too long is ended, and a fresh process takes the next order.
"""

import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from reports.printing.job import Job, Outcome
from reports.printing.process import Process

SECONDS = 60.0
"""How long one report may take."""


@dataclass
class Pool:
    """Prints jobs in a few processes at once, and hands the outcomes back in the order of the jobs.

    Args:
        questionnaires: the folder of the questionnaires.
        at_once: how many processes.
        seconds: how long one report may take.
        command: what is started; tests start something else.
        called_off: whether somebody elsewhere wants no further report.
    """

    questionnaires: Path
    at_once: int = 2
    seconds: float = SECONDS
    command: tuple[str, ...] = (sys.executable, "-X", "faulthandler", "-m", "reports.printing.worker")
    called_off: Callable[[], bool] = lambda: False
    _stopped: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Begins no further report; the one that is being printed is thrown away."""
        self._stopped.set()

    def printed(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes, in the order of the jobs. Jobs are taken as they are needed, so that there may be many."""
        free: queue.SimpleQueue[Process] = queue.SimpleQueue()
        processes = [
            Process(self.questionnaires, self.command, self.seconds, self.stopped) for _ in range(self.at_once)
        ]
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
        return self._stopped.is_set() or self.called_off()

    def _one(self, job: Job, free: queue.SimpleQueue[Process]) -> Outcome:
        if job.known is not None:
            return Outcome(job, job.known, job.said, job.why)
        process = free.get()
        try:
            return Outcome(job, "cancelled") if self.stopped() else process.printed(job)
        finally:
            free.put(process)
