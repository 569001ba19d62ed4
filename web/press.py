"""Making a report as PDF in a process of its own: it may take neither the app's time nor its memory.

The order goes in as JSON, with the answers as their file holds them; the PDF comes out. Nothing is kept. What a
stranger wrote reaches the layout only there, under limits of time and memory.
"""

import datetime
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from anyio import CapacityLimiter, fail_after, run_process

from models.authored import Language
from models.facts import ReportVersion

_ROOT = Path(__file__).parent.parent
_SECONDS = 45
_AT_ONCE = 2


class NotPrinted(Exception):  # noqa: N818 - named for what happened
    """No report came out: the answers were refused, or it took too long."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print: the answers as YAML, the folder of the questionnaires, and what the report is made for."""

    answers: str
    questionnaires: str
    language: Language
    today: str
    title: str | None = None
    version: ReportVersion = "internal"
    one_rater: bool = False


def order(
    answers: str,
    questionnaires: Path,
    language: Language,
    today: datetime.date,
    *,
    title: str | None = None,
    version: ReportVersion = "internal",
    one_rater: bool = False,
) -> Order:
    """An order in the form in which it travels."""
    return Order(answers, str(questionnaires), language, today.isoformat(), title, version, one_rater)


class Press:
    """Prints a few reports at a time; the others wait for their turn."""

    def __init__(self) -> None:
        self._free = CapacityLimiter(_AT_ONCE)

    async def printed(self, wanted: Order) -> bytes:
        """The report as PDF.

        Raises:
            NotPrinted: where none came out.
        """
        command = [sys.executable, "-m", "web.press_program"]
        try:
            async with self._free:
                with fail_after(_SECONDS):
                    done = await run_process(command, input=json.dumps(asdict(wanted)).encode(), cwd=_ROOT, check=False)
        except TimeoutError:
            raise NotPrinted("the report took too long") from None
        if done.returncode != 0:
            raise NotPrinted(done.stderr.decode(errors="replace")[-2000:])
        return done.stdout
