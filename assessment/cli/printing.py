"""Prints what every command prints: problems and JSON."""

import json
import re
import sys
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

from locales.words import Words
from models.problem import Problem

_INDENT = "    "
_WIDTH = 100
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def print_json(value: Mapping[str, object]) -> None:
    """Prints one JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_problems(problems: Iterable[Problem], words: Words, *, as_json: bool) -> None:
    """Prints problems: as JSON on standard output, or for people on standard error."""
    if as_json:
        print_json({"problems": [problem_json(problem, words) for problem in problems]})
        return
    for problem in problems:
        print(in_words(problem, words), file=sys.stderr)


def print_written(paths: Iterable[Path], words: Words, *, as_json: bool) -> None:
    """Prints which files were written."""
    if as_json:
        print_json({"written": [str(path) for path in paths]})
        return
    for path in paths:
        print(words("Written: {path}", path=in_sight(str(path))))


def problem_json(problem: Problem, words: Words) -> dict[str, object]:
    """A problem as JSON. A text file has line and column, a workbook has sheet and cell; the others are null."""
    place = problem.place
    return {
        "severity": problem.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "sheet": place.sheet,
        "cell": place.cell,
        "path": str(problem.trail),
        "found": words.say(problem.found),
        "expected": words.say(problem.expected),
        "suggestion": None if problem.suggestion is None else words.say(problem.suggestion),
    }


def in_words(problem: Problem, words: Words) -> str:
    """A problem for people: where, then what was found, what was expected and what to do."""
    severity = words("error") if problem.severity == "error" else words("warning")
    trail = problem.trail if isinstance(problem.trail, str) else words.say(problem.trail)
    where = f"{in_sight(words.say(problem.place.told))}: {severity}" + (f": {trail}" if trail else "")
    said = [words.say(problem.found), words.say(problem.expected)]
    if problem.suggestion is not None:
        said.append(words.say(problem.suggestion))
    sentences = (in_sight(" ".join(_sentence(each).split())) for each in said)
    lines = [textwrap.fill(each, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT) for each in sentences]
    return "\n".join([where, *lines])


def in_sight(text: str) -> str:
    """The text without what a terminal would act upon: control characters and signs of direction are written out."""
    return _ACTING.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else text + "."
