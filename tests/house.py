"""A house of its own for a test: a data folder that nobody else uses, and the desk over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment import wiring
from assessment.desk import Desk
from models.people import Actor, Grant, Role

PASSWORD = "vier Worte ohne Bezug"
_FIRST: dict[int, str] = {}


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in. `actor` is who they are now."""

    desk: Desk
    secret: str

    @property
    def actor(self) -> Actor:
        """Looked up anew each time, as every run of the app does."""
        return self.desk.entrance.who(self.secret)


@contextmanager
def opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk of this process, over an empty database in `folder`, until the block ends."""
    wiring.close()
    monkeypatch.setenv("HANSE_DATA", str(folder))
    monkeypatch.delenv("HANSE_DATABASE_URL", raising=False)
    try:
        yield wiring.desk()
    finally:
        wiring.close()


def anna(desk: Desk) -> Person:
    """The first person of a house, who administers it; signed in."""
    if desk.entrance.awaits_first():
        _FIRST[id(desk)] = desk.entrance.first_start("anna", "Anna", PASSWORD).secret
    return Person(desk, _FIRST[id(desk)])


def me(desk: Desk) -> Actor:
    """Anna, as she is now."""
    return anna(desk).actor


def somebody(desk: Desk, login: str, role: Role, city: str | None = None) -> Person:
    """Somebody else, invited by Anna with this role; signed in."""
    code = desk.people.invite(me(desk), Grant(role, city)).code
    return Person(desk, desk.entrance.redeem(code, login, login.title(), PASSWORD, "here").secret)
