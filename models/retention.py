"""How long what is about people is kept, where nobody asks for less."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Sessions and codes that are over, addresses of tries to sign in, the audit trail, and copies of the database."""

    sessions: datetime.timedelta = datetime.timedelta(days=30)
    addresses: datetime.timedelta = datetime.timedelta(hours=24)
    audit: datetime.timedelta = datetime.timedelta(days=365)
    backups: datetime.timedelta = datetime.timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was erased because it had grown old."""

    sessions: int
    codes: int
    tries: int
    entries: int
    copies: int
