"""The cohorts of a trainer."""

from screens.groups.page import groups

groups()
