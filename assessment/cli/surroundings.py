"""What a command finds around it: handed in, so that a command does the same everywhere."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from models.authored import Language


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The folder of the questionnaires, the language of the terminal, and the day."""

    questionnaires: Path
    language: Language
    today: datetime.date
