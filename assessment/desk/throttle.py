"""How often somebody may try: a few times at will, then with longer and longer breaks, but never never again."""

import datetime
import math
from dataclasses import dataclass

from assessment.desk.account_ports import AttemptStore
from assessment.desk.errors import TooManyTries
from assessment.desk.ports import Clock
from models.people import Tries

WINDOW = datetime.timedelta(minutes=15)
"""Tries older than this do not count."""

KEPT = datetime.timedelta(hours=24)
"""Tries and the addresses they came from are erased after this, unless it is set otherwise."""

FREE_FOR_NAME = 5
FREE_FOR_ADDRESS = 20
LONGEST_BREAK = 60
"""Seconds; the break doubles with each try up to this."""


@dataclass(frozen=True)
class Throttle:
    """Counts tries for a name and from an address."""

    attempts: AttemptStore
    clock: Clock
    kept: datetime.timedelta = KEPT

    def admit(self, name: str, address: str) -> None:
        """Counts a try, and lets it pass unless it comes too early. Raises `TooManyTries`."""
        now = self.clock()
        self.attempts.erase_before(now - self.kept)
        noted = self.attempts.note(name, address, now, now - WINDOW)
        wait = max(_wait(noted.for_name, FREE_FOR_NAME, now), _wait(noted.for_address, FREE_FOR_ADDRESS, now))
        if wait > 0:
            # A try that nobody looked at must not make the next break longer: else one could be kept out for good.
            self.attempts.withdraw(noted.number)
            raise TooManyTries(math.ceil(wait))

    def forget(self, name: str) -> None:
        """Begins anew for a name, after a try that went well."""
        self.attempts.forget(name)


def _wait(before: Tries, free: int, now: datetime.datetime) -> float:
    """Seconds until the next try may come."""
    if before.count < free or before.last is None:
        return 0.0
    needed = min(2.0 ** min(before.count - free + 1, 10), LONGEST_BREAK)
    return needed - (now - before.last).total_seconds()
