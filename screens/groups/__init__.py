"""Cohorts as their trainer sees them: cities, what could be shown, what was published."""
