"""A questionnaire as one text, and back: so that what was answered stays readable after its files have moved on."""

import json
from collections.abc import Iterable

from assessment.loading.assembling import capability_model, quick_scan
from models.authored import Authored
from models.framework import Framework, StageFramework
from models.questionnaire import (
    CapabilityModel,
    GenericPracticesFile,
    ModelFile,
    Process,
    Questionnaire,
    QuickScanFile,
    SourcesFile,
)
from models.recommendations import RecommendationsFile


class _WholeModel(Authored):
    """Everything that a capability model is made of."""

    head: ModelFile
    processes: tuple[Process, ...]
    practices: GenericPracticesFile
    sources: SourcesFile
    recommendations: tuple[RecommendationsFile, ...]
    frameworks: tuple[Framework, ...]


class _Whole(Authored):
    """A capability model, or a quick scan beside the model that it draws on."""

    model: _WholeModel
    scan: QuickScanFile | None = None
    stages: StageFramework | None = None


def dump_questionnaire(questionnaire: Questionnaire) -> str:
    """The questionnaire as text. Written as it was loaded: nothing is left out and no default is filled in."""
    if isinstance(questionnaire, CapabilityModel):
        whole = _Whole(model=_parts(questionnaire))
    else:
        whole = _Whole(model=_parts(questionnaire.model), scan=questionnaire.file, stages=questionnaire.framework)
    return json.dumps(whole.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False, sort_keys=True)


def parse_questionnaire(text: str) -> Questionnaire:
    """The questionnaire of a text that was written here.

    Raises:
        ValueError: where this program knows no such form any more.
    """
    whole = _Whole.model_validate_json(text)
    parts = whole.model
    model = capability_model(
        parts.head,
        parts.processes,
        parts.practices.attributes,
        sources=parts.sources,
        recommendations=parts.recommendations,
        frameworks=parts.frameworks,
    )
    return model if whole.scan is None or whole.stages is None else quick_scan(whole.scan, whole.stages, model)


def still_the_same(texts: Iterable[tuple[str, str]]) -> Iterable[Questionnaire]:
    """The questionnaires of these texts, without those that this program reads as something else than they were.

    Args:
        texts: the digest that each had, and its text.
    """
    for digest, text in texts:
        try:
            found = parse_questionnaire(text)
        except ValueError:
            continue
        if found.digest == digest:
            yield found


def _parts(model: CapabilityModel) -> _WholeModel:
    return _WholeModel(
        head=model.head,
        processes=model.processes,
        practices=GenericPracticesFile(attributes=model.generic_practices),
        sources=SourcesFile(sources=model.sources, founding_documents=model.founding_documents),
        recommendations=model.recommendations,
        frameworks=model.frameworks,
    )
