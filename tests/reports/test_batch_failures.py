"""What fails after the planning is named by row, city and cause, with what to do, and without a word of anybody's."""

import errno
import io
import json
import os
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assessment.loading import QUESTIONNAIRES
from locales.words import words
from models.authored import Text
from models.message import Message, say
from reports.batch.book import Line
from reports.batch.bundle import Made, bundle
from reports.batch.failing import keep, kept
from reports.batch.folder import Folder
from reports.batch.planning import Plan
from reports.order import Order, as_text
from reports.printing import worker
from reports.printing.press import Pool
from reports.printing.trouble import as_plain, from_plain
from tests.reports.handed_out import library
from tests.reports.test_batch import cities, names, planned

__all__ = ["cities"]

TOWN = "Birkenfurt"
PRIVATE = "Frau Geheimrat"
ORDER = Order((QUESTIONNAIRES / "examples" / "talbrueck-quick-scan.yaml").read_text(), "quick-scan")

ACCIDENTS = {
    "hang": ("time.sleep(600)", "länger als 0.3 Sekunden", "Wählen Sie weniger Teile"),
    "killed": ("os.kill(os.getpid(), 9)", "Arbeitsspeicher", "Vorfall 0815"),
    "crash": ("os.kill(os.getpid(), 11)", "Signal 11", "Vorfall 0815"),
    "leave": ("sys.exit(7)", "Code 7", "Vorfall 0815"),
    "raise": (f"raise RuntimeError('{PRIVATE}')", "Code 1", "Vorfall 0815"),
    "noise": ("print('hm', flush=True)", "nicht verständlich", "Vorfall 0815"),
    "memory": ("answer('too large')", "mehr Arbeitsspeicher", "Wählen Sie weniger Teile"),
    "disk": ("answer('no room')", "kein Platz", "Schaffen Sie Platz"),
}
"""What a process does, what is said of it, and what is advised."""


def accident(what: str, folder: Path) -> Pool:
    """Processes to which this happens."""
    program = folder / "odd.py"
    program.write_text(
        textwrap.dedent(f"""
            import json, os, sys, time
            def answer(result):
                print(json.dumps({{"result": result}}), flush=True)
            for line in sys.stdin:
                {what}
        """)
    )
    seconds = 0.3 if "sleep" in what else 30.0
    return Pool(folder, at_once=1, seconds=seconds, command=(sys.executable, str(program)))


def ended(work: Plan, pool: Pool) -> tuple[Made, list[str]]:
    """What came of it, and what the log got."""
    logged: list[str] = []

    def broke(why: str) -> str:
        logged.append(why)
        return "0815"

    return bundle(work, pool, io.BytesIO(), words("de"), broke=broke), logged


@pytest.mark.parametrize("name", ACCIDENTS)
def test_each_accident_is_told_by_row_city_cause_and_what_to_do(name: str, cities: Path, tmp_path: Path) -> None:
    does, cause, advice = ACCIDENTS[name]
    done, logged = ended(planned(cities, {"city": TOWN, "file": "one"}), accident(does, tmp_path))
    told = done.failures[0].told(words("de"))
    assert told.startswith(f"Zeile 2, {TOWN}, one.pdf: ")
    assert cause in told
    assert advice in told
    assert (PRIVATE in told, PRIVATE in str(logged)) == (False, False)
    assert bool(logged) == ("0815" in told)


def test_the_log_learns_the_place_of_what_ended_a_process(cities: Path, tmp_path: Path) -> None:
    _, (logged,) = ended(planned(cities, {"city": TOWN}), accident(f"raise RuntimeError('{PRIVATE}')", tmp_path))
    assert "RuntimeError" in logged
    assert 'odd.py", line' in logged


class Breaking(Folder):
    """A folder in which the first city breaks something of ours once everything is planned."""

    def order(self, line: Line) -> Order:
        if line.row == 2:
            raise RuntimeError(PRIVATE)
        return super().order(line)


def test_what_breaks_for_one_row_before_it_is_printed_leaves_the_others(cities: Path) -> None:
    town, scan = names(cities)
    work = planned(cities, {"city": town, "file": "one"}, {"city": scan, "file": "two"})
    done, (logged,) = ended(replace(work, source=Breaking(cities, library(), "2026-01-01", "de")), Pool(QUESTIONNAIRES))
    assert done.done == 1
    (failed,) = done.failures
    assert failed.told(words("en")).startswith(f"Row 2, {town}, one.pdf: Something broke on our side.")
    assert "RuntimeError" in logged
    assert PRIVATE not in logged + failed.told(words("de"))


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (MemoryError(), "too large"),
        (OSError(errno.ENOSPC, PRIVATE), "no room"),
        (OSError(errno.EIO, PRIVATE), "broken"),
        (ValueError(PRIVATE), "broken"),
        (RecursionError(PRIVATE), "broken"),
    ],
)
def test_a_process_tells_what_stopped_it(
    error: Exception, result: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = answered(ORDER, tmp_path, monkeypatch, lambda *_: raise_(error))
    assert answer["result"] == result
    assert PRIVATE not in str(answer)
    assert (type(error).__name__ in answer.get("why", "")) == (result == "broken")


def test_a_process_tells_what_was_found_and_expected_where_it_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = answered(replace(ORDER, kind="poem"), tmp_path, monkeypatch)
    assert answer["result"] == "refused"
    assert [words("en").say(from_plain(each)) for each in answer["said"]] == [
        "There is no report of this kind",
        "Expected is a report that can be made of these answers",
    ]


def test_messages_travel_between_processes_and_stay_translatable() -> None:
    inner = say("Row {row} has the same name: {name}", row=3, name="x")
    message = Message("{a} {b} {c}", {"a": inner, "b": Text(de="zwei", en="two"), "c": Fraction(5, 2)})
    back = from_plain(json.loads(json.dumps(as_plain(message))))
    assert [words(each).say(back) for each in ("en", "de")] == [
        "Row 3 has the same name: x two 2.50",
        "Zeile 3 hat denselben Namen: x zwei 2.50",
    ]


def test_a_failure_that_was_kept_says_the_same_later(cities: Path, tmp_path: Path) -> None:
    done, _ = ended(planned(cities, {"city": TOWN}), accident("os.kill(os.getpid(), 9)", tmp_path))
    back = kept(json.loads(json.dumps(keep(done.failures[0]))))
    assert back == done.failures[0]


def answered(
    order: Order, folder: Path, monkeypatch: pytest.MonkeyPatch, printed: Callable[..., bytes] | None = None
) -> dict[str, str]:
    """What a process answers to an order."""
    if printed is not None:
        monkeypatch.setattr(worker, "printed", printed)
    wish = {"order": as_text(order), "to": os.fspath(folder / "out"), "questionnaires": os.fspath(QUESTIONNAIRES)}
    return worker.answered(wish)


def raise_(error: Exception) -> bytes:
    """Raises it."""
    raise error
