"""The object that a problem is about is named in the reader's language."""

import pytest

from assessment.loading.reader import read
from assessment.loading.trails import trail
from assessment.loading.tree import Path
from locales.words import words
from models.message import Message, say

PROCESS = read(b"id: PAR.2\noutcomes:\n  - id: PAR.2.O1\n  - id: PAR.2.O2\nsdgs: [11, 17]\nname: {en: a}", "PAR.2.yaml")
ANSWERS = read(b"city: A\nratings: {GOV.1.O1: {note: 3}}", "answers.yaml")
LIST = read(b"[1, 2]", "list.yaml")


def named(path: Path) -> Message:
    told = trail(PROCESS, path, say("process"))
    assert isinstance(told, Message)
    return told


@pytest.mark.parametrize(
    ("path", "english", "german"),
    [
        ((), "process PAR.2", "Prozess PAR.2"),
        (("outcomes", 1), "process PAR.2, outcome 2", "Prozess PAR.2, Ergebnis 2"),
        (("outcomes", 1, "weight"), "process PAR.2, outcome 2, weight", "Prozess PAR.2, Ergebnis 2, weight"),
        (("sdgs", 1), "process PAR.2, sdgs, 2", "Prozess PAR.2, sdgs, 2"),
    ],
)
def test_an_object_is_named_in_both_languages(path: Path, english: str, german: str) -> None:
    assert (str(named(path)), words("de").say(named(path))) == (english, german)


def test_keys_of_a_file_stay_as_they_are_written() -> None:
    assert str(trail(ANSWERS, ("ratings", "GOV.1.O1", "note"), None)) == "GOV.1.O1, note"


def test_an_item_of_a_bare_list_is_named_by_its_number() -> None:
    assert str(trail(LIST, (1,), None)) == "item 2"


def test_a_file_as_a_whole_needs_no_name() -> None:
    assert trail(ANSWERS, (), None) == ""
