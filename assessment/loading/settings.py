"""Holds the head of an answers file against the library: is there such a questionnaire, framework, method, process."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import TypeVar

from assessment.loading.answering import CommandLine, ModelSheet, ScanSheet, Sheet
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.explaining import describe
from assessment.loading.spelling import clipped, did_you_mean, likeliest, listed, one_of
from assessment.loading.tree import EACH, Path
from models.message import Message, say
from models.problem import Problem
from models.questionnaire import CapabilityModel, ChosenRule, Library, Questionnaire

File = Bound[AnswersFile]
Value = TypeVar("Value")

_ONLY_FOR_MODELS = ("method", "scale", "highest_level", "scope", "chosen")


def sheet_of(file: File, library: Library, said: CommandLine) -> Sheet | None:
    """What the file can answer; None where its questionnaire cannot even be guessed.

    A setting that does not exist gives way to the next one here, so that the rest of the file can still be read.

    Args:
        file: the answers file.
        library: the questionnaires there are.
        said: what the command line says; it wins over the file.
    """
    questionnaire = _questionnaire(file, library)
    if isinstance(questionnaire, CapabilityModel):
        return _model_sheet(file, questionnaire, said)
    return ScanSheet(questionnaire) if questionnaire else None


def _questionnaire(file: File, library: Library) -> Questionnaire | None:
    """The questionnaire that is named, or the one whose name looks most like it, in the version that is named."""
    named, version = file.tree.at(("questionnaire",)), file.tree.at(("version",))
    close = likeliest(named, library.ids) if isinstance(named, str) else None
    if close is None:
        return None
    every = library.versions(close)
    return next((each for each in every if each.version == version), every[0])


def _model_sheet(file: File, model: CapabilityModel, said: CommandLine) -> ModelSheet:
    def settled(on_command_line: object, key: str, allowed: Sequence[Value], default: Value) -> Value:
        wishes = (on_command_line, file.tree.at((key,)))
        return next((each for wish in wishes for each in allowed if each == wish), default)

    framework = settled(said.framework, "framework", [each.id for each in model.frameworks], model.head.framework)
    used = model.framework(framework)
    points = settled(said.scale, "scale", [each.points for each in used.scales], used.default_scale)
    levels = range(1, used.highest_level + 1)
    highest = settled(said.highest_level, "highest_level", levels, used.highest_level)
    # An option that does not exist decides nothing, so nothing is blamed on it here.
    heard = CommandLine(
        said.framework if said.framework == framework else None,
        said.scale,
        said.highest_level if said.highest_level == highest else None,
    )
    return ModelSheet(model, used, points, highest, heard)


def check_settings(file: File, sheet: Sheet | None, library: Library) -> Iterator[Problem]:
    """Everything wrong with what stands above the ratings."""
    yield from _one_of(file, ("questionnaire",), library.ids)
    yield from _check_date(file)
    if isinstance(sheet, ModelSheet):
        yield from _check_version(file, sheet.model)
        yield from _check_model_settings(file, sheet)
    elif sheet is not None:
        yield from _check_version(file, sheet.scan)
        yield from _one_of(file, ("framework",), (sheet.scan.framework.id,))
        yield from _not_for_scans(file)


def _check_version(file: File, questionnaire: Questionnaire) -> Iterator[Problem]:
    version, there = file.tree.at(("version",)), questionnaire.version
    if ("version",) in file.tree.values and version != there:
        text = file.tree.speech.literal(there)
        compared = isinstance(version, str) and version != ""
        yield file.problem(
            ("version",),
            describe(version),
            say(
                "The version of {questionnaire} that is here is {version}",
                questionnaire=questionnaire.id,
                version=there,
            ),
            say("Check whether the answers still fit, then write {text}.", text=text)
            if compared
            else say("Write {text}.", text=text),
        )


def _check_date(file: File) -> Iterator[Problem]:
    date, speech = file.tree.at(("date",)), file.tree.speech
    try:
        datetime.date.fromisoformat(date if isinstance(date, str) and len(date) == 10 else "2000-01-01")
    except ValueError:
        found = describe(file.tree.as_written(("date",), date))
        yield file.problem(("date",), found, say("Expected is a day of the calendar, such as {day}", day=speech.days))


def _not_for_scans(file: File) -> Iterator[Problem]:
    for key in _ONLY_FOR_MODELS:
        if file.tree.at((key,)) is not None:
            found = say("The key {key} stands here", key=key)
            expected = say("A quick scan has no such setting")
            yield file.problem((key,), found, expected, say("Remove the line."), at_key=True)


def _check_model_settings(file: File, sheet: ModelSheet) -> Iterator[Problem]:
    framework = sheet.framework
    yield from _one_of(file, ("framework",), [each.id for each in sheet.model.frameworks])
    yield from _one_of(file, ("method",), framework.methods)
    yield from _one_of(file, ("scale",), [each.points for each in framework.scales])
    yield from _one_of(file, ("highest_level",), range(1, framework.highest_level + 1))
    for key in ("scope", "chosen"):
        yield from _one_of(file, (key, EACH), sheet.process_ids)
        yield from _once(file, key)
    yield from _something_in_scope(file)
    yield from _check_chosen(file, sheet.model)


def _one_of(file: File, pattern: Path | tuple[object, ...], allowed: Sequence[object]) -> Iterator[Problem]:
    """Values of the right form that are not among the allowed ones; the rest its form has told."""
    for path, value in file.tree.each(*pattern):
        if value is None or type(value) is not type(allowed[0]) or value in allowed:
            continue
        words = [str(each) for each in allowed]
        yield file.problem(path, describe(value), one_of(words, 30), did_you_mean(str(value), words))


def _once(file: File, key: str) -> Iterator[Problem]:
    seen: set[object] = set()
    for path, value in file.tree.each(key, EACH):
        if isinstance(value, str) and value in seen:
            found = say("{id} stands here a second time", id=clipped(value))
            yield file.problem(path, found, say("Each process stands once"), say("Remove one of the two."))
        seen.add(value if isinstance(value, str) else path)


def _something_in_scope(file: File) -> Iterator[Problem]:
    if file.tree.at(("scope",)) == ():
        yield file.problem(
            ("scope",), say("An empty list stands here"), say("Expected is basic, full, or at least one process")
        )


def _check_chosen(file: File, model: CapabilityModel) -> Iterator[Problem]:
    chosen = file.tree.at(("chosen",))
    if not isinstance(chosen, tuple):
        return
    for rule in (level.chosen for level in model.head.maturity if level.chosen):
        unmet = [*_unmet({each for each in chosen if isinstance(each, str)}, rule)]
        found = say("The chosen processes are {ids}", ids=listed(map(str, chosen)))
        # Where nothing is chosen, one sentence is enough.
        told = zip(unmet, repeat(found)) if chosen else [(each, say("An empty list stands here")) for each in unmet[:1]]
        for expected, what in told:
            yield file.problem(("chosen",), what, expected, say("Add what is missing, or remove the line."))


def _unmet(chosen: set[str], rule: ChosenRule) -> Iterator[Message]:
    if len(chosen) < rule.at_least:
        yield say("Expected are at least {count} processes", count=rule.at_least)
    for each in rule.named:
        if each not in chosen:
            yield say("Expected is {id} among them", id=each)
    if rule.one_of and chosen.isdisjoint(rule.one_of):
        yield say("Expected is one of {choices} among them", choices=listed(rule.one_of))
