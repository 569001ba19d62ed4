"""The cohorts of a trainer."""

from screens.cities.groups import groups

groups()
