"""What the app does by itself: it erases what has grown old, at the start and once a day."""

import asyncio
import contextlib
import logging

from anyio import to_thread

from assessment import wiring
from models.assessment import NotSaved

LOG = logging.getLogger("hanse")

DAY_SECONDS = 24 * 60 * 60


class Upkeep:
    """A task beside the requests, for the life of the process."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Starts it."""
        self._task = asyncio.create_task(self._daily())

    async def end(self) -> None:
        """Stops it, and waits until it has stopped."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _daily(self) -> None:
        while True:
            await to_thread.run_sync(_once)
            await asyncio.sleep(DAY_SECONDS)


def _once() -> None:
    try:
        LOG.info("erased what had grown old: %s", wiring.tidy())
    except (NotSaved, OSError) as error:
        # Tomorrow is another day; nothing that people see depends on it.
        LOG.warning("what had grown old could not be erased: %s", type(error).__name__)
