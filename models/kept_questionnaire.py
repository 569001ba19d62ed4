"""A questionnaire as it is kept beside what was answered with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptQuestionnaire:
    """One version of one questionnaire: its digest, id and number, and everything it is made of, as text."""

    digest: str
    id: str
    version: str
    text: str
