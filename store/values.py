"""What a field holds, as canonical JSON text: equal values are equal texts, so the store can compare them."""

import json
from dataclasses import asdict

from models.assessment import Field, Rated, Value


def encode(value: Value | None) -> str | None:
    """The text that is kept; None for a cleared field."""
    if value is None:
        return None
    return json.dumps(asdict(value) if isinstance(value, Rated) else value, ensure_ascii=False, sort_keys=True)


def decode(field: Field, text: str | None) -> Value | None:
    """The value of a field from its text."""
    if text is None:
        return None
    value = json.loads(text)
    if field == "rating":
        return Rated(**value)
    return tuple(value) if field == "evidence" else str(value)
