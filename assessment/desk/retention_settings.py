"""How long things are kept, from the settings of whoever runs the installation; a wrong one is said at the start."""

import datetime
from collections.abc import Mapping

from models.message import say
from models.problem import InputRefused, Place, Problem
from models.retention import Retention

SESSIONS, ADDRESSES = "HANSE_KEEP_SESSIONS_DAYS", "HANSE_KEEP_ADDRESSES_HOURS"
AUDIT, BACKUPS, ROOMS = "HANSE_KEEP_AUDIT_DAYS", "HANSE_KEEP_BACKUPS_DAYS", "HANSE_KEEP_ROOMS_DAYS"
_MOST = 3650


def read_retention(given: Mapping[str, str]) -> Retention:
    """The times that these settings describe. Raises `InputRefused` where one of them is no number of days or hours."""
    usual = Retention()
    hour, day = datetime.timedelta(hours=1), datetime.timedelta(days=1)
    return Retention(
        sessions=_time(given, SESSIONS, day, usual.sessions),
        addresses=_time(given, ADDRESSES, hour, usual.addresses),
        audit=_time(given, AUDIT, day, usual.audit),
        backups=_time(given, BACKUPS, day, usual.backups),
        rooms=_time(given, ROOMS, day, usual.rooms),
    )


def _time(
    given: Mapping[str, str], name: str, unit: datetime.timedelta, usual: datetime.timedelta
) -> datetime.timedelta:
    written = given.get(name, "").strip()
    if not written:
        return usual
    if not (written.isascii() and written.isdecimal()) or not 1 <= int(written) <= _MOST:
        found, wanted = say("This is {found}", found=written), say("Expected is a number from 1 to {most}", most=_MOST)
        raise InputRefused([Problem(Place(name), "", found, wanted)])
    return int(written) * unit
