"""Finds what is to be checked: files by name, and in folders what has one of the endings that are looked for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.cli.files import unusable
from assessment.loading.folder import SPECIAL, YAML_ENDINGS, is_special
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from reports.workbook import is_workbook

_WORKBOOK = ".xlsx"
_OTHER_SPREADSHEETS = (".ods", ".xls")
_ENDINGS = (*YAML_ENDINGS, _WORKBOOK)


@dataclass(frozen=True)
class Found:
    """What is to be checked.

    `texts` are names of text files and of folders with such files, `count` is the number of files in all, `problems`
    say what could not be looked at.
    """

    texts: Sequence[Path]
    workbooks: Sequence[Path]
    count: int
    problems: Sequence[Problem]


def looked_for(paths: Iterable[Path]) -> Found:
    """What these names stand for; a folder without anything to check is a problem."""
    texts: list[Path] = []
    files: dict[Path, bool] = {}
    problems: list[Problem] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where nobody may look
            names = sorted(_below(path, problems))
            files |= {each: _is_workbook(each) for each in names if _is_looked_for(each)}
            problems += _left_out(path, names)
            # What is called a workbook and is none is looked at by itself: text files are found by their folder.
            texts += [path, *(each for each in names if _ending(each) == _WORKBOOK and not files[each])]
        else:
            files[path] = _is_workbook(path)
            texts += [] if files[path] else [path]
    return Found(texts, [path for path, workbook in files.items() if workbook], len(files), problems)


def answers_in(folder: Path) -> Sequence[Path]:
    """The files of a folder, and of those below it, that may hold answers. Raises `InputRefused`."""
    problems: list[Problem] = []
    found = sorted(path for path in _below(folder, problems) if _ending(path) in _ENDINGS)
    for each in filter(is_special, found):
        told = say("It cannot be used: {reason}", reason=SPECIAL)
        problems.append(_problem(each, told, say("Expected is a file that may be read")))
    if not found and not problems:
        problems += _left_out(folder, [])
    if problems:
        raise InputRefused(problems)
    return found


def _below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files in a folder and below. What a spreadsheet program keeps beside an open workbook is none."""

    def closed(error: OSError) -> None:
        found = unusable(error)
        problems.append(_problem(Path(error.filename), found, say("Expected is a folder that may be read")))

    for where, _, names in os.walk(folder, onerror=closed):
        yield from (Path(where, name) for name in names if not name.startswith(("~$", ".~")))


def _left_out(folder: Path, names: Sequence[Path]) -> Iterator[Problem]:
    for each in names:
        if _ending(each) in _OTHER_SPREADSHEETS:
            found, expected = say("This file was not checked"), say("Expected is an Excel workbook (.xlsx)")
            yield _problem(each, found, expected, warning=True)
    if not any(map(_is_looked_for, names)):
        found = say("There is nothing to check in this folder")
        yield _problem(folder, found, say("Looked for are files that end in {endings}", endings=", ".join(_ENDINGS)))


def _problem(path: Path, found: Message, expected: Message, *, warning: bool = False) -> Problem:
    suggestion = say("Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).") if warning else None
    return Problem(Place(str(path)), "", found, expected, suggestion, "warning" if warning else "error")


def _is_workbook(path: Path) -> bool:
    """Whether a file begins like a workbook. One that cannot be read is told of with the texts."""
    if is_special(path):
        return False
    try:
        with path.open("rb") as file:
            return is_workbook(file.read(8))
    except OSError:
        return False


def _is_looked_for(path: Path) -> bool:
    return _ending(path) in _ENDINGS


def _ending(path: Path) -> str:
    return path.suffix.casefold()
