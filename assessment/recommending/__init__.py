"""What to do first, and as what measure: pure. The rule of priority: docs/method/recommendations.md."""

from assessment.recommending.drafts import draft, drafts_along
from assessment.recommending.ladder import step_from, steps_between
from assessment.recommending.needs import needs, required, was_answered
from assessment.recommending.priorities import AT_MOST, priorities
from assessment.recommending.roadmap import Milestone, roadmap

__all__ = [
    "AT_MOST",
    "Milestone",
    "draft",
    "drafts_along",
    "needs",
    "priorities",
    "required",
    "roadmap",
    "step_from",
    "steps_between",
    "was_answered",
]
