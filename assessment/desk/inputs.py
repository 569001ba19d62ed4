"""From what is stored to what the engine reads: the questionnaire of an assessment, and its answers as far as asked."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from assessment.desk.errors import NotAccepted, NotFound, VersionGone
from assessment.scoring.letters import Letters, letters
from assessment.scoring.scope import in_scope
from models.answers import Answers
from models.assessment import Assessment, Scope, StoredAnswer
from models.closing import Closing
from models.framework import Framework, Scale
from models.message import say
from models.questionnaire import CapabilityModel, Indicator, Library, Questionnaire, QuickScan, as_indicator


def questionnaire_of(library: Library, assessment: Assessment, closing: Closing | None = None) -> Questionnaire:
    """The questionnaire that an assessment was begun with, or that a closing of it was signed with.

    Whoever still answers reads its newest texts; what was signed is read as it was signed, word for word.

    Args:
        library: the questionnaires there are, earlier versions among them.
        assessment: the assessment.
        closing: one of its closings.

    Raises:
        VersionGone: where it is not installed, or its rules changed since: then no number would be the same.
    """
    name, version = assessment.questionnaire, assessment.questionnaire_version
    if closing is None:
        found = library.with_rules(name, assessment.rules_digest, version)
    else:
        signed = library.with_digest(name, closing.digest)
        found = signed or library.with_rules(name, closing.rules_digest, closing.questionnaire_version)
    if found is None:
        raise VersionGone(assessment.questionnaire, assessment.questionnaire_version)
    return found


def model_of(library: Library, assessment: Assessment) -> CapabilityModel:
    """The capability model of an assessment. Raises as `questionnaire_of`, and `NotFound` for a quick scan."""
    found = questionnaire_of(library, assessment)
    if not isinstance(found, CapabilityModel):
        raise NotFound
    return found


def framework_of(model: CapabilityModel, assessment: Assessment) -> Framework:
    """The framework that an assessment is rated with."""
    return model.framework(assessment.settings.framework)


def scale_of(framework: Framework, assessment: Assessment) -> Scale:
    """The letters that an assessment is rated with."""
    return framework.scale(assessment.settings.scale or framework.default_scale)


def letters_of(model: CapabilityModel, assessment: Assessment) -> Letters:
    """How letters are read in an assessment."""
    framework = framework_of(model, assessment)
    return letters(framework, scale_of(framework, assessment).points)


def highest_level_of(framework: Framework, assessment: Assessment) -> int:
    """The highest level that an assessment asks about."""
    wanted = assessment.settings.highest_level
    return framework.highest_level if wanted is None else min(wanted, framework.highest_level)


def asked(model: CapabilityModel, assessment: Assessment, process_id: str) -> tuple[Indicator, ...]:
    """What an assessment asks about one process. Raises `NotFound` for a process outside its scope."""
    if process_id not in in_scope(model, answers_of(assessment, {})):
        raise NotFound
    framework = framework_of(model, assessment)
    attributes = {each.id for each in framework.attributes_up_to(highest_level_of(framework, assessment))}
    return tuple(each for each in model.indicators(process_id, framework) if each.attribute in attributes)


def asked_about(questionnaire: Questionnaire, assessment: Assessment, indicator_id: str) -> Indicator:
    """The indicator with this id. Raises `NotFound` where the assessment does not ask about it."""
    if isinstance(questionnaire, QuickScan):
        every = tuple(map(as_indicator, questionnaire.file.questions))
    else:
        every = asked(questionnaire, assessment, process_of(indicator_id))
    found = next((each for each in every if each.id == indicator_id), None)
    if found is None:
        raise NotFound
    return found


def process_of(indicator_id: str) -> str:
    """The process that an indicator belongs to: GOV.1 for GOV.1.O1 and for GOV.1 itself."""
    return ".".join(indicator_id.split(".")[:2])


def answers_of(assessment: Assessment, stored: Mapping[str, StoredAnswer], scope: Scope | None = None) -> Answers:
    """An assessment with these stored answers, as the engine reads it; with another scope where one is given."""
    filled = {key: each.answer for key, each in stored.items()}
    settings = assessment.settings
    return Answers(
        questionnaire=assessment.questionnaire,
        version=assessment.questionnaire_version,
        city=assessment.city.name,
        ratings=MappingProxyType({key: answer for key, answer in filled.items() if answer is not None}),
        framework=settings.framework,
        method=settings.method,
        scale=settings.scale,
        highest_level=settings.highest_level,
        scope=settings.scope if scope is None else scope,
        chosen=settings.chosen,
        invented=assessment.invented,
    )


def answers_of_scan(assessment: Assessment, stored: Mapping[str, StoredAnswer]) -> Answers:
    """A quick scan with these stored answers. Its answers know no scope, no scale and no highest level."""
    return replace(
        answers_of(assessment, stored),
        framework=None,
        method=None,
        scale=None,
        highest_level=None,
        scope=None,
        chosen=None,
    )


def answers_up_to_level(model: Questionnaire, assessment: Assessment, stored: Mapping[str, StoredAnswer]) -> Answers:
    """As `answers_of`, without what is kept above the highest level, which no answers file may hold."""
    if isinstance(model, QuickScan):
        return replace(answers_of_scan(assessment, stored), version=model.version)
    framework = framework_of(model, assessment)
    within = {each.id for each in framework.attributes_up_to(highest_level_of(framework, assessment))}
    every = (each for process in model.processes for each in model.indicators(process.id, framework))
    above = {each.id for each in every if each.attribute not in within}
    answers = answers_of(assessment, {key: each for key, each in stored.items() if key not in above})
    # Corrected words raise the number and change no rule: the answers name the version that they are read with.
    return replace(answers, version=model.version)


def asked_ids(questionnaire: Questionnaire, assessment: Assessment) -> frozenset[str]:
    """The ids of everything that an assessment asks about, processes of a capability model included."""
    if isinstance(questionnaire, QuickScan):
        return frozenset(each.id for each in questionnaire.file.questions)
    model = questionnaire
    processes = in_scope(model, answers_of(assessment, {}))
    return processes.union(each.id for process in processes for each in asked(model, assessment, process))


def rated_together(assessment: Assessment) -> Assessment:
    """The assessment, where ratings are given in one sheet. Raises `NotAccepted` where people rate alone first."""
    if assessment.way == "privately":
        raise NotAccepted(
            say("In this assessment everybody rates alone first. The answer is what you agree on together after that.")
        )
    return assessment


def working(assessment: Assessment) -> Assessment:
    """The assessment, where it is being worked on. Raises `NotAccepted`."""
    if assessment.state != "draft":
        raise NotAccepted(say("This assessment is not being worked on any more; its answers stay as they are."))
    return assessment
