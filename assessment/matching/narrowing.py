"""Of all matches those that somebody wants to see: about a process, in a language, with a topic, of a similar size."""

from dataclasses import dataclass
from typing import Literal, get_args

from models.matching import Match, Topic

Help = Literal["theirs", "ours", "both"]
HELPS: tuple[Help, ...] = get_args(Help)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a match must have. Each part that is left out asks for nothing.

    Args:
        process: in which one of both cities could help the other.
        language: that both speak.
        topic: that both named.
        similar: whether only cities of the same size class or the next one count.
        help: who could help whom: they us, we them, or both each other.
    """

    process: str | None = None
    language: str | None = None
    topic: Topic | None = None
    similar: bool = False
    help: Help | None = None

    def lets(self, found: Match) -> bool:
        """Whether a match has all of it."""
        return bool(
            self.process in (None, *found.theirs, *found.ours)
            and self.language in (None, *found.languages)
            and self.topic in (None, *found.topics)
            and not (self.similar and found.size is None)
            and (found.theirs or self.help not in ("theirs", "both"))
            and (found.ours or self.help not in ("ours", "both"))
        )
