"""What has grown old is erased at the start of the app, and what goes wrong there stops nothing."""

import threading

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
    monkeypatch.setattr("web.upkeep.DAY_SECONDS", 0)

    async def live() -> None:
        upkeep = Upkeep()
        upkeep.begin()
        assert await to_thread.run_sync(twice.wait, 10)
        await upkeep.end()

    # A thread of its own: a browser walk may have left an event loop running in this one.
    with start_blocking_portal() as portal:
        portal.call(live)
    assert len(done) >= 2
