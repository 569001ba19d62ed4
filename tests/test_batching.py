"""Batches from the app: only what is open to whoever orders, noted, and kept for nobody else."""

import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment import batching, wiring
from assessment.batching import Opened
from assessment.desk import Desk
from assessment.ordering import Counter
from locales.words import words
from models.assessment import AssessmentSettings, Rated
from models.people import Actor
from models.problem import InputRefused
from reports.batch.book import Book, Line, blank_book, read_book
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


def test_a_batch_makes_an_archive_for_whoever_ordered_and_nobody_else(desk: Desk, tmp_path: Path) -> None:
    actor, settings = me(desk), wiring.settings()
    assert [line.city for line in Opened(_counter(desk, actor)).lines()] == ["Probestadt"]
    work = batching.planned(_counter(desk, actor), _book(Line(0, "probestadt", file="Eins")))
    batch = batching.begin(work, actor, settings, "0" * 24, words("de"))
    deadline = time.monotonic() + 60
    while not batch.ended and time.monotonic() < deadline:
        time.sleep(0.1)
    assert batch.failure is None
    assert batch.made is not None
    assert (batch.made.done, batch.made.failures) == (1, ())
    path = batching.archive(actor, settings.data, "0" * 24)
    assert path is not None
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["Eins.pdf"]
    assert batching.archive(somebody(desk, "otto", "trainer").actor, settings.data, "0" * 24) is None
    assert batching.archive(actor, settings.data, "../x") is None


def test_cities_that_are_not_open_are_named_by_cell(desk: Desk) -> None:
    stranger = somebody(desk, "otto", "consultant").actor
    for actor, line in ((stranger, Line(0, "Probestadt")), (me(desk), Line(0, "Nirgendwo"))):
        with pytest.raises(InputRefused) as refused:
            batching.planned(_counter(desk, actor), _book(line))
        assert [each.place.cell for each in refused.value.problems] == ["A2"]


def test_old_archives_are_erased_and_new_ones_stay(tmp_path: Path) -> None:
    folder = tmp_path / batching.FOLDER
    folder.mkdir()
    (folder / "x.zip").write_bytes(b"")
    now = time.time()
    batching.forget_old(tmp_path, now)
    assert (folder / "x.zip").exists()
    batching.forget_old(tmp_path, now + 2 * batching.KEPT_SECONDS)
    assert not (folder / "x.zip").exists()
