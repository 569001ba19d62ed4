"""How long what is about people is kept, where nobody asks for less."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Sessions and codes that are over, addresses of tries, the audit trail, copies, what was said in live rooms."""

    sessions: datetime.timedelta = datetime.timedelta(days=30)
    addresses: datetime.timedelta = datetime.timedelta(hours=24)
    audit: datetime.timedelta = datetime.timedelta(days=365)
    backups: datetime.timedelta = datetime.timedelta(days=35)
    rooms: datetime.timedelta = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was erased because it had grown old."""

    sessions: int
    codes: int
    tries: int
    entries: int
    copies: int
    cities_in_rooms: int = 0
