"""Secrets that a test can foresee, and passwords that cost no time."""

import itertools
from dataclasses import dataclass, field


@dataclass
class CountedTokens:
    """Secrets that count up. Their fingerprints still look nothing like them."""

    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def session(self) -> str:
        return f"secret{next(self.numbers)}"

    def code(self, alphabet: str, length: int) -> str:
        number = next(self.numbers)
        return "".join(alphabet[number // len(alphabet) ** at % len(alphabet)] for at in range(length))

    def fingerprint(self, secret: str) -> str:
        return f"<{secret[::-1]}>"


@dataclass
class PlainPasswords:
    """Hashes that are none; `asked` counts how often one was compared, known or not."""

    asked: int = 0

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def matches(self, password: str, stored: str | None) -> bool:
        self.asked += 1
        return stored == f"hash of {password}"
