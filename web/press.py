"""Making a report in a process of its own: it may take neither the app's time nor its memory.

What a stranger wrote reaches the layout only there, under limits of time and memory. Nothing is kept. Whoever has no
account waits in a line of their own, which is short: however many reports are asked for there, people with an account
do not wait behind them.
"""

from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request

from reports.order import Order
from reports.printing.once import print_one


class PressBusy(Exception):  # noqa: N818 - named for what was found
    """So many wait already that another one would wait too long."""


class Press:
    """Prints a few reports at a time; the others wait for their turn.

    Args:
        at_once: how many reports are printed at the same time.
        waiting: how many may wait.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = CapacityLimiter(at_once)
        self._waiting = waiting

    async def printed(self, wanted: Order, questionnaires: Path, request: Request) -> bytes:
        """The report as a file.

        Args:
            wanted: the report.
            questionnaires: what it may be about.
            request: of whoever waits for it. Nothing is printed for somebody who has gone meanwhile.

        Raises:
            NotPrinted: where none came out.
            PressBusy: where too many wait.
        """
        if self._free.statistics().tasks_waiting >= self._waiting:
            raise PressBusy
        async with self._free:
            if await _gone(request):
                raise PressBusy
            return await to_thread.run_sync(print_one, wanted, questionnaires)


async def _gone(request: Request) -> bool:
    """Whether nobody waits for the answer any more. Of a GET the first thing to hear is that it has no body."""
    return await request.is_disconnected() or await request.is_disconnected()
