"""One process, and all of them, made from the model and what is stored. Adaptive asking is decided here.

A level opens when the one below is reached. Reached means for certain: missing answers count as the worst rating.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assessment.desk.inputs import answers_of, asked, framework_of, highest_level_of, scale_of
from assessment.scoring.profiles import profile
from assessment.scoring.scope import in_scope
from models.assessment import Assessment, StoredAnswer
from models.framework import Attribute
from models.profile import LevelInterval, ProcessResult
from models.questionnaire import CapabilityModel, Process, QuickScan
from models.sheet import Overview, ProcessProgress, Sheet, SheetPart, SheetQuestion

Stored = Mapping[str, StoredAnswer]


def sheet(model: CapabilityModel, assessment: Assessment, process_id: str, stored: Stored) -> Sheet:
    """One process. Raises `NotFound` for one outside the scope."""
    asked(model, assessment, process_id)
    only_this = answers_of(assessment, stored, scope=(process_id,))
    result = profile(model, only_this).processes[process_id]
    framework = framework_of(model, assessment)
    return Sheet(
        assessment=assessment,
        process=model.process(process_id),
        framework=framework,
        scale=scale_of(framework, assessment),
        parts=_parts(model, assessment, stored, result),
        whole=stored.get(process_id, StoredAnswer(process_id)),
        level=result.level,
        reason_removed=result.reason_removed,
    )


def overview(model: CapabilityModel, assessment: Assessment, stored: Stored) -> Overview:
    """All processes in scope."""
    answers = answers_of(assessment, stored)
    scored = profile(model, answers)
    scope = in_scope(model, answers)
    results = ((process, scored.processes[process.id]) for process in model.processes if process.id in scope)
    progress = (_progress(process, result, _parts(model, assessment, stored, result)) for process, result in results)
    return Overview(assessment, tuple(progress))


def scan_overview(scan: QuickScan, assessment: Assessment, stored: Stored) -> Overview:
    """All questions of a quick scan, each as the progress of the process that it is about. It has no levels."""
    asked = (each for each in scan.file.questions if each.core or _stands(stored, each.id))
    progress = (
        ProcessProgress(scan.model.process(each.process), int(_stands(stored, each.id)), 1, None, False)
        for each in asked
    )
    return Overview(assessment, tuple(progress))


def _stands(stored: Stored, question: str) -> bool:
    return question in stored and stored[question].rated is not None


def _parts(
    model: CapabilityModel, assessment: Assessment, stored: Stored, result: ProcessResult
) -> tuple[SheetPart, ...]:
    framework = framework_of(model, assessment)
    questions: defaultdict[str, list[SheetQuestion]] = defaultdict(list)
    for each in model.indicators(result.process, framework):
        questions[each.attribute].append(SheetQuestion(each, stored.get(each.id, StoredAnswer(each.id))))
    return tuple(
        SheetPart(attribute, _open(attribute, result.level), tuple(questions[attribute.id]))
        for attribute in framework.attributes_up_to(highest_level_of(framework, assessment))
    )


def _open(attribute: Attribute, level: LevelInterval | None) -> bool:
    return level is not None and attribute.level <= level.low + 1


def _progress(process: Process, result: ProcessResult, parts: Sequence[SheetPart]) -> ProcessProgress:
    opened = [each for each in parts if each.open]
    return ProcessProgress(
        process=process,
        answered=sum(each.answered for each in opened),
        asked=sum(len(each.questions) for each in opened),
        level=result.level,
        removed=result.state == "removed",
    )
