"""Where one person gave all ratings the report says so, and nowhere else."""

import datetime

import pytest

from assessment.loading import QUESTIONNAIRES, load_library
from locales.words import words
from models.answers import Answers
from reports.handout import Occasion, report_on

LIBRARY = load_library(QUESTIONNAIRES)
TODAY = datetime.date(2026, 3, 1)


@pytest.mark.parametrize("questionnaire", LIBRARY.ids)
@pytest.mark.parametrize("one_rater", [True, False])
def test_the_report_names_one_rater(questionnaire: str, one_rater: bool) -> None:
    found = LIBRARY.questionnaire(questionnaire)
    answers = Answers(found.id, found.version, "Musterstadt")
    report = report_on(found, answers, words("en"), Occasion(TODAY, one_rater=one_rater))
    assert ("one rater" in repr(report.sections)) is one_rater
