"""Reports into one archive, each as it is done: nothing is held but the report that is being written.

The same orders give the same archive; a city whose answers changed changes its own entries and no other.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from locales.words import Words
from models.message import Message, say
from reports.batch.planning import Plan, Told
from reports.order import as_text
from reports.printing.press import Job, Pool, Result

FAILED = "not-made.txt"
_DATE = (1980, 1, 1, 0, 0, 0)
_WHY: dict[Result, Message] = {
    "refused": say("The report cannot be made of these answers."),
    "too long": say("It took too long and was given up. Shorten very long texts, or choose fewer parts."),
    "broken": say("Something broke on our side."),
    "cancelled": say("It was cancelled before its turn."),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that was not made, and why."""

    name: str
    city: str
    result: Result

    @property
    def why(self) -> Message:
        """The reason, for people."""
        return _WHY[self.result]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a batch."""

    done: int
    failures: tuple[Failure, ...]


def bundle(plan: Plan, pool: Pool, out: IO[bytes], words: Words, told: Told = lambda _done, _all: None) -> Made:
    """Makes all reports of a plan.

    Args:
        plan: which ones.
        pool: the processes that print; cancelling it ends the batch, with what is done so far.
        out: where the archive goes; it is written from front to back.
        words: the language of the list of what was not made.
        told: is told how far it is, from the thread that calls.

    Returns:
        How many were made, and what was not, with the reason.
    """
    failures: list[Failure] = []
    done, every = 0, len(plan.planned)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        planned = {each.name: each for each in plan.planned}
        for outcome in pool.printed(_jobs(plan, Path(folder))):
            each = planned[outcome.job.name]
            if outcome.result == "done":
                _put(archive, each.name, outcome.job.to)
                done += 1
            else:
                failures.append(Failure(each.name, each.line.city, outcome.result))
            told(done + len(failures), every)
        if failures:
            archive.writestr(_entry(FAILED), _list(failures, words))
    return Made(done, tuple(failures))


def _jobs(plan: Plan, folder: Path) -> Iterator[Job]:
    for number, (planned, order) in enumerate(plan.orders()):
        yield Job(planned.name, as_text(order), folder / f"{number}")


def _put(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with path.open("rb") as given, archive.open(_entry(name), "w") as kept:
        shutil.copyfileobj(given, kept, 1 << 20)
    path.unlink()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr = 0o644 << 16
    return entry


def _list(failures: list[Failure], words: Words) -> str:
    lines = (f"{each.name} ({each.city}): {words.say(each.why)}" for each in failures)
    return "\r\n".join((words("These reports were not made:"), *lines)) + "\r\n"
