"""What the app does by itself: at the start and once a day it erases what has grown old and scores what was signed.

At the start it also does once what only the first one would wait for.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable

from anyio import to_thread

from assessment import batches, wiring
from models.assessment import NotSaved

LOG = logging.getLogger("hanse")

DAY_SECONDS = 24 * 60 * 60
REST_SECONDS = 0.1


class Upkeep:
    """A task beside the requests, for the life of the process."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None

    def begin(self, once: Callable[[], None]) -> None:
        """Starts it. `once` is done at the start, and not again."""
        self._task = asyncio.create_task(self._live(once))

    async def end(self) -> None:
        """Stops it, and waits until it has stopped."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _live(self, once: Callable[[], None]) -> None:
        await to_thread.run_sync(_tried, once)
        while True:
            await to_thread.run_sync(_erase)
            await _prepare()
            await asyncio.sleep(DAY_SECONDS)


async def _prepare() -> None:
    """Has the figures of cohorts at hand before somebody asks.

    Each step is short, and as long a rest follows it: whoever works meanwhile notices nothing, and a stop is heard.
    """
    try:
        steps = await to_thread.run_sync(wiring.prepare)
        while await to_thread.run_sync(next, steps, None) is not None:
            await asyncio.sleep(REST_SECONDS)
    except Exception as error:  # noqa: BLE001 - nobody asked, so nobody is told; tomorrow's upkeep goes on
        # They are worked out when somebody asks; then that person hears what is wrong.
        LOG.warning("figures could not be prepared: %s", type(error).__name__)


def _tried(once: Callable[[], None]) -> None:
    try:
        once()
    except Exception as error:  # noqa: BLE001 - nobody asked, so nobody is told
        # It is done when somebody asks; then that person hears what is wrong.
        LOG.warning("nothing could be made ready: %s", type(error).__name__)


def _erase() -> None:
    try:
        LOG.info("erased what had grown old: %s", wiring.tidy())
        batches.forget_old(wiring.settings().data, wiring.now().timestamp())
    except (NotSaved, OSError) as error:
        # Tomorrow is another day; nothing that people see depends on it.
        LOG.warning("what had grown old could not be erased: %s", type(error).__name__)
