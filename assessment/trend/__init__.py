"""Results of a city over time. Pure: the results come in, nothing is read or kept, and nothing is said in words."""

from assessment.trend.breaking import broken
from assessment.trend.course import course
from assessment.trend.lines import earlier, former, trends
from assessment.trend.past import past

__all__ = ["broken", "course", "earlier", "former", "past", "trends"]
