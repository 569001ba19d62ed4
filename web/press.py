"""Making a report in a process of its own: it may take neither the app's time nor its memory.

What a stranger wrote reaches the layout only there, under limits of time and memory. Nothing is kept.
"""

from pathlib import Path

from anyio import CapacityLimiter, to_thread

from reports.order import Order
from reports.printing.once import print_one

_AT_ONCE = 2


class Press:
    """Prints a few reports at a time; the others wait for their turn."""

    def __init__(self) -> None:
        self._free = CapacityLimiter(_AT_ONCE)

    async def printed(self, wanted: Order, questionnaires: Path) -> bytes:
        """The report as a file. Raises `NotPrinted` where none came out."""
        async with self._free:
            return await to_thread.run_sync(print_one, wanted, questionnaires)
