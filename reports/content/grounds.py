"""Why a process comes first, in words."""

from collections.abc import Mapping

from locales.words import Words
from models.message import Message, say
from models.priorities import Ground

_GROUNDS: Mapping[Ground, Message] = {
    "basic process below target": say("basic process below target"),
    "process of the second set below target": say("needed to steer, below target"),
    "gap to the city's own target": say("gap to the city's own target"),
    "asked for by a later maturity level": say("asked for by a later maturity level"),
}


def ground_words(ground: Ground, words: Words) -> str:
    """The rule that put a process where it stands."""
    return words.say(_GROUNDS[ground])
