"""What a command finds around it: handed in, so that a command does the same everywhere."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from models.authored import Language


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The folder of the questionnaires, the language of the terminal, the time; where the app keeps what it keeps."""

    questionnaires: Path
    language: Language
    now: datetime.datetime
    data: Path
    database_url: str

    @property
    def today(self) -> datetime.date:
        """The day."""
        return self.now.date()
