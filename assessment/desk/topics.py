"""What several people rate as a whole: the processes of an assessment, or the dimensions of a quick scan.

Both come out in the same form, so that rating alone, opening and agreeing need not know which it is.
"""

from collections.abc import Mapping, Sequence

from assessment.desk.errors import NotFound
from assessment.desk.inputs import (
    answers_of,
    asked_about,
    framework_of,
    letters_of,
    process_of,
    questionnaire_of,
    scale_of,
)
from assessment.desk.sheets import overview, sheet
from assessment.scoring.scope import in_scope, left_out
from models.assessment import Assessment, StoredAnswer
from models.questionnaire import CapabilityModel, Library, Question, QuickScan, as_indicator
from models.raters import Asked, Choice, Part, Topic

Stored = Mapping[str, StoredAnswer]


def topics_of(library: Library, assessment: Assessment) -> tuple[Topic, ...]:
    """All topics in their order. Raises as `questionnaire_of`."""
    found = questionnaire_of(library, assessment)
    if isinstance(found, QuickScan):
        return tuple(
            Topic(each.id, each.name, each.guiding_question, each)
            for each in found.dimensions
            if found.questions_of(each.id)
        )
    scope = in_scope(found, answers_of(assessment, {}))
    return tuple(
        Topic(each.id, each.name, each.purpose, found.dimension_of(each.id), each)
        for each in found.processes
        if each.id in scope
    )


def topic_of(library: Library, assessment: Assessment, topic_id: str) -> Topic:
    """One topic. Raises `NotFound` for one that the assessment does not ask about."""
    found = next((each for each in topics_of(library, assessment) if each.id == topic_id), None)
    if found is None:
        raise NotFound
    return found


def topic_asking(library: Library, assessment: Assessment, indicator_id: str) -> Topic:
    """The topic that a question belongs to. Raises `NotFound`."""
    questionnaire = questionnaire_of(library, assessment)
    asked = asked_about(questionnaire, assessment, indicator_id)
    if isinstance(questionnaire, QuickScan):
        return topic_of(library, assessment, questionnaire.model.process(asked.process).dimension)
    return topic_of(library, assessment, process_of(indicator_id))


def asking(library: Library, assessment: Assessment, indicator_id: str) -> str | None:
    """The id of the topic that a question belongs to; None for one that is not asked in this assessment."""
    try:
        return topic_asking(library, assessment, indicator_id).id
    except NotFound:
        return None


def parts_of(library: Library, assessment: Assessment, topic_id: str, stored: Stored) -> tuple[Part, ...]:
    """The questions of a topic. Which parts are open these answers decide."""
    questionnaire = questionnaire_of(library, assessment)
    if isinstance(questionnaire, QuickScan):
        return (Part(None, True, tuple(map(_question, questionnaire.questions_of(topic_id)))),)
    choices = letters_as_choices(questionnaire, assessment)
    return tuple(
        Part(part.attribute, part.open, tuple(Asked(each.indicator, choices) for each in part.questions))
        for part in sheet(questionnaire, assessment, topic_id, stored).parts
    )


def open_questions(library: Library, assessment: Assessment, topic_id: str, stored: Stored) -> tuple[Asked, ...]:
    """The questions of a topic that are open now."""
    parts = parts_of(library, assessment, topic_id, stored)
    return tuple(each for part in parts if part.open for each in part.asked)


def asked_in(library: Library, assessment: Assessment, indicator_id: str) -> Asked:
    """One question with what it offers. Raises `NotFound`."""
    questionnaire = questionnaire_of(library, assessment)
    indicator = asked_about(questionnaire, assessment, indicator_id)
    if isinstance(questionnaire, QuickScan):
        return next(_question(each) for each in questionnaire.file.questions if each.id == indicator_id)
    return Asked(indicator, letters_as_choices(questionnaire, assessment))


def progress_of(library: Library, assessment: Assessment, stored: Stored) -> Mapping[str, tuple[int, int]]:
    """How many questions of each topic these answers answer, of how many that are open now."""
    questionnaire = questionnaire_of(library, assessment)
    if isinstance(questionnaire, QuickScan):
        topics = (each.id for each in topics_of(library, assessment))
        return {each: _answered(questionnaire.questions_of(each), stored) for each in topics}
    every = overview(questionnaire, assessment, stored).processes
    return {each.process.id: (each.answered, each.asked) for each in every}


def _answered(questions: Sequence[Question], stored: Stored) -> tuple[int, int]:
    core = [each.id for each in questions if each.core]
    return sum(each in stored and stored[each].rated is not None for each in core), len(core)


def letters_as_choices(model: CapabilityModel, assessment: Assessment) -> tuple[Choice, ...]:
    """The letters that an assessment is rated with, from the worst."""
    steps = letters_of(model, assessment).steps
    scale = scale_of(framework_of(model, assessment), assessment)
    return tuple(Choice(each.letter, each.name, steps[each.letter]) for each in scale.ratings)


def removed_topics(library: Library, assessment: Assessment, stored: Stored) -> frozenset[str]:
    """The topics that the city leaves out as a whole; nobody rates those."""
    questionnaire = questionnaire_of(library, assessment)
    if isinstance(questionnaire, QuickScan):
        return frozenset()
    return frozenset(left_out(questionnaire, answers_of(assessment, stored)))


def _question(question: Question) -> Asked:
    choices = tuple(Choice(str(each.stage), each, each.stage) for each in question.anchors)
    return Asked(as_indicator(question), choices, optional=not question.core)
