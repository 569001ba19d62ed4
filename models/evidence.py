"""Files that show what was rated. A piece of evidence that is a file is named in the answer by the file's name."""

import datetime
from dataclasses import dataclass

FILE_LIMIT = 10_000_000
"""Bytes that one file may have."""

ASSESSMENT_LIMIT = 500_000_000
"""Bytes that all files of one assessment may have, those among them that were taken out of sight and can come back."""

FILE_NAME_LIMIT = 120
"""Characters that the name of a file may have."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that was put to a question. `digest` is the SHA-256 of its content."""

    id: str
    assessment: str
    indicator: str
    name: str
    media_type: str
    size: int
    digest: str
    person: str
    at: datetime.datetime
