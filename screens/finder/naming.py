"""What the codes of the finder are called."""

from babel import Locale

from assessment.matching import Help
from locales.words import Words
from models.matching import RequestState, Size, Topic

LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hr", "hu", "it", "ja", "ko", "lt", "lv",
    "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "zh",
)  # fmt: skip
"""The languages to choose from, by ISO 639-1."""


def language_name(code: str, words: Words) -> str:
    """A language in the language of the page."""
    return Locale.parse(code).get_display_name(words.language) or code


def topic_words(topic: Topic, words: Words) -> str:
    """A topic."""
    return {
        "climate": words("climate"),
        "energy": words("energy and heat"),
        "water": words("water and waste"),
        "mobility": words("mobility"),
        "housing": words("housing and planning"),
        "digital": words("digital city"),
        "economy": words("economy and trade"),
        "science": words("science and universities"),
        "culture": words("culture and remembrance"),
        "sport": words("sport and major events"),
        "youth": words("youth and schools"),
        "health": words("health"),
        "migration": words("migration"),
        "equality": words("equality"),
        "human_rights": words("human rights"),
        "solidarity": words("solidarity and reconstruction"),
        "resilience": words("resilience and security"),
        "agenda": words("2030 Agenda"),
    }[topic]


def size_words(size: Size, words: Words) -> str:
    """How two cities stand in size."""
    return {"same": words("same size class"), "next": words("next size class")}[size]


def help_words(helping: Help, words: Words) -> str:
    """Who could help whom."""
    return {
        "theirs": words("they could help us"),
        "ours": words("we could help them"),
        "both": words("both each other"),
    }[helping]


def state_words(state: RequestState, words: Words) -> str:
    """How far a request is."""
    return {
        "asked": words("waits for an answer"),
        "accepted": words("agreed"),
        "declined": words("declined"),
        "ended": words("ended"),
    }[state]
