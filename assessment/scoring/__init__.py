"""From answers to scores: pure, exact, and with a trace for every number. It reads no file and knows no language."""

from assessment.scoring.as_json import as_json, trace_as_json
from assessment.scoring.profiles import profile
from assessment.scoring.stages import quick_profile
from models.answers import Answers
from models.framework import Method, Points
from models.profile import Result
from models.questionnaire import CapabilityModel, Questionnaire

__all__ = ["as_json", "profile", "quick_profile", "score", "trace_as_json"]


def score(
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    framework: str | None = None,
    method: Method | None = None,
    scale: Points | None = None,
    highest_level: int | None = None,
) -> Result:
    """Scores answers to whichever kind of questionnaire it is. A quick scan has no settings and takes none of them."""
    if isinstance(questionnaire, CapabilityModel):
        return profile(
            questionnaire, answers, framework=framework, method=method, scale=scale, highest_level=highest_level
        )
    return quick_profile(questionnaire, answers)
