"""Many reports are printed beside each other, and none that hangs or breaks takes the others with it."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.loading import QUESTIONNAIRES
from reports.order import Order, as_text, read_order
from reports.printing.job import Job
from reports.printing.once import NotPrinted, draw_some, print_one
from reports.printing.press import Pool

ODD = """
    import json, sys, time, os
    for line in sys.stdin:
        wish = json.loads(line)
        order = wish["order"]
        if order == "hang":
            time.sleep(600)
        if order == "die":
            os._exit(3)
        if order == "noise":
            print("no answer at all", flush=True)
            continue
        open(wish["to"], "w").write(f"{order} {os.getpid()}")
        print(json.dumps({"result": "done"}), flush=True)
"""
ANSWERS = (QUESTIONNAIRES / "examples" / "talbrueck-quick-scan.yaml").read_text()


@pytest.fixture
def odd(tmp_path: Path) -> Pool:
    """Two processes that do as the order says."""
    program = tmp_path / "odd.py"
    program.write_text(textwrap.dedent(ODD))
    return Pool(tmp_path, at_once=2, seconds=1.0, command=(sys.executable, str(program)))


def jobs(folder: Path, *orders: str) -> list[Job]:
    """One job for each order."""
    return [Job(str(number), order, folder / f"out{number}") for number, order in enumerate(orders)]


def test_outcomes_come_in_the_order_of_the_jobs(odd: Pool, tmp_path: Path) -> None:
    names = [each.job.name for each in odd.printed(jobs(tmp_path, *("fine" for _ in range(30))))]
    assert names == [str(number) for number in range(30)]


def test_a_hanging_report_is_given_up_and_the_others_are_made(odd: Pool, tmp_path: Path) -> None:
    results = [
        each.result for each in odd.printed(jobs(tmp_path, "fine", "hang", "fine", "die", "fine", "noise", "fine"))
    ]
    assert results == ["done", "too long", "done", "ended", "done", "ended", "done"]


def test_no_process_prints_for_ever(odd: Pool, tmp_path: Path) -> None:
    odd.at_once = 1
    list(odd.printed(jobs(tmp_path, *("fine" for _ in range(60)))))
    assert len({(tmp_path / f"out{number}").read_text() for number in range(60)}) >= 3


def test_a_cancelled_batch_begins_nothing_more(odd: Pool, tmp_path: Path) -> None:
    results = []
    for outcome in odd.printed(jobs(tmp_path, *("fine" for _ in range(40)))):
        results.append(outcome.result)
        odd.cancel()
    assert results[0] == "done"
    assert results[-1] == "cancelled"
    assert not (tmp_path / "out39").exists()


def test_jobs_are_taken_only_as_they_are_needed(odd: Pool, tmp_path: Path) -> None:
    taken = []

    def endless() -> Iterator[Job]:
        for number in range(10_000):
            taken.append(number)
            yield Job(str(number), "fine", tmp_path / "same")

    outcomes = odd.printed(endless())
    next(outcomes)
    assert len(taken) < 20
    outcomes.close()  # type: ignore[attr-defined]


def test_one_report_and_pictures_of_its_pages_are_printed_apart() -> None:
    order = Order(ANSWERS, "quick-scan", language="de")
    assert print_one(order, QUESTIONNAIRES).startswith(b"%PDF")
    pages = draw_some(order, QUESTIONNAIRES, 1, 2)
    assert [each[:4] for each in pages.pictures] == [b"\x89PNG", b"\x89PNG"]
    assert (pages.first, pages.total > 4) == (1, True)


def test_what_cannot_be_made_is_refused_and_not_broken() -> None:
    with pytest.raises(NotPrinted) as refused:
        print_one(Order(ANSWERS, "mayor"), QUESTIONNAIRES)
    assert refused.value.outcome.result == "refused"


def test_an_order_travels_as_text_and_stays_the_same() -> None:
    order = Order(ANSWERS, "quick-scan", "docx", "en", sections=("summary",))
    assert read_order(as_text(order)) == order
