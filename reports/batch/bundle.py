"""Reports into one archive, each as it is done: nothing is held but the report that is being written.

The same orders give the same archive; a city whose answers changed changes its own entries and no other. What is kept
of an earlier try goes into the archive as it is.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from locales.words import Words
from models.problem import InputRefused
from reports.batch.failing import Failure, failure
from reports.batch.planning import Plan, Planned, Told, Unfit
from reports.order import as_text
from reports.printing.job import Job, Outcome
from reports.printing.press import Pool
from reports.printing.trouble import OURS, place_of, said_by

FAILED = "not-made.txt"
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a batch."""

    done: int
    failures: tuple[Failure, ...]


def bundle(
    plan: Plan,
    pool: Pool,
    out: IO[bytes],
    words: Words,
    *,
    told: Told = lambda _done, _all: None,
    broke: Callable[[str], str] = lambda _why: "",
    kept: Path | None = None,
) -> Made:
    """Makes all reports of a plan.

    Args:
        plan: which ones.
        pool: the processes that print; cancelling it ends the batch, with what is done so far.
        out: where the archive goes; it is written from front to back.
        words: the language of the list of what was not made.
        told: is told how far it is, from the thread that calls.
        broke: is told what the log should know where something is ours to mend, and gives the number of the incident.
        kept: a folder in which finished reports stay, under their names; one that is there already is not made anew.

    Returns:
        How many were made, and what was not, with the reason.
    """
    failures: list[Failure] = []
    done, every = 0, len(plan.planned)
    place = tempfile.TemporaryDirectory() if kept is None else nullcontext(str(kept))
    with place as folder, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        planned = {each.name: each for each in plan.planned}
        for outcome in pool.printed(_jobs(plan, Path(folder))):
            each = planned[outcome.job.name]
            if outcome.result == "done":
                _put(archive, each.name, _finished(outcome, Path(folder) / each.name), keep=kept is not None)
                done += 1
            else:
                incident = broke(outcome.why) if outcome.result in OURS else ""
                failures.append(failure(each, outcome, incident))
            told(done + len(failures), every)
        if failures:
            archive.writestr(_entry(FAILED), _list(failures, words))
    return Made(done, tuple(failures))


def _jobs(plan: Plan, folder: Path) -> Iterator[Job]:
    return (_job(each, plan, folder, number) for number, each in enumerate(plan.planned))


def _job(planned: Planned, plan: Plan, folder: Path, number: int) -> Job:
    if (folder / planned.name).exists():
        return Job(planned.name, "", folder / planned.name, known="done")
    # A name of ours: no report is called so, since their names begin with a letter or a digit.
    part = folder / f".{number}.part"
    try:
        return Job(planned.name, as_text(plan.source.order(planned.line)), part)
    except Unfit as unfit:
        return Job(planned.name, "", part, known="gone", said=(unfit.found, unfit.expected))
    except InputRefused as refused:
        return Job(planned.name, "", part, known="refused", said=said_by(refused))
    except Exception as error:  # noqa: BLE001 - what breaks for one city must not end the reports of the others
        return Job(planned.name, "", part, known="broken", why=place_of(error))


def _finished(outcome: Outcome, path: Path) -> Path:
    """The report under its own name, which only a whole one ever has."""
    return outcome.job.to if outcome.job.to == path else outcome.job.to.replace(path)


def _put(archive: zipfile.ZipFile, name: str, path: Path, *, keep: bool) -> None:
    with path.open("rb") as given, archive.open(_entry(name), "w") as written:
        shutil.copyfileobj(given, written, 1 << 20)
    if not keep:
        path.unlink()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr = 0o644 << 16
    return entry


def _list(failures: list[Failure], words: Words) -> str:
    lines = (each.told(words) for each in failures)
    return "\r\n".join((words("These reports were not made:"), *lines)) + "\r\n"
