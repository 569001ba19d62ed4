"""Which questions a room asks: a fixed choice out of the quick scan, made before it opens."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from models.benchmark import Layout
from models.questionnaire import QuickScan
from models.room import DONT_KNOW, RoomAnswers

QuestionSet = Literal["one", "two", "basic", "core"]
QUESTION_SETS: tuple[QuestionSet, ...] = get_args(QuestionSet)
"""One question for each dimension, two for each, those about the basic set of processes, or all core questions."""

_BASIC = "B"


def chosen(scan: QuickScan, which: QuestionSet) -> tuple[str, ...]:
    """The ids of the questions of a set, dimension by dimension."""
    basic = scan.model.set_members(_BASIC)
    found: list[str] = []
    for dimension in scan.dimensions:
        asked = [each for each in scan.questions_of(dimension.id) if each.core]
        if which == "basic":
            asked = [each for each in scan.questions_of(dimension.id) if each.process in basic]
        most = {"one": 1, "two": 2}.get(which, len(asked))
        found += [each.id for each in asked[:most]]
    return tuple(found)


def narrowed(scan: QuickScan, questions: Sequence[str]) -> QuickScan:
    """The quick scan as a room asks it: these questions alone, all of them core, and a mean from one answer on."""
    asked = tuple(
        each.model_copy(update={"core": True}) for key in questions for each in scan.file.questions if each.id == key
    )
    file = scan.file.model_copy(update={"questions": asked})
    framework = scan.framework.model_copy(update={"answers_for_mean": 1})
    return QuickScan(file, framework, scan.model, scan.digest, scan.rules_digest)


def layout(scan: QuickScan, questions: Sequence[str]) -> Layout:
    """Dimensions and questions of a room, for its figures."""
    asked = narrowed(scan, questions)
    parts = {each.id: tuple(question.id for question in asked.questions_of(each.id)) for each in scan.dimensions}
    there = {dimension: cells for dimension, cells in parts.items() if cells}
    topics = {each.id: each.process for each in asked.file.questions}
    return Layout(there, scan.framework.lowest, scan.framework.highest, (), topics=topics)


def stages(answers: RoomAnswers, questions: Sequence[str]) -> Mapping[str, int]:
    """The stages among the answers of a city, by question; what it does not know is left out."""
    return {key: int(answers[key].value) for key in questions if key in answers and answers[key].value != DONT_KNOW}
