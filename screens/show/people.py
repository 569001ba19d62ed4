"""What people are called: by their name, or by what stands for it once their data were erased."""

from locales.words import Words
from models.people import DELETED


def called(words: Words, name: str) -> str:
    """The name as it is shown. Somebody who was erased is called so in the language of the visit."""
    return words("deleted person") if name == DELETED else name
