"""What a city's international work costs in a year, process by process. Hours are working hours, sums whole euros."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

HOURS_LIMIT = 1_000_000
EUROS_LIMIT = 1_000_000_000


class Outlay(BaseModel):
    """Working hours, and euros from the city's own budget and from others. What is None was left open."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hours: int | None = None
    own_funds: int | None = None
    third_party_funds: int | None = None

    @property
    def euros(self) -> int:
        """All euros; what was left open counts as nothing."""
        return (self.own_funds or 0) + (self.third_party_funds or 0)

    @property
    def is_open(self) -> bool:
        """Whether nothing was said at all."""
        return (self.hours, self.own_funds, self.third_party_funds) == (None, None, None)


class Resources(BaseModel):
    """What one year costs, by process. A process that nothing was said about is not in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year: int
    outlays: Mapping[str, Outlay]


@dataclass(frozen=True, slots=True)
class KeptResources:
    """Resources as they stand. `version` counts their changes."""

    resources: Resources
    version: int
    at: datetime.datetime
