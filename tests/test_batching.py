"""Batches from the app: only what is open to whoever orders, noted, and kept for nobody else."""

import fcntl
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessment import batches, batching, wiring
from assessment.batches import Batch
from assessment.batching import Opened
from assessment.desk import Desk
from assessment.ordering import Counter
from locales.words import words
from models.assessment import AssessmentSettings, Rated
from models.people import Actor
from models.problem import InputRefused
from reports.batch.book import Book, Line, blank_book, read_book
from reports.batch.bundle import Made
from reports.batch.planning import Plan
from tests.house import me, opened, somebody


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with opened(tmp_path, monkeypatch) as made:
        begun = made.assessments.begin(me(made), "quick-scan", "Probestadt", "Probe", AssessmentSettings())
        made.answering.rate(me(made), begun.id, "QS01", Rated("rated", "3"), seen=0)
        yield made


def _counter(desk: Desk, actor: Actor) -> Counter:
    return Counter(desk, actor, "de", "2026-01-01")


def _book(*lines: Line) -> Book:
    return read_book(blank_book(lines, words("de")), "b.xlsx")


BOOK = blank_book([Line(0, "probestadt", file="Eins"), Line(0, "probestadt", file="Zwei")], words("de"))
TOKEN = "0" * 24


def _begun(desk: Desk) -> tuple[Batch, Plan]:
    """A batch of two reports that nobody has begun to make."""
    work = batching.planned(_counter(desk, me(desk)), read_book(BOOK, "b.xlsx"))
    return batches.begin(work, BOOK, me(desk), wiring.settings(), TOKEN), work


def _found(desk: Desk) -> Batch:
    """The same batch, as a page finds it that is loaded anew."""
    (found,) = batches.batches(me(desk), wiring.settings().data)
    return found


def test_a_batch_makes_an_archive_for_whoever_ordered_and_nobody_else(desk: Desk) -> None:
    data = wiring.settings().data
    assert [line.city for line in Opened(_counter(desk, me(desk))).lines()] == ["Probestadt"]
    begun, work = _begun(desk)
    thread = begun.go(work, wiring.settings(), words("de"))
    assert thread is not None
    assert _found(desk).running
    assert begun.go(work, wiring.settings(), words("de")) is None, "somebody works at it already"
    thread.join(60)
    ended = _found(desk)
    assert (ended.running, ended.made, ended.incident) == (False, Made(2, ()), None)
    path = batches.archive(me(desk), data, TOKEN)
    assert path is not None
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["Eins.pdf", "Zwei.pdf"]
    otto = somebody(desk, "otto", "trainer").actor
    assert batches.archive(otto, data, TOKEN) is None
    assert batches.batches(otto, data) == ()
    assert batches.archive(me(desk), data, "../x") is None
    ended.forget()
    assert batches.archive(me(desk), data, TOKEN) is None


def test_what_was_cut_off_is_found_and_goes_on_with_the_finished_reports_as_they_are(desk: Desk) -> None:
    begun, work = _begun(desk)
    reports = begun.folder / "reports"
    reports.mkdir()
    (reports / "Eins.pdf").write_bytes(b"finished before")
    (reports / ".1.part").write_bytes(b"half")
    cut = _found(desk)
    assert (cut.running, cut.made, cut.incident, cut.done, cut.total) == (False, None, None, 1, 2)
    assert cut.book == BOOK
    thread = cut.go(work, wiring.settings(), words("de"))
    assert thread is not None
    thread.join(60)
    path = batches.archive(me(desk), wiring.settings().data, TOKEN)
    assert path is not None
    with zipfile.ZipFile(path) as archive:
        assert archive.read("Eins.pdf") == b"finished before"
        assert archive.read("Zwei.pdf").startswith(b"%PDF")


