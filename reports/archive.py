"""Office files that come out the same for the same content: their inner dates are fixed, and nothing else changes."""

import datetime
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name."""


def repeatable(data: bytes, instead: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The same office file with every entry dated alike; `instead` holds the entries that are written anew."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED) as kept:
        for name in given.namelist():
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, instead.get(name) or given.read(name))
    return out.getvalue()


def moment(date: str) -> datetime.datetime:
    """Midnight of a report's date, for the properties of its file; the oldest moment where it names none."""
    day = datetime.date.fromisoformat(date) if date else datetime.date(*_OLDEST[:3])
    return datetime.datetime.combine(day, datetime.time())
