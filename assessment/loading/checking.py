"""Checks files and folders before anybody relies on them; each is known by its content, and none stops the others."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assessment.loading.answers import read_answers
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.folder import KINDS, bind_file, kind_of, read_file, read_folder, yaml_below
from assessment.loading.library import QUESTIONNAIRES, examine_folder, load_library
from assessment.loading.spelling import listed
from assessment.loading.tree import Tree
from models.authored import Authored
from models.message import say
from models.problem import InputRefused, Problem, in_reading_order
from models.questionnaire import GenericPracticesFile, Library, Process, SourcesFile
from models.recommendations import RecommendationsFile

_KNOWN_BY_KEYS: tuple[type[Authored], ...] = (
    AnswersFile,
    Process,
    GenericPracticesFile,
    SourcesFile,
    RecommendationsFile,
)
"""Files that say no `kind`; each has keys of its own."""


def check(paths: Sequence[Path], *, questionnaires: Path = QUESTIONNAIRES) -> tuple[Problem, ...]:
    """Every problem and every warning of these files and folders, each told once.

    A file of a questionnaires folder is checked together with the others of that folder, and only its own problems
    are told.

    Args:
        paths: questionnaires folders or parts of them, folders with answers files, single files.
        questionnaires: the questionnaires folder that answers files are held against.
    """
    checker = _Checker(questionnaires)
    found = {str(problem): problem for path in paths for problem in checker.of_path(path)}
    return in_reading_order(found.values())


@dataclass
class _Checker:
    """Checks one path after another and loads the questionnaires at most once."""

    questionnaires: Path

    @cached_property
    def library(self) -> Library | None:
        """What answers are held against; None where it has problems itself."""
        try:
            return load_library(self.questionnaires)
        except InputRefused:
            return None

    def of_path(self, path: Path) -> Iterator[Problem]:
        """The problems of a file, or of everything in a folder."""
        root = next(filter(_holds_frameworks, (path, *path.absolute().parents)), None)
        together = {each.absolute() for each in read_folder(root).paths} if root else set()
        if root is not None:
            yield from _told_of(path, examine_folder(root))
        for file in yaml_below(path) if path.is_dir() else [path]:
            if file.absolute() not in together:
                yield from self.of_file(file, misplaced=root is not None)

    def of_file(self, path: Path, *, misplaced: bool) -> Iterable[Problem]:
        """The problems of a file that stands alone; `misplaced` where it stands among files that are read together."""
        tree = read_file(path)
        if not tree.values:
            return tree.problems
        model = _model_of(tree)
        if model is AnswersFile:
            return self._of_answers(path)
        if model is None:
            return (_not_recognised(tree),)
        bound = bind_file(tree, model)
        return (*bound.problems, _misplaced(bound)) if misplaced else bound.problems

    def _of_answers(self, path: Path) -> Iterable[Problem]:
        if self.library is None:
            return examine_folder(self.questionnaires)
        try:
            return read_answers(path.read_bytes(), str(path), self.library).warnings
        except InputRefused as refused:
            return refused.problems


def _holds_frameworks(folder: Path) -> bool:
    return os.path.isdir(folder / "frameworks")  # noqa: PTH112 - Path.is_dir raises where nobody may look


def _told_of(path: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if _is_in(Path(problem.place.file), path))


def _is_in(path: Path, place: Path) -> bool:
    """Whether `place` is `path` itself or a folder above it."""
    return place.absolute() in (path.absolute(), *path.absolute().parents)


def _model_of(tree: Tree) -> type[Authored] | None:
    if ("kind",) in tree.values:
        return KINDS.get(kind_of(tree))
    if ("questionnaire",) in tree.values:
        return AnswersFile
    keys = set(tree.root) if isinstance(tree.root, dict) else set()
    fitting = max(_KNOWN_BY_KEYS, key=lambda model: len(keys & set(model.model_fields)))
    return fitting if keys & set(fitting.model_fields) else None


def _not_recognised(tree: Tree) -> Problem:
    return Bound[Authored](tree, None, None, ()).problem(
        (),
        say("This is neither a questionnaire nor an answers file"),
        say("Expected is the key questionnaire, or kind with one of {choices}", choices=listed(KINDS)),
    )


def _misplaced(file: Bound[Authored]) -> Problem:
    return file.problem(
        (),
        say("This file stands where no questionnaire looks for it"),
        say("Expected is a place as the README of the questionnaires names it"),
        warning=True,
    )