def test_what_breaks_a_batch_as_a_whole_is_kept_with_its_incident(desk: Desk) -> None:
    begun, work = _begun(desk)
    thread = begun.go(replace(work, planned=None), wiring.settings(), words("de"))  # type: ignore[arg-type]
    assert thread is not None
    thread.join(60)
    broken = _found(desk)
    assert broken.made is None
    assert len(broken.incident or "") == 8


def test_a_batch_that_broke_as_a_whole_keeps_what_is_finished_and_can_be_completed(desk: Desk) -> None:
    begun, work = _begun(desk)
    (begun.folder / "reports").mkdir()
    (begun.folder / "reports" / "Eins.pdf").write_bytes(b"finished before")
    in_the_way = begun.folder / "reports.part"
    in_the_way.mkdir()
    for _ in range(2):
        thread = begun.go(work, wiring.settings(), words("de"))
        assert thread is not None
        thread.join(60)
        told = _found(desk)
        if in_the_way.exists():
            assert (told.made, told.done, told.total) == (None, 1, 2)
            assert told.incident
            in_the_way.rmdir()
    assert (told.made, told.incident) == (Made(2, ()), None)
    path = batches.archive(me(desk), wiring.settings().data, TOKEN)
    assert path is not None
    with zipfile.ZipFile(path) as archive:
        assert archive.read("Eins.pdf") == b"finished before"


def test_what_breaks_for_one_report_is_kept_with_the_row_and_the_number_that_the_log_has(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    begun, work = _begun(desk)
    thread = begun.go(replace(work, source=None), wiring.settings(), words("de"))  # type: ignore[arg-type]
    assert thread is not None
    thread.join(60)
    made = _found(desk).made
    assert made is not None
    assert [each.row for each in made.failures] == [2, 3]
    for each in made.failures:
        assert each.told(words("de")).endswith(f"Vorfall {each.incident}.")
        assert f"incident {each.incident}: AttributeError" in caplog.text


def test_a_batch_that_was_called_off_tells_what_was_not_made(desk: Desk) -> None:
    begun, work = _begun(desk)
    with (begun.folder / "lock").open("ab") as elsewhere:
        fcntl.flock(elsewhere, fcntl.LOCK_EX)
        assert _found(desk).running, "a process elsewhere works at it"
    thread = begun.go(work, wiring.settings(), words("de"))
    begun.cancel()
    assert thread is not None
    thread.join(60)
    made = _found(desk).made
    assert made is not None
    assert {each.result for each in made.failures} == {"cancelled"}


def test_cities_that_are_not_open_are_named_by_cell(desk: Desk) -> None:
    stranger = somebody(desk, "otto", "consultant").actor
    for actor, line in ((stranger, Line(0, "Probestadt")), (me(desk), Line(0, "Nirgendwo"))):
        with pytest.raises(InputRefused) as refused:
            batching.planned(_counter(desk, actor), _book(line))
        assert [each.place.cell for each in refused.value.problems] == ["A2"]


def test_old_batches_are_erased_and_those_that_run_stay(desk: Desk) -> None:
    data, now = wiring.settings().data, time.time()
    begun, _ = _begun(desk)
    batches.forget_old(data, now)
    assert begun.folder.exists()
    with (begun.folder / "lock").open("ab") as running:
        fcntl.flock(running, fcntl.LOCK_EX)
        batches.forget_old(data, now + 2 * batches.KEPT_SECONDS)
        assert begun.folder.exists()
    batches.forget_old(data, now + 2 * batches.KEPT_SECONDS)
    assert not begun.folder.exists()


def test_a_kind_that_needs_what_is_not_there_is_named_by_its_cell(desk: Desk) -> None:
    desk.assessments.begin(me(desk), "urban-diplomacy", "Zweitstadt", "Probe", AssessmentSettings(scope=("GOV.1",)))
    rows = [Line(0, "Zweitstadt", kind=kind) for kind in ("status", "two-dates")]
    with pytest.raises(InputRefused) as refused:
        batching.planned(_counter(desk, me(desk)), _book(*rows))
    assert [each.place.cell for each in refused.value.problems] == ["B2", "B3"]
