"""Holds answers against the scope of their assessment: what a city may leave out, and what lies outside.

What is left out wrongly is a problem. What is answered outside the scope is a warning: it is kept and does not count,
and widening the scope brings it back. So nothing is lost silently, and a city may narrow its scope without deleting.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from assessment.loading.answering import NOT_APPLICABLE, ModelSheet
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.ratings import Written, written
from assessment.loading.spelling import listed
from assessment.loading.tree import EACH, Path
from assessment.scoring.scope import in_scope, left_out
from models.answers import Answer, Answers
from models.message import say
from models.problem import Problem

File = Bound[AnswersFile]


def check_scope(file: File, sheet: ModelSheet) -> Iterator[Problem]:
    """Everything that does not go together with the scope of the assessment."""
    answers = _about_scope(file, sheet)
    scope, removed = in_scope(sheet.model, answers), left_out(sheet.model, answers)
    yield from _never_left_out(file, sheet, list(removed))
    yield from _too_many_left_out(file, sheet, list(removed))
    outside = frozenset[str]() if _misspelt(file, sheet) else frozenset(sheet.process_ids) - scope
    yield from _answers_outside(file, sheet, outside)
    yield from _answers_beside_a_process_left_out(file, sheet, frozenset(removed))
    yield from _chosen_in_vain(file, outside, frozenset(removed))


def _misspelt(file: File, sheet: ModelSheet) -> bool:
    """Whether the scope names what does not exist: then nobody can say what lies outside."""
    return any(value not in sheet.process_ids for _path, value in file.tree.each("scope", EACH))


def _about_scope(file: File, sheet: ModelSheet) -> Answers:
    """The answers as far as the scope needs them, from a file that may still have problems."""
    scope = file.tree.at(("scope",))
    ids = tuple(each for each in scope if isinstance(each, str)) if isinstance(scope, tuple) else None
    word: Literal["basic", "full"] = "basic" if scope == "basic" else "full"
    ratings = {
        str(each.path[-1]): Answer("not_applicable", reason="")
        for each in written(file)
        if each.rating == NOT_APPLICABLE
    }
    return Answers(sheet.model.id, sheet.model.version, "", ratings, scope=ids or word)


def _never_left_out(file: File, sheet: ModelSheet, removed: Sequence[str]) -> Iterator[Problem]:
    names = {each.id: each.name for each in sheet.model.head.process_sets}
    for set_id in sheet.model.head.tailoring.never_in_sets:
        for process in sheet.model.set_members(set_id):
            if process in removed:
                yield file.problem(
                    _where_removed(file, sheet, process),
                    say("{id} is not applicable as a whole", id=process),
                    say("The processes of “{set}” are never left out", set=names[set_id]),
                    say("Rate its outcomes."),
                )


def _too_many_left_out(file: File, sheet: ModelSheet, removed: Sequence[str]) -> Iterator[Problem]:
    tailoring = sheet.model.head.tailoring
    never = {process for each in tailoring.never_in_sets for process in sheet.model.set_members(each)}
    counted = [process for process in removed if process not in never]
    if len(counted) > tailoring.at_most:
        places = sorted((_where_removed(file, sheet, each) for each in counted), key=list(file.tree.values).index)
        yield file.problem(
            places[tailoring.at_most],
            say("{count} processes are not applicable as a whole: {ids}", count=len(counted), ids=listed(counted)),
            say("At most {limit} may be left out", limit=tailoring.at_most),
            say("Rate some of them, or narrow the scope."),
        )


def _where_removed(file: File, sheet: ModelSheet, process: str) -> Path:
    """Where a process was left out: at its own id, or at the last of its outcomes."""
    if (whole := ("ratings", process)) in file.tree.values:
        return whole
    return "ratings", sheet.model.process(process).outcomes[-1].id


def _answers_outside(file: File, sheet: ModelSheet, outside: frozenset[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for each in _answered(file, sheet):
        process = _process_of(each)
        if process in outside and process not in told:
            told.add(process)
            yield file.problem(
                each.path,
                say("{id} is outside the scope of this assessment", id=process),
                say("Its answers are kept and do not count"),
                at_key=True,
                warning=True,
            )


def _answers_beside_a_process_left_out(file: File, sheet: ModelSheet, removed: frozenset[str]) -> Iterator[Problem]:
    """The first answer of each process left out, by its id or outcome by outcome, that says more than that."""
    for each in _answered(file, sheet):
        process = _process_of(each)
        if process in removed and each.rating != NOT_APPLICABLE:
            removed = removed - {process}
            yield file.problem(
                each.path,
                say("{id} is not applicable as a whole and answered here too", id=process),
                say("Its answers are kept and do not count"),
                at_key=True,
                warning=True,
            )


def _answered(file: File, sheet: ModelSheet) -> Iterator[Written]:
    return (each for each in written(file) if each.rating is not None and each.path[-1] in sheet.ids)


def _process_of(each: Written) -> str:
    return ".".join(str(each.path[-1]).split(".")[:2])


def _chosen_in_vain(file: File, outside: frozenset[str], removed: frozenset[str]) -> Iterator[Problem]:
    expected = say("It is kept and cannot count for a maturity level")
    for path, value in file.tree.each("chosen", EACH):
        if isinstance(value, str) and value in outside:
            found = say("{id} is outside the scope of this assessment", id=value)
            yield file.problem(path, found, expected, warning=True)
        elif isinstance(value, str) and value in removed:
            yield file.problem(path, say("{id} is not applicable as a whole", id=value), expected, warning=True)
