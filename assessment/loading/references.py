"""Looks up every reference of every file: what is named must exist.

Works on what the files say rather than on their models, so that one wrong key somewhere hides no other problem.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath

from assessment.loading.binding import Bound
from assessment.loading.folder import Folder, ModelFolder
from assessment.loading.spelling import clipped, did_you_mean, one_of
from assessment.loading.tree import EACH
from models.authored import Authored
from models.city_profile import CONDITIONAL
from models.message import Message, say
from models.problem import Problem

Pattern = tuple[object, ...]
Known = Mapping[str, frozenset[str] | None]
"""The ids there are, by what they are ids of; None where a file that holds some of them cannot be read."""

_HEAD: tuple[tuple[Pattern, str], ...] = (
    (("framework",), "framework"),
    (("process_order", EACH), "process"),
    (("process_sets", EACH, "processes", EACH), "process"),
    (("basic_scope",), "process set"),
    (("maturity", EACH, "all_of", EACH, "sets", EACH), "process set"),
    (("maturity", EACH, "all_of", EACH, "processes", EACH), "process"),
    (("maturity", EACH, "chosen", "named", EACH), "process"),
    (("maturity", EACH, "chosen", "one_of", EACH), "process"),
    (("maturity", EACH, "chosen_from_below", "named", EACH), "process"),
    (("maturity", EACH, "chosen_from_below", "one_of", EACH), "process"),
    (("targets", EACH, "all_of", EACH, "sets", EACH), "process set"),
    (("targets", EACH, "all_of", EACH, "processes", EACH), "process"),
    (("proposal", "target"), "target"),
    (("proposal", "higher", "processes", EACH), "process"),
    (("proposal", "higher", "any_of", EACH, "field"), "field of the city profile"),
    (("warnings", EACH, "process"), "process"),
    (("warnings", EACH, "city", "field"), "field of the city profile"),
    (("tailoring", "never_in_sets", EACH), "process set"),
)
_PROCESS: tuple[tuple[Pattern, str], ...] = (
    (("dimension",), "dimension"),
    (("source_refs", EACH), "source"),
    (("founding_refs", EACH), "statement"),
)
_PRACTICES: tuple[tuple[Pattern, str], ...] = ((("attributes", EACH, "attribute"), "attribute"),)
_SOURCES: tuple[tuple[Pattern, str], ...] = (
    (("founding_documents", EACH, "statements", EACH, "covered_by", EACH), "process"),
)
_RECOMMENDATIONS: tuple[tuple[Pattern, str], ...] = ((("process",), "process"),)
_SCAN: tuple[tuple[Pattern, str], ...] = (
    (("framework",), "stage framework"),
    (("model",), "model"),
    (("questions", EACH, "process"), "process"),
)
_LIBRARY: tuple[tuple[Pattern, str], ...] = ((("practices", EACH, "processes", EACH), "process"),)

_WORDS: Mapping[str, Message] = {
    "framework": say("framework"),
    "stage framework": say("stage framework"),
    "attribute": say("attribute"),
    "model": say("model"),
    "dimension": say("dimension"),
    "process": say("process"),
    "process set": say("process set"),
    "source": say("source"),
    "statement": say("statement"),
    "target": say("target"),
    "field of the city profile": say("field of the city profile"),
}


def check_references(folder: Folder) -> Iterator[Problem]:
    """Every reference to something that does not exist."""
    for model in folder.models:
        known = _known(folder, model)
        for file, references in _files_with_references(model):
            yield from _dangling(file, references, known)
    processes = frozenset[str]().union(*(_process_ids(model) for model in folder.models))
    for matter in folder.library:
        yield from _dangling(matter, _LIBRARY, {"process": processes})


def _files_with_references(model: ModelFolder) -> Iterator[tuple[Bound[Authored], tuple[tuple[Pattern, str], ...]]]:
    yield model.head, _HEAD
    yield from ((each, _PROCESS) for each in model.processes)
    yield model.practices, _PRACTICES
    yield from ((each, _RECOMMENDATIONS) for each in model.recommendations)
    if model.sources:
        yield model.sources, _SOURCES
    if model.scan:
        yield model.scan, _SCAN


def _known(folder: Folder, model: ModelFolder) -> Known:
    sources = (model.sources,) if model.sources else ()
    unclear = bool(folder.problems)  # a file without a known kind may be the framework that is looked for
    return {
        "framework": None if unclear else _ids(folder.frameworks, "id"),
        "stage framework": None if unclear else _ids(folder.stage_frameworks, "id"),
        "attribute": None if unclear else _ids(folder.frameworks, "attributes", EACH, "id"),
        "model": _ids((each.head for each in folder.models), "id"),
        "dimension": _ids((model.head,), "dimensions", EACH, "id"),
        "process": _process_ids(model),
        "process set": _ids((model.head,), "process_sets", EACH, "id"),
        "target": _ids((model.head,), "targets", EACH, "id"),
        "field of the city profile": frozenset(CONDITIONAL),
        "source": _ids(sources, "sources", EACH, "id"),
        "statement": _ids(sources, "founding_documents", EACH, "statements", EACH, "id"),
    }


def _ids(files: Iterable[Bound[Authored]], *pattern: object) -> frozenset[str] | None:
    trees = [file.tree for file in files]
    if any(not tree.values for tree in trees):
        return None
    values = (value for tree in trees for _path, value in tree.each(*pattern))
    return frozenset(value for value in values if isinstance(value, str))


def _process_ids(model: ModelFolder) -> frozenset[str]:
    """The ids of the processes: those written and those in the names of the files, should the two differ."""
    return (_ids(model.processes, "id") or frozenset()) | process_names(model)


def process_names(model: ModelFolder) -> frozenset[str]:
    """The ids that the files of the processes are named after."""
    return frozenset(FilePath(each.tree.file).stem for each in model.processes)


def _dangling(file: Bound[Authored], references: tuple[tuple[Pattern, str], ...], known: Known) -> Iterator[Problem]:
    for pattern, noun in references:
        there = known[noun]
        if there is None:
            continue
        for path, value in file.tree.each(*pattern):
            if isinstance(value, str) and value not in there:
                found = say('Not known: {noun} "{id}"', noun=_WORDS[noun], id=clipped(value))
                yield file.problem(path, found, one_of(sorted(there)), did_you_mean(value, there))
