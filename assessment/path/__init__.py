"""The shortest way from a profile to a target: pure and exact. How it is found: docs/method/path.md."""

from assessment.path.improving import improved
from assessment.path.shortest import alternatives, destinations, shortest, ways
from assessment.path.targets import gaps, levels_of
from assessment.path.trying import raised, tried

__all__ = ["alternatives", "destinations", "gaps", "improved", "levels_of", "raised", "shortest", "tried", "ways"]
