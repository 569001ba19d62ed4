"""Which cities could learn from each other, process by process, and why. The rules stand in docs/method/exchange.md."""

from assessment.matching.finding import matches
from assessment.matching.standing import lowest_levels, suggested
from assessment.matching.telling import told

__all__ = ["lowest_levels", "matches", "suggested", "told"]
