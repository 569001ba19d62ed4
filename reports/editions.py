"""Published editions that may stand beside a result, with what they are called in the language of whoever reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from locales.words import Words
from models.benchmark import KeptEdition
from reports.content.group_naming import peers_words

NO_EDITION = "none"
"""What a choice says where none is to stand beside the result."""


@dataclass(frozen=True, slots=True)
class Published:
    """An edition and the name of its cohort, which is empty where it is about the whole network."""

    cohort: str
    kept: KeptEdition

    def group(self, words: Words) -> str:
        """Whose figures they are."""
        name = self.cohort or words("the whole network")
        return f"{name}, {peers_words(self.kept.peers, words)}" if self.kept.peers else name

    def name(self, words: Words) -> str:
        """Of which day they are, which comes first since long names are cut off, and whose figures."""
        return f"{words.date(self.kept.at.date())} · {self.group(words)}"


Editions = Mapping[str, Published]
"""Editions by their ids, the newest of a group first."""
