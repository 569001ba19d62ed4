"""Problems of a file that somebody opened are told in the reader's language, each with the object it is about."""

from locales.words import words
from models.message import say
from models.problem import Place, Problem
from screens.show.plain import plain
from screens.show.problems import sentence

PLACE = Place("PAR.2.yaml", 3, 1)
FOUND, EXPECTED = say("Nothing stands here"), say("Expected is a text")


def test_the_object_is_named_in_german_on_a_german_screen() -> None:
    about = say("{noun} {name}", noun=say("process"), name="PAR.2")
    assert plain("Prozess PAR.2") + ":" in sentence(words("de"), Problem(PLACE, about, FOUND, EXPECTED))


def test_a_problem_of_a_whole_file_names_no_object() -> None:
    told = sentence(words("en"), Problem(PLACE, "", FOUND, EXPECTED))
    assert told == f"**{plain('PAR.2.yaml:3:1')}** {plain('Nothing stands here. Expected is a text.')}"
