"""Batches of reports as they run beside the requests, and what they left, for whoever ordered them and for a day.

A batch is a folder. In it are the workbook, each report as soon as it is finished, in the end the archive, and what
was not made. Nothing of it lives in the memory of the app alone: a page that is loaded anew finds its batches again,
and one that a restart of the server cut off goes on where it was, with the finished reports as they are.
"""

import fcntl
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from assessment import wiring
from assessment.wiring import Settings
from locales.words import Words
from models.people import Actor
from reports.batch.bundle import Made, bundle
from reports.batch.failing import keep, kept
from reports.batch.planning import Plan
from reports.printing.press import Pool

FOLDER = "batches"
KEPT_SECONDS = 24 * 60 * 60
_TOKEN = re.compile(r"[0-9a-f]{24}")
_AT_ONCE = threading.BoundedSemaphore(2)
"""Batches that print at the same time; the others wait, so that the pages stay quick."""
_AT_THE_LOCK = threading.Lock()
"""Held for a moment by whoever looks at the lock of a batch or takes it, so that a look keeps nobody from taking it."""


@dataclass(frozen=True)
class Batch:
    """A batch that runs, has ended, or was cut off. What it says is what stood in its folder when it was asked.

    Args:
        token: names it; nobody can guess it.
        folder: where it is kept.
    """

    token: str
    folder: Path

    @property
    def book(self) -> bytes:
        """The workbook, as it was opened."""
        return (self.folder / "book.xlsx").read_bytes()

    @property
    def begun(self) -> float:
        """When it was ordered, as files are dated."""
        return (self.folder / "book.xlsx").stat().st_mtime

    @cached_property
    def running(self) -> bool:
        """Whether some process works at it now. A process that ended, however it did, works at nothing."""
        with (self.folder / "lock").open("ab") as lock:
            return not _taken(lock)

    @property
    def total(self) -> int:
        """How many reports were ordered."""
        return int((self.folder / "total").read_text())

    @property
    def done(self) -> int:
        """How many are finished."""
        return sum(1 for _ in self._reports.glob("[!.]*"))

    @cached_property
    def made(self) -> Made | None:
        """What came of it; None where it has not come to its end."""
        try:
            told = json.loads((self.folder / "made.json").read_text())
        except FileNotFoundError:
            return None
        return Made(told["done"], tuple(map(kept, told["failures"])))

    @property
    def incident(self) -> str | None:
        """The number under which the log tells why it broke as a whole."""
        path = self.folder / "incident"
        return path.read_text() if path.exists() else None

    @property
    def called_off(self) -> bool:
        """Whether no further report is wanted."""
        return (self.folder / "cancel").exists()

    def cancel(self) -> None:
        """Has no further report made, wherever it runs."""
        (self.folder / "cancel").touch()

    def forget(self) -> None:
        """Erases everything of it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def go(self, work: Plan, settings: Settings, words: Words) -> threading.Thread | None:
        """Makes what is not finished yet, in a thread; None where somebody works at it already.

        Args:
            work: what the workbook comes to now.
            settings: the questionnaires.
            words: the language of the list of what was not made.
        """
        lock = (self.folder / "lock").open("ab")
        if not _taken(lock):
            lock.close()
            return None
        for name in ("cancel", "made.json", "incident", "reports.zip"):
            (self.folder / name).unlink(missing_ok=True)
        self._reports.mkdir(exist_ok=True)

        def run() -> None:
            with lock:
                self._run(work, settings, words)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    @property
    def _reports(self) -> Path:
        return self.folder / "reports"

    def _run(self, work: Plan, settings: Settings, words: Words) -> None:
        pool = Pool(settings.questionnaires, called_off=lambda: self.called_off)
        try:
            with _AT_ONCE, _whole(self.folder / "reports.zip") as part, part.open("wb") as out:
                made = bundle(work, pool, out, words, broke=wiring.log_incident, kept=self._reports)
            told = {"done": made.done, "failures": [keep(each) for each in made.failures]}
            _write(self.folder / "made.json", json.dumps(told))
            if not made.failures:
                shutil.rmtree(self._reports)
        except Exception as error:  # noqa: BLE001 - nobody waits in this thread; the page tells, and the log gets it
            _write(self.folder / "incident", wiring.report_bug(error))


def _taken(lock: IO[bytes]) -> bool:
    """Takes the lock, which goes with its file; False where somebody holds it."""
    with _AT_THE_LOCK:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def begin(work: Plan, book: bytes, actor: Actor, settings: Settings, token: str) -> Batch:
    """A new batch, which does not run yet.

    Args:
        work: what is to be made.
        book: the workbook that says so.
        actor: who gets it.
        settings: where everything is kept.
        token: names the batch; nobody can guess it.
    """
    folder = settings.data / FOLDER / f"{actor.id}-{token}"
    folder.mkdir(mode=0o700, parents=True)
    _write(folder / "total", str(len(work.planned)))
    (folder / "book.xlsx").write_bytes(book)
    return Batch(token, folder)


def batches(actor: Actor, data: Path) -> tuple[Batch, ...]:
    """Everything that this person ordered within the last day, the newest first."""
    mine = (data / FOLDER).glob(f"{actor.id}-*")
    found = (Batch(each.name.removeprefix(f"{actor.id}-"), each) for each in mine if (each / "book.xlsx").exists())
    return tuple(sorted(found, key=lambda each: each.begun, reverse=True))


def archive(actor: Actor, data: Path, token: str) -> Path | None:
    """The archive that this person ordered; None where there is none."""
    path = data / FOLDER / f"{actor.id}-{token}" / "reports.zip"
    return path if _TOKEN.fullmatch(token) and path.is_file() else None


def forget_old(data: Path, now: float) -> None:
    """Erases batches that are older than a day and do not run; `now` in seconds, as files are dated."""
    for folder in (data / FOLDER).glob("*-*"):
        batch = Batch("", folder)
        if folder.is_dir() and folder.stat().st_mtime < now - KEPT_SECONDS and not batch.running:
            batch.forget()


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Where a file is written that gets its name when it is complete."""
    part = path.with_suffix(".part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    with _whole(path) as part:
        part.write_text(text)
