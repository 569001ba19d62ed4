"""Tells a person who answered under an id that does not exist what was probably meant."""

from collections.abc import Iterable

from assessment.loading.answering import ModelSheet, ScanSheet, Sheet
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.spelling import clipped, did_you_mean, likeliest, listed, one_of, parts_of
from assessment.loading.tree import Path
from models.message import Message, say
from models.problem import Problem
from models.questionnaire import Library


def unknown_id(file: Bound[AnswersFile], path: Path, sheet: Sheet, library: Library) -> Problem:
    """The problem with an id that cannot be answered."""
    answer_id = str(path[-1])
    expected, hint = (
        _of_another_questionnaire(answer_id, sheet, library)
        or _written_otherwise(answer_id, sheet)
        or _nearest(answer_id, sheet)
    )
    return file.problem(path, say('Not known: "{id}"', id=clipped(answer_id)), expected, hint, at_key=True)


def only_elsewhere(file: Bound[AnswersFile], path: Path, sheet: ModelSheet) -> Problem:
    """The warning about an id that only another framework of the model asks about: it is kept for that framework."""
    found = say("{id} is no part of the framework {framework}", id=str(path[-1]), framework=sheet.framework.id)
    return file.problem(path, found, say("It is kept and does not count"), at_key=True, warning=True)


def _of_another_questionnaire(answer_id: str, sheet: Sheet, library: Library) -> tuple[Message, Message] | None:
    if isinstance(sheet, ModelSheet):
        owners = [scan.id for scan in library.quick_scans if answer_id in ScanSheet(scan).ids]
    else:
        owners = [
            model.id for model in library.models if _process_part(answer_id) in {each.id for each in model.processes}
        ]
    if not owners:
        return None
    return _an_id_of(sheet), say("It belongs to the questionnaire {id}.", id=owners[0])


def _written_otherwise(answer_id: str, sheet: Sheet) -> tuple[Message, Message] | None:
    """An id that only lacks a dot or a nought, or stands in small letters."""
    known = sheet.by_parts.get(parts_of(answer_id))
    return (_an_id_of(sheet), say("Did you mean {word}?", word=known)) if known else None


def _nearest(answer_id: str, sheet: Sheet) -> tuple[Message, Message | None]:
    if isinstance(sheet, ScanSheet):
        return _an_id_of(sheet), did_you_mean(answer_id, sheet.ids)
    if answer_id.startswith("GP"):
        example = f"{sheet.process_ids[0]}.{clipped(answer_id)}"
        return _an_id_of(sheet), say("Write the process before it, such as {example}.", example=example)
    process = likeliest(_process_part(answer_id), sheet.process_ids)
    return _nearest_of(process, answer_id, sheet) if process else (_an_id_of(sheet), None)


def _nearest_of(process: str, answer_id: str, sheet: ModelSheet) -> tuple[Message, Message | None]:
    """Looks only at what the likeliest process has, so that a file full of wrong ids costs no long search."""
    own = [each.id for each in sheet.model.indicators(process, sheet.framework)]
    expected = one_of(own, 8)
    rest = answer_id.removeprefix(_process_part(answer_id)).removeprefix(".")
    if rest in _guidance(sheet, process):
        outcomes = (each.id for each in sheet.model.process(process).outcomes)
        return expected, say("It is not rated itself. Rate the outcomes: {ids}.", ids=listed(outcomes))
    return expected, did_you_mean(f"{process}.{rest}", own) if rest else did_you_mean(process, (process,))


def _guidance(sheet: ModelSheet, process_id: str) -> set[str]:
    """What looks like an indicator of the process and only explains one."""
    process = sheet.model.process(process_id)
    parts = [each.id for each in process.base_practices] + [each.id for each in process.work_products]
    explaining = (each.removeprefix(f"{process_id}.") for each in parts)
    standing_for = (
        practice.id for each in sheet.model.generic_practices if each.stands_for_outcomes for practice in each.practices
    )
    return {*explaining, *standing_for}


def _an_id_of(sheet: Sheet) -> Message:
    if isinstance(sheet, ScanSheet):
        return _such_as(sheet.scan.id, [each.id for each in sheet.scan.file.questions][:3])
    first = next(iter(sheet.indicators))
    practice = next((each.id for each in sheet.indicators.values() if ".GP" in each.id), first)
    return _such_as(sheet.model.id, (first, practice))


def _such_as(questionnaire: str, ids: Iterable[str]) -> Message:
    return say("Expected is an id of {questionnaire}, such as {ids}", questionnaire=questionnaire, ids=listed(ids))


def _process_part(answer_id: str) -> str:
    return ".".join(answer_id[:40].split(".")[:2])
