"""One report, or pictures of some of its pages, printed in a process of its own. Nothing of it is kept."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from reports.order import Order, as_text
from reports.printing.job import Job, Outcome
from reports.printing.pages import page_file
from reports.printing.press import Pool

SECONDS = 45.0


class NotPrinted(Exception):  # noqa: N818 - named for what happened
    """No report came out: `outcome` says whether it was refused, took too long, or something broke."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        super().__init__(outcome.result)


@dataclass(frozen=True, slots=True)
class Pages:
    """Pictures of some pages as PNG, the first of them with its number from 0, and how many there are in all."""

    pictures: tuple[bytes, ...]
    first: int
    total: int


def print_one(order: Order, questionnaires: Path) -> bytes:
    """The report as a file. Raises `NotPrinted`."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job("report", as_text(order), Path(folder) / "report")
        _printed(job, questionnaires)
        return job.to.read_bytes()


def draw_some(order: Order, questionnaires: Path, first: int, count: int) -> Pages:
    """Pictures of pages, as they are in the PDF of this order. Raises `NotPrinted`."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job("pages", as_text(replace(order, form="pdf")), Path(folder) / "page", (first, count))
        total = _printed(job, questionnaires).pages
        numbers = range(first, min(first + count, total))
        return Pages(tuple(page_file(job.to, each).read_bytes() for each in numbers), first, total)


def _printed(job: Job, questionnaires: Path) -> Outcome:
    (outcome,) = Pool(questionnaires, at_once=1, seconds=SECONDS).printed([job])
    if outcome.result != "done":
        raise NotPrinted(outcome)
    return outcome
