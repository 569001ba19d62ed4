"""Moving answers to another version of their questionnaire. Pure: nothing is read, kept or changed in place."""

from assessment.moving.carrying import move
from assessment.moving.questions import asks_alike
from assessment.moving.resolving import ways

__all__ = ["asks_alike", "move", "ways"]
