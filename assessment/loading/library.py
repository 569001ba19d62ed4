"""Makes a library of a questionnaires folder: every file read, every reference resolved, or every problem told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from assessment.loading.assembling import capability_model, quick_scan
from assessment.loading.binding import Bound
from assessment.loading.consistency import check_consistency
from assessment.loading.folder import Folder, ModelFolder, ReadingMatter, read_folder
from assessment.loading.references import check_references
from assessment.loading.translations import check_translations
from assessment.loading.uniqueness import check_uniqueness
from assessment.loading.versions import check_versions
from models.authored import Authored
from models.framework import Framework
from models.library import FiguresFile, GlossaryFile, GoodPracticesFile, Shelf
from models.problem import InputRefused, Problem, in_reading_order
from models.questionnaire import (
    AttributePractices,
    CapabilityModel,
    Library,
    QuickScan,
    QuickScanFile,
    SourcesFile,
)

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
"""The questionnaires that come with the program."""

ModelT = TypeVar("ModelT", bound=Authored)


def load_library(path: Path) -> Library:
    """The library in the questionnaires folder at `path`.

    Raises:
        InputRefused: with every problem of every file. Warnings alone stop nothing; `examine_folder` tells them.
    """
    folder = read_folder(path)
    problems = [problem for problem in _of_every_version(folder) if problem.severity == "error"]
    if problems:
        raise InputRefused(in_reading_order(problems))
    return _with_earlier(folder)


def examine_folder(path: Path) -> tuple[Problem, ...]:
    """Every problem and every warning of the questionnaires folder at `path`."""
    folder = read_folder(path)
    return in_reading_order([*_of_every_version(folder), *check_translations(folder)])


def _of_every_version(folder: Folder) -> Iterator[Problem]:
    """All errors of the folder and of what came before it. How versions fit is asked when each is right in itself."""
    found = [problem for each in (folder, *folder.earlier) for problem in _problems(each)]
    yield from found
    if not any(problem.severity == "error" for problem in found):
        yield from check_versions(folder, _library(folder), [_library(each) for each in folder.earlier])


def _problems(folder: Folder) -> Iterator[Problem]:
    """All errors. What has the wrong form is told once: how it fits the rest is asked when the form is right."""
    of_form = [*folder.problems, *(problem for file in folder.files for problem in file.problems)]
    yield from of_form
    told = {problem.place for problem in of_form}
    for check in (check_uniqueness, check_references, check_consistency):
        yield from (problem for problem in check(folder) if problem.place not in told)


def _with_earlier(folder: Folder) -> Library:
    """The library with every version there is. One that stands in two places is there once."""
    now = _library(folder)
    past = (each for before in map(_library, folder.earlier) for each in before.in_use)
    every = {(each.id, each.version): each for each in (*now.in_use, *past)}
    return replace(now, earlier=tuple(every.values())[len(now.in_use) :])


def _library(folder: Folder) -> Library:
    frameworks = [_whole(each) for each in folder.frameworks]
    shelf = _shelf([_whole(each) for each in folder.library])
    models = [_model(each, frameworks, shelf) for each in folder.models]
    scans = [_scan(_whole(files.scan), folder, models) for files in folder.models if files.scan is not None]
    mappings = tuple(_whole(each) for files in folder.models for each in files.mappings)
    return Library(tuple(models), tuple(scans), mappings=mappings)


def _whole(file: Bound[ModelT]) -> ModelT:
    if file.value is None:
        raise LookupError(f"{file.tree.file} was to be used in spite of its problems")
    return file.value


def _shelf(files: Sequence[ReadingMatter]) -> Shelf:
    """What stands in all files of the library together; of several notices the first one counts."""
    glossaries = [each for each in files if isinstance(each, GlossaryFile)]
    practices = [each for each in files if isinstance(each, GoodPracticesFile)]
    figures = [each for each in files if isinstance(each, FiguresFile)]
    return Shelf(
        terms=tuple(term for each in glossaries for term in each.terms),
        practices=tuple(practice for each in practices for practice in each.practices),
        practices_notice=next((each.notice for each in practices), None),
        figures=tuple(figure for each in figures for figure in each.figures),
        figures_notice=next((each.notice for each in figures), None),
    )


def _model(files: ModelFolder, frameworks: list[Framework], shelf: Shelf) -> CapabilityModel:
    head, practices = _whole(files.head), _whole(files.practices).attributes
    model = capability_model(
        head,
        map(_whole, files.processes),
        practices,
        sources=_sources(files),
        recommendations=map(_whole, files.recommendations),
        frameworks=(each for each in frameworks if each.id == head.framework or _is_answered(each, practices)),
    )
    return replace(model, shelf=shelf)


def _sources(files: ModelFolder) -> SourcesFile:
    return _whole(files.sources) if files.sources else SourcesFile(sources=(), founding_documents=())


def _is_answered(framework: Framework, practices: tuple[AttributePractices, ...]) -> bool:
    """A framework can be used with a model when the model has practices for all it rates by them."""
    there = {each.attribute for each in practices}
    return all(each.id in there for each in framework.attributes if each.rated_by == "generic-practices")


def _scan(file: QuickScanFile, folder: Folder, models: list[CapabilityModel]) -> QuickScan:
    stages = next(each for each in map(_whole, folder.stage_frameworks) if each.id == file.framework)
    return quick_scan(file, stages, next(each for each in models if each.id == file.model))
