"""Puts the parts of a questionnaire together, with the digests that its content has."""

from collections.abc import Iterable

from assessment.loading import digests
from models.framework import Framework, StageFramework
from models.questionnaire import (
    AttributePractices,
    CapabilityModel,
    ModelFile,
    Process,
    QuickScan,
    QuickScanFile,
    SourcesFile,
)
from models.recommendations import RecommendationsFile


def capability_model(
    head: ModelFile,
    processes: Iterable[Process],
    practices: tuple[AttributePractices, ...],
    *,
    sources: SourcesFile,
    recommendations: Iterable[RecommendationsFile],
    frameworks: Iterable[Framework],
) -> CapabilityModel:
    """The model of these parts. Processes and recommendations may come in any order.

    Args:
        head: what it is, and its rules.
        processes: all processes that the head names.
        practices: the generic practices of its attributes.
        sources: the literature.
        recommendations: what to do next, process by process.
        frameworks: those it can be used with.
    """
    order = head.process_order
    by_id = {process.id: process for process in processes}
    in_order = tuple(by_id[process_id] for process_id in order)
    advice = tuple(sorted(recommendations, key=lambda each: order.index(each.process)))
    usable = tuple(frameworks)
    return CapabilityModel(
        head=head,
        processes=in_order,
        generic_practices=practices,
        sources=sources.sources,
        founding_documents=sources.founding_documents,
        recommendations=advice,
        frameworks=usable,
        digest=digests.sha256(digests.model_content(head, in_order, practices, usable, (sources, *advice))),
        rules_digest=digests.sha256(digests.model_rules(head, in_order, practices, usable)),
    )


def quick_scan(file: QuickScanFile, stages: StageFramework, model: CapabilityModel) -> QuickScan:
    """The quick scan of this file, with its stages and the model whose processes it asks about."""
    asked = [model.process(process_id) for process_id in dict.fromkeys(each.process for each in file.questions)]
    dimensions = model.head.dimensions
    return QuickScan(
        file=file,
        framework=stages,
        model=model,
        digest=digests.sha256(digests.scan_content(file, stages, dimensions, asked)),
        rules_digest=digests.sha256(digests.scan_rules(file, stages, dimensions, asked)),
    )
