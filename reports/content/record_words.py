"""How thorough an assessment was and how far its raters stood apart, in plain words."""

from locales.words import Words
from models.record import Independence, Thoroughness


def thoroughness_words(words: Words) -> dict[Thoroughness, str]:
    """The classes in plain words."""
    return {
        "1": words("Class 1: thorough enough to compare cities with one another"),
        "2": words("Class 2: thorough enough to compare within our own house"),
        "3": words("Class 3: light, for our own next steps"),
    }


def independence_words(words: Words) -> dict[Independence, str]:
    """The categories in plain words."""
    return {
        "A": words("A: somebody from outside rated"),
        "B": words("B: somebody from our house rated, from another part of it"),
        "C": words("C: colleagues rated, but not their own work"),
        "D": words("D: those who do the work rated it themselves"),
    }
