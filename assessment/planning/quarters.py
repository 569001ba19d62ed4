"""Quarters of a year, in which measures are planned."""

import datetime
from dataclasses import dataclass

_MONTHS = 3
_AHEAD = datetime.timedelta(days=45)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter: its year and its number, from 1."""

    year: int
    number: int

    @property
    def last_day(self) -> datetime.date:
        """The day on which it ends."""
        return self.following.first_day - datetime.timedelta(days=1)

    @property
    def first_day(self) -> datetime.date:
        """The day on which it begins."""
        return datetime.date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def following(self) -> "Quarter":
        """The quarter after it."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)


def quarter_of(day: datetime.date) -> Quarter:
    """The quarter that a day belongs to."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def usual_days(today: datetime.date, count: int) -> tuple[datetime.date, ...]:
    """A day for each of so many measures: one a quarter, the first a month and a half from today at the earliest."""
    quarter, days = quarter_of(today + _AHEAD), []
    for _ in range(count):
        days.append(quarter.last_day)
        quarter = quarter.following
    return tuple(days)
