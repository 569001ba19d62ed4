"""The invented city that shows what a result looks like, before anybody has one of their own."""

from functools import cache

from assessment.loading import QUESTIONNAIRES, parse_answers
from assessment.scoring import profile
from models.problem import InputRefused
from models.profile import Profile
from models.questionnaire import CapabilityModel
from screens.frame.here import desk

_FILE = "brueckenhafen.yaml"


@cache
def example() -> tuple[CapabilityModel, Profile] | None:
    """The example with its model; None where this installation has questionnaires that it does not answer."""
    library = desk().library
    try:
        answers = parse_answers((QUESTIONNAIRES / "examples" / _FILE).read_bytes(), _FILE, library)
    except InputRefused:
        return None
    model = next(each for each in library.models if each.id == answers.questionnaire)
    return model, profile(model, answers)
