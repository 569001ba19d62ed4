"""Values as plain JSON, and back: what a report was made from has to be readable without this program."""

import base64
import dataclasses
import datetime
from collections.abc import Mapping, Set
from decimal import Decimal
from fractions import Fraction
from typing import Any


def plain(value: object) -> Any:
    """The value in lists, objects, texts and whole numbers; fractions and decimals as text, so that they stay exact.

    Bytes become base64.

    Raises `TypeError` for what cannot be kept exactly.
    """
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, Fraction | Decimal | datetime.date):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    return _many(value)


def _many(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Set):
        return sorted(map(plain, value))
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    raise TypeError(f"a {type(value).__name__} has no plain form")
