"""Which cities could learn from each other, process by process, and why. The rules stand in docs/method/exchange.md."""

from assessment.matching.finding import matches
from assessment.matching.narrowing import HELPS, Help, Narrowing
from assessment.matching.standing import lowest_levels, suggested
from assessment.matching.telling import told

__all__ = ["HELPS", "Help", "Narrowing", "lowest_levels", "matches", "suggested", "told"]
