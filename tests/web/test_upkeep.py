"""What has grown old is erased at the start of the app, and what goes wrong there stops nothing."""

import threading
from collections.abc import Callable, Iterator

import pytest
from anyio import to_thread
from anyio.from_thread import start_blocking_portal

from models.assessment import NotSaved
from models.retention import Tidied
from web.upkeep import Upkeep

NOTHING = Tidied(0, 0, 0, 0, 0)


def test_it_is_done_at_the_start_and_again_on_each_day(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    twice = threading.Event()

    def tidy() -> Tidied:
        done.append(1)
        if len(done) == 2:
            twice.set()
            raise NotSaved("full")
        return NOTHING

    monkeypatch.setattr("web.upkeep.wiring.tidy", tidy)
    monkeypatch.setattr("web.upkeep.wiring.prepare", lambda: iter(()))
    monkeypatch.setattr("web.upkeep.DAY_SECONDS", 0)
    _live_until(twice)
    assert len(done) >= 2


def test_figures_are_prepared_step_by_step_and_one_that_cannot_be_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    again = threading.Event()

    def prepare() -> Iterator[str]:
        if "second" in done:
            again.set()
        for each in ("first", "second"):
            done.append(each)
            yield each
        raise RuntimeError

    monkeypatch.setattr("web.upkeep.wiring.tidy", lambda: NOTHING)
    monkeypatch.setattr("web.upkeep.wiring.prepare", prepare)
    for name in ("DAY_SECONDS", "REST_SECONDS"):
        monkeypatch.setattr(f"web.upkeep.{name}", 0)
    _live_until(again)
    assert done[:3] == ["first", "second", "first"]


def test_what_is_made_ready_is_done_once_and_stops_nothing_where_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    twice = threading.Event()

    def once() -> None:
        done.append("once")
        raise RuntimeError

    def tidy() -> Tidied:
        done.append("a day")
        if done.count("a day") == 2:
            twice.set()
        return NOTHING

    monkeypatch.setattr("web.upkeep.wiring.tidy", tidy)
    monkeypatch.setattr("web.upkeep.wiring.prepare", lambda: iter(()))
    monkeypatch.setattr("web.upkeep.DAY_SECONDS", 0)
    _live_until(twice, once)
    assert done[:3] == ["once", "a day", "a day"]


def _nothing() -> None:
    """Nothing has to be made ready here."""


def _live_until(seen: threading.Event, once: Callable[[], None] = _nothing) -> None:
    async def live() -> None:
        upkeep = Upkeep()
        upkeep.begin(once)
        assert await to_thread.run_sync(seen.wait, 10)
        await upkeep.end()

    # A thread of its own: a browser walk may have left an event loop running in this one.
    with start_blocking_portal() as portal:
        portal.call(live)
