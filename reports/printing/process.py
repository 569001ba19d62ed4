"""One process that prints: the line to it, its time, and how it ended where it did."""

import json
import queue
import re
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from reports.printing.job import Job, Outcome
from reports.printing.trouble import Result, ended_by, from_plain, took

_ROOT = Path(__file__).parent.parent.parent
_BEFORE_A_FRESH_ONE = 25
"""Reports that one process prints: what a process learnt of a city must not live for long."""

_MOMENT = 2.0
"""Seconds in which a process that closed its line has ended as well."""

_RESULTS: dict[str, Result] = {"done": "done", "refused": "refused", "too large": "too large", "no room": "no room"}
"""What a process may answer; everything else means that it is broken."""

_MOST_WORDS = 200_000
_PLACES = re.compile(r'\s*File "[^"]*", line \d+.*|\w+(Error|Exception)(?=\b)|Fatal Python error: [\w ]+')
"""What of the last words of a process goes into the log: where it was, and the kind of the error, but no text."""

Answer = Mapping[str, Any]


class Process:
    """One process and the line to it; begun with the first order, and anew after each accident.

    Args:
        questionnaires: the folder of the questionnaires.
        command: what is started.
        seconds: how long one report may take.
        stopped: whether nobody wants a report any more.
    """

    def __init__(
        self, questionnaires: Path, command: tuple[str, ...], seconds: float, stopped: Callable[[], bool]
    ) -> None:
        self._questionnaires = questionnaires
        self._command = command
        self._seconds = seconds
        self._stopped = stopped
        self._running: subprocess.Popen[bytes] | None = None
        self._last_words: IO[bytes] | None = None
        self._printed = 0

    def printed(self, job: Job) -> Outcome:
        """What became of a job, in the time that there is for it."""
        try:
            answer = self._asked(job)
        except TimeoutError:
            self.end()
            return Outcome(job, "too long", (took(self._seconds),))
        if answer is None:
            return self._silent(job)
        self._printed += 1
        if self._printed >= _BEFORE_A_FRESH_ONE:
            self.end()
        return _outcome(job, answer)

    def end(self) -> None:
        """Ends the process, whatever it does."""
        running, self._running, self._printed = self._running, None, 0
        if running is None:
            return
        running.kill()
        for pipe in (running.stdin, running.stdout, self._last_words):
            if pipe is not None:
                # What could not be written any more goes with the pipe.
                with suppress(BrokenPipeError):
                    pipe.close()
        self._last_words = None
        running.wait()

    def _silent(self, job: Job) -> Outcome:
        """No answer came: nobody wants one any more, or the process ended, and how it did is all there is to say."""
        if self._stopped():
            self.end()
            return Outcome(job, "cancelled")
        code, places = self._code(), self._places()
        self.end()
        return Outcome(job, "ended", (ended_by(code),), "\n".join((f"the process ended with {code}", *places)))

    def _code(self) -> int | None:
        """What the process ended with; None where it still runs."""
        if self._running is not None:
            with suppress(subprocess.TimeoutExpired):
                return self._running.wait(_MOMENT)
        return None

    def _places(self) -> list[str]:
        if self._last_words is None:
            return []
        self._last_words.seek(0)
        lines = self._last_words.read(_MOST_WORDS).decode(errors="replace").splitlines()
        return [found.group() for each in lines if (found := _PLACES.match(each))]

    def _asked(self, job: Job) -> Answer | None:
        """The answer to an order; None where none will come. Raises `TimeoutError`."""
        order = {"order": job.order, "to": str(job.to), "questionnaires": str(self._questionnaires), "look": job.look}
        line = json.dumps(order).encode() + b"\n"
        try:
            running = self._begun()
            return _in_time(lambda: _exchange(running, line), self._seconds, self._stopped)
        except (BrokenPipeError, ConnectionError, ValueError):
            return None

    def _begun(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            self._last_words = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process is ended
            self._running = subprocess.Popen(  # noqa: S603 - a program of ours, with no word from outside
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._last_words, cwd=_ROOT
            )
        return self._running


def _outcome(job: Job, answer: Answer) -> Outcome:
    result = _RESULTS.get(answer.get("result", ""), "broken")
    said = tuple(map(from_plain, answer.get("said", ())))
    return Outcome(job, result, said, answer.get("why", ""), int(answer.get("pages", "0")))


def _exchange(running: "subprocess.Popen[bytes]", line: bytes) -> Answer | None:
    if running.stdin is None or running.stdout is None:
        return None
    running.stdin.write(line)
    running.stdin.flush()
    answer = running.stdout.readline()
    return json.loads(answer) if answer else None


def _in_time(work: Callable[[], Answer | None], seconds: float, stopped: Callable[[], bool]) -> Answer | None:
    """The result of `work`; None where nobody waits for it any more. Raises `TimeoutError` where it takes too long.

    The thread is left behind then: ending the process that it waits for ends it too.
    """
    answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()

    def go() -> None:
        try:
            answers.put(work())
        except (OSError, ValueError):
            answers.put(None)

    threading.Thread(target=go, daemon=True).start()
    left = seconds
    while left > 0 and not stopped():
        step = min(left, 0.2)
        try:
            return answers.get(timeout=step)
        except queue.Empty:
            left -= step
    if stopped():
        return None
    raise TimeoutError
