"""Reads what a city answered, from YAML or from the rows of a workbook: whole, or not at all and with every problem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from assessment.loading.answering import DONT_KNOW, NOT_APPLICABLE, CommandLine, ModelSheet
from assessment.loading.answers_file import AnswersFile, Entry
from assessment.loading.binding import Bound, bind
from assessment.loading.blaming import check_command_line
from assessment.loading.cells import tree_of_rows
from assessment.loading.ratings import check_ratings
from assessment.loading.reader import MAX_PROBLEMS, read
from assessment.loading.rows import AnswerRow, Head
from assessment.loading.scoping import check_scope
from assessment.loading.settings import check_settings, sheet_of
from assessment.loading.tree import Tree
from models.answers import Answer, Answers, State
from models.message import say
from models.problem import InputRefused, Place, Problem, in_reading_order
from models.questionnaire import Library


@dataclass(frozen=True)
class Reading:
    """Answers that can be used, and warnings that a person should see beside them."""

    answers: Answers
    warnings: tuple[Problem, ...]


_NOTHING_SAID = CommandLine()


def parse_answers(data: bytes, file: str, library: Library) -> Answers:
    """The answers in a YAML file; `read_answers` hands over the warnings too.

    Raises:
        InputRefused: with every problem of the file. Warnings stop nothing.
    """
    return read_answers(data, file, library).answers


def read_answers(data: bytes, file: str, library: Library, said: CommandLine = _NOTHING_SAID) -> Reading:
    """The answers in a YAML file, and what a person should be warned of.

    Args:
        data: the file's bytes.
        file: its name, as people are to see it in problems.
        library: the questionnaires there are.
        said: what the command line says; it wins over the file and decides what may be answered. A framework or a
            highest level that does not exist gives way to the file's here; scoring does not know them.

    Raises:
        InputRefused: with every problem of the file.
    """
    return _reading(read(data, file), library, said)


def read_rows(
    head: Head, rows: Sequence[AnswerRow], file: str, library: Library, said: CommandLine = _NOTHING_SAID
) -> Reading:
    """The answers in the rows of a workbook; otherwise as `read_answers`."""
    return _reading(tree_of_rows(head, rows, file), library, said)


def _reading(tree: Tree, library: Library, said: CommandLine) -> Reading:
    file = bind(tree, AnswersFile, None)
    problems = _problems(file, library, said)
    if any(each.severity == "error" for each in problems) or file.value is None:
        raise InputRefused(problems)
    return Reading(_answers(file.value), problems)


def _problems(file: Bound[AnswersFile], library: Library, said: CommandLine) -> tuple[Problem, ...]:
    wrong_form = {each.place for each in file.problems}
    others = (each for each in _held_against(file, library, said) if each.place not in wrong_form)
    found = [*file.problems, *islice(others, MAX_PROBLEMS + 1)]
    in_order = in_reading_order(found[:MAX_PROBLEMS])
    return (*in_order, _more(file)) if len(found) > MAX_PROBLEMS else in_order


def _more(file: Bound[AnswersFile]) -> Problem:
    found, expected = say("There are more problems than these"), say("Mend these first, then check again")
    return Problem(Place(file.tree.file), "", found, expected)


def _held_against(file: Bound[AnswersFile], library: Library, said: CommandLine) -> Iterator[Problem]:
    sheet = sheet_of(file, library, said)
    yield from check_settings(file, sheet, library)
    if sheet is not None:
        yield from check_ratings(file, sheet, library)
    if isinstance(sheet, ModelSheet):
        yield from check_command_line(file, sheet)
        yield from check_scope(file, sheet)


def _answers(file: AnswersFile) -> Answers:
    ratings = ((key, _answer(value)) for key, value in file.ratings.items())
    return Answers(
        questionnaire=file.questionnaire,
        version=file.version,
        city=file.city,
        ratings=MappingProxyType({key: answer for key, answer in ratings if answer is not None}),
        framework=file.framework,
        method=file.method,
        scale=file.scale,
        highest_level=file.highest_level,
        scope=file.scope,
        chosen=file.chosen,
        date=file.date,
        invented=file.invented,
        language=file.language,
    )


def _answer(value: Entry | str | int | None) -> Answer | None:
    """The answer as a value; None where nothing is said."""
    entry = value if isinstance(value, Entry) else Entry(rating=value)
    state = _state(entry)
    answer = Answer(
        state,
        rating=str(entry.rating) if state == "rated" else None,
        reason=entry.not_applicable or entry.reason,
        note=entry.note or None,
        evidence=entry.evidence,
        confidence=entry.confidence,
    )
    return None if answer == Answer(None) else answer


def _state(entry: Entry) -> State | None:
    if entry.not_applicable is not None or entry.rating == NOT_APPLICABLE:
        return "not_applicable"
    if entry.rating == DONT_KNOW:
        return "dont_know"
    return None if entry.rating is None else "rated"
