"""The shortest way from a profile to a target: pure and exact. How it is found: docs/method/path.md."""

from assessment.path.improving import improved
from assessment.path.shortest import alternatives, shortest
from assessment.path.targets import gaps, levels_of

__all__ = ["alternatives", "gaps", "improved", "levels_of", "shortest"]
