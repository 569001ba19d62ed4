"""Names that are told apart: a browser knows entries of a list by their words alone, and takes two alike for one."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")


def told_apart(names: Mapping[Key, str]) -> dict[Key, str]:
    """The names by what they stand for; from the second of some alike on with a number behind it."""
    seen, found = Counter[str](), dict[Key, str]()
    for key, name in names.items():
        taken, number = set(found.values()), seen[name] + 1
        while (told := name if number == 1 else f"{name} ({number})") in taken:
            number += 1
        seen[name], found[key] = number, told
    return found
