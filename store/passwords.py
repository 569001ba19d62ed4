"""Passwords become argon2id hashes: slow and hungry for memory on purpose, and never many at once."""

import threading
from dataclasses import dataclass, field

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB = 19_456
"""Memory for one hash, 19 MiB, with two passes: the smaller of the usual recommendations, for machines of cities."""

PASSES = 2
AT_ONCE = 2


@dataclass(frozen=True)
class ArgonPasswords:
    """Makes and checks hashes; a few at a time, so that a flood of sign-ins cannot take all memory."""

    memory_kib: int = MEMORY_KIB
    _free: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(AT_ONCE))
    _nobody: list[str] = field(default_factory=list)

    def hash(self, password: str) -> str:
        """A hash with a salt of its own."""
        with self._free:
            return self._hasher.hash(password)

    def matches(self, password: str, stored: str | None) -> bool:
        """Whether this is the password. Takes as long where nothing is stored, and says no."""
        if not self._nobody:
            self._nobody.append(self.hash("nobody has this password"))
        with self._free:
            try:
                return self._hasher.verify(stored or self._nobody[0], password) and bool(stored)
            except (VerificationError, InvalidHashError):
                return False

    @property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher(time_cost=PASSES, memory_cost=self.memory_kib, parallelism=1, type=Type.ID)
