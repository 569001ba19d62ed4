"""How often wrong codes may come from one address. Forty phones behind one router, all of them right, never wait."""

import datetime
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assessment.desk.account_ports import AttemptStore, Tokens
from assessment.desk.errors import TooManyTries
from assessment.desk.ports import Clock
from assessment.desk.throttle import WINDOW

FREE = 60
"""Tries from one address within the window, those under way included, before there are breaks."""

BREAK = datetime.timedelta(seconds=30)

_NAME = "room"


@dataclass(frozen=True)
class RoomTries:
    """Counts tries with codes of rooms. What was right leaves no trace."""

    attempts: AttemptStore
    tokens: Tokens
    clock: Clock

    @contextmanager
    def counted(self, address: str) -> Iterator[Callable[[], None]]:
        """Counts a try from this address; whoever was right calls what it is given. Raises `TooManyTries`."""
        now = self.clock()
        # A key of its own for rooms: somebody's mistyped code must not slow down sign-ins from the same router.
        noted = self.attempts.note(_NAME, self.tokens.fingerprint(f"{_NAME} {address}"), now, now - WINDOW)
        last = noted.for_address.last
        if noted.for_address.count >= FREE and last is not None and now < last + BREAK:
            self.attempts.withdraw(noted.number)
            raise TooManyTries(math.ceil((last + BREAK - now).total_seconds()))
        yield lambda: self.attempts.withdraw(noted.number)
