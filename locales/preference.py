"""Which of our languages a browser asks for. German for a German browser, English for everybody else's."""

from collections.abc import Mapping
from types import MappingProxyType

from models.authored import LANGUAGES, Language

NAMES: Mapping[Language, str] = MappingProxyType({"de": "Deutsch", "en": "English"})
"""What each language calls itself; so it stands on the switch and in addresses."""


def named(text: object) -> Language | None:
    """The language with this code or name, None where there is none."""
    return next((language for language in LANGUAGES if text in (language, NAMES[language])), None)


def preferred(accepted: str | None) -> Language:
    """The language to begin with.

    Args:
        accepted: what the browser says: one tag ("de-AT") or a whole Accept-Language header. Absent: German.
    """
    if not accepted:
        return "de"
    wanted = (_primary(tag) for tag, _ in sorted(_weighed(accepted), key=lambda pair: -pair[1]))
    return next((language for tag in wanted for language in LANGUAGES if language == tag), "en")


def _weighed(accepted: str) -> list[tuple[str, float]]:
    # A weight that cannot be read counts as none: the header comes from outside and must not break a page.
    pairs = (part.partition(";q=") for part in accepted.split(",") if part.strip())
    return [(tag.strip(), _weight(weight)) for tag, _, weight in pairs]


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def _primary(tag: str) -> str:
    return tag.split("-", 1)[0].lower()
