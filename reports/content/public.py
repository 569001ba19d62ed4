"""The public version: the model loses its sensitive processes, then the rest is scored anew.

So no chart, mean or count holds what is left out, and nobody can work it out from the rest. Afterwards the answers
lose what people wrote freely, before a page or a file inside the report is made of them.
"""

from dataclasses import replace
from types import MappingProxyType

from assessment.scoring import profile, quick_profile
from models.answers import Answer, Answers
from models.facts import ReportFacts
from models.profile import Profile
from models.questionnaire import CapabilityModel, ProcessSet, QuickScan
from reports.content.case import Case, ScanCase
from reports.content.public_context import public_context


def public_case(case: Case) -> Case:
    """The same assessment without notes, evidence, names, and the processes that the model marks as sensitive."""
    hidden = {each for each in sensitive_of(case.model) if _looked_at(each, case.profile)}
    shown = _rescored(case, hidden) if hidden else case
    return replace(
        shown,
        answers=bare(shown.answers),
        facts=_without_texts(case.facts),
        hidden=tuple(each.id for each in case.model.processes if each.id in hidden),
        context=public_context(case.context, sensitive_of(case.model), case.model),
    )


def _looked_at(process_id: str, result: Profile) -> bool:
    return result.processes[process_id].state != "out of scope"


def _rescored(case: Case, hidden: set[str]) -> Case:
    """The result as if the hidden processes did not exist. Evidence is still there, since it may count."""
    model, settings = without_processes(case.model, hidden), case.profile.settings
    answers = _without(case.answers, hidden)
    result = profile(
        model,
        answers,
        framework=settings.framework,
        method=settings.method,
        scale=settings.scale,
        highest_level=settings.highest_level,
    )
    return replace(case, model=model, answers=answers, profile=replace(result, settings=settings))


def public_scan_case(case: ScanCase) -> ScanCase:
    """The same quick scan without notes, names, and the questions about sensitive processes."""
    scan = scan_without(case.scan)
    asked = {question.id for question in scan.file.questions}
    kept = {key: answer for key, answer in case.answers.ratings.items() if key in asked}
    answers = replace(case.answers, ratings=MappingProxyType(kept))
    return replace(
        case,
        scan=scan,
        answers=bare(answers),
        profile=quick_profile(scan, answers),
        facts=_without_texts(case.facts),
        context=public_context(case.context, sensitive_of(case.scan.model), case.scan.model),
    )


def without_processes(model: CapabilityModel, hidden: set[str]) -> CapabilityModel:
    """The model as if these processes did not exist."""
    sets = tuple(_set(each, hidden) for each in model.head.process_sets)
    return replace(
        model,
        head=model.head.model_copy(update={"process_sets": sets}),
        processes=tuple(process for process in model.processes if process.id not in hidden),
    )


def _set(process_set: ProcessSet, hidden: set[str]) -> ProcessSet:
    shown = tuple(each for each in process_set.processes if each not in hidden)
    return process_set.model_copy(update={"processes": shown})


def _without(answers: Answers, hidden: set[str]) -> Answers:
    """The answers without those about hidden processes, and a scope that does not name them."""
    kept = {key: each for key, each in answers.ratings.items() if not _is_about(key, hidden)}
    scope = answers.scope
    if isinstance(scope, tuple):
        scope = tuple(each for each in scope if each not in hidden)
    chosen = answers.chosen and tuple(each for each in answers.chosen if each not in hidden)
    return replace(answers, ratings=MappingProxyType(kept), scope=scope, chosen=chosen)


def _is_about(indicator: str, processes: set[str]) -> bool:
    return any(indicator == process or indicator.startswith(f"{process}.") for process in processes)


def sensitive_of(model: CapabilityModel) -> frozenset[str]:
    """The processes that no public version shows."""
    return frozenset(each.id for each in model.processes if each.sensitive)


def scan_without(scan: QuickScan) -> QuickScan:
    """The quick scan as if there were no questions about sensitive processes."""
    kept = tuple(each for each in scan.file.questions if each.process not in sensitive_of(scan.model))
    return replace(scan, file=scan.file.model_copy(update={"questions": kept}))


def bare(answers: Answers) -> Answers:
    """The answers without notes and evidence. A reason stays: what is left out must be explained to everybody."""
    bare = {key: Answer(each.state, each.rating, each.reason) for key, each in answers.ratings.items()}
    return replace(answers, ratings=MappingProxyType(bare))


def _without_texts(facts: ReportFacts) -> ReportFacts:
    """The facts without what people wrote freely on the record."""
    return replace(without_persons(facts), purpose=None, unit=None, evidence_basis=None, constraints=None)


def without_persons(facts: ReportFacts) -> ReportFacts:
    """The facts without names of people: that much the version for a consultant leaves out too."""
    return replace(facts, sponsor=None, lead=None, participants=())
