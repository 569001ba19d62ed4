"""One thread writes for all: acknowledged means committed, and one failure spoils nobody else's save."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import IntegrityError

from models.assessment import NotSaved
from store.sqlite import reader_engine, writer_engine
from store.writer import DirectWriter, GroupWriter, Work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "t.db"
    engine = writer_engine(path)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT"))
    engine.dispose()
    return path


@pytest.fixture
def engine(path: Path) -> Engine:
    return writer_engine(path)


@contextmanager
def _writer(engine: Engine, queue_limit: int = 100, patience_seconds: float = 30.0) -> Iterator[GroupWriter]:
    writer = GroupWriter(engine, queue_limit, patience_seconds)
    try:
        yield writer
    finally:
        writer.close()


def _insert(number: int) -> Work[int]:
    def work(connection: Connection) -> int:
        connection.execute(text("INSERT INTO t VALUES (:x)"), {"x": number})
        return number

    return work


def _there(path: Path) -> list[int]:
    engine = reader_engine(path)
    with engine.connect() as connection:
        found = [row.x for row in connection.execute(text("SELECT x FROM t ORDER BY x"))]
    engine.dispose()
    return found


@contextmanager
def _held(writer: GroupWriter) -> Iterator["Future[None]"]:
    """While this lasts the writer is busy with another save, so that the next ones wait in one batch."""
    busy, go_on = threading.Event(), threading.Event()

    def hold(_connection: Connection) -> None:
        busy.set()
        go_on.wait()

    held = writer.submit(hold)
    busy.wait()
    try:
        yield held
    finally:
        go_on.set()


def test_the_result_of_the_work_comes_back(engine: Engine, path: Path) -> None:
    with _writer(engine) as writer:
        assert writer.run(_insert(7)) == 7
        assert _there(path) == [7]


def test_a_save_is_acknowledged_only_after_its_commit(engine: Engine) -> None:
    acknowledged_too_early: list[bool] = []
    with _writer(engine) as writer, _held(writer):
        waiting = [writer.submit(_insert(number)) for number in range(3)]
        event.listen(engine, "commit", lambda _: acknowledged_too_early.extend(each.done() for each in waiting))
    assert acknowledged_too_early[-3:] == [False, False, False]
    assert all(each.done() for each in waiting)


def test_saves_that_wait_together_share_one_commit(engine: Engine, path: Path) -> None:
    commits: list[Connection] = []
    with _writer(engine) as writer, _held(writer):
        event.listen(engine, "commit", commits.append)
        for number in range(5):
            writer.submit(_insert(number))
    assert len(commits) == 2  # the one that was held, and the five together
    assert _there(path) == [0, 1, 2, 3, 4]


def test_one_failing_save_does_not_spoil_the_others(engine: Engine, path: Path) -> None:
    with _writer(engine) as writer, _held(writer):
        good, double, mistake, last = (
            writer.submit(work) for work in (_insert(1), _insert(1), lambda _: 1 / 0, _insert(2))
        )
    assert (good.result(), last.result()) == (1, 2)
    assert isinstance(double.exception(), IntegrityError)
    assert isinstance(mistake.exception(), ZeroDivisionError)
    assert _there(path) == [1, 2]


def test_what_failing_work_had_written_is_taken_back(engine: Engine, path: Path) -> None:
    def half(connection: Connection) -> None:
        _insert(1)(connection)
        raise RuntimeError("half done")

    with _writer(engine) as writer:
        with pytest.raises(RuntimeError, match="half done"):
            writer.run(half)
        writer.run(_insert(2))
    assert _there(path) == [2]


def test_a_full_disk_tells_everybody_that_nothing_was_saved(engine: Engine, path: Path) -> None:
    def fill(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE big (x TEXT)"))
        connection.execute(text("INSERT INTO big VALUES (:x)"), {"x": "x" * 1_000_000})

    with _writer(engine) as writer:
        writer.run(lambda connection: connection.execute(text("PRAGMA max_page_count = 10")).one())
        with _held(writer) as held:
            first, full, last = (writer.submit(work) for work in (_insert(1), fill, _insert(2)))
        for refused in (first, full, last):
            assert isinstance(refused.exception(), NotSaved)
        assert held.exception() is None
        assert _there(path) == []
        assert writer.run(_insert(3)) == 3


def test_a_full_queue_refuses_at_once(engine: Engine, path: Path) -> None:
    with _writer(engine, queue_limit=2) as writer, _held(writer):
        writer.submit(_insert(1))
        writer.submit(_insert(2))
        with pytest.raises(NotSaved, match="too many"):
            writer.submit(_insert(3))
    assert _there(path) == [1, 2]


def test_a_save_that_waited_too_long_is_withdrawn_and_never_carried_out(engine: Engine, path: Path) -> None:
    with _writer(engine, patience_seconds=0.001) as writer:
        with _held(writer), pytest.raises(NotSaved, match="too long"):
            writer.run(_insert(1))
        writer.submit(_insert(2)).result()
    assert _there(path) == [2]


def test_closing_finishes_what_waits_and_takes_nothing_more(engine: Engine, path: Path) -> None:
    writer = GroupWriter(engine)
    with _held(writer):
        waiting = [writer.submit(_insert(number)) for number in range(100)]
    writer.close()
    assert [each.result(0) for each in waiting] == list(range(100))
    assert _there(path) == list(range(100))
    with pytest.raises(NotSaved, match="shutting down"):
        writer.run(_insert(100))


def test_closing_twice_does_no_harm(engine: Engine) -> None:
    writer = GroupWriter(engine)
    writer.close()
    writer.close()


def test_a_direct_writer_tells_that_nothing_was_saved_where_the_database_is_away(tmp_path: Path) -> None:
    writer = DirectWriter(writer_engine(tmp_path / "no folder" / "t.db"))
    with pytest.raises(NotSaved):
        writer.run(_insert(1))
    writer.close()
