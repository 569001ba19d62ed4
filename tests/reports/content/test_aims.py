"""What a page says about the way to a target holds for what was assessed, and says what was not."""

from dataclasses import replace

import pytest

from assessment.scoring import profile
from locales.words import words
from models.path import ProfileTarget
from reports.content.aims import dumbbell, gap_section
from reports.content.case import Aim, Case, Context
from reports.document import Paragraph
from tests.reports.content.looking import plain
from tests.reports.content.samples import FACTS, small_answers, small_model

EN = words("en")


def finding(scope: tuple[str, ...], **levels: int) -> str:
    """The sentence over the gaps of a city that assessed these processes, to a target with these levels."""
    answers = replace(small_answers(), scope=scope)
    aim = Aim("Ours", ProfileTarget({key.replace("_", "."): level for key, level in levels.items()}))
    case = Case(small_model(), answers, profile(small_model(), answers), EN, FACTS, context=Context(aim=aim))
    drawn, section = dumbbell(case), gap_section(case)
    if drawn is not None:
        return drawn.title
    assert section is not None
    (lead,) = (each for each in section.blocks if isinstance(each, Paragraph))
    return plain(lead.content)


@pytest.mark.parametrize(
    ("scope", "levels", "told"),
    [
        (("ABC.1", "ABC.2"), {"ABC_1": 2}, "The target “Ours” is reached."),
        (
            ("ABC.1", "ABC.2"),
            {"ABC_1": 2, "ABC_2": 2},
            "To the target “Ours”, 1 of 2 assessed processes still has some way to go, in all 1 level.",
        ),
        (
            ("ABC.1", "ABC.2"),
            {"ABC_1": 2, "ABC_2": 2, "DEF_1": 2},
            "To the target “Ours”, 1 of 2 assessed processes still has some way to go, in all 1 level; "
            "not assessed: 1.",
        ),
        (("ABC.1",), {"ABC_1": 2, "DEF_1": 1}, "What was assessed has reached the target “Ours”; not assessed: 1."),
        (("ABC.1",), {"DEF_1": 1}, "Nothing of the target “Ours” was assessed."),
    ],
)
def test_the_finding_counts_what_was_assessed_and_says_what_was_not(
    scope: tuple[str, ...], levels: dict[str, int], told: str
) -> None:
    assert finding(scope, **levels) == told
