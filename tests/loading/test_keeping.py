"""A questionnaire that is kept as text comes back as it was, down to its digests."""

import pytest

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.loading.keeping import dump_questionnaire, parse_questionnaire, still_the_same
from models.questionnaire import Questionnaire
from tests.moving.versions import PAIR

EVERY = [each for folder in (QUESTIONNAIRES, PAIR) for each in load_library(folder).in_use]


@pytest.mark.parametrize("questionnaire", EVERY, ids=lambda each: each.id)
def test_a_questionnaire_comes_back_as_it_was(questionnaire: Questionnaire) -> None:
    assert parse_questionnaire(dump_questionnaire(questionnaire)) == questionnaire


def test_what_is_read_as_something_else_than_it_was_is_left_out() -> None:
    first, *_ = EVERY
    text = dump_questionnaire(first)
    assert list(still_the_same([("another digest", text), (first.digest, "{}"), (first.digest, text)])) == [first]
